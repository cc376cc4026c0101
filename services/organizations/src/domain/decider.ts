import type { Decider } from '@jiangong/event-store';
import {
  abandonDissolution,
  beginDissolution,
  completeDissolution,
  dissolveOrphan,
  proposeRestoration,
  rejectProposal,
  restore,
} from './decide-dissolution.ts';
import { appoint, endOffices, relieve } from './decide-offices.ts';
import { classify, type Decision, type Founded, found, move, rename } from './decide-tree.ts';
import type { OrganizationFact } from './facts.ts';
import type { FoundOrganization, OrganizationOrder } from './orders.ts';
import { absent, evolve, type Organization } from './organization.ts';
import type { OrganizationRefusal } from './refusals.ts';

/** What may still be said to an organization that has ended. */
const AFTER_THE_END: readonly OrganizationOrder['type'][] = [
  'DissolveOrphan',
  'ProposeRestoration',
  'RestoreOrganization',
  'RejectProposal',
  'EndOffices',
];

const decideFor = (organization: Founded, order: Exclude<OrganizationOrder, FoundOrganization>): Decision => {
  switch (order.type) {
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
    case 'ProposeRestoration':
      return proposeRestoration(organization, order);
    case 'RestoreOrganization':
      return restore(organization, order);
    case 'RejectProposal':
      return rejectProposal(organization, order);
    case 'AppointOfficer':
      return appoint(organization, order);
    case 'RelieveOfficer':
      return relieve(organization, order);
    case 'EndOffices':
      return endOffices(organization, order);
  }
};

const decide = (organization: Organization, order: OrganizationOrder): Decision => {
  if (order.type === 'FoundOrganization') return found(organization, order);
  if (organization.kind === 'absent') return { reason: 'ORGANIZATION_NOT_FOUND', field: 'organizationId' };
  if (organization.kind === 'dissolved' && !AFTER_THE_END.includes(order.type))
    return { reason: 'ORGANIZATION_DISSOLVED' };
  return decideFor(organization, order);
};

/** One organization: its founding, names, place, offices, end and restoration. */
export const organizationDecider: Decider<Organization, OrganizationOrder, OrganizationFact, OrganizationRefusal> = {
  initial: absent,
  evolve,
  decide,
};
