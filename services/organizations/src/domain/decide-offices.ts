import { isLocalDate } from '@jiangong/calendar';
import type { Decision, Founded } from './decide-tree.ts';
import { effectiveDay } from './effective-day.ts';
import { OFFICERS_MAX } from './limits.ts';
import { endsWith, isOffice, isReliefReason, SINGLE_OFFICES } from './offices.ts';
import type { AppointOfficer, EndOffices, RelieveOfficer } from './orders.ts';

export const appoint = (organization: Founded, order: AppointOfficer): Decision => {
  const { appointmentId, personId, personKnown, office, termEndsOn, now } = order;
  const { organizationId, officers, names } = organization;
  if (!isOffice(office)) return { reason: 'OFFICE_UNKNOWN', field: 'office' };
  if (!personKnown) return { reason: 'PERSON_NOT_FOUND', field: 'personId' };
  const effective = effectiveDay(order.effectiveOn, { now, notBefore: names[0].since });
  if ('refusal' in effective) return effective.refusal;
  const effectiveOn = effective.day;
  if (termEndsOn !== null && (!isLocalDate(termEndsOn) || termEndsOn < effectiveOn))
    return { reason: 'DAY_INVALID', field: 'termEndsOn' };
  if (officers.some((one) => one.personId === personId && one.office === office))
    return { reason: 'ALREADY_IN_OFFICE', field: 'personId' };
  if (SINGLE_OFFICES.includes(office) && officers.some((one) => one.office === office))
    return { reason: 'OFFICE_TAKEN', field: 'office' };
  if (officers.length >= OFFICERS_MAX) return { reason: 'TOO_MANY_OFFICERS', details: { officersMax: OFFICERS_MAX } };
  const data = { organizationId, appointmentId, personId, office, effectiveOn, termEndsOn };
  return [{ type: 'OfficerAppointed.v1', data }];
};

export const relieve = (organization: Founded, order: RelieveOfficer): Decision => {
  const { appointmentId, reason, now } = order;
  const held = organization.officers.find((one) => one.appointmentId === appointmentId);
  if (!held) return { reason: 'APPOINTMENT_NOT_FOUND', field: 'appointmentId' };
  if (!isReliefReason(reason)) return { reason: 'RELIEF_REASON_UNKNOWN', field: 'reason' };
  const effective = effectiveDay(order.effectiveOn, { now, notBefore: held.effectiveOn });
  if ('refusal' in effective) return effective.refusal;
  const { organizationId } = organization;
  return [{ type: 'OfficerRelieved.v1', data: { organizationId, ...held, effectiveOn: effective.day, reason } }];
};

/**
 * An exit ends offices as of its own day, however late it became known; none ends before it began. Nothing is refused here: what
 * is held no longer has nothing to end.
 */
export const endOffices = (
  { organizationId, officers }: Founded,
  { personId, exit, effectiveOn }: EndOffices,
): Decision =>
  officers
    .filter((held) => held.personId === personId && endsWith(exit, held.office))
    .map((held) => ({
      type: 'OfficerRelieved.v1',
      data: {
        ...{ organizationId, ...held, reason: 'exit' },
        effectiveOn: effectiveOn < held.effectiveOn ? held.effectiveOn : effectiveOn,
      },
    }));
