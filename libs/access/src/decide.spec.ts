import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Action,
  childPath,
  covers,
  decide,
  type Grant,
  isBelow,
  permissionTable,
  POLICY_VERSION,
  type ResourceFacts,
  type Role,
  ROLES,
  type Subject,
  versionOf,
} from './index.ts';

const NOW = '2025-11-10T01:00:00.000Z';
const person: Subject = { kind: 'person', personId: 'p1' };
const anonymous: Subject = { kind: 'anonymous', personId: null };
const platform: Subject = { kind: 'system', personId: null };

const grant = (role: Role, organizationPath: string, more: Partial<Grant> = {}): Grant => ({
  grantId: `${role} ${organizationPath}`,
  personId: 'p1',
  role,
  organizationId: organizationPath.split('/').at(-2) ?? '',
  organizationPath,
  from: '2025-01-01T00:00:00.000Z',
  until: null,
  ...more,
});

const ask = (
  name: Action | 'unheard.of',
  grants: readonly Grant[],
  resource: ResourceFacts,
  more: { subject?: Subject; now?: string } = {},
) =>
  decide({
    subject: more.subject ?? person,
    grants,
    action: name,
    resource,
    now: more.now ?? NOW,
  });

const denied = (reason: string) => ({ allow: false, reason });
const at = (organizationPath: string, more: Partial<ResourceFacts> = {}): ResourceFacts => ({
  organizationPath,
  ...more,
});

