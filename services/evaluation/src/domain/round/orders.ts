import type { EntryPath } from '../decision/unit-division.ts';
import type { CarriedValue, ChecklistInputs, GivenBallot, GivenBonus, GivenValue } from '@jiangong/scoring';
import type { EntryAdmitted, RollCount, RoundPrepared } from './facts.ts';
import type { RoundProposal, ScoringTerms } from './proposal.ts';
import type { DealEntries, DealGround } from '../deal/orders.ts';
import type { Candidate } from './holders.ts';
import type { DrawSecret, OrderSecrets } from './draw-secrets.ts';

/** Who acts, and in which role. */
export type Acting = Readonly<{ personId: string; role: string }>;

/** All orders carry `now`, UTC with milliseconds. */
type At = Readonly<{ now: string }>;

export type PrepareRound = At & RoundPrepared['data'] & Readonly<{ type: 'PrepareRound' }>;

export type AdmitEntry = At &
  Readonly<{ type: 'AdmitEntry'; entry: Omit<EntryAdmitted['data'], 'roundId' | 'editionId'> }>;

/** What became of an entry in its own service; nobody here chooses it. */
export type TakeOutEntry = At & Readonly<{ type: 'TakeOutEntry'; entryId: string; reason: string }>;
export type PutBackEntry = At & Readonly<{ type: 'PutBackEntry'; entryId: string; reason: string }>;
export type MoveEntry = At &
  Readonly<{
    type: 'MoveEntry';
    entryId: string;
    homeId: string;
    answerable: readonly string[];
    effectiveOn: string;
  }>;

export type TakeRoll = At & Readonly<{ type: 'TakeRoll'; counts: readonly RollCount[] }>;

/** `entered` null: scoring has not begun, or nothing new is known of it. */
export type SetWindow = At &
  Readonly<{ type: 'SetWindow'; opensAt: string; closesAt: string; editionRevision: number; entered: number | null }>;

/** One of several stages in which the round is filled. */
export type SetStageWindow = At &
  Readonly<{
    type: 'SetStageWindow';
    stageId: string;
    opensAt: string;
    closesAt: string;
    editionRevision: number;
  }>;

export type AssignSeats = At &
  Readonly<{ type: 'AssignSeats'; seats: readonly (Candidate & Readonly<{ sourceId: string }>)[] }>;

/** `by`: an office, or the platform where a membership ended. */
export type VacateSeat = At &
  Readonly<{ type: 'VacateSeat'; personId: string; reason: string; by: 'office' | 'membership' }>;

/** `belongs`: whether the organization is a unit below the round's committee. */
export type AssignOffice = At &
  Readonly<{ type: 'AssignOffice'; office: string; organizationId: string; belongs: boolean }>;
export type DeclareRecusal = At &
  Readonly<{ type: 'DeclareRecusal'; personId: string; entryId: string; reason: string }>;

/** Recusals belong to persons: the round after an annulled one begins with them. */
export type CarryOverRecusals = At &
  Readonly<{ type: 'CarryOverRecusals'; recusals: readonly Readonly<{ personId: string; entryId: string }>[] }>;

/** `order`: what the order of appearance would be drawn from, or entries dealt out from, where the template has it so. */
export type OpenRound = At & Readonly<{ type: 'OpenRound'; draw: DrawSecret; order?: DrawSecret }>;
/**
 * `stage`: the edition closed its scoring, or this one of several stages of it; `due`: the end that a reopening set has passed; `list`: nobody
 * is scored, so nothing is waited for.
 */
export type CloseRound = At & Readonly<{ type: 'CloseRound'; why: 'stage' | 'due' | 'list'; stageId?: string }>;

/** A submitted sheet before its opening: all that stands in the clear. */
export type SealedSheet = Readonly<{
  sourceId: string;
  seatId: string;
  /** `whole`, or the turn of one entry. */
  part: string;
  personId: string;
  homeId: string | null;
  closing: number;
  position: number;
  submittedAt: string;
  hash: string;
}>;

/** What the lists of a round hold, read up to a place of the log. */
export type ReadChecklists = Readonly<{ through: number; inputs: ChecklistInputs }>;

/** What was granted of the bonuses of a round, read up to a place of the log, and what still waits for a verdict. */
export type ReadBonuses = Readonly<{
  through: number;
  granted: readonly GivenBonus[];
  waiting: readonly Readonly<{ entryId: string; claimId: string }>[];
}>;

/** What was measured elsewhere of the entries of a round, read up to a place of the log. */
export type ReadMeasures = Readonly<{ through: number; values: readonly GivenValue[] }>;

