import { isRole, type Role } from '@jiangong/access';
import { addCalendarDays, endOfDay, isInstant, localDateOf, startOfDay } from '@jiangong/calendar';
import { effectiveDay, endsAtOf } from './effective-day.ts';
import type { RoleGranted, RoleRevoked } from './facts.ts';
import { type GrantHeld, hasNotEnded, isRevokeWord, overlap } from './grant.ts';
import { AHEAD_DAYS_MAX, BACKDATED_DAYS_MAX, GRANT_BACKDATED_DAYS_MAX, GRANTS_MAX } from './limits.ts';
import { ENDS_ALL } from './membership-stage.ts';
import type { GrantRole, OrganizationSeen, RevokeRole } from './orders.ts';
import type { Registered } from './person.ts';
import { wrongReason } from './personal-data.ts';
import type { PersonRefusal } from './refusals.ts';
import { areIncompatible, fitsKind, mayGive, mayNameFirstLeader } from './roles.ts';

type Decision = readonly (RoleGranted | RoleRevoked)[] | PersonRefusal;
type Span = Readonly<{ from: string; until: string | null }>;

const wrongPlace = (role: Role, organization: OrganizationSeen): PersonRefusal | undefined => {
  if (organization.kind === 'unknown') return { reason: 'ORGANIZATION_NOT_FOUND', field: 'organizationId' };
  if (organization.dissolved) return { reason: 'ORGANIZATION_DISSOLVED', field: 'organizationId' };
  const { organizationKind } = organization;
  return fitsKind(role, organizationKind)
    ? undefined
    : { reason: 'ROLE_NOT_FOR_KIND', field: 'role', details: { role, organizationKind } };
};

/**
 * The earliest instant from which a grant may count: some weeks back, for what was decided and entered later. Where the same
 * role over the same organization was ended (perhaps by mistake) it may follow on that end, so that no gap is left.
 */
const earliestFrom = (same: readonly GrantHeld[], now: string): string => {
  const today = localDateOf(now);
  const usual = startOfDay(addCalendarDays(today, -GRANT_BACKDATED_DAYS_MAX));
  const furthest = startOfDay(addCalendarDays(today, -BACKDATED_DAYS_MAX));
  const lastEnd = same
    .flatMap(({ until }) => (until !== null && until <= now ? [until] : []))
    .toSorted()
    .at(-1);
  return lastEnd !== undefined && furthest <= lastEnd && lastEnd < usual ? lastEnd : usual;
};

/** From when until when; null `from`: from now on. */
const wrongSpan = (
  { from, until }: Span,
  { earliest, now }: Readonly<{ earliest: string; now: string }>,
): PersonRefusal | undefined => {
  if (!isInstant(from)) return { reason: 'INSTANT_INVALID', field: 'from' };
  if (from < earliest) return { reason: 'EFFECTIVE_TOO_EARLY', field: 'from', details: { earliest } };
  const latest = endOfDay(addCalendarDays(localDateOf(now), AHEAD_DAYS_MAX));
  if (from >= latest) return { reason: 'EFFECTIVE_TOO_LATE', field: 'from', details: { latest } };
  if (until !== null && (!isInstant(until) || until <= now || until <= from))
    return { reason: 'INSTANT_INVALID', field: 'until' };
  return undefined;
};

const wrongBeside = (
  person: Registered,
  span: Span,
  { role, organizationId, now }: Readonly<{ role: Role; organizationId: string; now: string }>,
): PersonRefusal | undefined => {
  const beside = person.grants.filter((grant) => overlap(grant, span));
  if (beside.some((grant) => grant.role === role && grant.organizationId === organizationId))
    return { reason: 'ALREADY_GRANTED', field: 'role' };
  const other = beside.find((grant) => areIncompatible(grant.role, role));
  if (other) return { reason: 'ROLES_INCOMPATIBLE', field: 'role', details: { role, held: other.role } };
  const held = person.grants.filter((grant) => hasNotEnded(grant, now));
  return held.length >= GRANTS_MAX ? { reason: 'TOO_MANY_GRANTS', details: { grantsMax: GRANTS_MAX } } : undefined;
};

/** Nobody grants himself a role; the grantor must hold, over that organization, a role that gives this one. */
export const grantRole = (person: Registered, order: GrantRole): Decision => {
  const { grantId, role, organizationId, organization, until, grantorId, grantorRoles, leaderInOffice, now } = order;
  const { personId, membership, grants } = person;
  if (!isRole(role)) return { reason: 'ROLE_UNKNOWN', field: 'role' };
  if (grantorId === personId) return { reason: 'OWN_GRANT', field: 'personId' };
  if (ENDS_ALL.includes(membership.stage)) return { reason: 'PERSON_EXITED', details: { stage: membership.stage } };
  const place = wrongPlace(role, organization);
  if (place) return place;
  if (!mayGive(grantorRoles, role) && !mayNameFirstLeader(grantorRoles, role, leaderInOffice))
    return { reason: 'GRANTOR_MAY_NOT', field: 'role', details: { role } };
  const span = { from: order.from ?? now, until };
  const same = grants.filter((grant) => grant.role === role && grant.organizationId === organizationId);
  const wrong =
    wrongSpan(span, { earliest: earliestFrom(same, now), now }) ??
    wrongBeside(person, span, { role, organizationId, now });
  if (wrong) return wrong;
  const grant = { grantId, role, organizationId, ...span, grantedAt: now, grantedBy: grantorId };
  return [{ type: 'RoleGranted.v1', data: { personId, ...grant } }];
};

export const revokeRole = (person: Registered, order: RevokeRole): Decision => {
  const { grantId, because, reason, grantorId, grantorRoles, now } = order;
  const { personId } = person;
  const grant = person.grants.find((held) => held.grantId === grantId);
  if (!grant) return { reason: 'GRANT_NOT_FOUND', field: 'grantId' };
  if (grantorId === personId) return { reason: 'OWN_GRANT', field: 'personId' };
  const { role, organizationId, from, until } = grant;
  if (!mayGive(grantorRoles, role)) return { reason: 'GRANTOR_MAY_NOT', field: 'role', details: { role } };
  if (!hasNotEnded(grant, now)) return { reason: 'GRANT_ENDED', field: 'grantId', details: { until: until ?? now } };
  if (!isRevokeWord(because)) return { reason: 'REVOKE_WORD_UNKNOWN', field: 'because' };
  const wrong = reason === null ? undefined : wrongReason(reason);
  if (wrong) return wrong;
  const bounds = { daysBack: BACKDATED_DAYS_MAX, daysAhead: AHEAD_DAYS_MAX, notBefore: localDateOf(from) };
  const effective = effectiveDay(order.effectiveOn, { now, ...bounds });
  if ('refusal' in effective) return effective.refusal;
  const at = endsAtOf(effective.day, now);
  const endsAt = at < from ? from : at;
  if (until !== null && endsAt >= until)
    return { reason: 'EFFECTIVE_TOO_LATE', field: 'effectiveOn', details: { latest: localDateOf(until) } };
  const dated = { effectiveOn: effective.day, endsAt, because };
  const prose = reason === null ? {} : { prose: { why: reason } };
  return [{ type: 'RoleRevoked.v1', data: { personId, grantId, role, organizationId, ...dated, ...prose } }];
};
