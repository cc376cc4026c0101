import type { Instant } from '@jiangong/calendar';
import type { ClearanceScope, Milestone, UnitEditionFact } from './facts.ts';

/** Where an entry stands. `rejected` by the first review, `blocked` by discipline inspection, `removed` upon an objection, `missed` when scoring opened without it. */
export type Standing =
  | Readonly<{ kind: 'planned' }>
  | Readonly<{ kind: 'underway' }>
  | Readonly<{ kind: 'declared' }>
  | Readonly<{ kind: 'returned'; redeclareUntil: Instant }>
  | Readonly<{ kind: 'screened' }>
  | Readonly<{ kind: 'rejected' }>
  | Readonly<{ kind: 'clearance-requested'; clearanceId: string; scopes: readonly ClearanceScope[] }>
  | Readonly<{ kind: 'cleared' }>
  | Readonly<{ kind: 'blocked' }>
  | Readonly<{ kind: 'published'; noticeUntil: Instant }>
  | Readonly<{ kind: 'removed' }>
  | Readonly<{ kind: 'withdrawn' }>
  | Readonly<{ kind: 'in-evaluation' }>
  | Readonly<{ kind: 'missed' }>
  | Readonly<{ kind: 'commended' }>;

export type StandingKind = Standing['kind'];

export type Entry = Readonly<{
  entryId: string;
  leaderPersonId: string;
  title: string;
  milestones: readonly Milestone[];
  completedMilestones: readonly string[];
  revisions: number;
  reports: number;
  featured: boolean;
  /** Versions declared so far. */
  declarations: number;
  returns: number;
  noticeRounds: number;
  objections: Readonly<Record<string, 'open' | 'settled'>>;
  standing: Standing;
}>;

/** All entries of one unit in one edition, by id, in the order in which they were planned. */
export type UnitEdition = Readonly<{ entries: Readonly<Record<string, Entry>> }>;

export const emptyUnitEdition: UnitEdition = { entries: {} };

/** The entry of that id; own keys only, so that no id of a caller's choosing reaches the prototype. */
export const entryOf = (state: UnitEdition, entryId: string): Entry | undefined =>
  Object.hasOwn(state.entries, entryId) ? state.entries[entryId] : undefined;

type PlannedData = Extract<UnitEditionFact, { type: 'EntryPlanned.v1' }>['data'];

const plannedEntry = (data: PlannedData): Entry => ({
  entryId: data.entryId,
  leaderPersonId: data.leaderPersonId,
  title: data.title,
  milestones: data.milestones,
  completedMilestones: [],
  revisions: 0,
  reports: 0,
  featured: false,
  declarations: 0,
  returns: 0,
  noticeRounds: 0,
  objections: {},
  standing: { kind: 'planned' },
});

const evolveEntry = (entry: Entry, fact: Exclude<UnitEditionFact, { type: 'EntryPlanned.v1' }>): Entry => {
  switch (fact.type) {
    case 'EntryRevised.v1': {
      const { leaderPersonId, title, milestones } = fact.data;
      return { ...entry, leaderPersonId, title, milestones, revisions: entry.revisions + 1 };
    }
    case 'EntryConfirmed.v1':
      return { ...entry, standing: { kind: 'underway' } };
    case 'MilestoneCompleted.v1':
      return { ...entry, completedMilestones: [...entry.completedMilestones, fact.data.milestoneId] };
    case 'EntryProgressed.v1':
      return { ...entry, reports: entry.reports + 1 };
    case 'EntryFeatured.v1':
      return { ...entry, featured: true };
    case 'EntryDeclared.v1':
    case 'EntryRedeclared.v1':
      return { ...entry, declarations: fact.data.version, standing: { kind: 'declared' } };
    case 'EntryReturned.v1':
      return {
        ...entry,
        returns: entry.returns + 1,
        standing: { kind: 'returned', redeclareUntil: fact.data.redeclareUntil },
      };
    case 'EntryWithdrawn.v1':
      return { ...entry, standing: { kind: 'withdrawn' } };
    case 'EntryScreened.v1':
      return { ...entry, standing: { kind: fact.data.outcome === 'passed' ? 'screened' : 'rejected' } };
    case 'ClearanceRequested.v1':
      return {
        ...entry,
        standing: { kind: 'clearance-requested', clearanceId: fact.data.clearanceId, scopes: fact.data.scopes },
      };
    case 'EntryCleared.v1':
      return { ...entry, standing: { kind: 'cleared' } };
    case 'EntryBlocked.v1':
      return { ...entry, standing: { kind: 'blocked' } };
    case 'EntryPublished.v1':
      return {
        ...entry,
        noticeRounds: fact.data.noticeRound,
        standing: { kind: 'published', noticeUntil: fact.data.noticeUntil },
      };
    case 'ObjectionReceived.v1':
      return { ...entry, objections: { ...entry.objections, [fact.data.objectionId]: 'open' } };
    case 'ObjectionSettled.v1':
      return { ...entry, objections: { ...entry.objections, [fact.data.objectionId]: 'settled' } };
    case 'EntryRemoved.v1':
      return { ...entry, standing: { kind: 'removed' } };
    case 'EntryEnteredEvaluation.v1':
      return { ...entry, standing: { kind: 'in-evaluation' } };
    case 'EntryMissedEvaluation.v1':
      return { ...entry, standing: { kind: 'missed' } };
    case 'EntryCommended.v1':
      return { ...entry, standing: { kind: 'commended' } };
  }
};

export const evolveUnitEdition = (state: UnitEdition, fact: UnitEditionFact): UnitEdition => {
  const { entryId } = fact.data;
  if (fact.type === 'EntryPlanned.v1') return { entries: { ...state.entries, [entryId]: plannedEntry(fact.data) } };
  const entry = entryOf(state, entryId);
  // An entry's first fact is its plan: another one first would be a stream that this decider never wrote.
  if (!entry) throw new Error(`${fact.type} before EntryPlanned.v1`);
  return { entries: { ...state.entries, [entryId]: evolveEntry(entry, fact) } };
};
