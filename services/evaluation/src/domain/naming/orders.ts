import type { DecidingParty, SecondNotice } from '../decision/decidable.ts';
import type { OutcomeTable } from '../decision/outcome-table.ts';
import type { AnnulmentTerms } from '../decision/taken-facts.ts';
import type { Actor, TakenOrder } from '../decision/taken-orders.ts';
import type { CorrectionTerms, NamingOutdated, Reading } from './facts.ts';
import type { EditionRecord, Successors } from './look-at.ts';

/** What the template of the naming says. */
export type NamingTables = Readonly<{
  templateHash: string;
  /** Every parameter of it with the value it was compiled with. */
  parameters: Readonly<Record<string, string>>;
  /** The series that it judges, as templates of the series call it. */
  series: string;
  firstPrize: string;
  /** The day as of which the list is computed; absent where the template names none. */
  asOf?: string;
  abandoned: 'skip' | 'spoil';
  outcome: OutcomeTable;
  party: DecidingParty;
  notice: SecondNotice | null;
}>;

export type ComputeNaming = Readonly<{
  type: 'ComputeNaming';
  now: string;
  roundId: string;
  editionId: string;
  seriesId: string;
  committeeId: string;
  firstYear: number;
  lastYear: number;
  /** How many editions the template asks for. */
  years: number;
  reading: Reading;
  tables: NamingTables;
  editions: readonly EditionRecord[];
  successors: Successors;
}>;

/** Something that the list rests on has moved. */
export type OutdateNaming = Readonly<{
  type: 'OutdateNaming';
  now: string;
  because: NamingOutdated['data']['because'];
  id: string;
}>;

export type ProposeAnnulment = Readonly<{
  type: 'ProposeAnnulment';
  now: string;
  proposalId: string;
  by: Actor;
  terms: AnnulmentTerms;
  why: string;
}>;
export type RejectAnnulment = Readonly<{
  type: 'RejectAnnulment';
  now: string;
  proposalId: string;
  by: Actor;
  why: string;
}>;

export type ProposeCorrection = Readonly<{
  type: 'ProposeCorrection';
  now: string;
  proposalId: string;
  by: Actor;
  terms: CorrectionTerms;
  why: string;
}>;
/** Turned down by somebody else, or taken back by who proposed it. */
export type RejectCorrection = Readonly<{
  type: 'RejectCorrection';
  now: string;
  proposalId: string;
  by: Actor;
  why: string;
}>;
export type CorrectNaming = Readonly<{
  type: 'CorrectNaming';
  now: string;
  proposalId: string;
  by: Actor;
  why: string;
}>;

export type NamingOrder =
  | ComputeNaming
  | ProposeCorrection
  | CorrectNaming
  | RejectCorrection
  | OutdateNaming
  | ProposeAnnulment
  | RejectAnnulment
  | TakenOrder;
