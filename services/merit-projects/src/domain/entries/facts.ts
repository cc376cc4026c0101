import type { Fact, Proposal } from '@jiangong/event-store';
import type { Instant, LocalDate } from '@jiangong/calendar';
import type { JudgedNeed } from '../needs/needs.ts';
import type { SubjectKind } from '../programme.ts';
import type { About, Carried, EvidenceHash, GivenDocument } from './about.ts';
import type { AuthorFact } from './author-facts.ts';
import type { CandidateChosen } from './candidate-facts.ts';
import type { MilestonesPlanned } from './own-plan-facts.ts';
import type { QuotaCounted } from './quota-facts.ts';
import type { ObjectionFact } from './objection-facts.ts';

/** What is put forward. Of a project the id is made when it is planned; of everything else it is known before. */
export type Subject = Readonly<{ kind: SubjectKind; id: string }>;

/**
 * What an entry is. `homeId`: the organization it belongs to (recusals and honours follow it). `proposerId`: who proposed it, a branch or
 * the nominator itself. `answerable`: who answers for it, the leader first.
 */
export type Identity = Readonly<{
  subject: Subject;
  track: string;
  homeId: string;
  proposerId: string;
  answerable: readonly string[];
}>;

export type Milestone = Readonly<{ milestoneId: string; title: string; dueOn: LocalDate }>;

/** What is planned: the year's key task it serves, the due date, the milestones. What it takes is prose. */
export type Plan = Readonly<{ title: string; keyTask: string; dueOn: LocalDate; milestones: readonly Milestone[] }>;

export const CLEARANCE_SCOPES = ['entry', 'leader', 'unit'] as const;
export type ClearanceScope = (typeof CLEARANCE_SCOPES)[number];
export type ClearanceOutcome = 'cleared' | 'blocked';
export type ClearanceOpinion = Readonly<{ scope: ClearanceScope; outcome: ClearanceOutcome }>;

/** One item of the reviewer's check-list: what was looked at, in a line, and whether it is there. */
export type ReviewAnswer = Readonly<{ item: string; met: boolean }>;

/** Why what was declared did not enter. `notice-running`: a last resort, for no calendar lets scoring open before notices end. */
export const MISSED_REASONS = [
  'not-declared',
  'not-declared-again',
  'not-reviewed',
  'not-cleared',
  'not-published',
  'notice-running',
  'blocked',
] as const;
export type MissedReason = (typeof MISSED_REASONS)[number];

export type EntryPlanned = About<'EntryPlanned.v1', Identity & Plan & { prose: { measures: string } }>;
export type EntryRevised = About<
  'EntryRevised.v1',
  Plan & { answerable: readonly string[]; prose: { measures: string; why: string } }
>;
export type ListingConfirmed = About<'ListingConfirmed.v1', { prose: { opinion: string } }>;
export type EntryConfirmed = About<'EntryConfirmed.v1', { prose: { opinion: string } }>;

/** Where the dossier stood when it was declared: everything up to that fact belongs to the declaration. Revision -1: it was empty. */
export type DossierEnd = Readonly<{ revision: number; hash: string | null }>;

/**
 * `version` counts the declarations of the entry from 1: a declaration after a return is the next version, none is overwritten.
 * `as`: the capacity in which an office-holder is put forward; `from`: the entry of a lower level that it continues.
 */
export type EntryDeclared = About<
  'EntryDeclared.v1',
  Identity & {
    version: number;
    title: string;
    evidence: readonly EvidenceHash[];
    dossierEnd: DossierEnd;
    as: string | null;
    from: string | null;
    prose: { summary: string };
  }
