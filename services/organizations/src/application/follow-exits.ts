import { localDateOf } from '@jiangong/calendar';
import { requestIdOf } from '@jiangong/event-store';
import type { ProcessManager } from '@jiangong/messaging';
import type { Ground } from '@jiangong/service-host';
import type { OrganizationOrders } from './organization-orders.ts';
import { organizationStream } from './organization-stream.ts';
import type { TreeKnowledge } from './ports.ts';

const NAME = 'offices-follow-exits';

type Gone = Readonly<{ personId: string; kind?: string; effectiveOn?: string }>;

/** The exit that membership tells; undefined: the fact is about something else. */
const exitOf = (type: string, { kind = '' }: Gone): string | undefined => {
  if (type === 'membership.PersonErased.v1') return 'erased';
  return type === 'membership.PersonExited.v1' ? kind : undefined;
};

/**
 * Whoever exits holds no office that ends with it. Offices stand in the organizations' own streams, so they end a moment after the
 * grants, and as of the same day. It is looked only after the read model has passed all that was in the log: an appointment
 * made just before is seen.
 */
export const followExits = (
  ground: Pick<Ground, 'clock' | 'systemContext' | 'caughtUp'>,
  organizations: OrganizationOrders,
  tree: Pick<TreeKnowledge, 'withOfficer'>,
): ProcessManager => ({
  name: NAME,
  contexts: ['membership'],
  handle: async (told) => {
    const gone = told.data as Gone;
    const exit = exitOf(told.type, gone);
    if (exit === undefined) return;
    const { personId } = gone;
    if (!(await ground.caughtUp())) throw new Error('the read models are behind: the offices are looked at again');
    const effectiveOn = gone.effectiveOn ?? localDateOf(told.occurredAt);
    for (const organizationId of await tree.withOfficer(personId)) {
      const requestId = requestIdOf(`end offices ${organizationId} ${told.eventId}`);
      const handled = await organizations.handle({
        stream: organizationStream(organizationId),
        order: { type: 'EndOffices', personId, exit, effectiveOn, now: ground.clock.now() },
        body: { endOffices: personId, exit, effectiveOn },
        context: ground.systemContext({
          ...{ name: NAME, requestId, causationId: told.eventId },
          ...{ correlationId: told.correlationId, traceparent: told.traceparent },
        }),
      });
      if (handled.kind === 'refused')
        throw new Error(`offices in ${organizationId} could not be ended: ${handled.refusal.reason}`);
    }
  },
});
