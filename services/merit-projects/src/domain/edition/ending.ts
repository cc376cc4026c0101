import { type EditionDecision, whyRefusal } from './opening.ts';
import type { AbandonEdition, CloseEdition } from './orders.ts';
import { carriedOut } from './proposals.ts';
import type { OpenEditionState } from './state.ts';

/** The officer closes an edition whose stages are all over. Asked twice it is closed once. */
export const closeEdition = (edition: OpenEditionState, _order: CloseEdition): EditionDecision => {
  const left = edition.stages.find(({ progress }) => progress !== 'closed');
  if (left) return { reason: 'EDITION_STAGES_LEFT', details: { stage: left.stageId, closesAt: left.closesAt } };
  return [{ type: 'EditionClosed.v1', data: { editionId: edition.terms.editionId } }];
};

/** Given up by two persons of two roles: entries have ended, rounds are void, the ordinal is not used again. */
export const abandonEdition = (edition: OpenEditionState, order: AbandonEdition): EditionDecision => {
  const refusal = whyRefusal(order.why);
  if (refusal) return refusal;
  const proposal = carriedOut(edition, order, 'AbandonEdition');
  if ('reason' in proposal) return proposal;
  // What was awarded would stay awarded by an edition that never was: its decision is annulled first, and every honour withdrawn with it.
  if (order.honoursStand) return { reason: 'EDITION_COMMENDED', field: 'editionId' };
  const { editionId, seriesId, year, ordinal } = edition.terms;
  const { proposalId, proposedBy } = proposal;
  const data = { editionId, seriesId, year, ordinal, proposalId, proposedBy, prose: { why: order.why } };
  return [{ type: 'EditionAbandoned.v1', data }];
};
