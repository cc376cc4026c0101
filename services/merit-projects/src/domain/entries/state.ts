import type { MilestonesPlanned } from './own-plan-facts.ts';
import type {
  EntriesFact,
  EntryDeclared,
  EntryFact,
  EntryListed,
  EntryPlanned,
  EntryProposed,
  EntryRedeclared,
  IntakeClosed,
} from './facts.ts';
import { type Counted, shareKey } from '../needs/shares.ts';
import type { Entry, Standing } from './entry.ts';
import { LISTED_VERSION } from './bringing.ts';
import { PROPOSED_VERSION } from './proposed-version.ts';
import { evolveReview } from './evolve-review.ts';
import { evolveObjections } from './objection-state.ts';

export type { Entry, Standing, StandingKind } from './entry.ts';

/**
 * All entries of one nominator in one edition, by id, in the order in which they came. `entered`: which of them entered, whatever
 * has become of them since.
 */
export type Entries = Readonly<{
  entries: Readonly<Record<string, Entry>>;
  intake: 'open' | 'closed';
  entered: readonly string[];
  /** Whoever stood as a candidate when the vote opened; null: it has not, or there is none. */
  candidates: readonly string[] | null;
  /** What was counted for numbers in proportion, by track ('': all that share one). */
  counted: Readonly<Record<string, Counted>>;
}>;

export const noEntries: Entries = { entries: {}, intake: 'open', entered: [], candidates: null, counted: {} };

/** The entry of that id; own keys only, so that no id of a caller's choosing reaches the prototype. */
export const entryOf = (state: Entries, entryId: string): Entry | undefined =>
  Object.hasOwn(state.entries, entryId) ? state.entries[entryId] : undefined;

type Begun = EntryPlanned | EntryProposed | EntryDeclared | EntryListed;

/** Its first version, where a fact of that type begins an entry. */
const firstVersion = (fact: Begun): number => {
  if (fact.type === 'EntryDeclared.v1') return fact.data.version;
  if (fact.type === 'EntryListed.v1') return LISTED_VERSION;
  return fact.type === 'EntryProposed.v1' ? PROPOSED_VERSION : 0;
};

const standingOf = ({ type }: Begun): Standing => {
  if (type === 'EntryPlanned.v1') return { kind: 'planned' };
  return { kind: type === 'EntryProposed.v1' ? 'proposed' : 'declared' };
};

const begunWith = (fact: Begun, data: Begun['data']): Entry => ({
  entryId: data.entryId,
  isListed: fact.type === 'EntryListed.v1',
  isCandidate: fact.type === 'EntryProposed.v1',
  revision: data.entryRevision,
  subject: data.subject,
  track: data.track,
  homeId: data.homeId,
  proposerId: data.proposerId,
  answerable: data.answerable,
  title: data.title,
  milestones: 'milestones' in data ? data.milestones : [],
  revisions: 0,
  declarations: firstVersion(fact),
  authorsNamed: 0,
  authorsErased: 0,
  openNeeds: [],
  clearanceAsked: false,
  placeReturned: false,
  returns: 0,
  handovers: 0,
  noticeRounds: { entries: 0, proposed: 0 },
  proposedUntil: '',
  proposedBy: '',
  objections: {},
  proposals: {},
  lastAct: null,
  delistedFrom: null,
  standing: standingOf(fact),
});

const without = <T>(all: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== id));

/** What came by a code may be called otherwise in a later version, or come back after it was taken back. */
const declareAgain = (entry: Entry, { data: { version, title } }: EntryDeclared | EntryRedeclared): Entry => ({
  ...entry,
  ...{ declarations: version, title, openNeeds: [], placeReturned: false, standing: { kind: 'declared' } },
});

/** The words of promises are sealed, and decide nothing. */
const planOwn = (entry: Entry, { data }: MilestonesPlanned): Entry => ({
  ...entry,
  milestones: data.milestones.map((one) => ({ ...one, title: '' })),
  revisions: entry.revisions + 1,
});

