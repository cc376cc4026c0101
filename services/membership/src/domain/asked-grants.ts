import type { RoleRevoked } from './facts.ts';
import { type EndWord, type GrantHeld, hasNotEnded } from './grant.ts';
import type { PersonRefusal } from './refusals.ts';
import { mayGive } from './roles.ts';

/** What becomes of each grant that has not ended: a move or an exit asks about all of them. */
export type GrantsAnswered = Readonly<{ keeps: readonly string[]; ends: readonly string[] }>;

/** The roles that whoever orders holds now, over each organization of the person's grants. */
export type RolesOver = Readonly<Record<string, readonly string[]>>;

type Asked = GrantsAnswered & Readonly<{ rolesOver: RolesOver; now: string }>;

const mayNot = ({ grantId, role }: GrantHeld): PersonRefusal => ({
  reason: 'GRANTOR_MAY_NOT',
  field: 'ends',
  details: { grantId, role },
});

/** Every grant is named once, as kept or as ended; nothing else is named; and whoever ends one could take it away. */
export const wrongAnswer = (
  grants: readonly GrantHeld[],
  { keeps, ends, rolesOver, now }: Asked,
): PersonRefusal | undefined => {
  const open = grants.filter((grant) => hasNotEnded(grant, now));
  const ids = open.map(({ grantId }) => grantId);
  for (const [field, named] of [
    ['keeps', keeps],
    ['ends', ends],
  ] as const)
    if (named.some((id) => !ids.includes(id))) return { reason: 'GRANT_NOT_FOUND', field };
  const answered = [...keeps, ...ends];
  if (new Set(answered).size < answered.length) return { reason: 'GRANT_ANSWERED_TWICE', field: 'keeps' };
  const missing = ids.filter((id) => !answered.includes(id));
  if (missing.length > 0)
    return { reason: 'GRANTS_NOT_ANSWERED', field: 'keeps', details: { grantIds: missing.join(', ') } };
  const forbidden = open.find(
    ({ grantId, role, organizationId }) => ends.includes(grantId) && !mayGive(rolesOver[organizationId] ?? [], role),
  );
  return forbidden && mayNot(forbidden);
};

/**
 * Death and expulsion end every grant, asked or not. Whoever records them could take each grant away, or runs or leads the
 * committee over it: else nobody could record the death of a committee's only leader.
 */
export const wrongEndOfAll = (
  grants: readonly GrantHeld[],
  { keeps, rolesOver, now }: Asked,
): PersonRefusal | undefined => {
  if (keeps.length > 0) return { reason: 'EXIT_ENDS_ALL_GRANTS', field: 'keeps' };
  const forbidden = grants
    .filter((grant) => hasNotEnded(grant, now))
    .find(({ role, organizationId }) => {
      const held = rolesOver[organizationId] ?? [];
      return !mayGive(held, role) && !held.some((one) => one === 'committee-officer' || one === 'committee-leader');
    });
  return forbidden && mayNot(forbidden);
};

/** `at`: the instant from which they count no more, which follows from the day. */
export type Ending = Readonly<{ personId: string; day: string; at: string; because: EndWord }>;

/** Ends these grants from that day on; none ends before it began. */
export const endGrants = (
  grants: readonly GrantHeld[],
  { personId, day, at, because }: Ending,
): readonly RoleRevoked[] =>
  grants.map(({ grantId, role, organizationId, from }) => {
    const data = { personId, grantId, role, organizationId, effectiveOn: day, endsAt: at < from ? from : at, because };
    return { type: 'RoleRevoked.v1', data };
  });
