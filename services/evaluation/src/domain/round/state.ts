import type { AwardsPlan, Scheme } from '@jiangong/scoring';
import type { DecidedAwards, Ranked } from './facts.ts';

export type Entry = Readonly<{ entryId: string; unitId: string; leaderPersonId: string; title: string }>;
export type Evaluator = Readonly<{ personId: string; groupId: string; unitId: string | null }>;
export type Recusal = Readonly<{ personId: string; entryId: string }>;

/** A tally as it was computed; `recusals` says which declared recusals it knew, so that it can be computed again. */
export type Tally = Readonly<{
  inputsHash: string;
  algorithmHash: string;
  resultHash: string;
  ranking: readonly Ranked[];
  unranked: readonly string[];
  excluded: readonly string[];
  recusals: readonly Recusal[];
}>;

type Entered = Readonly<{ editionId: string; entries: readonly Entry[] }>;

export type Setup = Entered &
  Readonly<{
    roundId: string;
    committeeId: string;
    schemeId: string;
    scheme: Scheme;
    plan: AwardsPlan;
    evaluators: readonly Evaluator[];
    /** People who were taken out: a sheet of theirs does not count, and the tally says so. */
    removed: readonly string[];
    /** Declared recusals; those that follow from unit and leadership are structural and stand nowhere. */
    recusals: readonly Recusal[];
  }>;

type Frozen = Setup & Readonly<{ rulesHash: string }>;
type Closed = Frozen & Readonly<{ lastIndex: number; sheetsOpened: boolean; tallies: readonly Tally[] }>;
type Decided = Closed & Readonly<{ minutesNumber: string; awards: DecidedAwards }>;

/** One round: the evaluation of one edition. Entries may arrive before anybody prepared it. */
export type Round =
  | Readonly<{ kind: 'absent' }>
  | (Entered & Readonly<{ kind: 'gathering' }>)
  | (Setup & Readonly<{ kind: 'prepared' }>)
  | (Frozen & Readonly<{ kind: 'frozen' }>)
  | (Frozen & Readonly<{ kind: 'open' }>)
  | (Closed & Readonly<{ kind: 'closed' }>)
  | (Decided & Readonly<{ kind: 'decided' }>)
  | (Decided & Readonly<{ kind: 'commended'; documentNumber: string }>);

/** A round that somebody prepared. */
export type PreparedRound = Exclude<Round, { kind: 'absent' | 'gathering' }>;

/** A round after its closing. */
export type ClosedRound = Extract<Round, { kind: 'closed' | 'decided' | 'commended' }>;

/** A round that was decided over. */
export type DecidedRound = Extract<Round, { kind: 'decided' | 'commended' }>;

export const isPrepared = (round: Round): round is PreparedRound =>
  round.kind !== 'absent' && round.kind !== 'gathering';

export const isClosed = (round: Round): round is ClosedRound =>
  round.kind === 'closed' || round.kind === 'decided' || round.kind === 'commended';

/** Nobody scores an entry of the own unit, or one that he leads. */
export const isStructurallyRecused = (evaluator: Evaluator, entry: Entry): boolean =>
  evaluator.unitId === entry.unitId || evaluator.personId === entry.leaderPersonId;
