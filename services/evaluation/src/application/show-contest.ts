import { contestRulesOf, seatsFor } from '../domain/contest/contest-of.ts';
import type { ContestRules } from '../domain/contest/rules.ts';
import { closedTurn, type Contest, NO_CONTEST, onStage, queueOf, type Shown } from '../domain/contest/state.ts';
import { entriesIn, type Entry, isRunning, type PreparedRound } from '../domain/round/state.ts';
import { turnOf, turnSeats } from './contest-turns.ts';
import type { Evaluation } from './evaluation.ts';

export type EntryStanding = 'waiting' | 'put-off' | 'on-stage' | 'closed' | 'shown' | 'out';
export type ShownEntry = Readonly<{
  entry: Entry;
  place: number;
  standing: EntryStanding;
  marksWanted: number;
  marksIn: number;
  score: number | null;
  rank: number;
}>;
export type ShownContest = Readonly<{
  rules: ContestRules;
  contest: Contest;
  onStage: string;
  next: string;
  lastShown: string;
  entries: readonly ShownEntry[];
}>;

const standingOf = (contest: Contest, { entryId, out }: Entry): EntryStanding => {
  if (out !== null) return 'out';
  if (onStage(contest)?.entryId === entryId) return 'on-stage';
  const closed = closedTurn(contest, entryId);
  if (closed === undefined) return contest.putOff.includes(entryId) ? 'put-off' : 'waiting';
  // Marked again since: what was shown is to be shown anew.
  return contest.shown.some((one) => one.entryId === entryId && one.turn === closed.turn) ? 'shown' : 'closed';
};

/** By scores alone, so that equal ones share a rank: what breaks ties is the result's matter. */
const rankOf = (scores: readonly number[], score: number | null): number =>
  score === null ? 0 : scores.filter((other) => other > score).length + 1;

/** As they appear: those of the order drawn, then those behind it; without one, by title's id. */
const inOrder = ({ order }: Contest, entries: readonly Entry[]): readonly Entry[] => {
  const place = (entryId: string): number => {
    const at = order?.indexOf(entryId) ?? -1;
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  return entries.toSorted((a, b) => place(a.entryId) - place(b.entryId) || (a.entryId < b.entryId ? -1 : 1));
};

/** A contest as anybody in the hall sees it; undefined: the round is none. Nothing in it depends on a mark that was not shown. */
export const showContest =
  (evaluation: Evaluation) =>
  async (round: PreparedRound): Promise<ShownContest | undefined> => {
    const rules = contestRulesOf(round);
    if (rules === undefined) return undefined;
    const contest = isRunning(round) ? round.contest : NO_CONTEST;
    const standings = new Map(round.entries.map((entry) => [entry.entryId, standingOf(contest, entry)]));
    const shown = new Map(
      contest.shown
        .filter(({ entryId }) => standings.get(entryId) === 'shown')
        .map((one): [string, Shown] => [one.entryId, one]),
    );
    const scores = [...shown.values()].map(({ score }) => score);
    const entries = await Promise.all(
      inOrder(contest, round.entries).map(async (entry): Promise<ShownEntry> => {
        const { entryId } = entry;
        const turn = isRunning(round) ? turnOf(round, entryId) : undefined;
        const seats = turn === undefined || !isRunning(round) ? [] : await turnSeats(evaluation, round, turn);
        const score = shown.get(entryId)?.score ?? null;
        return {
          entry,
          place: (contest.order?.indexOf(entryId) ?? -1) + 1,
          standing: standings.get(entryId) ?? 'waiting',
          marksWanted: turn === undefined ? seatsFor(round, entryId).length : seats.length,
          marksIn: seats.filter(({ handedIn }) => handedIn).length,
          score,
          rank: rankOf(scores, score),
        };
      }),
    );
    const there = onStage(contest)?.entryId ?? '';
    const waiting = queueOf(
      contest,
      entriesIn(round).map(({ entryId }) => entryId),
    );
    const lastShown = [...shown.keys()].at(-1) ?? '';
    const next = waiting.find((entryId) => entryId !== there) ?? '';
    return { rules, contest, onStage: there, next, lastShown, entries };
  };
