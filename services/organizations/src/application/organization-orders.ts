import type { Handled } from '@jiangong/event-store';
import { organizationDecider } from '../domain/decider.ts';
import type { OrganizationFact } from '../domain/facts.ts';
import type { OrganizationOrder } from '../domain/orders.ts';
import type { Organization } from '../domain/organization.ts';
import type { OrganizationRefusal } from '../domain/refusals.ts';
import type { CallContext, Ground } from '@jiangong/service-host';
import { organizationStream } from './organization-stream.ts';

export type OrganizationHandled = Handled<OrganizationFact, OrganizationRefusal>;

/** How use cases reach one organization: send it an order, or read it from its own stream. */
export const organizationOrders = (ground: Ground) => {
  const handle = ground.handler(organizationDecider);
  return {
    handle,
    /** The usual case: one order of the caller. `body` is the request as it came. */
    send: (
      organizationId: string,
      order: OrganizationOrder,
      body: unknown,
      call: CallContext,
    ): Promise<OrganizationHandled> =>
      handle({
        stream: organizationStream(organizationId),
        order,
        body,
        context: call,
        ...(call.expectedRevision === undefined ? {} : { expectedRevision: call.expectedRevision }),
      }),
    read: async (organizationId: string): Promise<Readonly<{ organization: Organization; revision: number }>> => {
      const events = await ground.store.readStream(organizationStream(organizationId));
      const facts = events.map(({ type, data }) => ({ type, data }) as OrganizationFact);
      return {
        organization: facts.reduce(organizationDecider.evolve, organizationDecider.initial),
        revision: events.length - 1,
      };
    },
  };
};

export type OrganizationOrders = ReturnType<typeof organizationOrders>;
