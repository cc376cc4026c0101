import { localDateOf, startOfDay } from '@jiangong/calendar';
import { requestIdOf } from '@jiangong/event-store';
import { DUE_MOMENTS_MAX, type DueMoment, type Ground, type Scheduler } from '@jiangong/service-host';
import type { PersonOrders } from './person-orders.ts';
import type { TreeKnowledge } from './ports.ts';

const NAME = 'scheduled-acts';

/** An exit or a move whose day has come. `organizationId`: where a move leads; null for an exit. */
export type DueAct = Readonly<{
  personId: string;
  actId: string;
  effectiveOn: string;
  organizationId: string | null;
}>;

/** What the scheduler knows of acts that wait for their day. */
export interface ScheduledActs {
  /** Those whose day is this one or has passed, the oldest first. */
  due(day: string, limit: number): Promise<readonly DueAct[]>;
}

/**
 * Exits and moves that were decided for a day ahead take effect on it. The request id derives from the act: a repeat changes
 * nothing. Whoever was erased meanwhile has nothing left to end.
 */
export const actScheduler = (
  ground: Pick<Ground, 'systemContext'>,
  { people, tree, acts }: Readonly<{ people: PersonOrders; tree: TreeKnowledge; acts: ScheduledActs }>,
): Scheduler => {
  const carryOut = async ({ personId, actId, organizationId }: DueAct): Promise<void> => {
    const context = ground.systemContext({ name: NAME, requestId: requestIdOf(`carry out ${actId}`) });
    const organization = organizationId === null ? null : await tree.organization(organizationId, { afterPosition: 0 });
    const order = { type: 'CarryOutScheduled', actId, organization, now: context.now } as const;
    const body = { rpc: 'CarryOutScheduled', open: { actId }, personal: null };
    const handled = await people.send(personId, order, body, context);
    if (handled.kind === 'refused' && handled.refusal.reason !== 'PERSON_ERASED')
      throw new Error(`what was scheduled as ${actId} was refused: ${handled.refusal.reason}`);
  };
  return {
    due: async (now) =>
      (await acts.due(localDateOf(now), DUE_MOMENTS_MAX)).map((act): DueMoment => ({
        at: startOfDay(act.effectiveOn),
        of: act.personId,
        name: `carry out ${act.actId}`,
        run: () => carryOut(act),
      })),
  };
};
