import type { Decider } from '@jiangong/event-store';
import { abandonEdition, closeEdition } from './ending.ts';
import type { EditionFact } from './facts.ts';
import { amendEdition, type EditionDecision, openEdition } from './opening.ts';
import type { EditionOrder } from './orders.ts';
import { proposeEditionAct, rejectEditionProposal } from './proposals.ts';
import type { EditionRefusal } from './refusals.ts';
import { allowLateEntry, endLateEntry } from './late-entry.ts';
import { setReviewList } from './review-list.ts';
import { reopenStage, rescheduleStage, turnStage } from './stages.ts';
import { type Edition, evolveEdition, noEdition, type OpenEditionState } from './state.ts';

/** What has ended takes no more orders; ending it again changes nothing. */
const endedDecision = ({ kind }: OpenEditionState, order: EditionOrder): EditionDecision | undefined => {
  if (kind === 'open') return undefined;
  if (kind === 'closed') {
    if (order.type === 'CloseEdition') return [];
    // A closed edition is opened again by reopening one of its stages, or given up.
    if (['ProposeAct', 'RejectProposal', 'ReopenStage', 'AbandonEdition'].includes(order.type)) return undefined;
    return { reason: 'EDITION_CLOSED' };
  }
  return order.type === 'AbandonEdition' ? [] : { reason: 'EDITION_ABANDONED' };
};

const decide = (edition: Edition, order: EditionOrder): EditionDecision => {
  if (order.type === 'OpenEdition') return openEdition(edition, order);
  if (edition.kind === 'absent') return { reason: 'EDITION_NOT_FOUND', field: 'editionId' };
  const ended = endedDecision(edition, order);
  if (ended) return ended;
  switch (order.type) {
    case 'AmendEdition':
      return amendEdition(edition, order);
    case 'RescheduleStage':
      return rescheduleStage(edition, order);
    case 'OpenStage':
    case 'CloseStage':
      return turnStage(edition, order);
    case 'ReopenStage':
      return reopenStage(edition, order);
    case 'AllowLateEntry':
      return allowLateEntry(edition, order);
    case 'EndLateEntry':
      return endLateEntry(edition, order);
    case 'SetReviewList':
      return setReviewList(edition, order);
    case 'ProposeAct':
      return proposeEditionAct(edition, order);
    case 'RejectProposal':
      return rejectEditionProposal(edition, order);
    case 'CloseEdition':
      return closeEdition(edition, order);
    case 'AbandonEdition':
      return abandonEdition(edition, order);
  }
};

/** The rules over one edition and its calendar of stages (stream `merit-projects.edition-<id>`). */
export const editionDecider: Decider<Edition, EditionOrder, EditionFact, EditionRefusal> = {
  initial: noEdition,
  evolve: evolveEdition,
  decide,
};