>;
/** A candidate of its branch, with its reasons: its first version. What it is declared with are the versions after. */
export type EntryProposed = About<'EntryProposed.v1', Identity & { title: string; prose: { summary: string } }>;
/** Which files of the version before it are the documents that the template asks for. */
export type DocumentsGiven = About<'DocumentsGiven.v1', { version: number; documents: readonly GivenDocument[] }>;
/** What the platform knew of each need when the version before it was declared: `knownTo`, the log position up to which it had heard. */
export type NeedsTested = About<
  'NeedsTested.v1',
  { version: number; asOf: LocalDate; knownTo: number; needs: readonly JudgedNeed[] }
>;
/** Stands before the review: what its reviewer answered of needs that the platform could not tell; a ground for each, in their order. */
export type NeedsAnswered = About<
  'NeedsAnswered.v1',
  {
    version: number;
    answers: readonly Readonly<{ needId: string; met: boolean }>[];
    prose: { grounds: readonly string[] };
  }
>;
export type EntryRedeclared = About<'EntryRedeclared.v1', EntryDeclared['data']>;
export type EntryReturned = About<
  'EntryReturned.v1',
  {
    version: number;
    by: 'review' | 'objection';
    redeclareBy: LocalDate;
    redeclareUntil: Instant;
    prose: { reasons: readonly string[] };
  }
>;
/** `prose.explanations`: one for each answer that is not met, in their order. */
export type EntryReviewed = About<
  'EntryReviewed.v1',
  {
    version: number;
    outcome: 'passed' | 'failed';
    answers: readonly ReviewAnswer[];
    prose: { explanations: readonly string[] };
  }
>;
export type ClearanceRequested = About<
  'ClearanceRequested.v1',
  { clearanceId: string; scopes: readonly ClearanceScope[] }
>;
/** Against what and why is sealed under the key of discipline inspection: the unit learns the outcome, nothing else. */
export type ClearanceGiven = About<
  'ClearanceGiven.v1',
  {
    clearanceId: string;
    /** The role in whose name the opinion is given. */
    authority: string;
    scopes: readonly ClearanceScope[];
    outcome: ClearanceOutcome;
    opinionNumber: string;
    inspectorPersonId: string;
    prose: { opinions: readonly ClearanceOpinion[]; why: string };
  }
>;
/** `clearanceId`: the opinion that blocks, maybe one on another entry of the unit; null: found without being asked. */
export type EntryBlocked = About<
  'EntryBlocked.v1',
  {
    blockId: string;
    clearanceId: string | null;
    wasEntered: boolean;
    inspectorPersonId: string;
    opinionNumber: string;
    prose: { why: string };
  } & Carried
>;
export type BlockLifted = About<
  'BlockLifted.v1',
  {
    blockId: string;
    wasEntered: boolean;
    /** Where the entry stands again. */
    standing: string;
    blockedBy: string;
    inspectorPersonId: string;
    opinionNumber: string;
    prose: { why: string };
  } & Carried
>;
/** `noticeRound` counts the notices of the same kind from 1. */
export type EntryPublished = About<
  'EntryPublished.v1',
  {
    noticeId: string;
    about: 'entries' | 'proposed';
    noticeRound: number;
    noticeFrom: Instant;
    noticeUntil: Instant;
    holidaysHash: string;
    /** The round and decision whose proposal is published; null for the notice before scoring. */
    roundId: string | null;
    decisionId: string | null;
  }
>;
/** `quotaPlace`: whether its place of the quota stays `taken` or was `returned`; `none`: it had none. */
export type EntryWithdrawn = About<
  'EntryWithdrawn.v1',
  { quotaPlace: 'taken' | 'returned' | 'none'; classifiedThen: boolean; prose: { why: string } }
>;
export type EntryRemoved = About<
  'EntryRemoved.v1',
  { objectionId: string | null; wasEntered: boolean; prose: { why: string } } & Carried
>;
/** The home was dissolved, merged or moved: the entry goes on elsewhere. Its place of the quota stays charged here. */
export type EntryHandedOver = About<
  'EntryHandedOver.v1',
  {
    fromHomeId: string;
    homeId: string;
    answerable: readonly string[];
    effectiveOn: LocalDate;
    prose: { why: string };
  }
