import type { Fact, Proposal } from '@jiangong/event-store';
import type { Second, Told } from '../checklist/facts.ts';
import type { ChangeAsked, ChangingReason } from './words.ts';

/** What is measured of the entries of one round by one source. */
export type OfMeasure = Readonly<{ measureId: string; roundId: string; editionId: string; sourceId: string }>;

/** Whose value, and which attempt, from 1. */
export type OfValue = Readonly<{ entryId: string; attempt: number }>;

/** `value`: a whole number of 10^-decimals of the measure's unit, by the round's rules; `dayOf`: the day that it is of. */
export type GivenMeasure = Readonly<{ value: number; dayOf: string }>;

/**
 * An office records what was measured elsewhere, of one entry or of many at once. `given`: as many as `values`, in their order; a score like
 * any other, it stands sealed in the log, where more people read than may know it before the counting. `evidence`: SHA-256 of documents; `party`, `grantId`: by
 * what right. What they were taken from is prose.
 */
export type MeasuresRecorded = Fact<
  'MeasuresRecorded.v1',
  OfMeasure &
    Readonly<{
      values: readonly OfValue[];
      given: readonly GivenMeasure[];
      evidence: readonly string[];
      recordedBy: string;
      party: string;
      grantId: string;
      prose: Told<{ origin: string }>;
    }>
>;

/**
 * A value is another from here on, or there is none. `given`: null where there is none, and sealed. `party`, `grantId`: null where two persons settled it. Where
 * it was taken from is prose as why it changed; the one is empty where there is none.
 */
export type MeasureChanged = Fact<
  'MeasureChanged.v1',
  OfMeasure &
    OfValue &
    Second &
    Readonly<{
      asked: ChangeAsked;
      given: GivenMeasure | null;
      because: ChangingReason;
      evidence: readonly string[];
      changedBy: string;
      party: string | null;
      grantId: string | null;
      prose: Told<{ origin: string; why: string }>;
    }>
>;

/** What was planned and what of it was delivered, by when it was counted. */
export type CountedPlan = Readonly<{ planned: number; delivered: number }>;

/**
 * The platform counted what each planned and delivered. `given`: as many as `values`, in their order, with what each was counted from; sealed as
 * every score. `value` null: nothing was planned, and a share of nothing is no number. `asOf`: what was told until then.
 */
export type MeasuresComputed = Fact<
  'MeasuresComputed.v1',
  OfMeasure &
    Readonly<{
      values: readonly OfValue[];
      given: readonly (CountedPlan & Readonly<{ value: number | null; dayOf: string }>)[];
      /** Places in the list of those without a value. */
      none: readonly number[];
      asOf: string;
    }>
>;

export type MeasureTerms = Readonly<{
  act: 'SettleMeasure';
  entryId: string;
  attempt: number;
  asked: ChangeAsked;
  because: ChangingReason;
  evidence: readonly string[];
}>;

export type MeasureProposal = Omit<Proposal, 'act'> & Readonly<{ act: MeasureTerms['act']; terms: MeasureTerms }>;

/** `given`: what is proposed, sealed as everything that is given. */
export type MeasureActProposed = Fact<
  'ActProposed.v1',
  OfMeasure & MeasureProposal & Readonly<{ given: GivenMeasure | null; prose: Told<{ origin: string; why: string }> }>
>;

export type MeasureProposalRejected = Fact<
  'ProposalRejected.v1',
  OfMeasure &
    Readonly<{
      proposalId: string;
      act: MeasureTerms['act'];
      rejectedBy: string;
      role: string;
      prose: Told<{ why: string }>;
    }>
>;

export type MeasureFact =
  | MeasuresRecorded
  | MeasuresComputed
  | MeasureChanged
  | MeasureActProposed
  | MeasureProposalRejected;
