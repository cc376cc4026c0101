import { type Grant, isInForce, type Role } from './grant.ts';
import type { Subject } from './decide.ts';
import { covers } from './organization-path.ts';
import { permissionOf } from './permission-table.ts';

/** Where somebody may do something, for a question over many things at once: what `decide` would say of each of them. */
export type Reach = Readonly<{
  /** Paths of which one must cover the thing. */
  within: readonly string[];
  /** Paths of which none may cover it: there the person also runs what would be judged. */
  without: readonly string[];
  /** Whether it may not be the person's own matter. */
  notConcerned: boolean;
}>;

export type ReachQuestion = Readonly<{
  subject: Subject;
  grants: readonly Grant[];
  /** The action's name in the table. */
  action: string;
  /** Only grants of these roles are looked at, where the table allows more. */
  roles: readonly Role[];
  /** UTC with milliseconds. */
  now: string;
}>;

/**
 * The access rule turned round, for lists: from the same table, by the same grants. Of its allowances it knows those over a subtree
 * alone: whatever is allowed in another way is asked thing by thing.
 */
export const reachOf = ({ subject, grants, action, roles, now }: ReachQuestion): Reach => {
  const permission = permissionOf(action);
  const held = grants.filter((grant) => grant.personId === subject.personId && isInForce(grant, now));
  const allowed = (permission?.allow ?? []).flatMap((one) => (one.scope === 'subtree' ? one.roles : []));
  const conflicts = permission?.conflicts ?? [];
  const judging = conflicts.flatMap((one) => (one.kind === 'holds-role' ? one.roles : []));
  const pathsOf = (wanted: (role: Role) => boolean): readonly string[] => [
    ...new Set(held.filter(({ role }) => wanted(role)).map(({ organizationPath }) => organizationPath)),
  ];
  return {
    within: pathsOf((role) => roles.includes(role) && allowed.includes(role)),
    without: pathsOf((role) => judging.includes(role)),
    notConcerned: conflicts.some(({ kind }) => kind === 'concerned'),
  };
};

/** Whether it reaches a thing: `concerned` says that the thing is the person's own matter. */
export const reaches = (
  { within, without, notConcerned }: Reach,
  { organizationPath, concerned }: Readonly<{ organizationPath: string; concerned: boolean }>,
): boolean =>
  within.some((path) => covers(path, organizationPath)) &&
  !without.some((path) => covers(path, organizationPath)) &&
  !(notConcerned && concerned);
