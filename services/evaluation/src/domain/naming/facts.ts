import type { Fact, Proposal } from '@jiangong/event-store';
import type { DecidingParty, SecondNotice } from '../decision/decidable.ts';
import type { OutcomeTable } from '../decision/outcome-table.ts';
import type { AnnulmentTerms, RoundIds, TakenFact, Why } from '../decision/taken-facts.ts';

/** The readings of the source (domain.md 4): declared in every edition, and a first prize in one of them, or in each. */
export const READINGS = ['first-prize-once', 'first-prize-every-year'] as const;
export type Reading = (typeof READINGS)[number];

/** Why a subject is out under a reading, with the years that are missing. */
export type OutReason = Readonly<{ reason: 'not-declared' | 'no-first-prize'; years: readonly number[] }>;

/** A subject that was looked at. Whoever went into a successor is looked at as part of it, and stands here once more to say so. */
export type LookedAt = Readonly<{
  organizationId: string;
  /** Those it came from: what they declared and won counts once for it. */
  lineage: readonly string[];
  /** The organization it went into; null while it stands. */
  mergedInto: string | null;
  declared: readonly number[];
  firstPrizes: readonly Readonly<{ year: number; honourIds: readonly string[] }>[];
  /** Under each reading: in, or out with reasons. */
  readings: readonly Readonly<{ reading: Reading; in: boolean; reasons: readonly OutReason[] }>[];
}>;

/** An edition of the series as it was looked at. An abandoned one is skipped, or spoils the naming, as the template says. */
export type EditionLookedAt = Readonly<{
  editionId: string;
  year: number;
  state: 'commended' | 'abandoned';
  templateHash: string | null;
  roundId: string | null;
  decisionId: string | null;
  documentNumber: string | null;
}>;

/** Some of the subjects of a computation: a whole province does not fit one fact. `part` from 1. */
export type SubjectsLookedAt = Fact<
  'SubjectsLookedAt.v1',
  RoundIds & Readonly<{ computation: number; part: number; parts: number; subjects: readonly LookedAt[] }>
>;

/** The list that a meeting has before it, with everything it follows from. */
export type NamingComputed = Fact<
  'NamingComputed.v1',
  RoundIds &
    Readonly<{
      computation: number;
      seriesId: string;
      committeeId: string;
      firstYear: number;
      lastYear: number;
      /** The reading that applies; both are computed. */
      reading: Reading;
      /** The lasting code of the first prize. */
      firstPrize: string;
      abandoned: 'skip' | 'spoil';
      /** The adopted template of the naming, and what the order set of it. */
      templateHash: string;
      parameters: Readonly<Record<string, string>>;
      /** The series that it judges, as templates of the series call it. */
      series: string;
      editions: readonly EditionLookedAt[];
      outcome: OutcomeTable;
      party: DecidingParty;
      notice: SecondNotice | null;
      /** The day that it is computed as of; absent where the template names none. */
      asOf?: string;
      computedAt: string;
      subjects: number;
      parts: number;
      resultHash: string;
      /** The list before, where something moved since; null for the first. */
      predecessor: string | null;
      because: readonly string[];
    }>
>;

/** Something that the list rests on is no more: an honour was withdrawn or restored, an edition decided anew. */
export type NamingOutdated = Fact<
  'NamingOutdated.v1',
  RoundIds &
    Readonly<{
      seriesId: string;
      committeeId: string;
      because: 'honour-withdrawn' | 'honour-restored' | 'decision-annulled' | 'circular-issued';
      id: string;
    }>
>;

/** What a list is put right in: somebody whom its own data leave out by mistake is put on it, or somebody is taken off. */
export const CORRECTIONS = ['put-on', 'take-off'] as const;
export type CorrectionTerms = Readonly<{
  act: 'CorrectNaming';
  organizationId: string;
  change: (typeof CORRECTIONS)[number];
}>;

export type CorrectionProposed = Fact<
  'ActProposed.v1',
  RoundIds & Omit<Proposal, 'act'> & Readonly<{ act: 'CorrectNaming'; terms: CorrectionTerms; prose: Why }>
>;

/** Two persons have put the latest list right: what a meeting has before it is this list from now on. */
export type NamingCorrected = Fact<
  'NamingCorrected.v1',
  RoundIds &
    Omit<CorrectionTerms, 'act'> &
    Readonly<{
      seriesId: string;
      committeeId: string;
      proposalId: string;
      proposedBy: string;
      correctedBy: string;
      role: string;
      correctedAt: string;
      /** The list before, and the one that it has become. */
      predecessor: string;
      resultHash: string;
      prose: Why;
    }>
>;

export type AnnulmentProposed = Fact<
  'ActProposed.v1',
  RoundIds & Omit<Proposal, 'act'> & Readonly<{ act: 'AnnulDecision'; terms: AnnulmentTerms; prose: Why }>
>;
export type NamingProposalRejected = Fact<
  'ProposalRejected.v1',
  RoundIds &
    Readonly<{
      proposalId: string;
      act: 'AnnulDecision' | 'CorrectNaming';
      rejectedBy: string;
      role: string;
      prose: Why;
    }>
>;

export type NamingFact =
  | SubjectsLookedAt
  | NamingComputed
  | NamingOutdated
  | CorrectionProposed
  | NamingCorrected
  | AnnulmentProposed
  | NamingProposalRejected
  | TakenFact;
