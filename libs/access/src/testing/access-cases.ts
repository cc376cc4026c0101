import type { DenialReason, Grant, ResourceFacts, Subject } from '../index.ts';
import { type Allowance, type Permission, permissionOf, type Role, type RoleScope, ROLES } from '../index.ts';

/** One call and what the rule must answer. */
export type AccessCase = Readonly<{
  name: string;
  subject: Subject;
  grants: readonly Grant[];
  resource: ResourceFacts;
  expected: 'allowed' | DenialReason;
}>;

export const CASE_PERSON = '018f0000-0000-7000-8000-000000000001';
const STRANGER = '018f0000-0000-7000-8000-000000000002';
const HERE = '/root/committee/unit/';
/** Begins like the right one and is another: the trap of prefixes without a closing slash. */
const ELSEWHERE = '/root/committee/unit1/';

const person: Subject = { kind: 'person', personId: CASE_PERSON };

const grantOver = (role: Role, organizationPath: string): Grant => ({
  grantId: `${role} ${organizationPath}`,
  personId: CASE_PERSON,
  role,
  organizationId: organizationPath.split('/').at(-2) as string,
  organizationPath,
  from: '2000-01-01T00:00:00.000Z',
  until: null,
});

type ByRole = Readonly<{ scope: RoleScope; roles: readonly Role[] }>;
const isByRole = (allowance: Allowance): allowance is ByRole => 'roles' in allowance;

/** The grant that makes a role reach `HERE` under a scope. */
const reaching = ({ scope }: ByRole, role: Role): Grant =>
  grantOver(role, scope === 'below' ? '/root/committee/' : HERE);

/** Whose seat is in another round, who is recused, whose round is over or not yet open: whoever the thing is not given to now. */
const NOT_GIVEN = [
  'whose seat is in another round',
  'who is recused from it',
  'whose round is over',
  'whose round is not yet open',
] as const;

/** What is given to somebody is reached from anywhere in the tree, in the role alone, and only by him. */
const assignedCases = (permission: Permission, role: Role, resource: ResourceFacts): AccessCase[] => {
  const alsoByPlace = permission.allow.some(
    (one) => isByRole(one) && one.scope !== 'assigned' && one.roles.includes(role),
  );
  const given = { ...resource, assigned: [STRANGER, CASE_PERSON] };
  const elsewhere = grantOver(role, ELSEWHERE);
  return [
    {
      name: `as ${role} to whom it is given`,
      subject: person,
      grants: [elsewhere],
      resource: given,
      expected: 'allowed',
    },
    ...NOT_GIVEN.map((why): AccessCase => ({
      name: `as ${role} ${why}`,
      subject: person,
      grants: [elsewhere],
      resource: { ...resource, assigned: [STRANGER] },
      expected: alsoByPlace ? 'WRONG_SUBTREE' : 'NOT_ASSIGNED',
    })),
    {
      name: `as ${role} whose grant has ended, to whom it is given`,
      subject: person,
      grants: [{ ...elsewhere, until: '2000-01-02T00:00:00.000Z' }],
      resource: given,
      expected: 'NO_GRANT',
    },
    {
      name: `without the role ${role}, though it is given`,
      subject: person,
      grants: [],
      resource: given,
      expected: 'NO_GRANT',
    },
  ];
};

const conflictCases = (permission: Permission, allowed: Omit<AccessCase, 'name' | 'expected'>): AccessCase[] =>
  (permission.conflicts ?? []).map((conflict) =>
    conflict.kind === 'concerned'
      ? {
          ...allowed,
          name: 'in conflict: the own matter',
          resource: { ...allowed.resource, concerns: [CASE_PERSON] },
          expected: 'CONFLICT_OF_INTEREST',
        }
      : {
          ...allowed,
          name: `in conflict: also ${conflict.roles[0]} there`,
          grants: [...allowed.grants, grantOver(conflict.roles[0] as Role, HERE)],
          expected: 'CONFLICT_OF_INTEREST',
        },
  );

const casesByRole = (permission: Permission, byRole: readonly ByRole[]): AccessCase[] => {
  const resource: ResourceFacts = {
    organizationPath: HERE,
    organizationId: 'unit',
    concerns: [STRANGER],
  };
  const cases: AccessCase[] = [];
  for (const allowance of byRole)
    for (const role of allowance.roles) {
      if (allowance.scope === 'assigned') {
        cases.push(...assignedCases(permission, role, resource));
        continue;
      }
      const allowed = { subject: person, grants: [reaching(allowance, role)], resource };
      cases.push({ ...allowed, name: `as ${role}`, expected: 'allowed' });
      cases.push({
        ...allowed,
        name: `as ${role} whose grant has ended`,
        grants: [{ ...grantOver(role, HERE), until: '2000-01-02T00:00:00.000Z' }],
        expected: 'NO_GRANT',
      });
      if (allowance.scope !== 'anywhere')
        cases.push({
          ...allowed,
          name: `as ${role} from the wrong subtree`,
          grants: [grantOver(role, ELSEWHERE)],
          expected: 'WRONG_SUBTREE',
        });
      cases.push(...conflictCases(permission, allowed).map((one) => ({ ...one, name: `as ${role} ${one.name}` })));
    }
  const useless = ROLES.find((role) => byRole.every(({ roles }) => !roles.includes(role)));
  if (useless)
    cases.push({
      name: `with only the role ${useless}`,
      subject: person,
      grants: [grantOver(useless, HERE)],
      resource,
      expected: 'NO_GRANT',
    });
  return cases;
};

/**
 * For one RPC's permission: anonymous, without grant, with a useless role, from the wrong subtree, with an ended grant, in
 * conflict; and each role that must be let through. Throws when the table does not know the action.
 */
export const accessCases = (action: string): readonly AccessCase[] => {
  const permission = permissionOf(action);
  if (!permission) throw new Error(`the permission table does not know ${action}`);
  const scopes = permission.allow.map(({ scope }) => scope);
  const resource: ResourceFacts = {
    organizationPath: HERE,
    organizationId: 'unit',
    concerns: [STRANGER],
  };
  const isPublic = scopes.includes('public');
  const forAllSignedIn = isPublic || scopes.includes('signed-in');
  const cases: AccessCase[] = [
    {
      name: 'as anonymous',
      subject: { kind: 'anonymous', personId: null },
      grants: [],
      resource,
      expected: isPublic ? 'allowed' : 'NOT_SIGNED_IN',
    },
    { name: 'without grant', subject: person, grants: [], resource, expected: forAllSignedIn ? 'allowed' : 'NO_GRANT' },
    {
      name: 'as the platform',
      subject: { kind: 'system', personId: null },
      grants: [],
      resource,
      expected: isPublic || scopes.includes('system') ? 'allowed' : 'NO_GRANT',
    },
  ];
  if (scopes.includes('own'))
    cases.push({
      name: 'as the person concerned',
      subject: person,
      grants: [],
      resource: { ...resource, concerns: [CASE_PERSON] },
      expected: 'allowed',
    });
  return forAllSignedIn ? cases : [...cases, ...casesByRole(permission, permission.allow.filter(isByRole))];
};
