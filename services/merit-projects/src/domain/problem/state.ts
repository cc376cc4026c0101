import type { Proposal } from '@jiangong/event-store';
import type { LocalDate } from '@jiangong/calendar';
import type { OwnerRole, ProblemFact, ProblemRef } from './facts.ts';

/** Measures that stand, by id, with how many files each names. */
type Measures = Readonly<Record<string, number>>;

/** What counts over the whole life of a problem. */
export type Told = Readonly<{
  ref: ProblemRef;
  /** Who found it: he does not close it. */
  foundBy: string;
  measures: Measures;
  /** Those who told measures or handed in: none of them closes it. */
  hands: readonly string[];
  /** Measures told, the day of the last one along. */
  measured: Turns;
  /** A measure was told since it was assigned, sent back or reopened. */
  fresh: boolean;
  extensions: number;
  reopenings: number;
  /** Turns so far, and the day of the last one. */
  handovers: Turns;
  handIns: Turns;
  proposals: number;
  proposal: Proposal | null;
}>;
export type Turns = Readonly<{ count: number; lastOn: LocalDate }>;
export type Owner = Readonly<{ ownerId: string; ownerRole: OwnerRole; dueOn: LocalDate }>;

export type Problem =
  | Readonly<{ kind: 'absent' }>
  | Readonly<{ kind: 'found'; told: Told }>
  | Readonly<{ kind: 'assigned'; told: Told; owner: Owner }>
  | Readonly<{ kind: 'handed-in'; told: Told; owner: Owner; handedInBy: string }>
  | Readonly<{ kind: 'closed'; told: Told; owner: Owner; closedBy: string }>
  | Readonly<{ kind: 'withdrawn'; told: Told }>;

export type ProblemState = Exclude<Problem['kind'], 'absent'>;
export const PROBLEM_STATES: readonly ProblemState[] = ['found', 'assigned', 'handed-in', 'closed', 'withdrawn'];

const NEVER: Turns = { count: 0, lastOn: '' };
const refOf = ({ problemId, editionId, committeeId, ownerId }: ProblemRef): ProblemRef => ({
  ...{ problemId, editionId, committeeId, ownerId },
});
const added = (hands: readonly string[], personId: string): readonly string[] =>
  hands.includes(personId) ? hands : [...hands, personId];

type Known = Exclude<Problem, { kind: 'absent' }>;
type Owned = Extract<Known, { owner: Owner }>;

const ownerOf = (problem: Known): Owner => {
  if (!('owner' in problem)) throw new Error('the problem has no owner yet');
  return problem.owner;
};

const measured = (problem: Owned, fact: ProblemFact): Problem => {
  const { told } = problem;
  if (fact.type === 'ProblemEvidenceAdded.v1') {
    const { measureId, evidence, personId, toldOn: lastOn } = fact.data;
    const measures = { ...told.measures, [measureId]: evidence.length };
    const hands = added(told.hands, personId);
    return {
      ...problem,
      told: { ...told, measures, hands, measured: { count: told.measured.count + 1, lastOn }, fresh: true },
    };
  }
  if (fact.type !== 'ProblemEvidenceRemoved.v1') return problem;
  const { measureId } = fact.data;
  const measures = Object.fromEntries(Object.entries(told.measures).filter(([id]) => id !== measureId));
  return { ...problem, told: { ...told, measures } };
};

const proposed = (problem: Known, fact: ProblemFact): Problem => {
  const { told } = problem;
  if (fact.type === 'ProblemWithdrawalProposed.v1') {
    const { proposalId, act, proposedBy, role, proposedAt } = fact.data;
    const proposal = { proposalId, act, proposedBy, role, proposedAt };
    return { ...problem, told: { ...told, proposal, proposals: told.proposals + 1 } };
  }
  if (fact.type === 'ProblemWithdrawalRejected.v1') return { ...problem, told: { ...told, proposal: null } };
  return { kind: 'withdrawn', told: { ...told, proposal: null } };
};

const turned = (problem: Known, fact: ProblemFact): Problem => {
  const { told } = problem;
  switch (fact.type) {
    case 'ProblemAssigned.v1': {
      const { ownerId, ownerRole, dueOn } = fact.data;
      return { kind: 'assigned', told: { ...told, ref: refOf(fact.data) }, owner: { ownerId, ownerRole, dueOn } };
    }
    case 'ProblemHandedOver.v1': {
      const { ownerId, ownerRole, dueOn, handedOverOn: lastOn } = fact.data;
      const handovers = { count: told.handovers.count + 1, lastOn };
      return {
        ...{ kind: 'assigned', told: { ...told, ref: refOf(fact.data), handovers, fresh: false } },
        owner: { ownerId, ownerRole, dueOn },
      };
    }
    case 'ProblemHandedIn.v1': {
      const { personId, handedInOn: lastOn } = fact.data;
      const handIns = { count: told.handIns.count + 1, lastOn };
      const hands = added(told.hands, personId);
      return { kind: 'handed-in', told: { ...told, handIns, hands }, owner: ownerOf(problem), handedInBy: personId };
    }
    case 'ProblemTakenBack.v1':
      return { kind: 'assigned', told, owner: ownerOf(problem) };
    case 'ProblemSentBack.v1':
      return {
        kind: 'assigned',
        told: { ...told, fresh: false },
        owner: { ...ownerOf(problem), dueOn: fact.data.dueOn },
      };
    case 'ProblemReopened.v1': {
      const reopened = { ...told, fresh: false, reopenings: told.reopenings + 1, extensions: 0 };
      return { kind: 'assigned', told: reopened, owner: { ...ownerOf(problem), dueOn: fact.data.dueOn } };
    }
    case 'ProblemClosed.v1':
      return { kind: 'closed', told, owner: ownerOf(problem), closedBy: fact.data.personId };
    default:
      return problem;
  }
};

export const evolve = (problem: Problem, fact: ProblemFact): Problem => {
  if (fact.type === 'ProblemFound.v1') {
    const none = { measures: {}, hands: [], measured: NEVER, fresh: false, extensions: 0, reopenings: 0 };
    const never = { handovers: NEVER, handIns: NEVER, proposals: 0, proposal: null };
    return { kind: 'found', told: { ref: refOf(fact.data), foundBy: fact.data.personId, ...none, ...never } };
  }
  if (problem.kind === 'absent') return problem;
  switch (fact.type) {
    case 'ProblemEvidenceAdded.v1':
    case 'ProblemEvidenceRemoved.v1':
      return 'owner' in problem ? measured(problem, fact) : problem;
    case 'ProblemDeadlineExtended.v1': {
      const { told } = problem;
      const owner = { ...ownerOf(problem), dueOn: fact.data.dueOn };
      return { kind: 'assigned', told: { ...told, extensions: told.extensions + 1 }, owner };
    }
    case 'ProblemWithdrawalProposed.v1':
    case 'ProblemWithdrawalRejected.v1':
    case 'ProblemWithdrawn.v1':
      return proposed(problem, fact);
    default:
      return turned(problem, fact);
  }
};
