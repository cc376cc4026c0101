import type { OrganizationFact, OrganizationFounded } from './facts.ts';
import type { Office } from './offices.ts';
import type { OrganizationKind } from './organization-kinds.ts';

export type Appointment = Readonly<{ appointmentId: string; personId: string; office: Office }>;

export type Standing = Readonly<{
  organizationId: string;
  parentId: string | null;
  organizationKind: OrganizationKind;
  tier: number | null;
  nameZh: string;
  nameEn: string;
  classified: boolean;
  officers: readonly Appointment[];
  /** How often its dissolution was begun: whoever looked for children during one must not complete another. */
  dissolutionsBegun: number;
}>;

/** `dissolving`: takes no new children while it is looked whether any are left. */
export type Organization =
  | Readonly<{ kind: 'absent' }>
  | (Readonly<{ kind: 'live' | 'dissolving' | 'dissolved' }> & Standing);

export const absent: Organization = { kind: 'absent' };

const founded = ({ data }: OrganizationFounded): Organization => ({
  kind: 'live',
  organizationId: data.organizationId,
  parentId: data.parentId,
  organizationKind: data.kind,
  tier: data.tier,
  nameZh: data.nameZh,
  nameEn: data.nameEn,
  classified: data.classified,
  officers: [],
  dissolutionsBegun: 0,
});

export const evolve = (organization: Organization, fact: OrganizationFact): Organization => {
  if (fact.type === 'OrganizationFounded.v1') return founded(fact);
  if (organization.kind === 'absent') throw new Error(`${fact.type} before the founding`);
  switch (fact.type) {
    case 'OrganizationRenamed.v1':
      return { ...organization, nameZh: fact.data.nameZh, nameEn: fact.data.nameEn };
    case 'OrganizationMoved.v1':
      return { ...organization, parentId: fact.data.parentId };
    case 'OrganizationClassified.v1':
      return { ...organization, classified: fact.data.classified };
    case 'DissolutionBegan.v1':
      return { ...organization, kind: 'dissolving', dissolutionsBegun: organization.dissolutionsBegun + 1 };
    case 'DissolutionAbandoned.v1':
      return { ...organization, kind: 'live' };
    case 'OrganizationDissolved.v1':
      return { ...organization, kind: 'dissolved' };
    case 'OfficerAppointed.v1': {
      const { appointmentId, personId, office } = fact.data;
      return { ...organization, officers: [...organization.officers, { appointmentId, personId, office }] };
    }
    case 'OfficerRelieved.v1':
      return {
        ...organization,
        officers: organization.officers.filter(({ appointmentId }) => appointmentId !== fact.data.appointmentId),
      };
  }
};
