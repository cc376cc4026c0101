import { describe, expect, it } from '@jest/globals';
import { decide } from './decide.ts';
import { type Grant, type Role, ROLES } from './grant.ts';
import { permissionTable } from './permission-table.ts';
import { reaches, reachOf } from './reach.ts';

const NOW = '2026-03-01T00:00:00.000Z';
const PATHS = ['/jl/', '/jl/u1/', '/jl/u1/b1/', '/jl/u2/', '/jl1/'] as const;
const ME = 'me';

const grant = (role: Role, organizationPath: string, more: Partial<Grant> = {}): Grant => ({
  ...{ grantId: `${role} ${organizationPath}`, personId: ME, role, organizationId: organizationPath, organizationPath },
  ...{ from: '2026-01-01T00:00:00.000Z', until: null, ...more },
});

/** Actions whose every allowance is over a subtree: of these a reach says the whole. */
const ACTIONS = Object.entries(permissionTable)
  .filter(([, { allow }]) => allow.every(({ scope }) => scope === 'subtree'))
  .map(([action]) => action);

describe('a reach', () => {
  it('says of every thing what the access rule says of it', () => {
    expect(ACTIONS.length).toBeGreaterThan(20);
    const subject = { kind: 'person', personId: ME } as const;
    const pairs = ROLES.flatMap((role) => PATHS.map((path) => grant(role, path)));
    const differing: string[] = [];
    const judged = pairs.filter(
      ({ role, organizationPath }) => role === 'unit-officer' && organizationPath !== '/jl1/',
    );
    for (const first of pairs.filter(({ organizationPath }) => organizationPath !== '/jl/u2/'))
      for (const second of [...judged, first])
        for (const action of ACTIONS) {
          const grants = [first, second];
          const reach = reachOf({ subject, grants, action, roles: ROLES, now: NOW });
          for (const organizationPath of PATHS)
            for (const concerns of [[], [ME]]) {
              const said = decide({
                subject,
                grants,
                action,
                resource: { organizationPath, concerns },
                now: NOW,
              }).allow;
              const reached = reaches(reach, { organizationPath, concerned: concerns.length > 0 });
              if (said !== reached) differing.push(`${action} ${first.grantId} ${second.grantId} ${organizationPath}`);
            }
        }
    expect(differing).toEqual([]);
  });

  it('knows no grant that has ended, that is to come, that is another’s, or of a role that was not asked for', () => {
    const grants = [
      grant('committee-officer', '/jl/ended/', { until: NOW }),
      grant('committee-officer', '/jl/ahead/', { from: '2026-03-02T00:00:00.000Z' }),
      grant('committee-officer', '/jl/hers/', { personId: 'her' }),
      grant('committee-officer', '/jl/'),
    ];
    const asked = { subject: { kind: 'person', personId: ME }, grants, action: 'entry.review', now: NOW } as const;
    expect(reachOf({ ...asked, roles: ['committee-officer'] }).within).toEqual(['/jl/']);
    expect(reachOf({ ...asked, roles: ['committee-leader'] }).within).toEqual([]);
  });
});