describe('who may act', () => {
  it('a role reaches its organization and everything below', () => {
    const officer = grant('unit-officer', '/jl/u1/');
    expect(ask('entry.declare', [officer], at('/jl/u1/'))).toEqual({ allow: true, grant: officer });
    expect(ask('entry.declare', [officer], at('/jl/u1/b3/'))).toEqual({ allow: true, grant: officer });
  });

  it('/jl/ does not match /jl1/', () => {
    expect(ask('entry.declare', [grant('unit-officer', '/jl/')], at('/jl1/'))).toEqual(denied('WRONG_SUBTREE'));
    expect(covers('/jl/', '/jl1/')).toBe(false);
    expect(covers('/jl', '/jl1/')).toBe(false);
  });

  it('the organization above is out of reach', () => {
    expect(ask('entry.declare', [grant('unit-officer', '/jl/u1/')], at('/jl/'))).toEqual(denied('WRONG_SUBTREE'));
  });

  it('traces stand at the root: an auditor below it opens none', () => {
    expect(ask('operations.read-traces', [grant('auditor', '/jl/u1/')], at('/jl/'))).toEqual(denied('WRONG_SUBTREE'));
    expect(ask('operations.read-traces', [grant('auditor', '/jl/')], at('/jl/')).allow).toBe(true);
  });

  it('what belongs to nobody is covered by nobody', () => {
    expect(ask('entry.declare', [grant('unit-officer', '/jl/')], at(''))).toEqual(denied('WRONG_SUBTREE'));
  });

  it('another role is no role', () => {
    expect(ask('entry.declare', [grant('expert', '/jl/')], at('/jl/u1/'))).toEqual(denied('NO_GRANT'));
  });

  it("another person's grant is no grant", () => {
    expect(ask('entry.declare', [grant('unit-officer', '/jl/u1/', { personId: 'p2' })], at('/jl/u1/'))).toEqual(
      denied('NO_GRANT'),
    );
  });

  it('a grant counts from its first moment until just before its last', () => {
    const held = grant('unit-officer', '/jl/u1/', {
      from: '2025-01-01T00:00:00.000Z',
      until: '2025-12-01T00:00:00.000Z',
    });
    const allowedAt = (now: string) => ask('entry.declare', [held], at('/jl/u1/'), { now }).allow;
    expect(allowedAt('2024-12-31T23:59:59.999Z')).toBe(false);
    expect(allowedAt('2025-01-01T00:00:00.000Z')).toBe(true);
    expect(allowedAt('2025-11-30T23:59:59.999Z')).toBe(true);
    expect(allowedAt('2025-12-01T00:00:00.000Z')).toBe(false);
  });

  it('nobody signed in is told to sign in', () => {
    expect(ask('entry.declare', [], at('/jl/'), { subject: anonymous })).toEqual(denied('NOT_SIGNED_IN'));
  });

  it('the public reads notices and files objections', () => {
    expect(ask('notice.read', [], at(''), { subject: anonymous })).toEqual({ allow: true, grant: null });
    expect(ask('objection.receive', [], at('/jl/u1/'), { subject: anonymous })).toEqual({ allow: true, grant: null });
  });

  it('set-up is for the platform alone, and the platform does nothing else', () => {
    expect(ask('platform.set-up', [], at(''), { subject: platform })).toEqual({ allow: true, grant: null });
    expect(ask('platform.set-up', [grant('committee-officer', '/jl/')], at(''))).toEqual(denied('NO_GRANT'));
    expect(ask('entry.declare', [], at('/jl/'), { subject: platform })).toEqual(denied('NO_GRANT'));
  });

  it('an unknown action is denied to everybody', () => {
    expect(
      ask(
        'unheard.of',
        ROLES.map((role) => grant(role, '/jl/')),
        at('/jl/'),
      ),
    ).toEqual(denied('NO_GRANT'));
  });

  it('one sees the own record without any grant', () => {
    expect(ask('person.read-record', [], at('/jl/u1/', { concerns: ['p1'] }))).toEqual({ allow: true, grant: null });
    expect(ask('person.read-record', [], at('/jl/u1/', { concerns: ['p2'] }))).toEqual(denied('NO_GRANT'));
  });

  it('an evaluator of a unit reaches the round of the committee above', () => {
    expect(ask('sheet.save', [grant('unit-officer', '/jl/u1/')], at('/jl/')).allow).toBe(true);
    expect(ask('sheet.save', [grant('unit-officer', '/hb/u1/')], at('/jl/'))).toEqual(denied('WRONG_SUBTREE'));
  });

  it('nobody dissolves the own organization', () => {
    const officer = grant('unit-officer', '/jl/u1/');
    expect(ask('organization.dissolve', [officer], at('/jl/u1/b1/')).allow).toBe(true);
    expect(ask('organization.dissolve', [officer], at('/jl/u1/'))).toEqual(denied('WRONG_SUBTREE'));
  });

  it('the nearest grant is the one that stands in the event', () => {
    const near = grant('committee-officer', '/jl/u1/');
    const far = grant('committee-officer', '/jl/');
    expect(ask('entry.feature', [far, near], at('/jl/u1/b1/'))).toEqual({ allow: true, grant: near });
  });
});

describe('conflicts of interest override', () => {
  it('nobody gives himself a role', () => {
    expect(ask('role.grant', [grant('committee-leader', '/jl/')], at('/jl/u1/', { concerns: ['p1'] }))).toEqual(
      denied('CONFLICT_OF_INTEREST'),
    );
  });

  it('an inspector does not clear the entry that he leads, nor the entries of the unit that he runs', () => {
    const inspector = grant('discipline-inspector', '/jl/');
    expect(ask('entry.give-clearance', [inspector], at('/jl/u1/', { concerns: ['p2'] })).allow).toBe(true);
    expect(ask('entry.give-clearance', [inspector], at('/jl/u1/', { concerns: ['p1'] }))).toEqual(
      denied('CONFLICT_OF_INTEREST'),
    );
    expect(ask('entry.give-clearance', [inspector, grant('unit-officer', '/jl/u1/')], at('/jl/u1/b1/'))).toEqual(
      denied('CONFLICT_OF_INTEREST'),
    );
    expect(ask('entry.give-clearance', [inspector, grant('unit-officer', '/jl/u2/')], at('/jl/u1/b1/')).allow).toBe(
      true,
    );
  });

  it('a stranger does not learn of the conflict', () => {
    expect(ask('role.grant', [], at('/jl/u1/', { concerns: ['p1'] }))).toEqual(denied('NO_GRANT'));
  });
});