type Later = Exclude<EntryFact, EntryPlanned | EntryListed | EntryProposed>;
const evolveEntry = (entry: Entry, fact: Later): Entry => {
  switch (fact.type) {
    case 'EntryRevised.v1': {
      const { answerable, title, milestones } = fact.data;
      return { ...entry, answerable, title, milestones, revisions: entry.revisions + 1 };
    }
    case 'MilestonesPlanned.v1':
      return planOwn(entry, fact);
    case 'EntryConfirmed.v1': {
      const { entryRevision: eventRevision } = fact.data;
      const lastAct = { act: 'EntryConfirmed', eventRevision, before: entry.standing } as const;
      return { ...entry, lastAct, standing: { kind: 'underway' } };
    }
    case 'DocumentsGiven.v1':
    case 'CandidateChosen.v1':
      return entry;
    case 'EntryDeclared.v1':
    case 'EntryRedeclared.v1':
      return declareAgain(entry, fact);
    case 'EntryReturned.v1': {
      const { redeclareUntil } = fact.data;
      return { ...entry, returns: entry.returns + 1, standing: { kind: 'returned', redeclareUntil } };
    }
    case 'EntryWithdrawn.v1':
      return {
        ...entry,
        lastAct: { act: 'EntryWithdrawn', eventRevision: fact.data.entryRevision, before: entry.standing },
        placeReturned: fact.data.quotaPlace === 'returned',
        standing: { kind: 'withdrawn' },
      };
    case 'EntryDelisted.v1':
      return { ...entry, delistedFrom: entry.standing, standing: { kind: 'removed' } };
    case 'EntryRelisted.v1':
      return { ...entry, delistedFrom: null, standing: entry.delistedFrom ?? entry.standing };
    case 'ObjectionReceived.v1':
    case 'ObjectionSettled.v1':
    case 'ObjectionReopened.v1':
      return { ...entry, objections: evolveObjections(entry.objections, fact) };
    case 'EntryRemoved.v1': {
      const lastAct = {
        act: 'EntryRemoved',
        eventRevision: fact.data.entryRevision,
        before: entry.standing,
      } as const;
      return { ...entry, lastAct, standing: { kind: 'removed' } };
    }
    case 'EntryHandedOver.v1': {
      const { homeId, answerable } = fact.data;
      return { ...entry, homeId, proposerId: homeId, answerable, handovers: entry.handovers + 1 };
    }
    case 'ActUndone.v1':
      // What was taken back takes its place of the quota again.
      return {
        ...entry,
        placeReturned: fact.data.act === 'EntryWithdrawn' ? false : entry.placeReturned,
        standing: entry.lastAct?.before ?? entry.standing,
      };
    case 'ActProposed.v1': {
      const { proposalId, act, proposedBy, role, proposedAt, terms } = fact.data;
      const proposal = { proposalId, act, proposedBy, role, proposedAt, terms };
      return { ...entry, proposals: { ...entry.proposals, [proposalId]: proposal } };
    }
    case 'ProposalRejected.v1':
      return entry;
    default:
      return evolveReview(entry, fact);
  }
};

/** Facts after which the last clerical act can no longer be undone: something else has followed from it. */
const KEEPS_LAST_ACT: readonly EntriesFact['type'][] = [
  'EntryConfirmed.v1',
  'ListingConfirmed.v1',
  'EntryReviewed.v1',
  'EntryWithdrawn.v1',
  'EntryRemoved.v1',
  'ActProposed.v1',
  'ProposalRejected.v1',
  'EntryHandedOver.v1',
];

const evolved = (entry: Entry, fact: Later): Entry => {
  const next = evolveEntry(entry, fact);
  // What was carried out, or turned down, by whatever fact is a proposal no longer: nobody carries it out a second time.
  const settled = fact.type !== 'ActProposed.v1' && 'proposalId' in fact.data ? fact.data.proposalId : null;
  return {
    ...next,
    proposals: settled === null ? next.proposals : without(next.proposals, settled),
    revision: fact.data.entryRevision,
    lastAct: KEEPS_LAST_ACT.includes(fact.type) ? next.lastAct : null,
  };
};

const closeIntake = (state: Entries, { data }: IntakeClosed): Entries => {
  const standings = new Map<string, Standing>([
    ...data.entered.map(({ entryId }) => [entryId, { kind: 'in-evaluation' }] as const),
    ...data.missed.map(({ entryId, reason }) => [entryId, { kind: 'missed', reason }] as const),
  ]);
  const entries = Object.values(state.entries).map((entry) => {
    const standing = standings.get(entry.entryId);
    // What was rejected stays so: undoing it now would leave an entry that nothing can enter or end any more.
    return standing ? { ...entry, revision: entry.revision + 1, lastAct: null, standing } : { ...entry, lastAct: null };
  });
  return {
    ...state,
    intake: 'closed',
    entered: data.entered.map(({ entryId }) => entryId),
    entries: Object.fromEntries(entries.map((entry) => [entry.entryId, entry])),
  };
};

const isBeginning = (fact: EntryFact): fact is Begun =>
  fact.type === 'EntryPlanned.v1' ||
  fact.type === 'EntryProposed.v1' ||
  fact.type === 'EntryDeclared.v1' ||
  fact.type === 'EntryListed.v1';

export const evolveEntries = (state: Entries, fact: EntriesFact): Entries => {
  if (fact.type === 'IntakeClosed.v1') return closeIntake(state, fact);
  if (fact.type === 'CandidatesEntered.v1')
    return { ...state, candidates: fact.data.entered.map(({ entryId }) => entryId) };
  if (fact.type === 'QuotaCounted.v1') {
    const { asOf, count, knownTo } = fact.data;
    return { ...state, counted: { ...state.counted, [shareKey(fact.data)]: { asOf, count, knownTo } } };
  }
  const { entryId } = fact.data;
  const entry = entryOf(state, entryId);
  if (!entry && isBeginning(fact))
    return { ...state, entries: { ...state.entries, [entryId]: begunWith(fact, fact.data) } };
  // An entry's first fact is its plan, its nomination or its listing: another one first would be a stream that this decider never wrote.
  if (!entry || fact.type === 'EntryPlanned.v1' || fact.type === 'EntryListed.v1' || fact.type === 'EntryProposed.v1')
    throw new Error(`${fact.type} out of its place`);
  return { ...state, entries: { ...state.entries, [entryId]: evolved(entry, fact) } };
};
