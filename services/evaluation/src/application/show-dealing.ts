import { type Conflict, conflictsOf } from '../domain/deal/conflicts.ts';
import { dealRulesOf, dealtTo } from '../domain/deal/deal-of.ts';
import type { EntriesDealt } from '../domain/deal/facts.ts';
import type { DealGround } from '../domain/deal/orders.ts';
import type { DealRules } from '../domain/deal/rules.ts';
import { entriesIn, isRunning, type PreparedRound, type RunningRound, type Seat } from '../domain/round/state.ts';
import { seatHindrance } from '../domain/sheet/sheet-round.ts';
import { dealGroundOf } from './deal-ground.ts';
import type { Evaluation } from './evaluation.ts';
import { roundStream } from './streams.ts';

export type SeatStanding = 'open' | 'begun' | 'handed-in' | 'left' | 'hindered';
export type ShownSeat = Readonly<{
  seat: Seat;
  entries: number;
  atMost: number | null;
  standing: SeatStanding;
  barred: number;
}>;
export type ShownDealing = Readonly<{
  rules: DealRules;
  commitment: string;
  seats: readonly ShownSeat[];
  conflicts: readonly Conflict[];
  entries: readonly Readonly<{ entryId: string; evaluators: number }>[];
  deals: readonly EntriesDealt['data'][];
}>;

const isDeal = ({ type }: Readonly<{ type: string }>): boolean => type === 'EntriesDealt.v1';

/** Deals in order, as they stand in the log. */
export const dealsOf = async ({ ground }: Evaluation, roundId: string): Promise<readonly EntriesDealt['data'][]> =>
  (await ground.store.readStream(roundStream(roundId))).filter(isDeal).map(({ data }) => data as EntriesDealt['data']);

const standingOf = (
  round: PreparedRound,
  seat: Seat,
  { people, begun, handedIn }: DealGround,
  now: string,
): SeatStanding => {
  const { seatId, personId, held } = seat;
  if (held !== 'held') return 'left';
  if (handedIn.includes(seatId)) return 'handed-in';
  const person = people.find((one) => one.personId === personId) ?? { personId, homeId: null, grants: [] };
  if (seatHindrance(round, seat, person, now) !== null) return 'hindered';
  return begun.includes(seatId) ? 'begun' : 'open';
};

const conflictsIn = (
  round: RunningRound,
  seats: readonly Seat[],
  { people }: DealGround,
  { rules, now }: Readonly<{ rules: DealRules; now: string }>,
): readonly Conflict[] =>
  seats.flatMap((seat) => {
    const person = people.find(({ personId }) => personId === seat.personId);
    return seat.held !== 'held' || person === undefined ? [] : conflictsOf(round, seat, person, { rules, now });
  });

/** Loads, conflicts and deals; undefined: nothing is dealt out in this round. Nothing in it depends on a mark. */
export const showDealing =
  (evaluation: Evaluation) =>
  async (round: PreparedRound, now: string): Promise<ShownDealing | undefined> => {
    const rules = dealRulesOf(round);
    if (rules === undefined) return undefined;
    const ground = await dealGroundOf(evaluation, round, now);
    const seats = round.seats.filter(({ sourceId }) => sourceId === rules.sourceId);
    const conflicts = isRunning(round) ? conflictsIn(round, seats, ground, { rules, now }) : [];
    const holding = conflicts.filter(({ dismissed }) => dismissed === null);
    const sharesBySeat = new Map(seats.map((seat) => [seat.seatId, dealtTo(round, seat)]));
    const shareOf = (seatId: string): ReadonlySet<string> => {
      const share = sharesBySeat.get(seatId) ?? 'all';
      return share === 'all' ? new Set() : share;
    };
    const judging = seats.filter(({ held, seatId }) => held === 'held' || ground.everHandedIn.includes(seatId));
    const isBarred = new Set(holding.map(({ seatId, entryId }) => `${seatId} ${entryId}`));
    return {
      rules,
      commitment: (isRunning(round) ? round.dealing.commitment : null) ?? '',
      seats: seats.map((seat) => ({
        seat,
        entries: shareOf(seat.seatId).size,
        atMost:
          (isRunning(round) ? round.dealing.loads : []).find(({ seatId }) => seatId === seat.seatId)?.atMost ?? null,
        standing: standingOf(round, seat, ground, now),
        barred: holding.filter(({ seatId }) => seatId === seat.seatId).length,
      })),
      conflicts,
      entries: entriesIn(round).map(({ entryId }) => ({
        entryId,
        evaluators: judging.filter(
          ({ seatId }) => shareOf(seatId).has(entryId) && !isBarred.has(`${seatId} ${entryId}`),
        ).length,
      })),
      deals: await dealsOf(evaluation, round.roundId),
    };
  };
