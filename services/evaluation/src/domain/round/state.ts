import type { Source } from '@jiangong/scoring';
import type { AskedOfResult } from './asked-of-result.ts';
import type { FactAnswer } from '../answer/state.ts';
import type { Meeting } from '../meeting/state.ts';
import type { Appeal } from '../appeal/state.ts';
import type { Contest } from '../contest/state.ts';
import type { Share } from '../deal/facts.ts';
import type { Dealing } from '../deal/state.ts';
import type { StoppedNotice } from '../decision/stopped-notice.ts';
import type { Decided, Issued, TakenPart } from '../decision/taken.ts';
import type { UnitPart } from '../decision/unit-division.ts';
import type { Cut, EntryAdmitted, RollCount, SeatAssigned } from './facts.ts';
import type { Edge, GoingOnChosen } from './going-on-facts.ts';
import type { RoundProposal } from './proposal.ts';
import type { Absent, ExcludedSheet, Ranked, ResultComputed } from './result-facts.ts';
import type { Redrawn } from './redrawn-list.ts';
import type { RoundTables } from './tables.ts';
import type { AnnullingReason, ChangeWord, TakingOutReason } from './words.ts';

/**
 * `out`: why it is judged no more; null while it is. `judged`: home and answerable people as of the opening of sheets, where they
 * changed since: a handing over is one person's, and moves nobody's marks out of a result that somebody may know.
 */
export type Entry = Omit<EntryAdmitted['data'], 'roundId' | 'editionId'> &
  Readonly<{ out: TakingOutReason | null; judged: Pick<EntryAdmitted['data'], 'homeId' | 'answerable'> | null }>;

/** The entry as recusal by what somebody is looks at it when marks are counted. */
export const asJudged = (entry: Entry): Entry => ({ ...entry, ...entry.judged });

/** `authors`: whose sheets count for this seat: its holder's, and a former holder's who was entitled when he judged. */
export type Seat = Omit<SeatAssigned['data'], 'roundId' | 'editionId' | 'proposalId' | 'proposedBy'> &
  Readonly<{ held: 'held' | 'vacated' | 'excused'; authors: readonly string[] }>;

export type Recusal = Readonly<{ personId: string; entryId: string }>;

/** What moved since the latest result, or since the opening of the sheets. */
export type Change = ResultComputed['data']['because'][number];

/** Up to where claims were read: at the first opening, when one person still decided, and at the latest. */
export type BonusesRead = Readonly<{ first: number; through: number }>;

/** Up to where measures were read: at the first opening, until which one person's word counts, and at the latest. */
export type MeasuresRead = Readonly<{ first: number; through: number }>;

/** What a result was computed from, so that it can be computed again. */
export type Basis = Readonly<{
  entries: readonly Entry[];
  seats: readonly Seat[];
  recusals: readonly Recusal[];
  cuts: readonly Cut[];
  /** Who judged what; absent where every seat judges everything. */
  shares?: readonly Share[];
  /** Up to where in the log check-lists were read; absent where there are none. */
  checksThrough?: number;
  /** Absent where there are no bonuses. */
  bonusesRead?: BonusesRead;
  /** Absent where nothing is measured elsewhere. */
  measuresRead?: MeasuresRead;
}>;

/** A result as it was computed. */
export type Result = Readonly<{
  inputsHash: string;
  algorithmHash: string;
  resultHash: string;
  closing: number;
  computedAt: string;
  predecessor: string | null;
  because: readonly Change[];
  decimals: number;
  ranking: readonly Ranked[];
  absent: readonly Absent[];
  excluded: readonly ExcludedSheet[];
  asked?: readonly AskedOfResult[];
  edges?: readonly Edge[];
  parts?: readonly UnitPart[];
  basis: Basis;
}>;

/** What the body chose where equal ones stood across the edge of a phase. `result`: over which of the results, from 1: one that comes out the same is another. */
export type GoingOn = Pick<GoingOnChosen['data'], 'phase' | 'entryIds'> & Readonly<{ result: number }>;

