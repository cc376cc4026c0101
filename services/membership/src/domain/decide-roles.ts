import type { RoleGranted, RoleRevoked } from './facts.ts';
import { GRANTS_MAX } from './limits.ts';
import type { GrantRole, OrganizationSeen, RevokeRole } from './orders.ts';
import type { GrantHeld, Registered } from './person.ts';
import { wrongReason } from './personal-data.ts';
import type { PersonRefusal } from './refusals.ts';
import { areIncompatible, fitsKind, isRole, mayGive, mayNameFirstLeader, type Role } from './roles.ts';

type Decision = readonly (RoleGranted | RoleRevoked)[] | PersonRefusal;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u;

const isInForce = ({ until }: GrantHeld, now: string): boolean => until === null || now < until;

const wrongPlace = (role: Role, organization: OrganizationSeen): PersonRefusal | undefined => {
  if (organization.kind === 'unknown') return { reason: 'ORGANIZATION_NOT_FOUND', field: 'organizationId' };
  if (organization.dissolved) return { reason: 'ORGANIZATION_DISSOLVED', field: 'organizationId' };
  const { organizationKind } = organization;
  return fitsKind(role, organizationKind)
    ? undefined
    : { reason: 'ROLE_NOT_FOR_KIND', field: 'role', details: { role, organizationKind } };
};

const wrongBeside = (held: readonly GrantHeld[], role: Role, organizationId: string): PersonRefusal | undefined => {
  if (held.some((grant) => grant.role === role && grant.organizationId === organizationId))
    return { reason: 'ALREADY_GRANTED', field: 'role' };
  const other = held.find((grant) => areIncompatible(grant.role, role));
  if (other) return { reason: 'ROLES_INCOMPATIBLE', field: 'role', details: { role, held: other.role } };
  return held.length >= GRANTS_MAX ? { reason: 'TOO_MANY_GRANTS', details: { grantsMax: GRANTS_MAX } } : undefined;
};

/** Nobody grants himself a role; the grantor must hold, over that organization, a role that gives this one. */
export const grantRole = (person: Registered, order: GrantRole): Decision => {
  const { grantId, role, organizationId, organization, until, grantorId, grantorRoles, leaderInOffice, now } = order;
  if (!isRole(role)) return { reason: 'ROLE_UNKNOWN', field: 'role' };
  if (grantorId === person.personId) return { reason: 'OWN_GRANT', field: 'personId' };
  const place = wrongPlace(role, organization);
  if (place) return place;
  if (!mayGive(grantorRoles, role) && !mayNameFirstLeader(grantorRoles, role, leaderInOffice))
    return { reason: 'GRANTOR_MAY_NOT', field: 'role', details: { role } };
  if (until !== null && (!INSTANT.test(until) || until <= now)) return { reason: 'INSTANT_INVALID', field: 'until' };
  const held = person.grants.filter((grant) => isInForce(grant, now));
  const beside = wrongBeside(held, role, organizationId);
  if (beside) return beside;
  const grant = { grantId, role, organizationId, grantedAt: now, until, grantedBy: grantorId };
  return [{ type: 'RoleGranted.v1', data: { personId: person.personId, ...grant } }];
};

export const revokeRole = (person: Registered, order: RevokeRole): Decision => {
  const { grantId, reason, grantorId, grantorRoles } = order;
  const grant = person.grants.find((held) => held.grantId === grantId);
  if (!grant) return { reason: 'GRANT_NOT_FOUND', field: 'grantId' };
  if (grantorId === person.personId) return { reason: 'OWN_GRANT', field: 'personId' };
  const { role, organizationId } = grant;
  if (!mayGive(grantorRoles, role)) return { reason: 'GRANTOR_MAY_NOT', field: 'role', details: { role } };
  const wrong = wrongReason(reason);
  if (wrong) return wrong;
  return [{ type: 'RoleRevoked.v1', data: { personId: person.personId, grantId, role, organizationId, reason } }];
};
