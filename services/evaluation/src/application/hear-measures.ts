import type { ProcessManager } from '@jiangong/messaging';
import type { Evaluation } from './evaluation.ts';
import { ordersOf } from './system-orders.ts';

const NAME = 'hear-measures';

type Settled = Readonly<{
  roundId: string;
  sourceId: string;
  entryId: string;
  proposalId: string;
  proposedBy: string;
}>;

/** A round hears what two persons settled of its measures, so that its next result says so. */
export const hearMeasures = (evaluation: Evaluation): ProcessManager => {
  const orders = ordersOf(evaluation, NAME);
  return {
    name: NAME,
    contexts: ['evaluation'],
    handle: async (told) => {
      if (told.type !== 'evaluation.MeasureSettled.v1') return;
      const { roundId, sourceId, entryId, proposalId, proposedBy } = told.data as Settled;
      const { ground } = evaluation;
      await orders(told)(roundId, {
        ...{ type: 'HearMeasure', now: ground.clock.now() },
        ...{ sourceId, entryId, proposalId, proposedBy },
      });
    },
  };
};
