import type { Handled, StoredEvent } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import { organizationDecider } from '../domain/decider.ts';
import type { OrganizationFact } from '../domain/facts.ts';
import type { OrganizationOrder } from '../domain/orders.ts';
import type { Organization } from '../domain/organization.ts';
import type { OrganizationRefusal } from '../domain/refusals.ts';
import { organizationCodec } from './organization-codec.ts';
import { organizationKey, organizationStream } from './organization-stream.ts';

export type OrganizationHandled = Handled<OrganizationFact, OrganizationRefusal>;

/** The request as it is hashed: what was typed stands in it only as a keyed fingerprint. */
export type HashedBody = Readonly<{ rpc: string; open: unknown; prose?: string }>;

/** What a stream tells: the organization, and what it was ordered before. */
export type OrganizationRead = Readonly<{
  organization: Organization;
  revision: number;
  /** The position of the last beginning of a dissolution; 0 when there was none. */
  dissolutionBegunAt: number;
  /** Whether an order under this request id was accepted here. */
  accepted: (requestId: string) => boolean;
}>;

const lastPositionOf = (events: readonly StoredEvent[], type: OrganizationFact['type']): number =>
  events.findLast((event) => event.type === type)?.position ?? 0;

/** How use cases reach one organization: send it an order, or read it from its own stream. */
export const organizationOrders = (ground: Ground) => {
  const codec = organizationCodec(ground.privacy);
  const handle = ground.handler(organizationDecider, codec);
  const hashed = async (organizationId: string, { rpc, open, prose }: HashedBody): Promise<unknown> => ({
    rpc,
    open,
    prose: prose === undefined ? null : await ground.privacy.fingerprint(organizationKey({ organizationId }), prose),
  });
  const send = async (
    organizationId: string,
    order: OrganizationOrder,
    body: HashedBody,
    call: CallContext,
  ): Promise<OrganizationHandled> =>
    handle({
      stream: organizationStream(organizationId),
      order,
      body: await hashed(organizationId, body),
      context: call,
      ...(call.expectedRevision === undefined ? {} : { expectedRevision: call.expectedRevision }),
    });
  return {
    handle,
    send,
    read: async (organizationId: string): Promise<OrganizationRead> => {
      const events = await ground.store.readStream(organizationStream(organizationId));
      let organization = organizationDecider.initial;
      // No prose decides: the facts are folded as they are stored.
      for (const { type, data } of events)
        organization = organizationDecider.evolve(organization, { type, data } as OrganizationFact);
      return {
        organization,
        revision: events.length - 1,
        dissolutionBegunAt: lastPositionOf(events, 'DissolutionBegan.v1'),
        accepted: (requestId) => events.some(({ entry }) => entry.requestId === requestId),
      };
    },
  };
};

export type OrganizationOrders = ReturnType<typeof organizationOrders>;