const segment = fc.constantFrom('a', 'a1', 'b', 'ab', 'b2');
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}/`);
const anyGrant = fc
  .record({
    role: fc.constantFrom(...ROLES),
    organizationPath: path,
    personId: fc.constantFrom('p1', 'p2'),
    n: fc.nat(),
  })
  .map(({ role, organizationPath, personId, n }) => grant(role, organizationPath, { personId, grantId: `g${n}` }));
const anyAction = fc.constantFrom(...(Object.keys(permissionTable) as Action[]));
const anyResource = fc.record({
  organizationPath: fc.oneof(path, fc.constant('')),
  concerns: fc.subarray(['p1', 'p2']),
});

describe('laws of the rule', () => {
  it('covering is a partial order by whole segments', () => {
    fc.assert(
      fc.property(path, path, (above, below) => {
        const segments = (one: string) => one.split('/').filter(Boolean);
        const prefix = segments(above).every((part, index) => segments(below)[index] === part);
        expect(covers(above, below)).toBe(prefix);
        expect(isBelow(above, below)).toBe(prefix && above !== below);
        expect(covers(above, childPath(above, 'x'))).toBe(true);
      }),
    );
  });

  it('the order of the grants never matters', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyGrant, { selector: ({ grantId }) => grantId, maxLength: 6 }),
        anyAction,
        anyResource,
        (grants, name, resource) => {
          expect(ask(name, grants.toReversed(), resource)).toEqual(ask(name, grants, resource));
        },
      ),
    );
  });

  it('what is allowed names a grant of that person that is in force, reaches and has a role of the table', () => {
    fc.assert(
      fc.property(fc.array(anyGrant, { maxLength: 6 }), anyAction, anyResource, (grants, name, resource) => {
        const decision = ask(name, grants, resource);
        if (!decision.allow || decision.grant === null) return;
        expect(decision.grant.personId).toBe('p1');
        expect(
          permissionTable[name].allow.some(
            (one) => 'roles' in one && (one.roles as readonly Role[]).includes(decision.grant?.role as Role),
          ),
        ).toBe(true);
      }),
    );
  });

  it('without grants a person may only what is public, own or for everybody signed in', () => {
    fc.assert(
      fc.property(anyAction, anyResource, (name, resource) => {
        const open = permissionTable[name].allow.some(
          ({ scope }) =>
            scope === 'public' || scope === 'signed-in' || (scope === 'own' && resource.concerns.includes('p1')),
        );
        expect(ask(name, [], resource).allow).toBe(open);
      }),
    );
  });
});

describe('the table', () => {
  it('every action has an allowance, and every allowance by role names a role', () => {
    for (const { allow } of Object.values(permissionTable)) {
      expect(allow.length).toBeGreaterThan(0);
      for (const one of allow) if ('roles' in one) expect(one.roles.length).toBeGreaterThan(0);
    }
  });
  it('the operator sees no scores and no personal data', () => {
    const operators = Object.entries(permissionTable).filter(([, { allow }]) =>
      allow.some((one) => 'roles' in one && (one.roles as readonly Role[]).includes('operator')),
    );
    expect(operators.map(([name]) => name.split('.')[0])).toEqual(operators.map(() => 'operations'));
  });
  it('its version follows from its rules', () => {
    expect(POLICY_VERSION).toMatch(/^access-[0-9a-f]{12}$/);
    expect(versionOf({ ...permissionTable })).toBe(POLICY_VERSION);
    expect(versionOf({ ...permissionTable, 'notice.read': { allow: [{ scope: 'signed-in' }] } })).not.toBe(
      POLICY_VERSION,
    );
  });
});
