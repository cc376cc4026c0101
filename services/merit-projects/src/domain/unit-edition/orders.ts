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
type ProjectOrder<T extends string, D = unknown> = Order<T, { projectId: string } & D>;

export type PlanProject = ProjectOrder<'PlanProject', Plan & { branchId: string }>;
export type ReviseProject = ProjectOrder<'ReviseProject', Plan & { why: string }>;
export type ConfirmProject = ProjectOrder<'ConfirmProject', { opinion: string }>;
export type CompleteMilestone = ProjectOrder<
  'CompleteMilestone',
  { milestoneId: string; completedOn: LocalDate; evidence: readonly EvidenceHash[] }
>;
export type ReportProgress = ProjectOrder<
  'ReportProgress',
  { reportId: string; report: string; evidence: readonly EvidenceHash[] }
>;
export type FeatureProject = ProjectOrder<'FeatureProject', { note: string; link: string | null }>;
/** The first declaration, and after a return the next version of it. */
export type DeclareProject = ProjectOrder<'DeclareProject', { summary: string; evidence: readonly EvidenceHash[] }>;
export type ReturnProject = ProjectOrder<'ReturnProject', { reasons: readonly string[]; redeclareBy: LocalDate }>;
export type WithdrawProject = ProjectOrder<'WithdrawProject', { why: string }>;
export type ScreenProject = ProjectOrder<
  'ScreenProject',
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
export type PublishProject = ProjectOrder<'PublishProject'>;
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
/** `redeclareBy` and `reasons` are asked for when the outcome returns the project, and only then: the unit must know what to mend. */
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
/** From the scheduler, when scoring opens: every project of the unit that may be scored. */
export type EnterEvaluation = Order<'EnterEvaluation', unknown>;
/** From the process manager, when the commendation is issued. */
export type CommendProject = ProjectOrder<
  'CommendProject',
  { roundId: string; award: string; grade: string; documentNumber: string }
>;

export type UnitEditionOrder =
  | PlanProject
  | ReviseProject
  | ConfirmProject
  | CompleteMilestone
  | ReportProgress
  | FeatureProject
  | DeclareProject
  | ReturnProject
  | WithdrawProject
  | ScreenProject
  | RequestClearance
  | GiveClearance
  | PublishProject
  | ReceiveObjection
  | SettleObjection
  | EnterEvaluation
  | CommendProject;
