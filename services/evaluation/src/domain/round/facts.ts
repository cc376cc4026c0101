import type { AnswerFact } from '../answer/facts.ts';
import type { MeetingFact } from '../meeting/facts.ts';
import type { AppealFact } from '../appeal/facts.ts';
import type { ContestFact } from '../contest/facts.ts';
import type { DealFact } from '../deal/facts.ts';
import type { Fact } from '@jiangong/event-store';
import type { RoundIds, TakenFact } from '../decision/taken-facts.ts';
import type { GoingOnChosen } from './going-on-facts.ts';
import type { ActProposed, ProposalRejected, SecondPerson } from './proposal.ts';
import type { ItemPoints } from './redrawn-list.ts';
import type { ReopeningFact } from './reopening-facts.ts';
import type { ResultComputed } from './result-facts.ts';
import type { RoundTables } from './tables.ts';
import type {
  AnnullingReason,
  ExcusingReason,
  LiftingReason,
  PuttingBackReason,
  RecusalWord,
  ReopeningReason,
  TakingOutReason,
  VacatingReason,
} from './words.ts';

/** Everything that decides, compiled from the edition's template and parameters, so that an auditor needs no compiler. */
export type RoundPrepared = Fact<
  'RoundPrepared.v1',
  RoundIds &
    Readonly<{
      committeeId: string;
      phase: string;
      /** `whole`, or the part of the period that this round is about. */
      period: string;
      /** From 1; a round after an annulled one has the next. */
      ordinal: number;
      templateHash: string;
      parameters: Readonly<Record<string, string>>;
      tables: RoundTables;
    }>
>;

/** A subject is judged once in a round. `answerable`: the people who stand for the entry. `fromRound`, `rank`: where an earlier phase admitted it. */
export type EntryAdmitted = Fact<
  'EntryAdmitted.v1',
  RoundIds &
    Readonly<{
      entryId: string;
      subject: Readonly<{ kind: string; id: string }>;
      nominatorId: string;
      homeId: string;
      track: string;
      title: string;
      answerable: readonly string[];
      fromRound: string | null;
      rank: number | null;
    }>
>;

/** Organizations of a category that stand on the edition's roll; of none: the homes that entries can have. */
export type RollCount = Readonly<{ track: string | null; count: number }>;

/** The wholes of shares that are taken of a roll, as the edition counted them; another fact takes the place of it until scoring begins. */
export type RollTaken = Fact<'RollTaken.v1', RoundIds & Readonly<{ counts: readonly RollCount[] }>>;

export type EntryTakenOut = Fact<
  'EntryTakenOut.v1',
  RoundIds & SecondPerson & Readonly<{ entryId: string; reason: TakingOutReason }>
>;

export type EntryPutBack = Fact<
  'EntryPutBack.v1',
  RoundIds & SecondPerson & Readonly<{ entryId: string; reason: PuttingBackReason }>
>;

/** The entry was handed over: whoever belongs to the new home, or answers for it now, does not score it. */
export type EntryMoved = Fact<
  'EntryMoved.v1',
  RoundIds & Readonly<{ entryId: string; homeId: string; answerable: readonly string[]; effectiveOn: string }>
>;

/**
 * How a replacement was drawn, so that anybody can draw again: the candidates who could score when it was carried out, sorted, and a
 * secret of that moment. It is mixed with the round's seed, which is public by then: whoever made the list could have tried lists.
 */
export type Draw = Readonly<{ secret: string; candidates: readonly string[] }>;

/**
 * `seatId`: the person's id, or the organization's where the template gives the vote to the unit. `draw`: null unless by lot, after
 * the opening of sheets.
 */
export type SeatAssigned = Fact<
  'SeatAssigned.v1',
  RoundIds &
    SecondPerson &
    Readonly<{
      seatId: string;
      sourceId: string;
      vote: 'person' | 'organization';
      personId: string;
      grantId: string;
      homeId: string | null;
      draw: Draw | null;
    }>
>;

/** `sheet`: whether what the holder had submitted still counts. */
export type SeatVacated = Fact<
  'SeatVacated.v1',
  RoundIds &
    SecondPerson &
    Readonly<{ seatId: string; personId: string; reason: VacatingReason; sheet: 'sheet-counts' | 'sheet-out' }>
>;

/** A seat that handed nothing in is no longer missing. */
export type SeatExcused = Fact<
  'SeatExcused.v1',
  RoundIds & SecondPerson & Readonly<{ seatId: string; personId: string; reason: ExcusingReason }>
>;

/** A recusal is a person's, whatever seat he holds or held. `late`: after anybody could have seen an aggregate. */
export type RecusalDeclared = Fact<
  'RecusalDeclared.v1',
  RoundIds &
    SecondPerson &
    Readonly<{ personId: string; seatId: string | null; entryId: string; reason: RecusalWord; late: boolean }>
>;

export type RecusalLifted = Fact<
  'RecusalLifted.v1',
  RoundIds & SecondPerson & Readonly<{ personId: string; entryId: string; reason: LiftingReason; late: boolean }>
>;

/** Which organization below the committee is this office of the template: its people fill what the office owns, and its own entries others mark. */
export type OfficeAssigned = Fact<'OfficeAssigned.v1', RoundIds & Readonly<{ office: string; organizationId: string }>>;