>;

/** What ends an entry by an order can be undone like a slip of the pen: nobody should lose a year's work by one click. */
export const UNDOABLE = [
  'EntryConfirmed',
  'ListingConfirmed',
  'EntryReviewed',
  'EntryWithdrawn',
  'EntryRemoved',
] as const;
export type Undoable = (typeof UNDOABLE)[number];
/** An act in error, so long as nothing has followed from it. `eventRevision`: the entry's own counter of the fact that is undone. */
export type ActUndone = About<
  'ActUndone.v1',
  { act: Undoable; eventRevision: number; standing: string; prose: { why: string } } & Carried
>;

export const ENTRY_PROPOSALS = [
  'BlockEntry',
  'LiftBlock',
  'RemoveEntry',
  'UndoAct',
  'SettleObjection',
  'ReopenObjection',
] as const;
export type EntryProposalAct = (typeof ENTRY_PROPOSALS)[number];
/** `objectionId` is for `SettleObjection` and `ReopenObjection`. `entryRevision`: when the entry has moved on since, the proposal has lapsed. */
export type EntryProposalTerms = Readonly<{ objectionId: string; entryRevision: number }>;
export type EntryActProposed = About<
  'ActProposed.v1',
  { act: EntryProposalAct; terms: EntryProposalTerms; prose: { why: string } } & Proposal
>;
export type EntryProposalRejected = About<'ProposalRejected.v1', { proposalId: string; prose: { why: string } }>;

export type Entered = Readonly<{
  entryId: string;
  subject: Subject;
  homeId: string;
  track: string;
  title: string;
  answerable: readonly string[];
  /** Objections that are still open: no award before they are settled. */
  openObjections: readonly string[];
}>;
/** What of one nominator enters and what misses, once and for all. Entries that were never declared are not named. */
export type IntakeClosed = Fact<
  'IntakeClosed.v1',
  Readonly<{
    editionId: string;
    nominatorId: string;
    entered: readonly Entered[];
    missed: readonly Readonly<{ entryId: string; reason: MissedReason }>[];
  }>
>;

/** Whoever of one nominator's branches stood as a candidate when the vote opened. */
export type CandidatesEntered = Fact<
  'CandidatesEntered.v1',
  Readonly<{ editionId: string; nominatorId: string; entered: readonly Entered[] }>
>;

/**
 * It stands on the edition's roll: nobody declares it, and it stands where a declaration would. `asOf`: the day of the roll; its title is
 * what the organization was called when it was listed.
 */
export type EntryListed = About<'EntryListed.v1', Identity & Readonly<{ title: string; asOf: LocalDate }>>;
/** It does not belong on the roll; the opposite puts it back to where it stood. */
export type EntryDelisted = About<'EntryDelisted.v1', { prose: { why: string } }>;
export type EntryRelisted = About<'EntryRelisted.v1', { standing: string; prose: { why: string } }>;

export type EntryFact =
  | EntryPlanned
  | EntryRevised
  | MilestonesPlanned
  | EntryConfirmed
  | ListingConfirmed
  | EntryProposed
  | CandidateChosen
  | EntryDeclared
  | DocumentsGiven
  | NeedsTested
  | NeedsAnswered
  | EntryRedeclared
  | AuthorFact
  | EntryReturned
  | EntryReviewed
  | ClearanceRequested
  | ClearanceGiven
  | EntryBlocked
  | BlockLifted
  | EntryPublished
  | ObjectionFact
  | EntryWithdrawn
  | EntryRemoved
  | EntryHandedOver
  | ActUndone
  | EntryListed
  | EntryDelisted
  | EntryRelisted
  | EntryActProposed
  | EntryProposalRejected;

export type EntriesFact = EntryFact | IntakeClosed | CandidatesEntered | QuotaCounted;