/** `entered`: how many entries scoring must begin with; null before it has begun. */
export type Window = Readonly<{ opensAt: string; closesAt: string; editionRevision: number; entered: number | null }>;

/** When a stage is open in which a round of several is filled. */
export type StageWindow = Readonly<{ stageId: string; opensAt: string; closesAt: string; editionRevision: number }>;

export type Setup = Readonly<{
  roundId: string;
  editionId: string;
  committeeId: string;
  phase: string;
  period: string;
  ordinal: number;
  templateHash: string;
  parameters: Readonly<Record<string, string>>;
  tables: RoundTables;
  window: Window | null;
  /** Of the stages in which it is filled, where there are several, as far as they are known. */
  stageWindows: readonly StageWindow[];
  /** Of the stages in which appeals are taken, as far as they are known. */
  appealWindows: readonly StageWindow[];
  /** How many stand on the edition's roll; null: it has none, or none is counted yet. */
  roll: readonly RollCount[] | null;
  entries: readonly Entry[];
  /** One a seat, in order of assignment; a vacated seat stays, with who may still be counted. */
  seats: readonly Seat[];
  /** Which organization each office within a party is, by office; absent before the first is told. */
  offices?: Readonly<Record<string, string>>;
  /** Its sources as the template draws them, and what was redrawn of each; absent before the first list was redrawn. */
  drawn?: readonly Source[];
  redrawn?: Redrawn;
  /** Declared recusals, by person; those that follow from home and answering for an entry are structural and stand nowhere. */
  recusals: readonly Recusal[];
  proposals: readonly RoundProposal[];
  changes: readonly Change[];
}>;

export type Frozen = Setup & Readonly<{ rulesHash: string; drawCommitment: string }>;

/**
 * An evaluator's request that his sheet be opened again. `lapsed`: he left the seat, or the body has decided; `reopened`: whether
 * because of it or not.
 */
export type ReopeningRequest = Readonly<{
  requestId: string;
  seatId: string;
  personId: string;
  requestedAt: string;
  standing: 'waiting' | 'withdrawn' | 'declined' | 'reopened' | 'lapsed';
}>;

/** From the first opening on. `closing`: the one under way, or the latest. */
export type Running = Frozen &
  Readonly<{
    closing: number;
    /** When the closing under way ends or the latest ended. */
    closesAt: string;
    /** Who may submit under it; null: every seat. */
    open: readonly string[] | null;
    /** From the first opening of the sheets on: the seed of every draw. */
    seed: string | null;
    /** Closings so far and when they ended. */
    ends: readonly Omit<Cut, 'lastIndex'>[];
    /** As of the latest opening of the sheets. */
    cuts: readonly Cut[];
    checksThrough?: number;
    bonusesRead?: BonusesRead;
    measuresRead?: MeasuresRead;
    results: readonly Result[];
    /** Whom the body took on to a later phase, the latest choice last; of results that another one followed, too. */
    goingOn: readonly GoingOn[];
    /** Acts after the opening of the sheets, which are bounded. */
    lateActs: number;
    /** Opened late, by a second person: it has an end of its own, and the stage's is over already. */
    ownEnd: boolean;
    /** Whether the closing under way, or the latest, followed the edition's stages: two persons open a round for everybody. */
    byStages: boolean;
    /** Decisions that were undone. */
    annulled: readonly string[];
    /** Notices of what units had decided and was undone, the latest last; absent where there were none. */
    stopped?: readonly Readonly<{ unitId: string; notice: StoppedNotice }>[];
    /** Requests to reopen sheets, in order, answered ones too. */
    requests: readonly ReopeningRequest[];
    /** Appeals against its results, in order, whatever became of them. */
    appeals: readonly Appeal[];
    /** What was looked up of its entries; absent before the first answer. */
    answers?: readonly FactAnswer[];
    /** Its meetings as far as something is on record of them; absent before the first word. */
    meetings?: readonly Meeting[];
    /** How far it is entry by entry; in every other round as it begins. */
    contest: Contest;
    /** Who judges what, where entries are dealt out; in every other round as it begins. */
    dealing: Dealing;
  }>;

