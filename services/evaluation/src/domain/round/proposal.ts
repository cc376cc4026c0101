import type { Fact, Proposal } from '@jiangong/event-store';
import type { ItemPoints } from './redrawn-list.ts';
import type { AnnulmentTerms, RoundIds, Why } from '../decision/taken-facts.ts';

/** What is proposed, exactly: ids, words and moments; the reason at length is prose. An act is called as its order is. */
export type ScoringTerms =
  | Readonly<{ act: 'OpenLate'; until: string }>
  | Readonly<{ act: 'ReopenRound'; seatIds: readonly string[]; until: string; reason: string }>
  | Readonly<{ act: 'VacateSeat'; seatId: string; reason: string }>
  | Readonly<{ act: 'ExcuseSeat'; seatId: string; reason: string }>
  | Readonly<{ act: 'DrawReplacement'; seatId: string; personIds: readonly string[] }>
  | Readonly<{ act: 'DeclareRecusal'; personId: string; entryId: string; reason: string }>
  | Readonly<{ act: 'LiftRecusal'; personId: string; entryId: string; reason: string }>
  | Readonly<{ act: 'TakeOutEntry'; entryId: string; reason: string }>
  | Readonly<{ act: 'PutBackEntry'; entryId: string; reason: string }>
  | Readonly<{ act: 'RedrawOrder'; lot: string; reason: string }>
  | Readonly<{ act: 'RedealEntries'; lot: string; reason: string }>
  | Readonly<{ act: 'DismissConflict'; personId: string; entryId: string; reason: string }>
  | Readonly<{ act: 'ReopenEntry'; entryId: string; seatIds: readonly string[]; reason: string }>
  | Readonly<{ act: 'ChooseGoingOn'; phase: string; entryIds: readonly string[]; minutesNumber: string }>
  | Readonly<{ act: 'RedrawList'; sourceId: string; items: readonly ItemPoints[] }>
  | Readonly<{ act: 'AnnulRound'; reason: string }>;

export type RoundTerms = ScoringTerms | AnnulmentTerms;

/**
 * What the round stood at when something was proposed: a proposal made before the latest closing, opening of sheets, result or
 * decision has lapsed.
 */
export type AsOf = Readonly<{
  closing: number;
  /** Whether anybody could have seen an aggregate. */
  unsealed: boolean;
  results: number;
  /** The decision in force; null: none. */
  decisionId: string | null;
}>;

export type RoundProposal = Proposal & Readonly<{ terms: RoundTerms; asOf: AsOf }>;

/** The second person in a fact; both null where the fact follows from one alone, or from another service's. */
export type SecondPerson = Readonly<{ proposalId: string | null; proposedBy: string | null }>;

export const ALONE: SecondPerson = { proposalId: null, proposedBy: null };

/** `prose` is sealed under the round's key for prose. */
export type ActProposed = Fact<'ActProposed.v1', RoundIds & RoundProposal & Readonly<{ prose: Why }>>;

export type ProposalRejected = Fact<
  'ProposalRejected.v1',
  RoundIds & Readonly<{ proposalId: string; act: string; rejectedBy: string; role: string; prose: Why }>
>;