/** The office redrew a list before the round opened: what each of these items is worth from now on; the latest word about an item holds. */
export type ListRedrawn = Fact<
  'ListRedrawn.v1',
  RoundIds & SecondPerson & Readonly<{ sourceId: string; items: readonly ItemPoints[] }>
>;

/** The edition's window for scoring, copied (decisions.md 32). `entered`: how many entries the edition let in, once scoring has begun. */
export type WindowSet = Fact<
  'WindowSet.v1',
  RoundIds & Readonly<{ opensAt: string; closesAt: string; editionRevision: number; entered: number | null }>
>;

/** When one of several stages is open in which a round's lists are filled, copied from the edition. */
export type StageWindowSet = Fact<
  'StageWindowSet.v1',
  RoundIds & Readonly<{ stageId: string; opensAt: string; closesAt: string; editionRevision: number }>
>;

/**
 * From here on the tables can not change. `drawCommitment`: SHA-256 of the secret that draws will be made from; the secret
 * itself stands sealed beside it until `SheetsOpened` reveals it.
 */
export type RulesFrozen = Fact<
  'RulesFrozen.v1',
  RoundIds & Readonly<{ rulesHash: string; drawCommitment: string; drawSecret: string }>
>;

export type RoundOpened = Fact<
  'RoundOpened.v1',
  RoundIds & SecondPerson & Readonly<{ closing: number; entryCount: number; closesAt: string }>
>;

/** A sheet of this closing counts when it stands before this very fact in the log and was stamped before `closesAt`. */
export type RoundClosed = Fact<'RoundClosed.v1', RoundIds & Readonly<{ closing: number; closesAt: string }>>;

/** `closing`: the one under way now. Only these seats submit, until then. */
export type RoundReopened = Fact<
  'RoundReopened.v1',
  RoundIds &
    SecondPerson &
    Readonly<{ closing: number; seatIds: readonly string[]; until: string; reason: ReopeningReason }>
>;

/** Where `RoundClosed` of a closing stands in the log, and when that closing ended. */
export type Cut = Readonly<{ closing: number; lastIndex: number; closesAt: string }>;

/**
 * The sealed sheets were opened. Stored before they are, so that no opening goes unrecorded. The secret is revealed by the first
 * opening and makes the seed of all draws.
 */
export type SheetsOpened = Fact<
  'SheetsOpened.v1',
  RoundIds &
    Readonly<{
      closing: number;
      cuts: readonly Cut[];
      purpose: 'tally';
      secret: string;
      seed: string;
    }>
>;

/**
 * The check-lists were read up to this place of the log. Stored with the opening of sheets: what was found until the closing, and
 * what two persons corrected until here, is what the next result is computed from.
 */
export type ChecklistsRead = Fact<'ChecklistsRead.v1', RoundIds & Readonly<{ closing: number; through: number }>>;

/** Two persons corrected what was found about an entry, after anybody could have seen an aggregate: another result follows. */
export type ChecklistCorrected = Fact<
  'ChecklistCorrected.v1',
  RoundIds & Readonly<{ entryId: string; occurrenceId: string; proposalId: string; proposedBy: string }>
>;

/**
 * The claims of bonuses were read up to this place of the log. Stored with the opening of sheets: what the offices decided until the
 * first opening, and what two persons settled until here, is what the next result is computed from.
 */
export type BonusesRead = Fact<'BonusesRead.v1', RoundIds & Readonly<{ closing: number; through: number }>>;

/** Two persons settled a claim after anybody could have seen an aggregate: another result follows. */
export type BonusCorrected = Fact<
  'BonusCorrected.v1',
  RoundIds & Readonly<{ entryId: string; claimId: string; proposalId: string; proposedBy: string }>
>;

/**
 * What was measured elsewhere was read up to this place of the log. Stored with the opening of sheets: what the offices recorded until the
 * first opening, and what two persons settled until here, is what the next result is computed from.
 */
export type MeasuresRead = Fact<'MeasuresRead.v1', RoundIds & Readonly<{ closing: number; through: number }>>;

/** Two persons settled a measured value after anybody could have seen an aggregate: another result follows. */
export type MeasureCorrected = Fact<
  'MeasureCorrected.v1',
  RoundIds & Readonly<{ sourceId: string; entryId: string; proposalId: string; proposedBy: string }>
>;

export type RoundAnnulled = Fact<'RoundAnnulled.v1', RoundIds & SecondPerson & Readonly<{ reason: AnnullingReason }>>;

/** The facts of setting up, scoring and counting. */
export type ScoringFact =
  | RoundPrepared
  | EntryAdmitted
  | EntryTakenOut
  | EntryPutBack
  | EntryMoved
  | SeatAssigned
  | SeatVacated
  | SeatExcused
  | OfficeAssigned
  | ListRedrawn
  | RecusalDeclared
  | RecusalLifted
  | WindowSet
  | StageWindowSet
  | RollTaken
  | RulesFrozen
  | RoundOpened
  | RoundClosed
  | RoundReopened
  | SheetsOpened
  | ChecklistsRead
  | ChecklistCorrected
  | BonusesRead
  | BonusCorrected
  | MeasuresRead
  | MeasureCorrected
  | ResultComputed
  | GoingOnChosen
  | ActProposed
  | ProposalRejected
  | ReopeningFact
  | AppealFact
  | AnswerFact
  | MeetingFact
  | ContestFact
  | DealFact
  | RoundAnnulled;

export type RoundFact = ScoringFact | TakenFact;
