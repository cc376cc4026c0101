import { aggregateIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { OrganizationHandled, OrganizationOrders } from './organization-orders.ts';
import type { TreeKnowledge } from './ports.ts';

type Dated = Readonly<{ organizationId: string; effectiveOn?: string | undefined }>;

/** Without `nameEn` the English name stays. */
export type RenameOrganization = Dated & Readonly<{ nameZh: string; nameEn?: string | undefined }>;
export type ClassifyOrganization = Readonly<{ organizationId: string; classified: boolean }>;
export type AppointOfficer = Dated & Readonly<{ personId: string; office: string; termEndsOn?: string | undefined }>;
export type RelieveOfficer = Dated & Readonly<{ appointmentId: string; reason: string }>;

/** Orders that concern one organization alone. */
export const changeOrganization = (organizations: OrganizationOrders, tree: TreeKnowledge) => ({
  rename: (request: RenameOrganization, call: CallContext): Promise<OrganizationHandled> => {
    const { organizationId, nameZh } = request;
    const [nameEn, effectiveOn] = [request.nameEn ?? null, request.effectiveOn ?? null];
    const order = { type: 'RenameOrganization', nameZh, nameEn, effectiveOn, now: call.now } as const;
    const body = { rpc: 'RenameOrganization', open: { organizationId, nameZh, nameEn, effectiveOn } };
    return organizations.send(organizationId, order, body, call);
  },
  classify: (request: ClassifyOrganization, call: CallContext): Promise<OrganizationHandled> => {
    const { organizationId, classified } = request;
    const order = { type: 'ClassifyOrganization', classified, now: call.now } as const;
    return organizations.send(
      organizationId,
      order,
      { rpc: 'ClassifyOrganization', open: { organizationId, classified } },
      call,
    );
  },
  appoint: async (
    request: AppointOfficer,
    call: CallContext,
  ): Promise<Readonly<{ appointmentId: string; handled: OrganizationHandled }>> => {
    const { organizationId, personId, office } = request;
    const [effectiveOn, termEndsOn] = [request.effectiveOn ?? null, request.termEndsOn ?? null];
    // From the organization too: one `Idempotency-Key` used on two organizations must not give one id twice.
    const appointmentId = aggregateIdOf(`${organizationId} ${call.requestId}`, 'appointment');
    const personKnown = await tree.personKnown(personId, call);
    const appointment = { appointmentId, personId, personKnown, office, effectiveOn, termEndsOn };
    const order = { type: 'AppointOfficer', ...appointment, now: call.now } as const;
    const open = { organizationId, personId, office, effectiveOn, termEndsOn };
    const body = { rpc: 'AppointOfficer', open };
    return { appointmentId, handled: await organizations.send(organizationId, order, body, call) };
  },
  relieve: (request: RelieveOfficer, call: CallContext): Promise<OrganizationHandled> => {
    const { organizationId, appointmentId, reason } = request;
    const effectiveOn = request.effectiveOn ?? null;
    const order = { type: 'RelieveOfficer', appointmentId, effectiveOn, reason, now: call.now } as const;
    const body = { rpc: 'RelieveOfficer', open: { organizationId, appointmentId, effectiveOn, reason } };
    return organizations.send(organizationId, order, body, call);
  },
});
