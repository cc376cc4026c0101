import { contestRulesOf } from '../domain/contest/contest-of.ts';
import { isRunning, type PreparedRound, seatOf } from '../domain/round/state.ts';
import type { Candidate } from '../domain/round/holders.ts';
import {
  type EntryProgress,
  evolveFilled,
  type Filled,
  NOTHING_FILLED,
  progressOf,
  type SeatProgress,
} from '../domain/sheet/progress.ts';
import { sheetRoundOf } from '../domain/sheet/sheet-round.ts';
import { contestProgress } from './contest-progress.ts';
import type { Evaluation } from './evaluation.ts';
import { sheetCodec } from './sheet-codec.ts';
import { sheetIdOf, sheetStream } from './streams.ts';

/** Sheets whose filled cells one process remembers; the longest unused go first. */
const SHEETS_REMEMBERED_MAX = 2_000;
/** Sheet streams read at once. */
const READS_AT_ONCE_MAX = 16;

type Remembered = Readonly<{ revision: number; filled: Filled }>;
export type ScoringProgress = Readonly<{ seats: readonly SeatProgress[]; entries: readonly EntryProgress[] }>;

export type RecusedFrom = Readonly<{
  seatId: string;
  personId: string;
  sourceId: string;
  entryId: string;
  cause: string;
}>;

/** Who sits, each with the home and the grants of this moment. */
const sitting = async ({ knowledge }: Evaluation, round: PreparedRound, now: string) => {
  const held = round.seats.filter((seat) => seatOf(round, seat.personId) === seat);
  const people = await knowledge.people(
    held.map(({ personId }) => personId),
    { committeeId: round.committeeId, now, wait: false },
  );
  return held.map(({ seatId, personId }) => {
    const person: Candidate = people.get(personId) ?? { personId, homeId: null, grants: [] };
    return { seatId, personId, person, round: sheetRoundOf(round, person, now) };
  });
};

/** Who is recused from what now: by his word, by what he is, or by what he answers for. No sheet is looked at. */
export const recusalsIn = async (
  evaluation: Evaluation,
  round: PreparedRound,
  now: string,
): Promise<readonly RecusedFrom[]> =>
  (await sitting(evaluation, round, now)).flatMap(({ seatId, personId, round: { sourceId, entries } }) =>
    entries.flatMap(({ entryId, recused: cause }) =>
      cause === null ? [] : [{ seatId, personId, sourceId, entryId, cause }],
    ),
  );

/**
 * How far the evaluators of a round are. Drafts are opened to be counted; no mark is kept, answered, measured or logged. A draft is
 * folded once: afterwards only what came since is read.
 */
export const scoringProgress = (evaluation: Evaluation) => {
  const { ground } = evaluation;
  const codec = sheetCodec(ground.privacy);
  const remembered = new Map<string, Remembered>();
  const filledIn = async (sheetId: string): Promise<Filled> => {
    const before = remembered.get(sheetId) ?? { revision: -1, filled: NOTHING_FILLED };
    const events = await ground.store.readStream(sheetStream(sheetId), { fromRevision: before.revision + 1 });
    let { revision, filled } = before;
    for (const event of events) {
      filled = evolveFilled(filled, await codec.fromStored(event));
      revision = event.revision;
    }
    remembered.delete(sheetId);
    remembered.set(sheetId, { revision, filled });
    if (remembered.size > SHEETS_REMEMBERED_MAX) remembered.delete(remembered.keys().next().value as string);
    return filled;
  };
  return async (round: PreparedRound, now: string): Promise<ScoringProgress> => {
    const held = await sitting(evaluation, round, now);
    if (contestRulesOf(round) !== undefined && isRunning(round)) return contestProgress(evaluation, round, held, now);
    const seats = [];
    for (let at = 0; at < held.length; at += READS_AT_ONCE_MAX)
      seats.push(
        ...(await Promise.all(
          held.slice(at, at + READS_AT_ONCE_MAX).map(async (seat) => ({
            ...seat,
            filled: await filledIn(sheetIdOf(round.roundId, seat.seatId)),
          })),
        )),
      );
    return progressOf(seats);
  };
};
