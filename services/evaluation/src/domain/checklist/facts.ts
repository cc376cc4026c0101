import type { Fact, Proposal } from '@jiangong/event-store';
import type { Part } from './judged-time.ts';
import type { PeriodReopeningReason, WithdrawingReason } from './words.ts';

/** One list a round and entry. */
export type OfChecklist = Readonly<{ checklistId: string; roundId: string; editionId: string; entryId: string }>;

/** Which item, and in which period of its area, from 1. */
export type OfItem = Readonly<{ sourceId: string; itemId: string; period: number }>;

/** Sealed; `SEALED` wherever it is not a reading that may show it. */
export type Told<P> = Readonly<P> | 'SEALED' | 'ERASED';

/** Both null where one person acted alone. */
export type Second = Readonly<{ proposalId: string | null; proposedBy: string | null }>;

/**
 * An office found something about an entry. `effectiveOn`: when it was so; it belongs to the period of that day. `party`, `grantId`:
 * by what right. `evidence`: SHA-256 of documents. What exactly was found is prose.
 */
export type OccurrenceRecorded = Fact<
  'OccurrenceRecorded.v1',
  OfChecklist &
    OfItem &
    Readonly<{
      occurrenceId: string;
      effectiveOn: string;
      count: number;
      evidence: readonly string[];
      recordedBy: string;
      party: string;
      grantId: string;
      prose: Told<{ finding: string }>;
    }>
>;

export type OccurrenceWithdrawn = Fact<
  'OccurrenceWithdrawn.v1',
  OfChecklist &
    Second &
    Readonly<{ occurrenceId: string; reason: WithdrawingReason; withdrawnBy: string; prose: Told<{ why: string }> }>
>;

/** The entry's own people mark themselves. In hundredths, one for the item or one for each measure; none: taken back. */
export type SelfScored = Fact<
  'SelfScored.v1',
  OfChecklist & OfItem & Readonly<{ marks: readonly number[]; scoredBy: string }>
>;

/** A party's mark, which replaces what occurred, and the party's own mark before it; none: taken back. */
export type ItemReviewed = Fact<
  'ItemReviewed.v1',
  OfChecklist &
    OfItem &
    Readonly<{
      party: string;
      grantId: string;
      marks: readonly number[];
      reviewedBy: string;
      prose: Told<{ remark: string }> | null;
    }>
>;

/** From here on what was found in this period is corrected by two persons. */
export type PeriodClosed = Fact<
  'PeriodClosed.v1',
  OfChecklist & Readonly<{ part: Part; period: number; closedBy: string }>
>;

export type PeriodReopened = Fact<
  'PeriodReopened.v1',
  OfChecklist &
    Readonly<{
      part: Part;
      period: number;
      reason: PeriodReopeningReason;
      reopenedBy: string;
      proposalId: string;
      proposedBy: string;
      prose: Told<{ why: string }>;
    }>
>;

/** Whoever is judged says what he has to say about a finding. */
export type FindingAnswered = Fact<
  'FindingAnswered.v1',
  OfChecklist & Readonly<{ occurrenceId: string; answeredBy: string; prose: Told<{ answer: string }> }>
>;

export type ChecklistTerms =
  | Readonly<{ act: 'WithdrawOccurrence'; occurrenceId: string; reason: WithdrawingReason }>
  | Readonly<{ act: 'ReopenPeriod'; part: Part; period: number; reason: PeriodReopeningReason }>;

export type ChecklistProposal = Omit<Proposal, 'act'> & Readonly<{ act: ChecklistTerms['act']; terms: ChecklistTerms }>;

export type ChecklistActProposed = Fact<
  'ActProposed.v1',
  OfChecklist & ChecklistProposal & Readonly<{ prose: Told<{ why: string }> }>
>;

export type ChecklistProposalRejected = Fact<
  'ProposalRejected.v1',
  OfChecklist &
    Readonly<{
      proposalId: string;
      act: ChecklistTerms['act'];
      rejectedBy: string;
      role: string;
      prose: Told<{ why: string }>;
    }>
>;

export type ChecklistFact =
  | OccurrenceRecorded
  | OccurrenceWithdrawn
  | SelfScored
  | ItemReviewed
  | PeriodClosed
  | PeriodReopened
  | FindingAnswered
  | ChecklistActProposed
  | ChecklistProposalRejected;
