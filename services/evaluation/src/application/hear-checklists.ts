import type { ProcessManager } from '@jiangong/messaging';
import type { Evaluation } from './evaluation.ts';
import { ordersOf } from './system-orders.ts';

const NAME = 'hear-checklists';

type Withdrawn = Readonly<{
  roundId: string;
  entryId: string;
  occurrenceId: string;
  /** Both are absent where one person withdrew it: nothing that a result rests on was closed. */
  proposalId?: string;
  proposedBy?: string;
}>;

/** A round hears what two persons corrected in one of its lists, so that its next result says so. */
export const hearChecklists = (evaluation: Evaluation): ProcessManager => {
  const orders = ordersOf(evaluation, NAME);
  return {
    name: NAME,
    contexts: ['evaluation'],
    handle: async (told) => {
      if (told.type !== 'evaluation.OccurrenceWithdrawn.v1') return;
      const { roundId, entryId, occurrenceId, proposalId, proposedBy } = told.data as Withdrawn;
      if (proposalId === undefined || proposedBy === undefined) return;
      const { ground } = evaluation;
      await orders(told)(roundId, {
        ...{ type: 'HearChecklist', now: ground.clock.now() },
        ...{ entryId, occurrenceId, proposalId, proposedBy },
      });
    },
  };
};
