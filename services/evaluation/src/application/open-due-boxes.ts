import { requestIdOf } from '@jiangong/event-store';
import { DUE_MOMENTS_MAX, type Scheduler } from '@jiangong/service-host';
import type { Ballots } from './ballots.ts';

/** Ballots whose issuing is over. */
export type DueBallots = (
  now: string,
  limit: number,
) => Promise<readonly Readonly<{ ballotId: string; issueUntil: string }>[]>;

/** Boxes open by themselves when issuing is over: it is a fact of the log that keeps the two apart, and no clock. */
export const openDueBoxes = ({ evaluation: { ground }, send }: Ballots, due: DueBallots): Scheduler => ({
  due: async (now) =>
    (await due(now, DUE_MOMENTS_MAX)).map(({ ballotId, issueUntil }) => ({
      at: issueUntil,
      of: ballotId,
      name: 'open boxes',
      run: async () => {
        const context = ground.systemContext({ name: 'scheduler', requestId: requestIdOf(`open boxes ${ballotId}`) });
        const order = { type: 'OpenBoxes', now: context.now } as const;
        const handled = await send(ballotId, order, { body: { order: 'OpenBoxes' }, context });
        if (handled.kind === 'refused') throw new Error(`OpenBoxes of ${ballotId}: ${handled.refusal.reason}`);
      },
    })),
});
