import { canonicalBytes, isSameData, sha256Hex } from '@jiangong/event-store';
import { LOT_DIGITS_MAX } from '../contest/limits.ts';
import { ENTRIES_PER_ROUND_MAX } from '../limits.ts';
import type { RoundFact } from '../round/facts.ts';
import type { DrawSecret, OrderSecrets } from '../round/draw-secrets.ts';
import { ALONE, type SecondPerson } from '../round/proposal.ts';
import type { ScoringRefusal } from '../round/refusals.ts';
import { isRefused, undecided } from '../round/standing.ts';
import { entryOf, isRunning, isUnsealed, type PreparedRound, type Round, type RunningRound } from '../round/state.ts';
import { conflictsOf } from './conflicts.ts';
import { dealRulesOf } from './deal-of.ts';
import { dealOut } from './deal-out.ts';
import { dealtGround, type Dealt, type Keeping } from './dealt-ground.ts';
import type { Load, Share } from './facts.ts';
import { DEALS_MAX, DEALT_PAIRS_MAX, DEALT_SEATS_MAX } from './limits.ts';
import type { DealEntries, DealGround } from './orders.ts';
import type { DealRules } from './rules.ts';
import { isDismissingReason, isRedealingReason, type RedealingReason } from './words.ts';

type Decision = readonly RoundFact[] | ScoringRefusal;
type Running = Readonly<{ live: RunningRound; rules: DealRules }>;

const LOT = new RegExp(`^[0-9]{1,${LOT_DIGITS_MAX}}$`, 'u');

const dealCommitted = ({ roundId, editionId }: PreparedRound, next: DrawSecret): RoundFact => ({
  type: 'DealCommitted.v1',
  data: { roundId, editionId, commitment: next.commitment, secret: next.secret },
});

/** With the opening of a round whose entries are dealt out: what they will be dealt from is fixed. */
export const commitToDeal = (round: PreparedRound, next: DrawSecret | undefined): readonly RoundFact[] =>
  next !== undefined && dealRulesOf(round) !== undefined ? [dealCommitted(round, next)] : [];

const runningDeal = (round: Round): Running | ScoringRefusal => {
  const live = undecided(round);
  if (isRefused(live)) return live;
  const rules = dealRulesOf(live);
  if (rules === undefined) return { reason: 'ROUND_NOT_DEALT_OUT', field: 'roundId' };
  return isRunning(live) ? { live, rules } : { reason: 'ROUND_NOT_OPEN', field: 'roundId' };
};

/** While sheets are written: whoever got something can judge it. */
const dealable = (round: Round, lot: string, now: string): Running | ScoringRefusal => {
  const held = runningDeal(round);
  if ('reason' in held) return held;
  const { live } = held;
  if (live.kind !== 'open' || now >= live.closesAt) return { reason: 'ROUND_CLOSED', field: 'roundId' };
  if (!LOT.test(lot)) return { reason: 'LOT_INVALID', field: 'lot', details: { digitsMax: LOT_DIGITS_MAX } };
  if (live.dealing.deals >= DEALS_MAX) return { reason: 'TOO_MANY_DEALS', details: { dealsMax: DEALS_MAX } };
  return held;
};

const loadsRefusal = (
  { seats }: RunningRound,
  sourceId: string,
  loads: DealEntries['loads'],
): ScoringRefusal | undefined => {
  for (const [at, { seatId, atMost }] of loads.entries()) {
    if (!seats.some((seat) => seat.seatId === seatId && seat.sourceId === sourceId && seat.held === 'held'))
      return { reason: 'SEAT_UNKNOWN', field: `loads[${at}].seatId` };
    if (loads.findIndex((load) => load.seatId === seatId) !== at)
      return { reason: 'SEAT_TWICE', field: `loads[${at}].seatId` };
    if (!Number.isInteger(atMost) || atMost < 0 || atMost > ENTRIES_PER_ROUND_MAX)
      return { reason: 'LOAD_INVALID', field: `loads[${at}].atMost`, details: { atMostMax: ENTRIES_PER_ROUND_MAX } };
  }
  return undefined;
};

const pairsOf = (held: readonly Readonly<{ entryIds: readonly string[] }>[]): number =>
  held.reduce((sum, { entryIds }) => sum + entryIds.length, 0);

const sizeRefusal = ({ seatIds, entryIds, barred }: Dealt, each: number): ScoringRefusal | undefined => {
  if (seatIds.length === 0) return { reason: 'SEATS_NONE', field: 'roundId' };
  const isLarge =
    seatIds.length > DEALT_SEATS_MAX || entryIds.length * each > DEALT_PAIRS_MAX || pairsOf(barred) > DEALT_PAIRS_MAX;
  return isLarge
    ? { reason: 'DEAL_TOO_LARGE', field: 'roundId', details: { seatsMax: DEALT_SEATS_MAX, pairsMax: DEALT_PAIRS_MAX } }
    : undefined;
};

/** Nobody could choose it alone, as with an order of appearance; among whom is dealt out stands in it, too. */
export const dealSeed = (
  secret: string,
  lot: string,
  { entryIds, seatIds }: Pick<Dealt, 'entryIds' | 'seatIds'>,
): string => sha256Hex(canonicalBytes({ secret, lot, entries: [...entryIds].sort(), seats: [...seatIds].sort() }));

type Dealing = Readonly<{
  lot: string;
  loads: readonly Load[];
  secrets: OrderSecrets;
  ground: DealGround;
  keeping: Keeping;
  reason: RedealingReason | null;
  now: string;
}>;

