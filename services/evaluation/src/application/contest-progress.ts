import { contestProgressOf } from '../domain/contest/progress.ts';
import { onStage } from '../domain/contest/state.ts';
import type { Candidate } from '../domain/round/holders.ts';
import type { RunningRound } from '../domain/round/state.ts';
import { sheetRoundOf } from '../domain/sheet/sheet-round.ts';
import type { SheetFact } from '../domain/sheet/facts.ts';
import type { SheetRound } from '../domain/sheet/state.ts';
import { submittedInTurn } from './contest-turns.ts';
import type { Evaluation } from './evaluation.ts';

type Submitted = Extract<SheetFact, { type: 'SheetSubmitted.v1' }>['data'];

/** Who sits, as he stands now. */
type Held = Readonly<{ seatId: string; personId: string; round: SheetRound; person: Candidate }>;

/** How far the evaluators of a contest are, turn by turn. That marks are in is seen from the outside: no sheet is opened. */
export const contestProgress = async (
  evaluation: Pick<Evaluation, 'ground'>,
  round: RunningRound,
  held: readonly Held[],
  now: string,
): Promise<ReturnType<typeof contestProgressOf>> => {
  const about = onStage(round.contest)?.entryId;
  const turns = [];
  for (const turn of round.contest.turns.filter(({ standing }) => standing !== 'put-off')) {
    const events = await submittedInTurn(evaluation, round, turn);
    turns.push({ turn, handedIn: new Set(events.map(({ data }) => (data as Submitted).seatId)) });
  }
  const seats = held.map(({ person, ...seat }) => ({
    ...seat,
    stage: about === undefined ? null : sheetRoundOf(round, person, now, about),
  }));
  return contestProgressOf(seats, turns);
};
