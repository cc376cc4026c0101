import { isLocalDate, localDateOf } from '@jiangong/calendar';
import type { Decision, Founded } from './decide-tree.ts';
import { OFFICERS_MAX } from './limits.ts';
import { isOffice, isReliefReason, SINGLE_OFFICES } from './offices.ts';
import type { AppointOfficer, RelieveOfficer } from './orders.ts';

export const appoint = (organization: Founded, order: AppointOfficer): Decision => {
  const { appointmentId, personId, personKnown, office, termEndsOn, now } = order;
  const { organizationId, officers } = organization;
  if (!isOffice(office)) return { reason: 'OFFICE_UNKNOWN', field: 'office' };
  if (!personKnown) return { reason: 'PERSON_NOT_FOUND', field: 'personId' };
  if (termEndsOn !== null && (!isLocalDate(termEndsOn) || termEndsOn < localDateOf(now)))
    return { reason: 'DAY_INVALID', field: 'termEndsOn' };
  if (officers.some((one) => one.personId === personId && one.office === office))
    return { reason: 'ALREADY_IN_OFFICE', field: 'personId' };
  if (SINGLE_OFFICES.includes(office) && officers.some((one) => one.office === office))
    return { reason: 'OFFICE_TAKEN', field: 'office' };
  if (officers.length >= OFFICERS_MAX) return { reason: 'TOO_MANY_OFFICERS', details: { officersMax: OFFICERS_MAX } };
  return [{ type: 'OfficerAppointed.v1', data: { organizationId, appointmentId, personId, office, termEndsOn } }];
};

export const relieve = (organization: Founded, { appointmentId, reason }: RelieveOfficer): Decision => {
  const held = organization.officers.find((one) => one.appointmentId === appointmentId);
  if (!held) return { reason: 'APPOINTMENT_NOT_FOUND', field: 'appointmentId' };
  if (!isReliefReason(reason)) return { reason: 'RELIEF_REASON_UNKNOWN', field: 'reason' };
  return [{ type: 'OfficerRelieved.v1', data: { organizationId: organization.organizationId, ...held, reason } }];
};
