import type { ProcessManager } from '@jiangong/messaging';
import type { Evaluation } from './evaluation.ts';
import { ordersOf } from './system-orders.ts';

const NAME = 'hear-bonuses';

type Settled = Readonly<{ roundId: string; entryId: string; claimId: string; proposalId: string; proposedBy: string }>;

/** A round hears what two persons settled of its claims, so that its next result says so. */
export const hearBonuses = (evaluation: Evaluation): ProcessManager => {
  const orders = ordersOf(evaluation, NAME);
  return {
    name: NAME,
    contexts: ['evaluation'],
    handle: async (told) => {
      if (told.type !== 'evaluation.ClaimSettled.v1') return;
      const { roundId, entryId, claimId, proposalId, proposedBy } = told.data as Settled;
      const { ground } = evaluation;
      await orders(told)(roundId, {
        ...{ type: 'HearBonus', now: ground.clock.now() },
        ...{ entryId, claimId, proposalId, proposedBy },
      });
    },
  };
};