/** One round: the evaluation of one phase and period of one edition. */
export type Round =
  | Readonly<{ kind: 'absent' }>
  | (Setup & Readonly<{ kind: 'prepared' }>)
  | (Frozen & Readonly<{ kind: 'frozen' }>)
  | (Running & Readonly<{ kind: 'open' }>)
  | (Running & Readonly<{ kind: 'closed' }>)
  | (Running & Readonly<{ kind: 'decided'; decision: Decided }>)
  | (Running & Readonly<{ kind: 'commended'; decision: Decided; circular: Issued }>)
  /** Of a result that units' committees decide, some have decided over their parts. */
  | (Running & Readonly<{ kind: 'in-parts'; parts: readonly TakenPart[] }>)
  | (Setup & Readonly<{ kind: 'annulled'; reason: AnnullingReason }>);

export type PreparedRound = Exclude<Round, { kind: 'absent' }>;
/** A round in which something may still happen. */
export type LiveRound = Exclude<PreparedRound, { kind: 'annulled' }>;
export type RunningRound = Extract<Round, { kind: 'open' | 'closed' | 'decided' | 'commended' | 'in-parts' }>;
/** A round after its (latest) closing. */
export type ClosedRound = Extract<Round, { kind: 'closed' | 'decided' | 'commended' | 'in-parts' }>;
/** A round with a decision in force, be it over a part of it. */
export type DecidedRound = Extract<Round, { kind: 'decided' | 'commended' | 'in-parts' }>;

export const isPrepared = (round: Round): round is PreparedRound => round.kind !== 'absent';
export const isDecided = (round: Round): round is DecidedRound =>
  round.kind === 'decided' || round.kind === 'commended' || round.kind === 'in-parts';
export const isClosed = (round: Round): round is ClosedRound => round.kind === 'closed' || isDecided(round);
export const isRunning = (round: Round): round is RunningRound => round.kind === 'open' || isClosed(round);

/** The decisions in force: one, or one for each part that its unit has decided over. */
export const decisionsIn = (round: Round): readonly Decided[] => {
  if (round.kind === 'in-parts') return round.parts.map(({ decision }) => decision);
  return isDecided(round) ? [round.decision] : [];
};

/** Whether a circular has made anything of it known. */
export const isCommended = (round: Round): boolean =>
  round.kind === 'commended' || (round.kind === 'in-parts' && round.parts.some(({ circular }) => circular !== null));

/** Whether anybody could have seen an aggregate, be it one entry's score: from then on no one person changes whose marks count (rule 7). */
export const isUnsealed = (round: Round): boolean =>
  isRunning(round) && (round.seed !== null || round.contest.turns.some(({ opened }) => opened));

/** The latest result; undefined before the first. */
export const latestResult = (round: RunningRound): Result | undefined => round.results.at(-1);

/** Whether something moved since the latest result: a decision over it would be over old knowledge. */
export const isOutdated = (round: RunningRound): boolean => round.changes.length > 0;

export const changed = (change: ChangeWord, proposalId: string | null): Change => ({ change, proposalId });

/** The seat that somebody holds, of any source. */
export const seatOf = (round: PreparedRound, personId: string): Seat | undefined =>
  round.seats.find((seat) => seat.personId === personId && seat.held === 'held');

export const entryOf = (round: PreparedRound, entryId: string): Entry | undefined =>
  round.entries.find((entry) => entry.entryId === entryId);

/** Entries that are judged. */
export const entriesIn = (round: PreparedRound): readonly Entry[] => round.entries.filter(({ out }) => out === null);
