import type { EntryProgress, SeatProgress } from '../sheet/progress.ts';
import type { SheetRound } from '../sheet/state.ts';
import type { Turn } from './state.ts';

/** Whose marks of a turn are in; no mark of it. */
export type TurnMarks = Readonly<{ turn: Turn; handedIn: ReadonlySet<string> }>;

/** `round`: what the seat's holder marks now; `stage`: the same of the entry that is on the stage, null where none is. */
export type SeatInContest = Readonly<{
  seatId: string;
  personId: string;
  round: SheetRound;
  stage: SheetRound | null;
}>;

type Count = Readonly<{ wanted: number; given: number }>;

/** Turns that were put off brought nothing, and are wanted of nobody. */
const called = (turns: readonly TurnMarks[]): readonly TurnMarks[] =>
  turns.filter(({ turn }) => turn.standing !== 'put-off');

/** The latest turn of an entry in which a seat marks: marked again by others alone, what it gave before stands. */
const turnOfSeat = (turns: readonly TurnMarks[], entryId: string, seatId: string): TurnMarks | undefined =>
  turns.findLast(({ turn }) => turn.entryId === entryId && (turn.seatIds === null || turn.seatIds.includes(seatId)));

const isIn = (turns: readonly TurnMarks[], entryId: string, seatId: string): boolean =>
  turnOfSeat(turns, entryId, seatId)?.handedIn.has(seatId) ?? false;

const seatProgress = ({ seatId, personId, round, stage }: SeatInContest, turns: readonly TurnMarks[]): SeatProgress => {
  const criteria = round.source?.criteria.length ?? 0;
  const marked = round.entries.filter(({ recused }) => recused === null);
  const wanted = marked.filter(({ entryId }) => turnOfSeat(turns, entryId, seatId) !== undefined);
  const given = wanted.filter(({ entryId }) => isIn(turns, entryId, seatId)).length;
  const there = turns.find(({ turn }) => turn.standing === 'on-stage');
  const marksNow = stage?.hindrance === null && marked.some(({ entryId }) => entryId === there?.turn.entryId);
  return {
    ...{ seatId, personId, sourceId: round.sourceId, entriesWanted: wanted.length, entriesScored: given },
    ...{ marksWanted: wanted.length * criteria, marksGiven: given * criteria },
    recused: round.entries.length - marked.length,
    submitted: marked.length > 0 && given === marked.length,
    awaited: marksNow && there !== undefined && !isIn(turns, there.turn.entryId, seatId),
  };
};

const entryProgress = (
  entryId: string,
  seats: readonly SeatInContest[],
  turns: readonly TurnMarks[],
): EntryProgress => {
  const mine = seats.flatMap(({ seatId, round }) =>
    round.entries.filter((entry) => entry.entryId === entryId).map(({ recused }) => ({ seatId, round, recused })),
  );
  const { wanted, given } = mine
    .filter(({ recused, seatId }) => recused === null && turnOfSeat(turns, entryId, seatId) !== undefined)
    .reduce<Count>(
      (sum, { seatId, round }) => {
        const criteria = round.source?.criteria.length ?? 0;
        return {
          wanted: sum.wanted + criteria,
          given: sum.given + (isIn(turns, entryId, seatId) ? criteria : 0),
        };
      },
      { wanted: 0, given: 0 },
    );
  const recused = mine.filter((one) => one.recused !== null).length;
  return { entryId, marksWanted: wanted, marksGiven: given, recused };
};

/**
 * How far the seats of a contest are: of the entries called so far, the one on the stage among them, how many each seat was to mark and has, and
 * who is waited for now. Counts alone: marks are sealed, and nothing here depends on one.
 */
export const contestProgressOf = (
  seats: readonly SeatInContest[],
  all: readonly TurnMarks[],
): Readonly<{ seats: readonly SeatProgress[]; entries: readonly EntryProgress[] }> => {
  const turns = called(all);
  const entryIds = new Set(seats.flatMap(({ round }) => round.entries.map(({ entryId }) => entryId)));
  return {
    seats: seats.map((seat) => seatProgress(seat, turns)),
    entries: [...entryIds].toSorted().map((entryId) => entryProgress(entryId, seats, turns)),
  };
};
