import type { CountedPlan, OfMeasure } from './facts.ts';
import type { MeasureGround } from './ground.ts';

/** Every order: of which measure, what it must know of the round and of the caller, and when. */
type Given = OfMeasure & Readonly<{ ground: MeasureGround; now: string }>;
type Acting = Readonly<{ by: Readonly<{ personId: string; role: string }> }>;

/** A value as somebody wrote it: a decimal number in the measure's unit. */
export type WrittenValue = Readonly<{ entryId: string; attempt: number; value: string; dayOf: string }>;

export type RecordMeasures = Given &
  Readonly<{
    type: 'RecordMeasures';
    values: readonly WrittenValue[];
    origin: string;
    evidence: readonly string[];
  }>;

/** From the platform, when a round is counted: what each entry of the round planned and delivered by now. */
export type ComputeMeasures = Given &
  Readonly<{ type: 'ComputeMeasures'; counts: readonly (CountedPlan & Readonly<{ entryId: string }>)[] }>;

/** What becomes of a value. `asked`: `value` or `none`; then `value`, `dayOf`, `origin` and `evidence` are empty. */
export type AskedChange = Readonly<{
  entryId: string;
  attempt: number;
  asked: string;
  value: string;
  dayOf: string;
  because: string;
  origin: string;
  evidence: readonly string[];
  why: string;
}>;

export type ChangeMeasure = Given & AskedChange & Readonly<{ type: 'ChangeMeasure' }>;
export type ProposeMeasureAct = Given &
  Acting &
  AskedChange &
  Readonly<{ type: 'ProposeMeasureAct'; proposalId: string }>;
/** `origin`: what the proposal said, for what is carried out says it again. */
export type CarryOutMeasureAct = Given &
  Acting &
  Readonly<{ type: 'CarryOutMeasureAct'; proposalId: string; origin: string; why: string }>;
export type RejectMeasureProposal = Given &
  Acting &
  Readonly<{ type: 'RejectMeasureProposal'; proposalId: string; why: string }>;

export type MeasureOrder =
  | RecordMeasures
  | ComputeMeasures
  | ChangeMeasure
  | ProposeMeasureAct
  | CarryOutMeasureAct
  | RejectMeasureProposal;

export const idsOf = ({ measureId, roundId, editionId, sourceId }: OfMeasure): OfMeasure => ({
  measureId,
  roundId,
  editionId,
  sourceId,
});
