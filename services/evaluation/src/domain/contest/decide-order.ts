import { sha256Hex } from '@jiangong/event-store';
import type { RoundFact } from '../round/facts.ts';
import { ALONE, type SecondPerson } from '../round/proposal.ts';
import type { ScoringRefusal } from '../round/refusals.ts';
import { entriesIn, type PreparedRound, type Round } from '../round/state.ts';
import type { DrawSecret, OrderSecrets } from '../round/draw-secrets.ts';
import { contestRulesOf, openContest, type Held } from './contest-of.ts';
import { drawnOrder, orderSeed } from './draw-order.ts';
import { DRAWS_MAX, LOT_DIGITS_MAX } from './limits.ts';
import type { DrawOrder } from './orders.ts';
import { isRedrawingReason, type RedrawingReason } from './words.ts';

type Decision = readonly RoundFact[] | ScoringRefusal;

const LOT = new RegExp(`^[0-9]{1,${LOT_DIGITS_MAX}}$`, 'u');

export const orderCommitted = ({ roundId, editionId }: PreparedRound, next: DrawSecret): RoundFact => ({
  type: 'OrderCommitted.v1',
  data: { roundId, editionId, commitment: next.commitment, secret: next.secret },
});

/** With the opening of a round whose order is drawn: what it will be drawn from is fixed. */
export const commitToOrder = (round: PreparedRound, order: DrawSecret | undefined): readonly RoundFact[] =>
  order !== undefined && contestRulesOf(round)?.order === 'drawn' ? [orderCommitted(round, order)] : [];

/** What an order is drawn among and from, or why it is not drawn. */
const drawable = (round: Round, lot: string, now: string): Held | ScoringRefusal => {
  const held = openContest(round, now);
  if ('reason' in held) return held;
  const { live, rules } = held;
  if (rules.order !== 'drawn') return { reason: 'ORDER_NOT_BY_LOT', field: 'roundId' };
  if (!LOT.test(lot)) return { reason: 'LOT_INVALID', field: 'lot', details: { digitsMax: LOT_DIGITS_MAX } };
  if (live.contest.turns.length > 0) return { reason: 'CONTEST_BEGUN', field: 'roundId' };
  if (live.contest.draws.length >= DRAWS_MAX) return { reason: 'TOO_MANY_DRAWS', details: { drawsMax: DRAWS_MAX } };
  return held;
};

type Drawing = Readonly<{ lot: string; reason: RedrawingReason | null; secrets: OrderSecrets }>;

const drawn = ({ live }: Held, { lot, reason, secrets }: Drawing, second: SecondPerson): Decision => {
  const { roundId, editionId, contest } = live;
  const { secret, next } = secrets;
  const commitment = sha256Hex(Buffer.from(secret, 'utf8'));
  if (commitment !== contest.commitment) return { reason: 'DRAW_BROKEN', field: 'roundId' };
  const lots = { secret, lot, entryIds: entriesIn(live).map(({ entryId }) => entryId) };
  const order = { commitment, secret, lot, seed: orderSeed(lots), entryIds: drawnOrder(lots), reason };
  return [{ type: 'OrderDrawn.v1', data: { roundId, editionId, ...order, ...second } }, orderCommitted(live, next)];
};

/** For the first time; the secret of another draw is fixed at once, should it come to one. */
export const drawOrder = (round: Round, { lot, secrets, now }: DrawOrder): Decision => {
  const held = drawable(round, lot, now);
  if ('reason' in held) return held;
  if (held.live.contest.order !== null) return { reason: 'ORDER_DRAWN_ALREADY', field: 'roundId' };
  return drawn(held, { lot, reason: null, secrets }, ALONE);
};

type Redrawing = Readonly<{ lot: string; reason: string }>;

/** Until somebody is called, and by two persons: nobody draws alone until he likes the order. `secrets` undefined: it is only proposed. */
export const redrawOrder = (
  round: Round,
  { lot, reason }: Redrawing,
  second: SecondPerson,
  { now, order: secrets }: Readonly<{ now: string; order?: OrderSecrets }>,
): Decision => {
  const held = drawable(round, lot, now);
  if ('reason' in held) return held;
  if (!isRedrawingReason(reason)) return { reason: 'CONTEST_REASON_UNKNOWN', field: 'reason' };
  if (held.live.contest.order === null) return { reason: 'ORDER_NOT_DRAWN', field: 'roundId' };
  return secrets === undefined ? [] : drawn(held, { lot, reason, secrets }, second);
};
