import type { Meeting } from '../meeting.ts';
import type { Departure } from './departure.ts';
import type { CircularNames } from './circular.ts';
import type { Entry, Evaluator } from './state.ts';
import type { Scheme } from '@jiangong/scoring';

/** All orders carry `now`, UTC with milliseconds. */
export type AdmitEntry = Readonly<{ kind: 'admit-entry'; editionId: string; entry: Entry; now: string }>;

/** `plan` is unknown JSON: the decider validates it. */
export type PrepareRound = Readonly<{
  kind: 'prepare-round';
  roundId: string;
  editionId: string;
  committeeId: string;
  schemeId: string;
  scheme: Scheme;
  plan: unknown;
  now: string;
}>;

export type AssignEvaluators = Readonly<{ kind: 'assign-evaluators'; evaluators: readonly Evaluator[]; now: string }>;
export type RemoveEvaluator = Readonly<{ kind: 'remove-evaluator'; personId: string; reason: string; now: string }>;
export type DeclareRecusal = Readonly<{
  kind: 'declare-recusal';
  personId: string;
  entryId: string;
  reason: string;
  now: string;
}>;
/** `scoring`: whether the edition's scoring stage is open now. */
export type OpenRound = Readonly<{ kind: 'open-round'; scoring: 'open' | 'not-open'; now: string }>;

/** `lastIndex`: where the closing of the scoring stage stands in the log. */
export type CloseRound = Readonly<{ kind: 'close-round'; lastIndex: number; now: string }>;
export type OpenSheets = Readonly<{ kind: 'open-sheets'; now: string }>;

/** A submitted sheet after its opening: where it stands in the log, and the points in hundredths by the scheme's criteria. */
export type OpenedSheet = Readonly<{
  personId: string;
  position: number;
  scores: readonly Readonly<{ entryId: string; points: readonly number[] }>[];
}>;

export type ComputeTally = Readonly<{ kind: 'compute-tally'; sheets: readonly OpenedSheet[]; now: string }>;

/** `body`: everybody who belongs to the leadership that may decide. `resultHash`: the result that lay before the meeting. */
export type TakeDecision = Readonly<{
  kind: 'take-decision';
  resultHash: string;
  meeting: Meeting;
  body: readonly string[];
  departures: readonly Departure[];
  now: string;
}>;

export type IssueCommendation = Readonly<{
  kind: 'issue-commendation';
  documentNumber: string;
  names: CircularNames;
  now: string;
}>;

export type RoundOrder =
  | AdmitEntry
  | PrepareRound
  | AssignEvaluators
  | RemoveEvaluator
  | DeclareRecusal
  | OpenRound
  | CloseRound
  | OpenSheets
  | ComputeTally
  | TakeDecision
  | IssueCommendation;
