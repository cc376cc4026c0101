import type { Fact, Proposal } from '@jiangong/event-store';
import type { Holder } from '../decision/award.ts';
import type { Upward } from '../decision/outcome-table.ts';
import type { Why } from '../decision/taken-facts.ts';
import type { OutsideOutcome, TakingBackReason, UnrecordingReason } from './words.ts';

/** Whose recommendation it is: told with each fact, so that whoever hears one needs no other. */
export type RecommendationPlace = Readonly<{
  recommendationId: string;
  roundId: string;
  editionId: string;
  entryId: string;
  homeId: string;
  /** The outcome rule's id, and its lasting code. */
  rule: string;
  code: string;
}>;

/**
 * An entry that a body chose is put forward to the level above, with the paper that says so: its number, and its file by hash. `version`:
 * what was declared, as it was known (0 where nobody declares); `decisionId`: by which decision.
 */
export type EntryPutForward = Fact<
  'EntryPutForward.v1',
  RecommendationPlace &
    Readonly<{
      committeeId: string;
      decisionId: string;
      minutesNumber: string;
      holder: Holder;
      title: string;
      version: number;
      to: Upward;
      documentNumber: string;
      file: string;
      effectiveOn: string;
      putForwardBy: string;
    }>
>;

/** The paper is another one; what was sent before stays in the log. */
export type PutForwardCorrected = Fact<
  'PutForwardCorrected.v1',
  RecommendationPlace &
    Readonly<{ documentNumber: string; file: string; effectiveOn: string; correctedBy: string; prose: Why }>
>;

/** What exactly is proposed about a recommendation. */
export type RecommendationTerms =
  | Readonly<{ act: 'TakeBackPutForward'; reason: TakingBackReason }>
  | Readonly<{ act: 'WithdrawOutsideDecision'; reason: UnrecordingReason }>;

export type RecommendationActProposed = Fact<
  'ActProposed.v1',
  RecommendationPlace &
    Omit<Proposal, 'act'> &
    Readonly<{ act: RecommendationTerms['act']; terms: RecommendationTerms; prose: Why }>
>;

export type RecommendationProposalRejected = Fact<
  'ProposalRejected.v1',
  RecommendationPlace &
    Readonly<{
      proposalId: string;
      act: RecommendationTerms['act'];
      rejectedBy: string;
      role: string;
      prose: Why;
    }>
>;

type CarriedOut = RecommendationPlace &
  Readonly<{ at: string; by: string; role: string; proposalId: string; proposedBy: string }>;

/** By two persons; or with the decision that it rested on, whose annulment two persons stand behind. */
export type PutForwardTakenBack = Fact<
  'PutForwardTakenBack.v1',
  CarriedOut &
    Readonly<{ reason: TakingBackReason | 'decision-annulled'; decisionId: string | null; prose: Why | null }>
>;

/** What was decided elsewhere about whom we put forward: theirs, with their paper. It makes nothing of ours. */
export type OutsideDecisionRecorded = Fact<
  'OutsideDecisionRecorded.v1',
  RecommendationPlace &
    Readonly<{
      outcome: OutsideOutcome;
      level: string;
      documentNumber: string;
      file: string;
      /** The day of their paper. */
      effectiveOn: string;
      recordedBy: string;
    }>
>;

/** It is not what the paper says, or they have decided otherwise since: what holds is recorded anew. */
export type OutsideDecisionWithdrawn = Fact<
  'OutsideDecisionWithdrawn.v1',
  CarriedOut & Readonly<{ reason: UnrecordingReason; prose: Why }>
>;

export type RecommendationFact =
  | EntryPutForward
  | PutForwardCorrected
  | RecommendationActProposed
  | RecommendationProposalRejected
  | PutForwardTakenBack
  | OutsideDecisionRecorded
  | OutsideDecisionWithdrawn;