/** `indexes`: where `RoundClosed` of each closing stands in the log; `closedHash`: the hash of the first one. */
export type OpenSheets = At &
  Readonly<{
    type: 'OpenSheets';
    indexes: readonly Readonly<{ closing: number; lastIndex: number }>[];
    closedHash: string;
    secret: string;
    sheets: readonly SealedSheet[];
    carried: readonly CarriedValue[];
    /** Absent where the round has no check-list. */
    checks?: ReadChecklists;
    /** Absent where the round has no bonuses. */
    bonuses?: ReadBonuses;
    /** Absent where nothing is measured elsewhere. */
    measures?: ReadMeasures;
    /** Absent where it has no secret ballot. */
    ballots?: readonly GivenBallot[];
  }>;

export type OpenedSheet = SealedSheet &
  Readonly<{
    items: readonly string[];
    scores: readonly Readonly<{ entryId: string; marks: readonly (number | null)[] }>[];
  }>;

/** `carried`: scores of closed rounds of earlier phases. */
export type ComputeTally = At &
  Readonly<{
    type: 'ComputeTally';
    sheets: readonly OpenedSheet[];
    carried: readonly CarriedValue[];
    checks?: ReadChecklists;
    bonuses?: ReadBonuses;
    measures?: ReadMeasures;
    ballots?: readonly GivenBallot[];
    /** Where its entries stand, and which committees decide; absent where one body decides over all. */
    division?: Readonly<{ paths: readonly EntryPath[]; committees: readonly string[] }>;
  }>;

/** A finding was withdrawn by two persons. */
export type HearChecklist = At &
  Readonly<{ type: 'HearChecklist'; entryId: string; occurrenceId: string; proposalId: string; proposedBy: string }>;

/** What two persons decided about a claim. */
export type HearBonus = At &
  Readonly<{ type: 'HearBonus'; entryId: string; claimId: string; proposalId: string; proposedBy: string }>;

/** What two persons settled of a measured value. */
export type HearMeasure = At &
  Readonly<{ type: 'HearMeasure'; sourceId: string; entryId: string; proposalId: string; proposedBy: string }>;

/** The edition reopened its scoring: every seat may submit again, until then; of several stages the one that was reopened. */
export type ReopenWithStage = At &
  Readonly<{ type: 'ReopenWithStage'; stageId: string; closesAt: string; editionRevision: number }>;

/** The edition ended without its honours. */
export type AbandonRound = At & Readonly<{ type: 'AbandonRound' }>;

/** `candidates`: whom a replacement is to be drawn among, as they are known now. */
export type ProposeAct = At &
  Readonly<{
    type: 'ProposeAct';
    proposalId: string;
    by: Acting;
    terms: RoundProposal['terms'];
    why: string;
    candidates: readonly Candidate[];
    dealGround?: DealGround;
  }>;
/** `sheet`: how the person's own sheet stands; `entries`: how many he scores; `hindrance`: why the seat is not his to write in at all. */
export type RequestReopening = At &
  Readonly<{
    type: 'RequestReopening';
    requestId: string;
    personId: string;
    sheet: Readonly<{
      hindrance: 'NOT_IN_PARTY' | 'SEAT_OF_ANOTHER_ORGANIZATION' | null;
      writable: boolean;
      entries: number;
    }>;
    why: string;
  }>;
export type WithdrawReopeningRequest = At & Readonly<{ type: 'WithdrawReopeningRequest'; personId: string }>;
export type DeclineReopening = At & Readonly<{ type: 'DeclineReopening'; requestId: string; by: Acting; why: string }>;

export type RejectProposal = At & Readonly<{ type: 'RejectProposal'; proposalId: string; by: Acting; why: string }>;

/**
 * `draw`: a fresh secret, for a late opening or a replacement by lot; `candidates` for the latter, as they are known when it is carried
 * out; `order`: for an order that is drawn again, or will be, and for a deal; absent for whatever draws none. `dealGround`: where something
 * is about who judges what.
 */
export type CarryOut = At &
  Readonly<{
    type: 'CarryOut';
    proposalId: string;
    by: Acting;
    draw: DrawSecret | null;
    candidates: readonly Candidate[];
    order?: OrderSecrets;
    dealGround?: DealGround;
  }>;

/** What an act needs beside its terms. */
export type Means = Pick<CarryOut, 'now' | 'draw' | 'candidates' | 'order' | 'dealGround'>;

export type ScoringAct = ScoringTerms['act'];

export type ScoringOrder =
  | PrepareRound
  | AdmitEntry
  | TakeOutEntry
  | PutBackEntry
  | MoveEntry
  | SetWindow
  | SetStageWindow
  | TakeRoll
  | AssignSeats
  | VacateSeat
  | AssignOffice
  | DeclareRecusal
  | CarryOverRecusals
  | OpenRound
  | CloseRound
  | OpenSheets
  | ComputeTally
  | HearChecklist
  | HearBonus
  | HearMeasure
  | ReopenWithStage
  | DealEntries
  | AbandonRound
  | RequestReopening
  | WithdrawReopeningRequest
  | DeclineReopening
  | ProposeAct
  | RejectProposal
  | CarryOut;
