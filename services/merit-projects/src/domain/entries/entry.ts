import type { Proposal } from '@jiangong/event-store';
import type { Instant } from '@jiangong/calendar';
import type { ClearanceScope, EntryProposalTerms, Identity, Milestone, MissedReason, Undoable } from './facts.ts';
import type { ObjectionsOfEntry } from './objection-state.ts';

/** Where an entry stands. `proposed`: a candidate of its branch, not declared yet. `rejected` by the review, `blocked` by discipline inspection, `removed` upon an objection, `missed` when entries entered without it. */
export type Standing =
  | Readonly<{ kind: 'planned' }>
  | Readonly<{ kind: 'underway' }>
  | Readonly<{ kind: 'proposed' }>
  | Readonly<{ kind: 'declared' }>
  | Readonly<{ kind: 'returned'; redeclareUntil: Instant }>
  | Readonly<{ kind: 'reviewed' }>
  | Readonly<{ kind: 'rejected' }>
  | Readonly<{ kind: 'clearance-requested'; clearanceId: string; scopes: readonly ClearanceScope[] }>
  | Readonly<{ kind: 'cleared' }>
  | Readonly<{
      kind: 'blocked';
      blockId: string;
      blockedBy: string;
      /** The entry's counter of the fact that blocked it. */
      sinceRevision: number;
      before: Exclude<Standing, { kind: 'blocked' }>;
    }>
  | Readonly<{ kind: 'published'; noticeUntil: Instant }>
  | Readonly<{ kind: 'removed' }>
  | Readonly<{ kind: 'withdrawn' }>
  | Readonly<{ kind: 'in-evaluation' }>
  | Readonly<{ kind: 'missed'; reason: MissedReason }>;

export type StandingKind = Standing['kind'];

/** The last clerical act, if nothing that follows from it has happened since. */
export type LastAct = Readonly<{ act: Undoable; eventRevision: number; before: Standing }>;

export type Entry = Identity &
  Readonly<{
    entryId: string;
    /** It stands on the edition's roll: nobody put it forward, and its first version says nothing. */
    isListed: boolean;
    /** It was proposed first: its first version is its branch's reasons, and takes no place. */
    isCandidate: boolean;
    /** Facts about it so far: what an If-Match is compared with. */
    revision: number;
    title: string;
    milestones: readonly Milestone[];
    revisions: number;
    /** Versions declared so far. */
    declarations: number;
    /** The last version that names its author, and up to which one he is erased; 0: none. */
    authorsNamed: number;
    authorsErased: number;
    /** Needs of the last version that the platform could not tell: its reviewer answers them. */
    openNeeds: readonly string[];
    /** Whether discipline inspection was ever asked: from then on withdrawing gives no place back. */
    clearanceAsked: boolean;
    placeReturned: boolean;
    returns: number;
    handovers: number;
    noticeRounds: Readonly<{ entries: number; proposed: number }>;
    /** The second notice, of what is proposed for an honour; empty: none. */
    proposedUntil: Instant;
    /** The decision whose proposal is published last; empty: none. */
    proposedBy: string;
    objections: ObjectionsOfEntry;
    proposals: Readonly<Record<string, Proposal & Readonly<{ terms: EntryProposalTerms }>>>;
    lastAct: LastAct | null;
    /** Where it stood when it was taken off the roll; null: it was not. */
    delistedFrom: Standing | null;
    standing: Standing;
  }>;
