import type { Part } from './judged-time.ts';
import type { OfChecklist } from './facts.ts';
import type { ChecklistGround } from './ground.ts';

/** Every order: which list, what it must know of its round and of the caller, and when. */
type Given = OfChecklist & Readonly<{ ground: ChecklistGround; now: string }>;
type ItemNamed = Readonly<{ sourceId: string; itemId: string }>;
type Acting = Readonly<{ by: Readonly<{ personId: string; role: string }> }>;

export type RecordOccurrence = Given &
  ItemNamed &
  Readonly<{
    type: 'RecordOccurrence';
    occurrenceId: string;
    effectiveOn: string;
    count: number;
    evidence: readonly string[];
    finding: string;
  }>;
/** By one person, while the period is open. */
export type WithdrawOccurrence = Given &
  Readonly<{ type: 'WithdrawOccurrence'; occurrenceId: string; reason: string; why: string }>;
/** `marks` in hundredths; none: taken back. */
export type ScoreSelf = Given & ItemNamed & Readonly<{ type: 'ScoreSelf'; period: number; marks: readonly number[] }>;
/** `remark` may be empty. */
export type ReviewItem = Given &
  ItemNamed &
  Readonly<{ type: 'ReviewItem'; period: number; marks: readonly number[]; remark: string }>;
export type ClosePeriod = Given & Readonly<{ type: 'ClosePeriod'; part: string; period: number }>;
export type AnswerFinding = Given & Readonly<{ type: 'AnswerFinding'; occurrenceId: string; answer: string }>;

/** Words as they came: the decider checks them. */
export type ProposedTerms =
  | Readonly<{ act: 'WithdrawOccurrence'; occurrenceId: string; reason: string }>
  | Readonly<{ act: 'ReopenPeriod'; part: string; period: number; reason: string }>;
export type ProposeChecklistAct = Given &
  Acting &
  Readonly<{ type: 'ProposeChecklistAct'; proposalId: string; terms: ProposedTerms; why: string }>;
export type CarryOutChecklistAct = Given &
  Acting &
  Readonly<{ type: 'CarryOutChecklistAct'; proposalId: string; why: string }>;
export type RejectChecklistProposal = Given &
  Acting &
  Readonly<{ type: 'RejectChecklistProposal'; proposalId: string; why: string }>;

export type ChecklistOrder =
  | RecordOccurrence
  | WithdrawOccurrence
  | ScoreSelf
  | ReviewItem
  | ClosePeriod
  | AnswerFinding
  | ProposeChecklistAct
  | CarryOutChecklistAct
  | RejectChecklistProposal;

export const idsOf = ({ checklistId, roundId, editionId, entryId }: OfChecklist): OfChecklist => ({
  checklistId,
  roundId,
  editionId,
  entryId,
});

export type PartAndPeriod = Readonly<{ part: Part; period: number }>;
