import { aggregateIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { PersonHandled, PersonOrders } from './person-orders.ts';
import type { TreeKnowledge } from './ports.ts';

export type GrantRole = Readonly<{ personId: string; role: string; organizationId: string; until?: string | undefined }>;
export type RevokeRole = Readonly<{ personId: string; grantId: string; reason: string }>;

/** Giving and taking roles. The grantor's own roles over the organization are read from the access read model. */
export const changeRoles = (people: PersonOrders, tree: TreeKnowledge) => {
  const grantorOver = async (organizationId: string, call: CallContext) => ({
    grantorId: call.caller.personId ?? '',
    grantorRoles: await tree.rolesOver(organizationId, call),
  });
  return {
    grant: async (request: GrantRole, call: CallContext): Promise<Readonly<{ grantId: string; handled: PersonHandled }>> => {
      const { personId, role, organizationId } = request;
      // From the person too: one `Idempotency-Key` used on two people must not give one id twice.
      const grantId = aggregateIdOf(`${personId} ${call.requestId}`, 'grant');
      const until = request.until ?? null;
      const organization = await tree.organization(organizationId, call);
      const grantor = await grantorOver(organizationId, call);
      const order = { kind: 'GrantRole', grantId, role, organizationId, organization, until, ...grantor, now: call.now } as const;
      const handled = await people.send(personId, order, { rpc: 'GrantRole', open: { role, organizationId, until }, personal: null }, call);
      return { grantId, handled };
    },
    revoke: async ({ personId, grantId, reason }: RevokeRole, call: CallContext): Promise<PersonHandled> => {
      const { person } = await people.read(personId);
      const grant = person.kind === 'registered' ? person.grants.find((held) => held.grantId === grantId) : undefined;
      const grantor = grant ? await grantorOver(grant.organizationId, call) : { grantorId: call.caller.personId ?? '', grantorRoles: [] };
      const order = { kind: 'RevokeRole', grantId, reason, ...grantor, now: call.now } as const;
      return people.send(personId, order, { rpc: 'RevokeRole', open: { grantId }, personal: { reason } }, call);
    },
  };
};
