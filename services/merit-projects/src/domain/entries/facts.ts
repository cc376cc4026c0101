import type { Fact } from '@jiangong/event-store';
import type { Instant, LocalDate } from '@jiangong/calendar';

/** Every fact about an entry says which entry of which unit in which edition. */
export type EntryRef = Readonly<{ entryId: string; editionId: string; unitId: string }>;

export type Milestone = Readonly<{ milestoneId: string; title: string; dueOn: LocalDate }>;

/** What a branch plans: the year's key task it serves, the measures, the person in charge, the due date. */
export type Plan = Readonly<{
  leaderPersonId: string;
  title: string;
  keyTask: string;
  measures: string;
  dueOn: LocalDate;
  milestones: readonly Milestone[];
}>;

/** SHA-256 of an evidence file, lower-case hex. */
export type EvidenceHash = string;

export const CLEARANCE_SCOPES = ['entry', 'leader', 'unit'] as const;
export type ClearanceScope = (typeof CLEARANCE_SCOPES)[number];
export type ClearanceOpinion = Readonly<{ scope: ClearanceScope; outcome: 'cleared' | 'blocked' }>;

export type ScreeningFailure = Readonly<{ criterion: string; explanation: string }>;

export const OBJECTION_OUTCOMES = ['upheld-remove', 'upheld-return', 'rejected'] as const;
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number];

/** `notice-running`: scoring was moved to an earlier day while the notice ran. */
export const MISSED_REASONS = ['objection-open', 'notice-running'] as const;
export type MissedReason = (typeof MISSED_REASONS)[number];

type About<T extends string, D> = Fact<T, EntryRef & Readonly<D>>;

export type EntryPlanned = About<'EntryPlanned.v1', Plan & { branchId: string }>;
export type EntryRevised = About<'EntryRevised.v1', Plan & { why: string }>;
export type EntryConfirmed = About<'EntryConfirmed.v1', { opinion: string }>;
export type MilestoneCompleted = About<
  'MilestoneCompleted.v1',
  { milestoneId: string; completedOn: LocalDate; evidence: readonly EvidenceHash[] }
>;
export type EntryProgressed = About<
  'EntryProgressed.v1',
  { reportId: string; report: string; evidence: readonly EvidenceHash[] }
>;
export type EntryFeatured = About<'EntryFeatured.v1', { note: string; link: string | null }>;
/** `version` counts the declarations of the entry from 1: a declaration after a return is the next version, none is overwritten. */
export type EntryDeclared = About<
  'EntryDeclared.v1',
  { version: number; title: string; leaderPersonId: string; summary: string; evidence: readonly EvidenceHash[] }
>;
export type EntryRedeclared = About<'EntryRedeclared.v1', EntryDeclared['data']>;
export type EntryReturned = About<
  'EntryReturned.v1',
  {
    version: number;
    by: 'first-review' | 'objection';
    reasons: readonly string[];
    redeclareBy: LocalDate;
    redeclareUntil: Instant;
  }
>;
export type EntryWithdrawn = About<'EntryWithdrawn.v1', { why: string }>;
export type EntryScreened = About<
  'EntryScreened.v1',
  { version: number; outcome: 'passed' | 'failed'; failures: readonly ScreeningFailure[] }
>;
export type ClearanceRequested = About<
  'ClearanceRequested.v1',
  { clearanceId: string; scopes: readonly ClearanceScope[] }
>;
export type EntryCleared = About<
  'EntryCleared.v1',
  { clearanceId: string; opinions: readonly ClearanceOpinion[]; opinionNumber: string; inspectorPersonId: string }
>;
/** `opinions` and `why` are stored sealed under the key of discipline inspection: the unit learns that, never why or against whom. */
export type EntryBlocked = About<
  'EntryBlocked.v1',
  {
    clearanceId: string;
    opinions: readonly ClearanceOpinion[];
    why: string;
    opinionNumber: string;
    inspectorPersonId: string;
  }
>;
/** `noticeRound` counts from 1: an entry returned upon an objection is published anew. */
export type EntryPublished = About<
  'EntryPublished.v1',
  { noticeRound: number; noticeFrom: Instant; noticeUntil: Instant }
>;
/** Name, contact and statement are stored sealed under a key of this objection. */
export type ObjectionReceived = About<
  'ObjectionReceived.v1',
  {
    objectionId: string;
    objectorName: string;
    objectorContact: string;
    statement: string;
    evidence: readonly EvidenceHash[];
    answerDueAt: Instant;
  }
>;
/** The answer speaks to the objector and is stored sealed like the objection. */
export type ObjectionSettled = About<
  'ObjectionSettled.v1',
  { objectionId: string; outcome: ObjectionOutcome; answer: string }
>;
export type EntryRemoved = About<'EntryRemoved.v1', { objectionId: string }>;
export type EntryEnteredEvaluation = About<'EntryEnteredEvaluation.v1', { title: string; leaderPersonId: string }>;
/** Scoring opened without the entry: why. It takes no further part in this edition. */
export type EntryMissedEvaluation = About<'EntryMissedEvaluation.v1', { reason: MissedReason }>;
export type EntryCommended = About<
  'EntryCommended.v1',
  { roundId: string; award: string; grade: string; documentNumber: string }
>;

export type UnitEditionFact =
  | EntryPlanned
  | EntryRevised
  | EntryConfirmed
  | MilestoneCompleted
  | EntryProgressed
  | EntryFeatured
  | EntryDeclared
  | EntryRedeclared
  | EntryReturned
  | EntryWithdrawn
  | EntryScreened
  | ClearanceRequested
  | EntryCleared
  | EntryBlocked
  | EntryPublished
  | ObjectionReceived
  | ObjectionSettled
  | EntryRemoved
  | EntryEnteredEvaluation
  | EntryMissedEvaluation
  | EntryCommended;
