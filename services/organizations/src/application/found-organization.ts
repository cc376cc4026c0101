import { aggregateIdOf, requestIdOf } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import { parentSeen } from '../domain/parent-seen.ts';
import type { OrganizationHandled, OrganizationOrders } from './organization-orders.ts';
import { organizationStream } from './organization-stream.ts';

export type FoundOrganization = Readonly<{
  parentId: string;
  kind: string;
  nameZh: string;
  nameEn: string;
  code: string;
  classified: boolean;
}>;

export type Founding = Readonly<{ organizationId: string; handled: OrganizationHandled }>;

/** Founds an organization. When its parent began to dissolve meanwhile, the newborn is dissolved and the order refused (README). */
export const foundOrganization =
  (ground: Ground, organizations: OrganizationOrders) =>
  async (request: FoundOrganization, call: CallContext): Promise<Founding> => {
    const organizationId = aggregateIdOf(call.requestId, 'organization');
    const { parentId, kind: organizationKind, nameZh, nameEn, code, classified } = request;
    const parent = parentSeen(parentId, (await organizations.read(parentId)).organization);
    const named = { organizationKind, nameZh, nameEn, code, classified };
    const order = { kind: 'FoundOrganization', organizationId, parent, ...named, now: call.now } as const;
    const handled = await organizations.send(organizationId, order, { rpc: 'FoundOrganization', ...request }, call);
    if (handled.kind === 'refused') return { organizationId, handled };
    const { organization: parentNow } = await organizations.read(parentId);
    if (parentNow.kind === 'live') return { organizationId, handled };
    const orphan = await organizations.handle({
      stream: organizationStream(organizationId),
      order: {
        kind: 'DissolveOrphan',
        parentId,
        reason: '上级组织正在撤销 (the parent is being dissolved)',
        now: call.now,
      },
      body: { dissolveOrphan: organizationId },
      context: ground.systemContext({
        name: 'orphan-dissolver',
        requestId: requestIdOf(`dissolve orphan ${organizationId}`),
        correlationId: call.correlationId,
        traceparent: call.traceparent,
        ...(handled.receipts[0] === undefined ? {} : { causationId: handled.receipts[0].eventId }),
      }),
    });
    if (orphan.kind === 'accepted' && orphan.facts.length === 0) return { organizationId, handled };
    return { organizationId, handled: { kind: 'refused', refusal: { reason: 'PARENT_DISSOLVED', field: 'parentId' } } };
  };
