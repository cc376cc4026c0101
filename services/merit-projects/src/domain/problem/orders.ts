import type { CommandRefusal, Refusal, SecondPersonReason } from '@jiangong/event-store';
import type { Instant, LocalDate } from '@jiangong/calendar';
import type { TextReason } from '@jiangong/wording';
import type { By } from '../by.ts';

/** What the rules need of the edition. A problem is worked on beyond the edition's end, and not where it was given up. */
export type ProblemTerms = Readonly<{ editionId: string; committeeId: string; abandoned: boolean }>;

type Order<T extends string, D> = Readonly<
  { type: T; now: Instant; by: By; terms: ProblemTerms; problemId: string } & D
>;
/** Words come as they were sent; the rule book knows which there are. */
type Owner = Readonly<{ ownerId: string; ownerRole: string; dueOn: LocalDate }>;
/** `ofOwner`: who orders belongs to the owner, or to what lies below it. */
type Judging = Readonly<{ ofOwner: boolean }>;

export type FindProblem = Order<
  'FindProblem',
  {
    organizationId: string;
    entryId: string | null;
    source: string;
    kind: string;
    severity: string;
    title: string;
    foundOn: LocalDate;
    description: string;
  }
>;
export type AssignProblem = Order<'AssignProblem', Owner>;
export type ExtendDeadline = Order<'ExtendDeadline', { dueOn: LocalDate; why: string }>;
export type HandOverProblem = Order<'HandOverProblem', Owner & { cause: string; why: string }>;
export type AddMeasure = Order<'AddMeasure', { measureId: string; measure: string; evidence: readonly string[] }>;
export type RemoveMeasure = Order<'RemoveMeasure', { measureId: string; why: string }>;
export type HandInProblem = Order<'HandInProblem', { note: string }>;
export type TakeBackProblem = Order<'TakeBackProblem', { why: string }>;
export type SendBackProblem = Order<'SendBackProblem', Judging & { dueOn: LocalDate; why: string }>;
export type CloseProblem = Order<'CloseProblem', Judging & { note: string }>;
export type ReopenProblem = Order<'ReopenProblem', Judging & { dueOn: LocalDate; why: string }>;
export type ProposeWithdrawal = Order<'ProposeWithdrawal', { proposalId: string; why: string }>;
export type RejectWithdrawal = Order<'RejectWithdrawal', { proposalId: string; why: string }>;
export type WithdrawProblem = Order<'WithdrawProblem', Judging & { proposalId: string; why: string }>;

export type ProblemOrder =
  | FindProblem
  | AssignProblem
  | ExtendDeadline
  | HandOverProblem
  | AddMeasure
  | RemoveMeasure
  | HandInProblem
  | TakeBackProblem
  | SendBackProblem
  | CloseProblem
  | ReopenProblem
  | ProposeWithdrawal
  | RejectWithdrawal
  | WithdrawProblem;

export type ProblemReason =
  | TextReason
  | SecondPersonReason
  | 'EDITION_ABANDONED'
  | 'DATE_INVALID'
  | 'DATE_IN_THE_FUTURE'
  | 'WORD_UNKNOWN'
  | 'EVIDENCE_INVALID'
  | 'TOO_MANY_EVIDENCE_FILES'
  | 'PROBLEM_NOT_FOUND'
  | 'PROBLEM_WITHDRAWN'
  | 'PROBLEM_CLOSED'
  | 'PROBLEM_NOT_CLOSED'
  | 'PROBLEM_NOT_ASSIGNED'
  | 'PROBLEM_ASSIGNED_ALREADY'
  | 'PROBLEM_HANDED_IN'
  | 'PROBLEM_NOT_HANDED_IN'
  | 'PROBLEM_SOURCE_NOT_YOURS'
  | 'PROBLEM_NOT_YOURS'
  | 'PROBLEM_DEADLINE_INVALID'
  | 'PROBLEM_DEADLINE_NOT_LATER'
  | 'PROBLEM_EXTENDED_TOO_OFTEN'
  | 'PROBLEM_SAME_OWNER'
  | 'PROBLEM_TURNED_TOO_OFTEN'
  | 'PROBLEM_MEASURE_NOT_FOUND'
  | 'PROBLEM_EVIDENCE_MISSING'
  | 'PROBLEM_NOTHING_NEW'
  | 'PROBLEM_OWN_ORGANIZATION'
  | 'PROBLEM_SECOND_PERSON_NEEDED'
  | 'PROBLEM_REOPENED_TOO_OFTEN'
  | 'PROBLEM_WITHDRAWAL_PROPOSED_ALREADY'
  | 'PROBLEM_WITHDRAWAL_PROPOSED_TOO_OFTEN';

export type ProblemRefusal = Refusal<ProblemReason> | CommandRefusal;
