import { requestIdOf } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import { parentSeen } from '../domain/parent-seen.ts';
import type { OrganizationHandled, OrganizationOrders } from './organization-orders.ts';
import { organizationStream } from './organization-stream.ts';
import type { TreeKnowledge } from './ports.ts';

export type MoveOrganization = Readonly<{
  organizationId: string;
  parentId: string;
  effectiveOn?: string | undefined;
  reason: string;
}>;

type Moved = OrganizationHandled & { kind: 'accepted' };

const REFUSED: OrganizationHandled = {
  kind: 'refused',
  refusal: { reason: 'PARENT_DISSOLVED', field: 'parentId' },
};
const REASON = '拟转入的上级组织正在撤销 (the new parent is being dissolved)';

const returnIdOf = (eventId: string): string => requestIdOf(`return orphan ${eventId}`);

/** Puts an organization back where it came from, unless it has moved on since. */
const goBack = async (
  ground: Ground,
  organizations: OrganizationOrders,
  { organizationId, parentId }: MoveOrganization,
  { moved, call }: Readonly<{ moved: Moved; call: CallContext }>,
): Promise<void> => {
  const [fact] = moved.facts;
  const eventId = moved.receipts[0]?.eventId;
  const { organization } = await organizations.read(organizationId);
  if (fact?.type !== 'OrganizationMoved.v1' || eventId === undefined) return;
  if (organization.kind === 'absent' || organization.parentId !== parentId) return;
  const { formerParentId } = fact.data;
  const parent = parentSeen(formerParentId, (await organizations.read(formerParentId)).organization);
  const back = await organizations.handle({
    stream: organizationStream(organizationId),
    order: { type: 'MoveOrganization', parent, effectiveOn: null, reason: REASON, now: call.now },
    body: { goBack: eventId },
    context: ground.systemContext({
      name: 'orphan-returner',
      requestId: returnIdOf(eventId),
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

/** Moves a subtree. When the new parent began to dissolve before, the organization goes back and the order is refused (README). */
export const moveOrganization =
  (ground: Ground, organizations: OrganizationOrders, tree: TreeKnowledge) =>
  async (request: MoveOrganization, call: CallContext): Promise<OrganizationHandled> => {
    const { organizationId, parentId, reason } = request;
    const effectiveOn = request.effectiveOn ?? null;
    const { organization } = await organizations.read(parentId);
    if (organization.kind !== 'absent' && !(await tree.mayReceive(parentId, call)))
      return { kind: 'refused', refusal: { reason: 'NEW_PARENT_OUTSIDE_GRANT', field: 'parentId' } };
    const parent = parentSeen(parentId, organization);
    const order = { type: 'MoveOrganization', parent, effectiveOn, reason, now: call.now } as const;
    const body = { rpc: 'MoveOrganization', open: { organizationId, parentId, effectiveOn }, prose: reason };
    const handled = await organizations.send(organizationId, order, body, call);
    const [receipt] = handled.kind === 'accepted' ? handled.receipts : [];
    if (handled.kind === 'refused' || !receipt) return handled;
    if ((await organizations.read(organizationId)).accepted(returnIdOf(receipt.eventId))) return REFUSED;
    const { organization: parentNow, dissolutionBegunAt } = await organizations.read(parentId);
    if (parentNow.kind === 'live' || handled.position < dissolutionBegunAt) return handled;
    await goBack(ground, organizations, request, { moved: handled, call });
    return REFUSED;
  };
