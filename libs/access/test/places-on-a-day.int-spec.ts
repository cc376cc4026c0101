import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { homePathsOn, organizationPathOn, peopleWithRole } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import { type AccessWorld, openAccessWorld } from './access-world.ts';

let world: AccessWorld;
let rows: Rows;

beforeAll(async () => {
  world = await openAccessWorld();
  ({ rows } = world);
});
afterAll(async () => world.close());
beforeEach(async () => {
  await world.empty();
  await world.aTree();
});

const told = (type: string, data: object) => world.told(type, data);

describe('the tree of a past day', () => {
  const moved = (organizationId: string, parentId: string, effectiveOn: string) =>
    told('organizations.OrganizationMoved', { organizationId, parentId, effectiveOn });

  it('is that of the day, not of the telling: a move counts from its day on, and takes along whatever stood below', async () => {
    await moved('b1', 'u2', '2021-03-10');
    await moved('u2', 'u1', '2021-05-01');
    for (const [day, path] of [
      ['2020-01-01', '/jl/u1/b1/'],
      ['2021-03-09', '/jl/u1/b1/'],
      ['2021-03-10', '/jl/u2/b1/'],
      ['2021-04-30', '/jl/u2/b1/'],
      ['2021-05-01', '/jl/u1/u2/b1/'],
    ] as const)
      expect([day, await organizationPathOn(rows, 'b1', day)]).toEqual([day, path]);
    expect(await organizationPathOn(rows, 'nowhere', '2021-05-01')).toBeUndefined();
    await expect(organizationPathOn(rows, 'b1', '2021-02-30')).rejects.toThrow('not a day');
  });

  it('decides who held a role over an organization then', async () => {
    const role = 'discipline-inspector';
    const since = '2021-01-10T00:00:00.000Z';
    for (const [grantId, personId, organizationId] of [
      ['g1', 'of u1', 'u1'],
      ['g2', 'of u2', 'u2'],
    ] as const)
      await told('membership.RoleGranted', { grantId, personId, role, organizationId, from: since });
    await moved('b1', 'u2', '2021-03-10');
    // The last instant of the ninth in Shanghai, and the first of the tenth.
    expect(await peopleWithRole(rows, role, 'b1', '2021-03-09T15:59:59.999Z')).toEqual(['of u1']);
    expect(await peopleWithRole(rows, role, 'b1', '2021-03-09T16:00:00.000Z')).toEqual(['of u2']);
  });

  it('says where people belonged then, the dead included, the erased not', async () => {
    for (const personId of ['moved', 'dead', 'erased'])
      await told('membership.PersonRegistered', { personId, organizationId: 'b1' });
    await told('membership.PersonMoved', { personId: 'moved', organizationId: 'b2', effectiveOn: '2021-03-10' });
    await told('membership.MembershipStageChanged', { personId: 'dead', stage: 'deceased' });
    await told('membership.PersonErased', { personId: 'erased' });
    await moved('u1', 'u2', '2021-05-01');
    const on = async (day: string) =>
      Object.fromEntries(await homePathsOn(rows, ['moved', 'dead', 'erased', 'nobody'], day));
    expect(await on('2021-03-09')).toEqual({ moved: '/jl/u1/b1/', dead: '/jl/u1/b1/' });
    expect(await on('2021-03-10')).toEqual({ moved: '/jl/u1/b2/', dead: '/jl/u1/b1/' });
    expect(await on('2021-05-01')).toEqual({ moved: '/jl/u2/u1/b2/', dead: '/jl/u2/u1/b1/' });
  });

  it('of one day, what was told last counts', async () => {
    await moved('b1', 'u2', '2021-03-10');
    await moved('b1', 'u1', '2021-03-10');
    expect(await organizationPathOn(rows, 'b1', '2021-03-10')).toBe('/jl/u1/b1/');
  });
});
