import type { StoredEvent } from '@jiangong/event-store';
import { seatsFor } from '../domain/contest/contest-of.ts';
import { onStage, partOf, type Turn } from '../domain/contest/state.ts';
import type { RunningRound } from '../domain/round/state.ts';
import type { SheetSubmitted } from '../domain/sheet/facts.ts';
import type { Evaluation } from './evaluation.ts';
import { sheetIdOf } from './streams.ts';
import { submittedIn } from './submitted-sheets.ts';

/** The turn that is looked at of an entry: the one under way, or the latest that came to its end. */
export const turnOf = ({ contest }: RunningRound, entryId: string): Turn | undefined => {
  const there = onStage(contest);
  return there?.entryId === entryId
    ? there
    : contest.turns.findLast((turn) => turn.entryId === entryId && turn.standing === 'closed');
};

/** Submissions of one turn, from the outside. */
export const submittedInTurn = (
  evaluation: Pick<Evaluation, 'ground'>,
  { roundId, seats }: Pick<RunningRound, 'roundId' | 'seats'>,
  turn: Pick<Turn, 'entryId' | 'turn'>,
): Promise<readonly StoredEvent[]> =>
  submittedIn(
    evaluation,
    seats.map(({ seatId }) => sheetIdOf(roundId, seatId, partOf(turn))),
  );

const seatOfEvent = ({ data }: StoredEvent): string => (data as SheetSubmitted['data']).seatId;

export type TurnSeat = Readonly<{ seatId: string; personId: string; handedIn: boolean }>;

/** Who marks in a turn, and whose marks of it are in. */
export const turnSeats = async (
  evaluation: Pick<Evaluation, 'ground'>,
  round: RunningRound,
  turn: Turn,
): Promise<readonly TurnSeat[]> => {
  const handedIn = new Set((await submittedInTurn(evaluation, round, turn)).map(seatOfEvent));
  return seatsFor(round, turn.entryId)
    .filter(({ seatId }) => turn.seatIds === null || turn.seatIds.includes(seatId))
    .map(({ seatId, personId }) => ({ seatId, personId, handedIn: handedIn.has(seatId) }));
};
