import { aggregateIdOf } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import { parentSeen } from '../domain/parent-seen.ts';
import { dissolveOrphan } from './dissolve-orphan.ts';
import type { OrganizationHandled, OrganizationOrders } from './organization-orders.ts';

export type FoundOrganization = Readonly<{
  parentId: string;
  kind: string;
  nameZh: string;
  nameEn: string;
  code: string;
  classified: boolean;
  foundedOn?: string | undefined;
}>;

export type Founding = Readonly<{ organizationId: string; handled: OrganizationHandled }>;

/** Founds an organization. When its parent began to dissolve meanwhile, the newborn is dissolved and the order refused (README). */
export const foundOrganization = (ground: Ground, organizations: OrganizationOrders) => {
  const unlessOrphaned = dissolveOrphan(ground, organizations);
  return async (request: FoundOrganization, call: CallContext): Promise<Founding> => {
    const organizationId = aggregateIdOf(call.requestId, 'organization');
    const { parentId, kind: organizationKind, nameZh, nameEn, code, classified } = request;
    const foundedOn = request.foundedOn ?? null;
    const parent = parentSeen(parentId, (await organizations.read(parentId)).organization);
    const named = { organizationKind, nameZh, nameEn, code, classified, foundedOn };
    const order = { type: 'FoundOrganization', organizationId, parent, ...named, now: call.now } as const;
    const body = { rpc: 'FoundOrganization', open: { parentId, ...named } };
    const handled = await organizations.send(organizationId, order, body, call);
    if (handled.kind === 'refused') return { organizationId, handled };
    return { organizationId, handled: await unlessOrphaned(organizationId, parentId, handled, call) };
  };
};
