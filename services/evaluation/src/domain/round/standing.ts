import type { RoundRefusal, ScoringRefusal } from './refusals.ts';
import { isCommended, isPrepared, isUnsealed, type LiveRound, type Round, type RunningRound } from './state.ts';

/** The round as far as an order about it may still change something; else why not. */
export const liveRound = (round: Round): LiveRound | ScoringRefusal => {
  if (!isPrepared(round)) return { reason: 'ROUND_NOT_FOUND', field: 'roundId' };
  return round.kind === 'annulled' ? { reason: 'ROUND_ANNULLED', field: 'roundId' } : round;
};

/** Whoever wants to change whose marks count has to have the decision annulled first. */
export const undecided = (round: Round): LiveRound | ScoringRefusal => {
  const live = liveRound(round);
  if (isRefused(live)) return live;
  if (live.kind === 'commended') return { reason: 'CIRCULAR_ISSUED_ALREADY', field: 'roundId' };
  return live.kind === 'decided' || live.kind === 'in-parts'
    ? { reason: 'DECISION_TAKEN_ALREADY', field: 'roundId' }
    : live;
};

/** Closed, with or without results, and without a decision. */
export const closedUndecided = (round: Round): Extract<RunningRound, { kind: 'closed' }> | ScoringRefusal => {
  const live = undecided(round);
  if (isRefused(live)) return live;
  return live.kind === 'closed' ? live : { reason: 'ROUND_NOT_CLOSED', field: 'roundId' };
};

/** What one person may do alone only while nobody could have seen an aggregate (rule 7). */
export const sealedUndecided = (round: Round): LiveRound | ScoringRefusal => {
  const live = undecided(round);
  if (isRefused(live)) return live;
  return isUnsealed(live) ? { reason: 'PROPOSAL_NEEDED', field: 'roundId' } : live;
};

/** Tells a refusal from a round, a seat or whatever else was looked for. */
export const isRefused = (found: object): found is RoundRefusal => 'reason' in found && !('kind' in found);

/** Whether entries still come and go with what becomes of them in their own service: until the circular. */
export const beforeCircular = (round: Round): LiveRound | ScoringRefusal => {
  const live = liveRound(round);
  if (isRefused(live)) return live;
  return isCommended(live) ? { reason: 'CIRCULAR_ISSUED_ALREADY', field: 'roundId' } : live;
};
