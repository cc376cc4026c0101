import { requestIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { End } from '../domain/orders.ts';
import { parentSeen } from '../domain/parent-seen.ts';
import type { OrganizationHandled, OrganizationOrders } from './organization-orders.ts';
import { organizationStream } from './organization-stream.ts';
import type { TreeKnowledge } from './ports.ts';

export type DissolveOrganization = Readonly<{
  organizationId: string;
  kind: string;
  successorIds: readonly string[];
  heirId?: string | undefined;
  effectiveOn?: string | undefined;
  reason: string;
}>;

/** Closes an organization for new children, looks whether any are left, and ends it or opens it again (README). */
export const dissolveOrganization = (organizations: OrganizationOrders, tree: TreeKnowledge) => {
  const abandon = async (
    organizationId: string,
    left: number | 'behind',
    attempt: string,
    call: CallContext,
  ): Promise<OrganizationHandled> => {
    const cause = left === 'behind' ? 'not-checked' : 'children-left';
    const abandoned = await organizations.handle({
      stream: organizationStream(organizationId),
      order: { type: 'AbandonDissolution', cause, now: call.now },
      body: { abandonDissolution: attempt },
      context: { ...call, requestId: requestIdOf(`abandon dissolution ${attempt}`) },
    });
    if (abandoned.kind === 'refused') return abandoned;
    if (left === 'behind') return { kind: 'refused', refusal: { reason: 'READ_MODEL_BEHIND' } };
    return { kind: 'refused', refusal: { reason: 'CHILDREN_LEFT', details: { children: left } } };
  };
  const endOf = async ({ kind, successorIds, heirId, effectiveOn, reason }: DissolveOrganization): Promise<End> => {
    const successors = await Promise.all(
      successorIds.map(async (id) => parentSeen(id, (await organizations.read(id)).organization)),
    );
    return { kind, successors, heirId: heirId ?? null, effectiveOn: effectiveOn ?? null, reason };
  };

  return async (request: DissolveOrganization, call: CallContext): Promise<OrganizationHandled> => {
    const { organizationId, reason, ...open } = request;
    const body = { rpc: 'DissolveOrganization', open: { organizationId, ...open }, prose: reason };
    const complete = async (dissolutionsBegun: number): Promise<OrganizationHandled> => {
      // Its own revision has moved on by the beginning, against which If-Match was held.
      const { expectedRevision: _held, ...context } = call;
      const end = await endOf(request);
      const order = { type: 'CompleteDissolution', ...end, dissolutionsBegun, now: call.now } as const;
      return organizations.send(organizationId, order, body, context);
    };

    const before = await organizations.read(organizationId);
    const begun = before.organization.kind === 'absent' ? 0 : before.organization.dissolutionsBegun;
    // What was ended by this very request gets its first answer, also when it was restored since.
    if (before.organization.kind === 'dissolved' || before.accepted(call.requestId)) return complete(begun);
    const attempt = `${call.requestId} ${before.revision}`;
    const order = { type: 'BeginDissolution', ...(await endOf(request)), now: call.now } as const;
    const began = await organizations.send(organizationId, order, body, {
      ...call,
      requestId: requestIdOf(`begin dissolution ${attempt}`),
    });
    if (began.kind === 'refused') return began;
    const { organization, revision } = await organizations.read(organizationId);
    const left = await tree.childrenAsOf(organizationId, revision);
    if (left !== 0) return abandon(organizationId, left, attempt, call);
    const completed = await complete(organization.kind === 'absent' ? 0 : organization.dissolutionsBegun);
    if (completed.kind === 'refused' && completed.refusal.reason === 'SUCCESSOR_NOT_POSSIBLE')
      await abandon(organizationId, 'behind', attempt, call);
    return completed;
  };
};