const dealt = ({ live, rules }: Running, dealing: Dealing, second: SecondPerson): Decision => {
  const { lot, loads, secrets, reason } = dealing;
  const { secret, next } = secrets;
  const { roundId, editionId } = live;
  const { sourceId, each } = rules;
  const over = dealtGround(live, { rules, ...dealing });
  const refusal = sizeRefusal(over, each);
  if (refusal) return refusal;
  const commitment = sha256Hex(Buffer.from(secret, 'utf8'));
  if (commitment !== live.dealing.commitment) return { reason: 'DRAW_BROKEN', field: 'roundId' };
  const { entryIds, kept, barred } = over;
  const atMostOf = (seatId: string): number | null => loads.find((load) => load.seatId === seatId)?.atMost ?? null;
  const seats = over.seatIds.map((seatId) => ({ seatId, atMost: atMostOf(seatId) }));
  const seed = dealSeed(secret, lot, over);
  const deal = dealOut({ seed, each, entryIds, seats, kept, barred });
  if (deal.kind === 'impossible') {
    const { kind: _kind, ...details } = deal;
    return { reason: 'DEAL_IMPOSSIBLE', field: 'roundId', details };
  }
  const given = new Map(deal.shares.map((share) => [share.seatId, share.entryIds]));
  // Of every seat something is said, so that whoever lost everything is told so.
  const shares: readonly Share[] = live.seats
    .filter((seat) => seat.sourceId === sourceId)
    .map(({ seatId, personId }) => ({ seatId, personId, entryIds: given.get(seatId) ?? [] }));
  if (reason === null && isSameData(shares, live.dealing.shares))
    return { reason: 'NOTHING_TO_DEAL', field: 'roundId' };
  const said = { commitment, secret, lot, seed, each, entryIds, seats, kept, barred, shares, reason };
  return [
    { type: 'EntriesDealt.v1', data: { roundId, editionId, sourceId, ...said, ...second } },
    dealCommitted(live, next),
  ];
};

const loadsNow = (live: RunningRound, said: readonly Load[]): readonly Load[] => [
  ...said,
  ...live.dealing.loads.filter(({ seatId }) => said.every((load) => load.seatId !== seatId)),
];

/** By one person, while nobody could have seen an aggregate: it moves nothing that stands. */
export const dealEntries = (round: Round, order: DealEntries): Decision => {
  const { lot, now, loads } = order;
  const held = dealable(round, lot, now);
  if ('reason' in held) return held;
  const { live, rules } = held;
  if (isUnsealed(live)) return { reason: 'PROPOSAL_NEEDED', field: 'roundId' };
  const wrong = loadsRefusal(live, rules.sourceId, loads);
  if (wrong) return wrong;
  return dealt(held, { ...order, loads: loadsNow(live, loads), keeping: 'what-stands', reason: null }, ALONE);
};

type Redealing = Readonly<{ lot: string; reason: string }>;
type Means = Readonly<{ now: string; order?: OrderSecrets; dealGround?: DealGround }>;

/**
 * By two persons, so that nobody deals alone until he likes what came: whose sheet was begun keeps all he has. Once somebody could have
 * seen an aggregate everything that stands is kept, and what is missing alone is dealt out. Without means it is only proposed.
 */
export const redealEntries = (
  round: Round,
  { lot, reason }: Redealing,
  second: SecondPerson,
  { now, order: secrets, dealGround: ground }: Means,
): Decision => {
  const held = dealable(round, lot, now);
  if ('reason' in held) return held;
  const { live } = held;
  if (!isRedealingReason(reason)) return { reason: 'DEAL_REASON_UNKNOWN', field: 'reason' };
  if (live.dealing.shares === null) return { reason: 'ENTRIES_NOT_DEALT', field: 'roundId' };
  if (secrets === undefined || ground === undefined) return [];
  const keeping = isUnsealed(live) ? 'what-stands' : 'what-was-begun';
  return dealt(held, { lot, reason, secrets, ground, keeping, loads: live.dealing.loads, now }, second);
};

type Dismissing = Readonly<{ personId: string; entryId: string; reason: string }>;

/** A false hit: by two persons, since it lets somebody judge what he was kept from. It gives him nothing: the next deal may. */
export const dismissConflict = (
  round: Round,
  { personId, entryId, reason }: Dismissing,
  second: SecondPerson,
  { now, dealGround: ground }: Means,
): Decision => {
  const held = runningDeal(round);
  if ('reason' in held) return held;
  const { live, rules } = held;
  const { roundId, editionId } = live;
  const seat = live.seats.find((one) => one.personId === personId && one.held === 'held');
  if (seat?.sourceId !== rules.sourceId) return { reason: 'SEAT_UNKNOWN', field: 'personId' };
  if (entryOf(live, entryId) === undefined) return { reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' };
  if (!isDismissingReason(reason)) return { reason: 'DEAL_REASON_UNKNOWN', field: 'reason' };
  const person = ground?.people.find((one) => one.personId === personId);
  const hits = person === undefined ? [] : conflictsOf(live, seat, person, { rules, now });
  if (!hits.some((hit) => hit.entryId === entryId && hit.cause === 'former-unit' && hit.dismissed === null))
    return { reason: 'CONFLICT_UNKNOWN', field: 'entryId' };
  return [{ type: 'ConflictDismissed.v1', data: { roundId, editionId, personId, entryId, reason, ...second } }];
};
