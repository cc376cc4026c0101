import type { RoundFact } from './facts.ts';
import type { HearMeasure } from './orders.ts';
import type { ScoringRefusal } from './refusals.ts';
import { isRefused, undecided } from './standing.ts';
import { entryOf, type Round } from './state.ts';

/**
 * Two persons settled a measured value in its own stream. Before anybody could have seen an aggregate nothing follows; afterwards the next
 * result says that it is another, and by which proposal.
 */
export const hearMeasure = (round: Round, order: HearMeasure): readonly RoundFact[] | ScoringRefusal => {
  const live = undecided(round);
  if (isRefused(live)) return live;
  const { sourceId, entryId, proposalId, proposedBy } = order;
  if (entryOf(live, entryId) === undefined) return { reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' };
  if (live.kind !== 'closed' || live.seed === null) return [];
  if (live.changes.some((one) => one.proposalId === proposalId)) return [];
  const { roundId, editionId } = live;
  return [{ type: 'MeasureCorrected.v1', data: { roundId, editionId, sourceId, entryId, proposalId, proposedBy } }];
};
