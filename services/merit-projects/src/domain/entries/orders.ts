import type { Instant, LocalDate } from '@jiangong/calendar';
import type { EditionTerms } from '../edition/terms.ts';
import type {
  ClearanceOpinion,
  ClearanceScope,
  EvidenceHash,
  ObjectionOutcome,
  Plan,
  ScreeningFailure,
} from './facts.ts';

/** Every order carries the time and the edition's terms for this unit, as its stream said when the order was loaded. */
type Order<T extends string, D> = Readonly<{ type: T; now: Instant; terms: EditionTerms } & D>;
type ProjectOrder<T extends string, D = unknown> = Order<T, { entryId: string } & D>;

export type PlanEntry = ProjectOrder<'PlanEntry', Plan & { branchId: string }>;
export type ReviseEntry = ProjectOrder<'ReviseEntry', Plan & { why: string }>;
export type ConfirmEntry = ProjectOrder<'ConfirmEntry', { opinion: string }>;
export type CompleteMilestone = ProjectOrder<
  'CompleteMilestone',
  { milestoneId: string; completedOn: LocalDate; evidence: readonly EvidenceHash[] }
>;
export type ReportProgress = ProjectOrder<
  'ReportProgress',
  { reportId: string; report: string; evidence: readonly EvidenceHash[] }
>;
export type FeatureEntry = ProjectOrder<'FeatureEntry', { note: string; link: string | null }>;
/** The first declaration, and after a return the next version of it. */
export type DeclareEntry = ProjectOrder<'DeclareEntry', { summary: string; evidence: readonly EvidenceHash[] }>;
export type ReturnEntry = ProjectOrder<'ReturnEntry', { reasons: readonly string[]; redeclareBy: LocalDate }>;
export type WithdrawEntry = ProjectOrder<'WithdrawEntry', { why: string }>;
export type ScreenEntry = ProjectOrder<
  'ScreenEntry',
  { outcome: 'passed' | 'failed'; failures: readonly ScreeningFailure[] }
>;
export type RequestClearance = ProjectOrder<
  'RequestClearance',
  { clearanceId: string; scopes: readonly ClearanceScope[] }
>;
export type GiveClearance = ProjectOrder<
  'GiveClearance',
  { opinions: readonly ClearanceOpinion[]; why: string; opinionNumber: string; inspectorPersonId: string }
>;
export type PublishEntry = ProjectOrder<'PublishEntry'>;
export type ReceiveObjection = ProjectOrder<
  'ReceiveObjection',
  {
    objectionId: string;
    objectorName: string;
    objectorContact: string;
    statement: string;
    evidence: readonly EvidenceHash[];
  }
>;
/** `redeclareBy` and `reasons` are asked for when the outcome returns the entry, and only then: the unit must know what to mend. */
export type SettleObjection = ProjectOrder<
  'SettleObjection',
  {
    objectionId: string;
    outcome: ObjectionOutcome;
    answer: string;
    redeclareBy: LocalDate | null;
    reasons: readonly string[];
  }
>;
/** From the scheduler, when scoring opens: every entry of the unit that may be scored. */
export type EnterEvaluation = Order<'EnterEvaluation', unknown>;
/** From the process manager, when the commendation is issued. */
export type CommendEntry = ProjectOrder<
  'CommendEntry',
  { roundId: string; award: string; grade: string; documentNumber: string }
>;

export type UnitEditionOrder =
  | PlanEntry
  | ReviseEntry
  | ConfirmEntry
  | CompleteMilestone
  | ReportProgress
  | FeatureEntry
  | DeclareEntry
  | ReturnEntry
  | WithdrawEntry
  | ScreenEntry
  | RequestClearance
  | GiveClearance
  | PublishEntry
  | ReceiveObjection
  | SettleObjection
  | EnterEvaluation
  | CommendEntry;
