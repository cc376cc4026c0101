import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@jiangong/access';
import { roleHolders } from '../src/adapters/postgres/role-questions.ts';
import { FIRST_PERSON_ID as FIRST } from '../src/application/person-stream.ts';
import { BRANCH, type Membership, openMembership, ROOT, UNIT } from './membership-stage.ts';

describe('who holds which role', () => {
  let platform: Membership;
  let person = '';
  const officer = () =>
    platform.callOf(FIRST, {
      actor: { kind: 'person', id: FIRST, organization: ROOT, role: 'committee-officer', grant: null },
    });
  const give = async (role: Role, organizationId: string, from?: string): Promise<string> => {
    const asked = { personId: person, role, organizationId, ...(from === undefined ? {} : { from }) };
    const { grantId, handled } = await platform.orders.roles.grant(asked, officer());
    expect(handled).toMatchObject({ kind: 'accepted' });
    await platform.caughtUp();
    return grantId;
  };

  beforeAll(async () => {
    platform = await openMembership();
    await platform.orders.setUp({ organizationId: ROOT, name: '首任干部' }, platform.callOf(null));
    await platform.caughtUp();
    person = (await platform.orders.register({ organizationId: BRANCH, name: '干部' }, officer())).personId;
    await platform.caughtUp();
    await give('unit-officer', UNIT);
    await give('member', BRANCH, '2026-03-20T00:00:00.000Z');
    const grantId = await give('branch-secretary', BRANCH);
    const revoked = { personId: person, grantId, because: 'mistake' };
    expect(await platform.orders.roles.revoke(revoked, officer())).toMatchObject({ kind: 'accepted' });
    await platform.caughtUp();
  }, 60_000);
  afterAll(async () => platform.close());

  const asked = (organizationId: string, more: object = {}) => ({
    ...{
      organizationId,
      subtree: false,
      ended: false,
      roles: [],
      now: platform.clock.now(),
      afterId: '',
      pageSize: 50,
    },
    ...more,
  });
  const told = async (organizationId: string, more: object = {}): Promise<readonly string[]> =>
    (await roleHolders(platform.rows, asked(organizationId, more))).rows
      .map(({ role, state }) => `${role} ${state}`)
      .toSorted();

  it('is listed from the organization: over it alone, or over everything below it', async () => {
    expect(await told(UNIT)).toEqual(['unit-officer in-force']);
    expect(await told(UNIT, { subtree: true })).toEqual(['member ahead', 'unit-officer in-force']);
    const below = ['committee-officer in-force', 'member ahead', 'unit-officer in-force'];
    expect(await told(ROOT, { subtree: true })).toEqual(below);
  });

  it('is told with what has ended when that is asked for, and counted by role whatever role is asked for', async () => {
    expect(await told(BRANCH, { ended: true })).toEqual(['branch-secretary ended', 'member ahead']);
    const found = await roleHolders(platform.rows, asked(BRANCH, { ended: true, roles: ['member'] }));
    expect(found).toMatchObject({
      rows: [{ personId: person, from: '2026-03-20T00:00:00.000Z', until: '' }],
      total: 1,
    });
    expect(found.roles).toEqual([
      { role: 'branch-secretary', count: 1 },
      { role: 'member', count: 1 },
    ]);
  });
});
