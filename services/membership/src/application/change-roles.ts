import { aggregateIdOf } from '@jiangong/event-store';
import { type CallContext, type Ground, refused } from '@jiangong/service-host';
import type { PersonHandled, PersonOrders } from './person-orders.ts';
import type { TreeKnowledge } from './ports.ts';

export type GrantRole = Readonly<{
  personId: string;
  role: string;
  organizationId: string;
  from?: string | undefined;
  until?: string | undefined;
}>;
export type RevokeRole = Readonly<{
  personId: string;
  grantId: string;
  because: string;
  effectiveOn?: string | undefined;
  reason?: string | undefined;
}>;

/**
 * Giving and taking roles. The grantor's own roles over the organization are read from the access read model. Leaders are named
 * one after the other in all replicas, each once the read model has passed the one before: an officer names the first, and no second one.
 */
export const changeRoles = (
  people: PersonOrders,
  tree: TreeKnowledge,
  { caughtUp, alone }: Pick<Ground, 'caughtUp' | 'alone'>,
) => {
  const leaderInOffice = async (organizationId: string, call: CallContext): Promise<boolean> => {
    if (!(await caughtUp())) throw refused({ reason: 'READ_MODEL_BEHIND' });
    return tree.hasLeader(organizationId, call);
  };
  const grantorOver = async (organizationId: string, call: CallContext) => ({
    grantorId: call.caller.personId ?? '',
    grantorRoles: await tree.rolesOver(organizationId, call),
  });
  const grant = async (
    request: GrantRole,
    call: CallContext,
  ): Promise<Readonly<{ grantId: string; handled: PersonHandled }>> => {
    const { personId, role, organizationId } = request;
    // From the person too: one `Idempotency-Key` used on two people must not give one id twice.
    const grantId = aggregateIdOf(`${personId} ${call.requestId}`, 'grant');
    const [from, until] = [request.from ?? null, request.until ?? null];
    const seen = {
      organization: await tree.organization(organizationId, call),
      leaderInOffice: role === 'committee-leader' && (await leaderInOffice(organizationId, call)),
      ...(await grantorOver(organizationId, call)),
    };
    const order = { type: 'GrantRole', grantId, role, organizationId, from, until, ...seen, now: call.now } as const;
    const handled = await people.send(
      personId,
      order,
      { rpc: 'GrantRole', open: { role, organizationId, from, until }, personal: null },
      call,
    );
    return { grantId, handled };
  };
  return {
    grant: (request: GrantRole, call: CallContext) =>
      request.role === 'committee-leader' ? alone(() => grant(request, call)) : grant(request, call),
    revoke: async (request: RevokeRole, call: CallContext): Promise<PersonHandled> => {
      const { personId, grantId, because } = request;
      const [effectiveOn, reason] = [request.effectiveOn ?? null, request.reason ?? null];
      const { person } = await people.read(personId);
      const grant = person.kind === 'registered' ? person.grants.find((held) => held.grantId === grantId) : undefined;
      const grantor = grant
        ? await grantorOver(grant.organizationId, call)
        : { grantorId: call.caller.personId ?? '', grantorRoles: [] };
      const asked = { grantId, because, effectiveOn };
      const order = { type: 'RevokeRole', ...asked, reason, ...grantor, now: call.now } as const;
      return people.send(personId, order, { rpc: 'RevokeRole', open: asked, personal: { reason } }, call);
    },
  };
};
