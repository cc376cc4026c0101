import { type Grant, isInForce } from './grant.ts';
import { covers, isBelow } from './organization-path.ts';
import type { Allowance, Conflict, RoleScope } from './permission.ts';
import { permissionOf } from './permission-table.ts';

/** Who asks. `personId` is null for all but persons. */
export type Subject = Readonly<{ kind: 'person' | 'system' | 'anonymous'; personId: string | null }>;

/** What a service knows of the thing asked about. */
export type ResourceFacts = Readonly<{
  /** `/jl/u1/b3/` of organization ids; '' belongs to nobody. */
  organizationPath: string;
  organizationId?: string;
  /** Person ids whose own matter it is. */
  concerns?: readonly string[];
  /** Person ids whom it was given to, for as long as that lasts. */
  assigned?: readonly string[];
}>;

export type DenialReason = 'NOT_SIGNED_IN' | 'NO_GRANT' | 'NOT_ASSIGNED' | 'WRONG_SUBTREE' | 'CONFLICT_OF_INTEREST';

/** `grant` is what allowed it: null when it is public, the person's own, or the platform's. */
export type Decision =
  | Readonly<{ allow: true; grant: Grant | null }>
  | Readonly<{ allow: false; reason: DenialReason }>;

export type AccessQuestion = Readonly<{
  subject: Subject;
  grants: readonly Grant[];
  /** The action's name in the table. */
  action: string;
  resource: ResourceFacts;
  /** UTC with milliseconds. */
  now: string;
}>;

const denied = (reason: DenialReason): Decision => ({ allow: false, reason });

const reaches = (scope: RoleScope, grant: Grant, { organizationPath, assigned }: ResourceFacts): boolean => {
  switch (scope) {
    case 'subtree':
      return covers(grant.organizationPath, organizationPath);
    case 'below':
      return isBelow(grant.organizationPath, organizationPath);
    case 'line':
      return covers(grant.organizationPath, organizationPath) || covers(organizationPath, grant.organizationPath);
    case 'at':
      return grant.organizationPath === organizationPath;
    case 'anywhere':
      return true;
    case 'assigned':
      return assigned?.includes(grant.personId) ?? false;
  }
};

/** The nearest grant first, so that an event names the narrowest mandate; then by id, so that the answer never depends on order. */
const nearestFirst = (a: Grant, b: Grant): number =>
  b.organizationPath.length - a.organizationPath.length || (a.grantId < b.grantId ? -1 : a.grantId > b.grantId ? 1 : 0);

type Found = 'without-grant' | Grant | 'wrong-subtree' | 'not-assigned' | undefined;

const tryAllowance = (allowance: Allowance, { subject, resource }: AccessQuestion, grants: readonly Grant[]): Found => {
  switch (allowance.scope) {
    case 'public':
      return 'without-grant';
    case 'system':
      return subject.kind === 'system' ? 'without-grant' : undefined;
    case 'signed-in':
      return subject.kind === 'person' ? 'without-grant' : undefined;
    case 'own':
      return subject.personId !== null && resource.concerns?.includes(subject.personId) ? 'without-grant' : undefined;
    case 'subtree':
    case 'below':
    case 'line':
    case 'at':
    case 'anywhere':
    case 'assigned': {
      const held = grants.filter(({ role }) => allowance.roles.includes(role));
      if (held.length === 0) return undefined;
      const missed = allowance.scope === 'assigned' ? 'not-assigned' : 'wrong-subtree';
      return held.filter((grant) => reaches(allowance.scope, grant, resource)).toSorted(nearestFirst)[0] ?? missed;
    }
  }
};

const conflicts = (conflict: Conflict, { subject, resource }: AccessQuestion, grants: readonly Grant[]): boolean => {
  switch (conflict.kind) {
    case 'concerned':
      return subject.personId !== null && (resource.concerns?.includes(subject.personId) ?? false);
    case 'holds-role':
      return grants.some(
        ({ role, organizationPath }) =>
          conflict.roles.includes(role) && covers(organizationPath, resource.organizationPath),
      );
  }
};

/**
 * The whole access rule: pure, over the permission table. Denies what no allowance permits. Conflicts of interest override
 * every allowance; they are looked at only once a mandate was found, so that a stranger learns nothing from the reason.
 */
export const decide = (question: AccessQuestion): Decision => {
  const { subject, action, now } = question;
  const permission = permissionOf(action);
  const grants =
    subject.kind === 'person'
      ? question.grants.filter((grant) => grant.personId === subject.personId && isInForce(grant, now))
      : [];
  const found = (permission?.allow ?? []).map((allowance) => tryAllowance(allowance, question, grants));
  const grant = found.filter((one) => typeof one === 'object').toSorted(nearestFirst)[0] ?? null;
  if (grant === null && !found.includes('without-grant')) {
    if (subject.kind === 'anonymous') return denied('NOT_SIGNED_IN');
    if (found.includes('wrong-subtree')) return denied('WRONG_SUBTREE');
    return denied(found.includes('not-assigned') ? 'NOT_ASSIGNED' : 'NO_GRANT');
  }
  if ((permission?.conflicts ?? []).some((conflict) => conflicts(conflict, question, grants)))
    return denied('CONFLICT_OF_INTEREST');
  return { allow: true, grant };
};
