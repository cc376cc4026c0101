import { aggregateIdOf } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import { type ParentSeen, parentSeen } from '../domain/parent-seen.ts';
import { dissolveOrphan } from './dissolve-orphan.ts';
import type { OrganizationHandled, OrganizationOrders } from './organization-orders.ts';

export type ProposeRestoration = Readonly<{ organizationId: string; reason: string }>;
export type RestoreOrganization = Readonly<{ organizationId: string; proposalId: string }>;
export type RejectRestoration = Readonly<{ organizationId: string; proposalId: string; reason: string }>;

const byOf = ({ caller, actor }: CallContext) => ({ personId: caller.personId ?? '', role: actor.role ?? '' });

/** Undoing an end: one person proposes, another of another role carries it out or turns it down. */
export const restoreOrganization = (ground: Ground, organizations: OrganizationOrders) => {
  const unlessOrphaned = dissolveOrphan(ground, organizations);
  const parentOf = async (organizationId: string): Promise<ParentSeen> => {
    const { organization } = await organizations.read(organizationId);
    if (organization.kind === 'absent' || organization.parentId === null) return { kind: 'none' };
    return parentSeen(organization.parentId, (await organizations.read(organization.parentId)).organization);
  };
  return {
    propose: async (
      { organizationId, reason }: ProposeRestoration,
      call: CallContext,
    ): Promise<Readonly<{ proposalId: string; handled: OrganizationHandled }>> => {
      const proposalId = aggregateIdOf(`${organizationId} ${call.requestId}`, 'proposal');
      const order = { type: 'ProposeRestoration', proposalId, by: byOf(call), reason, now: call.now } as const;
      const body = { rpc: 'ProposeRestoration', open: { organizationId }, prose: reason };
      return { proposalId, handled: await organizations.send(organizationId, order, body, call) };
    },
    restore: async (request: RestoreOrganization, call: CallContext): Promise<OrganizationHandled> => {
      const { organizationId, proposalId } = request;
      const parent = await parentOf(organizationId);
      const order = { type: 'RestoreOrganization', proposalId, by: byOf(call), parent, now: call.now } as const;
      const body = { rpc: 'RestoreOrganization', open: request };
      const handled = await organizations.send(organizationId, order, body, call);
      if (handled.kind === 'refused') return handled;
      const [restored] = handled.facts;
      if (restored?.type !== 'OrganizationRestored.v1') throw new Error('a restoration is one fact');
      return unlessOrphaned(organizationId, restored.data.parentId, handled, call);
    },
    reject: ({ organizationId, proposalId, reason }: RejectRestoration, call: CallContext) =>
      organizations.send(
        organizationId,
        { type: 'RejectProposal', proposalId, by: byOf(call), reason, now: call.now },
        { rpc: 'RejectRestoration', open: { organizationId, proposalId }, prose: reason },
        call,
      ),
  };
};
