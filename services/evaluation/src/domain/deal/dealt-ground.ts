import { seatHindrance } from '../sheet/sheet-round.ts';
import { entriesIn, type RunningRound, type Seat } from '../round/state.ts';
import { conflictsOf } from './conflicts.ts';
import type { Held } from './deal-out.ts';
import type { Barred, ConflictCause } from './facts.ts';
import type { DealGround, Sitting } from './orders.ts';
import type { DealRules } from './rules.ts';

/** What a deal is made over. */
export type Dealt = Readonly<{
  entryIds: readonly string[];
  /** Seats that can be given more. */
  seatIds: readonly string[];
  kept: readonly Held[];
  barred: readonly Barred[];
}>;

/** Which of the shares stay: all that nothing speaks against, or, where it is dealt anew, those whose sheet was begun. */
export type Keeping = 'what-stands' | 'what-was-begun';

const CAUSES: readonly ConflictCause[] = ['own-unit', 'own-entry', 'declared', 'former-unit'];

type Asked = Readonly<{ rules: DealRules; ground: DealGround; keeping: Keeping; now: string }>;

const personOf = ({ people }: DealGround, seat: Seat): Sitting =>
  people.find(({ personId }) => personId === seat.personId) ?? {
    personId: seat.personId,
    homeId: null,
    grants: [],
    former: [],
  };

/** A seat that was left keeps what its holder judged and handed in; nobody judges that once more. */
const stays = ({ held, seatId }: Seat, { ground, keeping }: Asked): boolean => {
  if (held !== 'held') return ground.everHandedIn.includes(seatId);
  return keeping === 'what-stands' || ground.begun.includes(seatId);
};

export const dealtGround = (round: RunningRound, asked: Asked): Dealt => {
  const { rules, ground, now } = asked;
  const entryIds = entriesIn(round)
    .map(({ entryId }) => entryId)
    .sort();
  const isJudged = new Set(entryIds);
  const seats = round.seats.filter(({ sourceId }) => sourceId === rules.sourceId);
  const conflicts = seats
    .filter(({ held }) => held === 'held')
    .flatMap((seat) => conflictsOf(round, seat, personOf(ground, seat), { rules, now }))
    .filter(({ dismissed }) => dismissed === null);
  const barredFrom = (seatId: string, cause: ConflictCause): readonly string[] =>
    conflicts
      .filter((one) => one.seatId === seatId && one.cause === cause)
      .map(({ entryId }) => entryId)
      .sort();
  const barred = seats.flatMap(({ seatId }) =>
    CAUSES.map((cause) => ({ seatId, cause, entryIds: barredFrom(seatId, cause) })).filter(
      (one) => one.entryIds.length > 0,
    ),
  );
  const isBarred = new Set(barred.flatMap(({ seatId, entryIds: ids }) => ids.map((entryId) => `${seatId} ${entryId}`)));
  const kept = seats
    .filter((seat) => stays(seat, asked))
    .map(({ seatId }) => ({
      seatId,
      entryIds: (round.dealing.shares?.find((share) => share.seatId === seatId)?.entryIds ?? []).filter(
        (entryId) => isJudged.has(entryId) && !isBarred.has(`${seatId} ${entryId}`),
      ),
    }))
    .filter((one) => one.entryIds.length > 0);
  const open = seats.filter(
    (seat) =>
      seat.held === 'held' &&
      !ground.handedIn.includes(seat.seatId) &&
      seatHindrance(round, seat, personOf(ground, seat), now) === null,
  );
  return { entryIds, seatIds: open.map(({ seatId }) => seatId).sort(), kept, barred };
};
