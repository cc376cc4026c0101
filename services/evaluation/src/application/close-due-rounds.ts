import { requestIdOf } from '@jiangong/event-store';
import { DUE_MOMENTS_MAX, type Scheduler } from '@jiangong/service-host';
import type { Evaluation } from './evaluation.ts';

/** Rounds that were opened late or reopened end by themselves: no stage of the edition ends them. */
export const closeDueRounds = ({ ground, knowledge, sendRound }: Evaluation): Scheduler => ({
  due: async (now) =>
    (await knowledge.roundsDue(now, DUE_MOMENTS_MAX)).map(({ roundId, closing, closesAt }) => ({
      at: closesAt,
      of: roundId,
      name: `close ${closing}`,
      run: async () => {
        const context = ground.systemContext({
          name: 'scheduler',
          requestId: requestIdOf(`close round ${roundId} ${closing} ${closesAt}`),
        });
        const order = { type: 'CloseRound', now: context.now, why: 'due' } as const;
        const handled = await sendRound(roundId, order, { body: { order: 'CloseRound', closing }, context });
        if (handled.kind === 'refused') throw new Error(`CloseRound of ${roundId}: ${handled.refusal.reason}`);
      },
    })),
});
