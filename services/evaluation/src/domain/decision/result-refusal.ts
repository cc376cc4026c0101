import type { Decidable } from './decidable.ts';
import type { ResultReason } from './refusals.ts';
import type { Refusal } from '@jiangong/event-store';

/**
 * Why nothing can be decided over this result now: there is none, it is not the latest, something moved since, somebody has
 * proposed to move something and nobody has answered, or it is decided already.
 */
export const resultRefusal = (decidable: Decidable, resultHash: string): Refusal<ResultReason> | undefined => {
  const { result, taken, outdated, outstanding, basis, entries } = decidable;
  if (taken.kind !== 'undecided') return { reason: 'DECISION_TAKEN_ALREADY', field: 'roundId' };
  if (result === null) return { reason: 'RESULT_NOT_COMPUTED', field: 'roundId' };
  if (outdated || result.resultHash !== resultHash) return { reason: 'RESULT_OUTDATED', field: 'resultHash' };
  const [waiting] = outstanding;
  if (waiting !== undefined)
    return { reason: 'PROPOSAL_OUTSTANDING', field: 'roundId', details: { proposalId: waiting.proposalId } };
  return basis === 'list' && entries.length === 0 ? { reason: 'LIST_EMPTY', field: 'roundId' } : undefined;
};
