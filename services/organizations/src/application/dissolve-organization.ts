import { requestIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { OrganizationHandled, OrganizationOrders } from './organization-orders.ts';
import { organizationStream } from './organization-stream.ts';
import type { TreeKnowledge } from './ports.ts';

export type DissolveOrganization = Readonly<{ organizationId: string; reason: string }>;

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
      order: { kind: 'AbandonDissolution', cause, now: call.now },
      body: { abandonDissolution: attempt },
      context: { ...call, requestId: requestIdOf(`abandon dissolution ${attempt}`) },
    });
    if (abandoned.kind === 'refused') return abandoned;
    if (left === 'behind') return { kind: 'refused', refusal: { reason: 'READ_MODEL_BEHIND' } };
    return { kind: 'refused', refusal: { reason: 'CHILDREN_LEFT', details: { children: left } } };
  };

  return async (request: DissolveOrganization, call: CallContext): Promise<OrganizationHandled> => {
    const { organizationId, reason } = request;
    const stream = organizationStream(organizationId);
    const body = { rpc: 'DissolveOrganization', ...request };
    const complete = (dissolutionsBegun: number): Promise<OrganizationHandled> =>
      organizations.handle({
        stream,
        order: { kind: 'CompleteDissolution', reason, dissolutionsBegun, now: call.now },
        body,
        context: call,
      });

    const before = await organizations.read(organizationId);
    if (before.organization.kind === 'dissolved') return complete(before.organization.dissolutionsBegun);
    const attempt = `${call.requestId} ${before.revision}`;
    const began = await organizations.send(organizationId, { kind: 'BeginDissolution', reason, now: call.now }, body, {
      ...call,
      requestId: requestIdOf(`begin dissolution ${attempt}`),
    });
    if (began.kind === 'refused') return began;
    const { organization, revision } = await organizations.read(organizationId);
    const left = await tree.childrenAsOf(organizationId, revision);
    if (left !== 0) return abandon(organizationId, left, attempt, call);
    return complete(organization.kind === 'absent' ? 0 : organization.dissolutionsBegun);
  };
};
