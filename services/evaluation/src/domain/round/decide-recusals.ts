import { RECUSALS_PER_ORDER_MAX, RECUSALS_PER_ROUND_MAX } from '../limits.ts';
import type { RoundFact } from './facts.ts';
import { structuralCause } from './may-score.ts';
import type { CarryOverRecusals, DeclareRecusal } from './orders.ts';
import { ALONE, type SecondPerson } from './proposal.ts';
import type { ScoringRefusal } from './refusals.ts';
import { isRefused, sealedUndecided, undecided } from './standing.ts';
import { asJudged, entryOf, isUnsealed, type LiveRound, type Round, seatOf } from './state.ts';
import { isLiftingReason, isRecusalReason } from './words.ts';

type Decision = readonly RoundFact[] | ScoringRefusal;
type Named = Readonly<{ personId: string; entryId: string; reason: string }>;

const isDeclared = (round: LiveRound, { personId, entryId }: Omit<Named, 'reason'>): boolean =>
  round.recusals.some((declared) => declared.personId === personId && declared.entryId === entryId);

const declare = (round: LiveRound, named: Named, second: SecondPerson): Decision => {
  const { personId, entryId, reason } = named;
  const sat = round.seats.find(({ authors, ...seat }) => seat.personId === personId || authors.includes(personId));
  if (sat === undefined) return { reason: 'SEAT_UNKNOWN', field: 'personId' };
  const entry = entryOf(round, entryId);
  if (entry === undefined) return { reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' };
  if (!isRecusalReason(reason)) return { reason: 'RECUSAL_REASON_UNKNOWN', field: 'reason' };
  const late = isUnsealed(round);
  // Once somebody may know whom it serves, `other` would fit everybody.
  if (late && reason === 'other') return { reason: 'RECUSAL_REASON_VAGUE', field: 'reason' };
  const own = round.tables.seating.find(({ sourceId }) => sourceId === sat.sourceId)?.own ?? 'skip';
  if (structuralCause(sat, own, asJudged(entry), sat.homeId) !== null || isDeclared(round, named))
    return second.proposalId === null ? [] : { reason: 'RECUSED_ALREADY', field: 'entryId' };
  if (round.recusals.length >= RECUSALS_PER_ROUND_MAX)
    return { reason: 'TOO_MANY_RECUSALS', details: { recusalsMax: RECUSALS_PER_ROUND_MAX } };
  const { roundId, editionId } = round;
  const seatId = seatOf(round, personId)?.seatId ?? null;
  return [
    { type: 'RecusalDeclared.v1', data: { roundId, editionId, personId, seatId, entryId, reason, late, ...second } },
  ];
};

/** By the evaluator himself or the office, while nobody could have seen an aggregate. */
export const declareRecusal = (round: Round, order: DeclareRecusal): Decision => {
  const live = sealedUndecided(round);
  return isRefused(live) ? live : declare(live, order, ALONE);
};

/** Whoever was recused in the annulled round is so in the next, whether he will sit in it or not. */
export const carryOverRecusals = (round: Round, { recusals }: CarryOverRecusals): Decision => {
  const live = sealedUndecided(round);
  if (isRefused(live)) return live;
  const { roundId, editionId } = live;
  return recusals
    .slice(0, RECUSALS_PER_ORDER_MAX)
    .filter((recusal) => entryOf(live, recusal.entryId) !== undefined && !isDeclared(live, recusal))
    .map(({ personId, entryId }) => ({
      type: 'RecusalDeclared.v1',
      data: { roundId, editionId, personId, seatId: null, entryId, reason: 'carried-over', late: false, ...ALONE },
    }));
};

export const declareBySecond = (round: Round, named: Named, second: SecondPerson): Decision => {
  const live = undecided(round);
  return isRefused(live) ? live : declare(live, named, second);
};

/** A wrong recusal falls away: always by a second person, since it lets somebody judge whom he should not. */
export const liftRecusal = (round: Round, named: Named, second: SecondPerson): Decision => {
  const live = undecided(round);
  if (isRefused(live)) return live;
  const { personId, entryId, reason } = named;
  if (!isLiftingReason(reason)) return { reason: 'RECUSAL_REASON_UNKNOWN', field: 'reason' };
  if (!isDeclared(live, named)) return { reason: 'RECUSAL_NOT_DECLARED', field: 'entryId' };
  const { roundId, editionId } = live;
  const late = isUnsealed(live);
  return [{ type: 'RecusalLifted.v1', data: { roundId, editionId, personId, entryId, reason, late, ...second } }];
};
