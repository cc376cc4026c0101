import type { Proposal } from '@jiangong/event-store';
import type {
  ActProposed,
  ActScheduled,
  PersonalDataCorrected,
  PersonFact,
  Personal,
  PersonRegistered,
  RoleRevoked,
  StageFact,
} from './facts.ts';
import { type GrantHeld, hasNotEnded } from './grant.ts';
import type { MembershipStage } from './membership-stage.ts';
import { evolveStage } from './evolve-stage.ts';

/** A proposal that waits, with what exactly it proposes. Why is only handed on, to the second person. */
export type ProposedCorrection = Proposal & Pick<ActProposed['data'], 'act' | 'terms'> & Readonly<{ why: string }>;

/** What was asked for and waits for its second person. Why is only handed on. */
export type AskedErasure = Readonly<{ requestedBy: string; why: string }>;

/** What waits for its day. Its prose is only handed on. */
export type ScheduledAct = Readonly<Omit<ActScheduled['data'], 'personId'>>;

export type Registered = Readonly<{
  kind: 'registered';
  personId: string;
  organizationId: string;
  personal: Personal;
  /** Since when the person belongs there. */
  placedOn: string;
  membership: MembershipStage;
  /** What the person was before the last exit; null when there was none, or it was corrected. */
  beforeExit: MembershipStage | null;
  /** How many stages were recorded: a proposal about an earlier one has lapsed. */
  stageNumber: number;
  /** All that ever were, ended ones included. */
  grants: readonly GrantHeld[];
  proposals: readonly ProposedCorrection[];
  /** The exit or move that takes effect on a day ahead: one at a time. */
  scheduled: ScheduledAct | null;
  held: boolean;
  erasure: AskedErasure | null;
}>;

export type Person =
  | Readonly<{ kind: 'absent' }>
  | Registered
  | Readonly<{ kind: 'erased'; personId: string; organizationId: string }>;

export const absent: Person = { kind: 'absent' };

const registered = ({ data: { personId, organizationId, effectiveOn, ...personal } }: PersonRegistered): Person => ({
  kind: 'registered',
  personId,
  organizationId,
  personal,
  placedOn: effectiveOn,
  membership: { stage: 'none' },
  beforeExit: null,
  stageNumber: 0,
  grants: [],
  proposals: [],
  scheduled: null,
  held: false,
  erasure: null,
});

const corrected = (
  person: Registered,
  { data: { personId: _personId, prose: _prose, ...changed } }: PersonalDataCorrected,
): Registered => ({
  ...person,
  personal: { ...person.personal, ...changed },
});

/** A grant ends once, at its first end. */
const endedBy = (grant: GrantHeld, { data }: RoleRevoked): GrantHeld =>
  grant.grantId === data.grantId && hasNotEnded(grant, data.endsAt)
    ? { ...grant, until: data.endsAt, endedBecause: data.because }
    : grant;

const without = (proposals: readonly ProposedCorrection[], proposalId: string): readonly ProposedCorrection[] =>
  proposals.filter((one) => one.proposalId !== proposalId);

const staged = (person: Registered, fact: StageFact): Registered => {
  const { membership, beforeExit, stageNumber, proposals } = person;
  const carriedOut = fact.type === 'StageCorrected.v1' || fact.type === 'ExitCorrected.v1';
  return {
    ...person,
    membership: evolveStage(membership, fact, beforeExit),
    beforeExit: fact.type === 'PersonExited.v1' ? membership : fact.type === 'ExitCorrected.v1' ? null : beforeExit,
    stageNumber: stageNumber + 1,
    proposals: carriedOut ? without(proposals, fact.data.proposalId) : proposals,
  };
};

export const evolve = (person: Person, fact: PersonFact): Person => {
  if (fact.type === 'PersonRegistered.v1') return registered(fact);
  if (person.kind !== 'registered') throw new Error(`${fact.type} for a person who is ${person.kind}`);
  switch (fact.type) {
    case 'PersonalDataCorrected.v1':
      return corrected(person, fact);
    case 'PersonMoved.v1':
      return { ...person, organizationId: fact.data.toOrganizationId, placedOn: fact.data.effectiveOn };
    case 'RoleGranted.v1': {
      const { personId: _personId, ...grant } = fact.data;
      return { ...person, grants: [...person.grants, { ...grant, endedBecause: null }] };
    }
    case 'RoleRevoked.v1':
      return { ...person, grants: person.grants.map((grant) => endedBy(grant, fact)) };
    case 'SignInEnded.v1':
    case 'SignInResetOffered.v1':
    case 'SignInVouchedFor.v1':
    case 'SecondFactorEnded.v1':
      return person;
    case 'LegalHoldPlaced.v1':
      return { ...person, held: true };
    case 'LegalHoldLifted.v1':
      return { ...person, held: false };
    case 'ErasureRequested.v1':
      return { ...person, erasure: { requestedBy: fact.data.requestedBy, why: fact.data.prose.why } };
    case 'ErasureWithdrawn.v1':
      return { ...person, erasure: null };
    case 'ActScheduled.v1': {
      const { personId: _personId, ...scheduled } = fact.data;
      return { ...person, scheduled };
    }
    case 'ScheduledActEnded.v1':
      return { ...person, scheduled: null };
    case 'ActProposed.v1': {
      const { personId: _personId, prose, ...proposal } = fact.data;
      return { ...person, proposals: [...person.proposals, { ...proposal, why: prose.why }] };
    }
    case 'ProposalRejected.v1':
      return { ...person, proposals: without(person.proposals, fact.data.proposalId) };
    case 'PersonErased.v1':
      return { kind: 'erased', personId: person.personId, organizationId: person.organizationId };
    default:
      return staged(person, fact);
  }
};
