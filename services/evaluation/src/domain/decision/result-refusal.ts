import type { Decidable } from './decidable.ts';
import type { Awaited } from '../appeal/pending.ts';
import type { PendingReason } from '../appeal/refusals.ts';
import type { ResultReason } from './refusals.ts';
import type { Refusal } from '@jiangong/event-store';

/** Nothing is decided, and nothing made known, over an appeal that is not settled. */
export const awaitedRefusal = ({ reason, appealId, entryId }: Awaited): Refusal<PendingReason> => ({
  ...{ reason, field: 'roundId', details: { appealId, entryId } },
});

/**
 * Why nothing can be decided over this result now: there is none, it is not the latest, something moved since, somebody has
 * proposed to move something and nobody has answered, or it is decided already.
 */
export const resultRefusal = (decidable: Decidable, resultHash: string): Refusal<ResultReason> | undefined => {
  const { result, taken, outdated, outstanding, basis, entries, appeals } = decidable;
  if (taken.kind !== 'undecided') return { reason: 'DECISION_TAKEN_ALREADY', field: 'roundId' };
  if (result === null) return { reason: 'RESULT_NOT_COMPUTED', field: 'roundId' };
  if (outdated || result.resultHash !== resultHash) return { reason: 'RESULT_OUTDATED', field: 'resultHash' };
  const [waiting] = outstanding;
  if (waiting !== undefined)
    return { reason: 'PROPOSAL_OUTSTANDING', field: 'roundId', details: { proposalId: waiting.proposalId } };
  const awaited = appeals?.decision ?? null;
  if (awaited !== null) return awaitedRefusal(awaited);
  return basis === 'list' && entries.length === 0 ? { reason: 'LIST_EMPTY', field: 'roundId' } : undefined;
};
