import type { Decider } from '@jiangong/event-store';
import { appoint, relieve } from './decide-offices.ts';
import {
  abandonDissolution,
  beginDissolution,
  classify,
  completeDissolution,
  type Decision,
  dissolveOrphan,
  found,
  move,
  rename,
} from './decide-tree.ts';
import type { OrganizationFact } from './facts.ts';
import type { OrganizationOrder } from './orders.ts';
import { absent, evolve, type Organization } from './organization.ts';
import type { OrganizationRefusal } from './refusals.ts';

const decide = (organization: Organization, order: OrganizationOrder): Decision => {
  if (order.kind === 'FoundOrganization') return found(organization, order);
  if (organization.kind === 'absent') return { reason: 'ORGANIZATION_NOT_FOUND', field: 'organizationId' };
  if (organization.kind === 'dissolved')
    return order.kind === 'DissolveOrphan' ? [] : { reason: 'ORGANIZATION_DISSOLVED' };
  switch (order.kind) {
    case 'RenameOrganization':
      return rename(organization, order);
    case 'MoveOrganization':
      return move(organization, order);
    case 'ClassifyOrganization':
      return classify(organization, order);
    case 'BeginDissolution':
      return beginDissolution(organization, order);
    case 'AbandonDissolution':
      return abandonDissolution(organization, order);
    case 'CompleteDissolution':
      return completeDissolution(organization, order);
    case 'DissolveOrphan':
      return dissolveOrphan(organization, order);
    case 'AppointOfficer':
      return appoint(organization, order);
    case 'RelieveOfficer':
      return relieve(organization, order);
  }
};

/** One organization: its founding, names, place, offices and end. */
export const organizationDecider: Decider<Organization, OrganizationOrder, OrganizationFact, OrganizationRefusal> = {
  initial: absent,
  evolve,
  decide,
};
