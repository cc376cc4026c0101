import type * as rpc from '@jiangong/contracts/jiangong/organizations/v1/questions';
import type { LookedBack } from '../../application/look-back.ts';
import type { Appointment } from '../../domain/organization.ts';

const placeOf = ({ office, appointmentId }: Appointment): string => `${office} ${appointmentId}`;

/** `seen`: those above whose names the caller may know. */
export const organizationOnMessage = (
  { organization, nameZh, nameEn, above }: LookedBack,
  seen: ReadonlySet<string>,
): rpc.GetOrganizationOnResponse => ({
  kind: organization.organizationKind,
  nameZh,
  nameEn,
  classified: organization.classified,
  condition: organization.kind,
  above: above.map((one) => (seen.has(one.organizationId) ? one : { ...one, nameZh: '', nameEn: '' })),
  officers: organization.officers
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .map(({ appointmentId, personId, office, effectiveOn }) => ({ appointmentId, personId, office, effectiveOn })),
});
