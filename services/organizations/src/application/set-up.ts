import type { CallContext } from '@jiangong/service-host';
import type { OrganizationHandled, OrganizationOrders } from './organization-orders.ts';
import { ROOT_ORGANIZATION_ID } from './organization-stream.ts';

export type SetUp = Readonly<{ nameZh: string; nameEn: string; code: string }>;

/** Founds the root committee, once. */
export const setUp =
  (organizations: OrganizationOrders) =>
  (request: SetUp, call: CallContext): Promise<OrganizationHandled> => {
    const { nameZh, nameEn, code } = request;
    const named = { nameZh, nameEn, code, classified: false, organizationKind: 'working-committee', foundedOn: null };
    return organizations.send(
      ROOT_ORGANIZATION_ID,
      {
        type: 'FoundOrganization',
        organizationId: ROOT_ORGANIZATION_ID,
        parent: { kind: 'none' },
        ...named,
        now: call.now,
      },
      { rpc: 'SetUp', open: { nameZh, nameEn, code } },
      call,
    );
  };
