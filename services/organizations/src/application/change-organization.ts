import { aggregateIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { OrganizationHandled, OrganizationOrders } from './organization-orders.ts';
import type { TreeKnowledge } from './ports.ts';

export type RenameOrganization = Readonly<{ organizationId: string; nameZh: string; nameEn: string }>;
export type ClassifyOrganization = Readonly<{ organizationId: string; classified: boolean }>;
export type AppointOfficer = Readonly<{
  organizationId: string;
  personId: string;
  office: string;
  termEndsOn?: string | undefined;
}>;
export type RelieveOfficer = Readonly<{ organizationId: string; appointmentId: string; reason: string }>;

/** Orders that concern one organization alone. */
export const changeOrganization = (organizations: OrganizationOrders, tree: TreeKnowledge) => ({
  rename: (request: RenameOrganization, call: CallContext): Promise<OrganizationHandled> => {
    const { organizationId, nameZh, nameEn } = request;
    const order = { kind: 'RenameOrganization', nameZh, nameEn, now: call.now } as const;
    return organizations.send(organizationId, order, { rpc: 'RenameOrganization', ...request }, call);
  },
  classify: (request: ClassifyOrganization, call: CallContext): Promise<OrganizationHandled> => {
    const { organizationId, classified } = request;
    const order = { kind: 'ClassifyOrganization', classified, now: call.now } as const;
    return organizations.send(organizationId, order, { rpc: 'ClassifyOrganization', ...request }, call);
  },
  appoint: async (
    request: AppointOfficer,
    call: CallContext,
  ): Promise<Readonly<{ appointmentId: string; handled: OrganizationHandled }>> => {
    const { organizationId, personId, office, termEndsOn } = request;
    // From the organization too: one `Idempotency-Key` used on two organizations must not give one id twice.
    const appointmentId = aggregateIdOf(`${organizationId} ${call.requestId}`, 'appointment');
    const personKnown = await tree.personKnown(personId, call);
    const appointment = { appointmentId, personId, personKnown, office, termEndsOn: termEndsOn ?? null };
    const order = { kind: 'AppointOfficer', ...appointment, now: call.now } as const;
    const body = { rpc: 'AppointOfficer', organizationId, personId, office, termEndsOn: termEndsOn ?? null };
    return { appointmentId, handled: await organizations.send(organizationId, order, body, call) };
  },
  relieve: (request: RelieveOfficer, call: CallContext): Promise<OrganizationHandled> => {
    const { organizationId, appointmentId, reason } = request;
    const order = { kind: 'RelieveOfficer', appointmentId, reason, now: call.now } as const;
    return organizations.send(organizationId, order, { rpc: 'RelieveOfficer', ...request }, call);
  },
});
