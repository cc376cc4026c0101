import { requestIdOf } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import { parentSeen } from '../domain/parent-seen.ts';
import type { OrganizationHandled, OrganizationOrders } from './organization-orders.ts';
import { organizationStream } from './organization-stream.ts';
import type { TreeKnowledge } from './ports.ts';

export type MoveOrganization = Readonly<{ organizationId: string; parentId: string; reason: string }>;

/** Moves a subtree. When the new parent began to dissolve meanwhile, the organization goes back and the order is refused (README). */
export const moveOrganization = (ground: Ground, organizations: OrganizationOrders, tree: TreeKnowledge) => {
  const goBack = async (
    { organizationId, parentId }: MoveOrganization,
    moved: OrganizationHandled & { kind: 'accepted' },
    call: CallContext,
  ) => {
    const fact = moved.facts[0];
    const [eventId] = moved.receipts.map((receipt) => receipt.eventId);
    const { organization } = await organizations.read(organizationId);
    if (
      fact?.type !== 'OrganizationMoved.v1' ||
      eventId === undefined ||
      organization.kind === 'absent' ||
      organization.parentId !== parentId
    )
      return;
    const { formerParentId } = fact.data;
    const former = parentSeen(formerParentId, (await organizations.read(formerParentId)).organization);
    const back = await organizations.handle({
      stream: organizationStream(organizationId),
      order: {
        kind: 'MoveOrganization',
        parent: former,
        reason: '拟转入的上级组织正在撤销 (the new parent is being dissolved)',
        now: call.now,
      },
      body: { goBack: eventId },
      context: ground.systemContext({
        name: 'orphan-returner',
        requestId: requestIdOf(`return orphan ${eventId}`),
        correlationId: call.correlationId,
        causationId: eventId,
        traceparent: call.traceparent,
      }),
    });
    if (back.kind === 'refused')
      ground.log.warn(
        { organizationId, parentId, reason: back.refusal.reason },
        'moved under a dissolving parent and can not go back',
      );
  };

  return async (request: MoveOrganization, call: CallContext): Promise<OrganizationHandled> => {
    const { organizationId, parentId, reason } = request;
    const { organization: parent } = await organizations.read(parentId);
    if (parent.kind !== 'absent' && !(await tree.mayReceive(parentId, call)))
      return { kind: 'refused', refusal: { reason: 'NEW_PARENT_OUTSIDE_GRANT', field: 'parentId' } };
    const order = { kind: 'MoveOrganization', parent: parentSeen(parentId, parent), reason, now: call.now } as const;
    const handled = await organizations.send(organizationId, order, { rpc: 'MoveOrganization', ...request }, call);
    if (handled.kind === 'refused') return handled;
    const { organization: parentNow } = await organizations.read(parentId);
    if (parentNow.kind === 'live') return handled;
    await goBack(request, handled, call);
    return { kind: 'refused', refusal: { reason: 'PARENT_DISSOLVED', field: 'parentId' } };
  };
};
