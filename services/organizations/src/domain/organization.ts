import type { Proposal } from '@jiangong/event-store';
import type { OrganizationDissolved, OrganizationFact, OrganizationFounded } from './facts.ts';
import type { Office } from './offices.ts';
import type { OrganizationKind } from './organization-kinds.ts';

export type Appointment = Readonly<{ appointmentId: string; personId: string; office: Office; effectiveOn: string }>;

/** A name and the first day it was borne. */
export type NameBorne = Readonly<{ since: string; nameZh: string; nameEn: string }>;

export type ProposedAct = Proposal & Readonly<{ terms: Readonly<{ dissolution: number }> }>;

export type Standing = Readonly<{
  organizationId: string;
  parentId: string | null;
  organizationKind: OrganizationKind;
  tier: number | null;
  /** All names, in order; the last is today's. */
  names: readonly [NameBorne, ...NameBorne[]];
  classified: boolean;
  /** Since when it stands where it stands. */
  placedOn: string;
  officers: readonly Appointment[];
  /** How often its dissolution was begun: whoever looked for children during one must not complete another. */
  dissolutionsBegun: number;
  /** How it ended, while it is dissolved. */
  ended: OrganizationDissolved['data'] | null;
  proposals: readonly ProposedAct[];
}>;

/** `dissolving`: takes no new children while it is looked whether any are left. */
export type Organization =
  | Readonly<{ kind: 'absent' }>
  | (Readonly<{ kind: 'live' | 'dissolving' | 'dissolved' }> & Standing);

export const absent: Organization = { kind: 'absent' };

export const nameNow = ({ names }: Standing): NameBorne => names.at(-1) ?? names[0];

/** The name an organization bore on a day; before its first day the first one. */
export const nameOn = ({ names }: Standing, day: string): NameBorne =>
  names.findLast(({ since }) => since <= day) ?? names[0];

const founded = ({ data }: OrganizationFounded): Organization => ({
  kind: 'live',
  organizationId: data.organizationId,
  parentId: data.parentId,
  organizationKind: data.kind,
  tier: data.tier,
  names: [{ since: data.foundedOn, nameZh: data.nameZh, nameEn: data.nameEn }],
  classified: data.classified,
  placedOn: data.foundedOn,
  officers: [],
  dissolutionsBegun: 0,
  ended: null,
  proposals: [],
});

type Founded = Exclude<Organization, { kind: 'absent' }>;

const without = (proposals: readonly ProposedAct[], proposalId: string): readonly ProposedAct[] =>
  proposals.filter((one) => one.proposalId !== proposalId);

const evolveTree = (organization: Founded, fact: OrganizationFact): Organization | undefined => {
  switch (fact.type) {
    case 'OrganizationRenamed.v1': {
      const { nameZh, nameEn, effectiveOn } = fact.data;
      return { ...organization, names: [...organization.names, { since: effectiveOn, nameZh, nameEn }] };
    }
    case 'OrganizationMoved.v1':
      return { ...organization, parentId: fact.data.parentId, placedOn: fact.data.effectiveOn };
    case 'OrganizationClassified.v1':
      return { ...organization, classified: fact.data.classified };
    case 'DissolutionBegan.v1':
      return { ...organization, kind: 'dissolving', dissolutionsBegun: organization.dissolutionsBegun + 1 };
    case 'DissolutionAbandoned.v1':
      return { ...organization, kind: 'live' };
    case 'OrganizationDissolved.v1':
      return { ...organization, kind: 'dissolved', ended: fact.data };
    case 'OrganizationRestored.v1':
      return { ...organization, kind: 'live', ended: null, proposals: [] };
    default:
      return undefined;
  }
};

export const evolve = (organization: Organization, fact: OrganizationFact): Organization => {
  if (fact.type === 'OrganizationFounded.v1') return founded(fact);
  if (organization.kind === 'absent') throw new Error(`${fact.type} before the founding`);
  switch (fact.type) {
    case 'ActProposed.v1': {
      const { organizationId: _organizationId, prose: _prose, ...proposal } = fact.data;
      return { ...organization, proposals: [...organization.proposals, proposal] };
    }
    case 'ProposalRejected.v1':
      return { ...organization, proposals: without(organization.proposals, fact.data.proposalId) };
    case 'OfficerAppointed.v1': {
      const { appointmentId, personId, office, effectiveOn } = fact.data;
      return {
        ...organization,
        officers: [...organization.officers, { appointmentId, personId, office, effectiveOn }],
      };
    }
    case 'OfficerRelieved.v1':
      return {
        ...organization,
        officers: organization.officers.filter(({ appointmentId }) => appointmentId !== fact.data.appointmentId),
      };
    default:
      return evolveTree(organization, fact) ?? organization;
  }
};
