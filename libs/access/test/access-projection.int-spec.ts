import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { covers, isInForce } from '@jiangong/access';
import {
  type AccessOrganization,
  bodyOn,
  coveredByAnySql,
  coversPatternRangeSql,
  coversRangeSql,
  coversSql,
  grantReader,
  grantsOf,
  lastOrganizationOfPerson,
  nearestOfKind,
  organizationOf,
  organizationOfPerson,
  organizationPath,
  peopleWithRole,
  SMALL_PART_MAX,
  subtree,
  treePart,
} from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import { type AccessWorld, openAccessWorld } from './access-world.ts';

const NOW = '2021-06-01T00:00:00.000Z';

let world: AccessWorld;
let rows: Rows;

beforeAll(async () => {
  world = await openAccessWorld();
  ({ rows } = world);
});
afterAll(async () => world.close());
beforeEach(async () => world.empty());

const told = (type: string, data: object) => world.told(type, data);
const founded = (organizationId: string, parentId: string, kind?: string) =>
  world.founded(organizationId, parentId, kind);
const granted = (grantId: string, personId: string, role: string, organizationId: string) =>
  told('membership.RoleGranted', { grantId, personId, role, organizationId });
const grantedUntil = (until: string, grantId: string, personId: string, role: string) =>
  told('membership.RoleGranted', { grantId, personId, role, organizationId: 'u1', until });
const paths = (found: readonly AccessOrganization[]) => found.map(({ path }) => path);

const aTree = () => world.aTree();

describe('the tree as the access rule knows it', () => {
  beforeEach(aTree);

  it('an organization stands below its parent', async () => {
    expect(await organizationOf(rows, 'b1')).toEqual({
      id: 'b1',
      parentId: 'u1',
      path: '/jl/u1/b1/',
      kind: 'branch',
      classified: false,
      dissolved: false,
    });
    expect(await organizationOf(rows, 'jl1')).toMatchObject({ parentId: null, path: '/jl1/', classified: true });
    expect(await organizationPath(rows, 'nowhere')).toBeUndefined();
  });

  it('a part of the tree is small up to so many organizations, and the only root is the whole of it', async () => {
    const many = 'insert into access_organization (id, parent_id, path, kind, classified, dissolved)';
    await rows.query(
      `${many} select 'm' || n, 'u2', '/jl/u2/m' || n || '/', 'branch', false, false from generate_series(1, $1::int) n`,
      [SMALL_PART_MAX - 1],
    );
    for (const [id, part] of [
      ['u2', 'small'],
      ['u1', 'small'],
      ['nowhere', 'small'],
      ['jl', 'large'],
      ['jl1', 'small'],
    ])
      expect([id, await treePart(rows, id as string)]).toEqual([id, part]);
    await rows.query(`delete from access_organization where id = 'jl1'`);
    expect(await treePart(rows, 'jl')).toBe('whole');
    await founded('m0', 'u2');
    expect(await treePart(rows, 'u2')).toBe('large');
  });

  it('a moved organization takes everything below along', async () => {
    await founded('u10', 'jl');
    await told('organizations.OrganizationMoved', { organizationId: 'u1', parentId: 'u2' });
    expect(paths(await subtree(rows, 'jl'))).toEqual([
      '/jl/',
      '/jl/u10/',
      '/jl/u2/',
      '/jl/u2/u1/',
      '/jl/u2/u1/b1/',
      '/jl/u2/u1/b2/',
    ]);
    expect(await organizationOf(rows, 'u1')).toMatchObject({ parentId: 'u2' });
  });

  it('the classified flag is set and lifted', async () => {
    await told('organizations.OrganizationClassified', { organizationId: 'u1', classified: true });
    expect(await organizationOf(rows, 'u1')).toMatchObject({ classified: true });
    await told('organizations.OrganizationClassified', { organizationId: 'u1' });
    expect(await organizationOf(rows, 'u1')).toMatchObject({ classified: false });
  });

  it('a subtree leaves out its neighbours and what was dissolved', async () => {
    await told('organizations.OrganizationDissolved', { organizationId: 'b2' });
    expect(paths(await subtree(rows, 'jl'))).toEqual(['/jl/', '/jl/u1/', '/jl/u1/b1/', '/jl/u2/']);
    expect(await organizationPath(rows, 'b2')).toBe('/jl/u1/b2/');
  });

  it('a person belongs to one organization, whose unit is found on the way up', async () => {
    await told('membership.PersonRegistered', { personId: 'p1', organizationId: 'b1' });
    await told('membership.PersonMoved', { personId: 'p1', organizationId: 'b2' });
    expect((await organizationOfPerson(rows, 'p1'))?.id).toBe('b2');
    expect((await nearestOfKind(rows, 'b2', 'unit'))?.id).toBe('u1');
    expect((await nearestOfKind(rows, 'u2', 'unit'))?.id).toBe('u2');
    expect(await nearestOfKind(rows, 'jl', 'unit')).toBeUndefined();
  });
});

describe('grants as the access rule knows them', () => {
  beforeEach(aTree);

  it('carry the path of their organization, also after it has moved', async () => {
    await grantedUntil('2022-01-01T00:00:00.000Z', 'g1', 'p1', 'unit-officer');
    await told('organizations.OrganizationMoved', { organizationId: 'u1', parentId: 'u2' });
    expect(await grantsOf(rows, 'p1')).toEqual([
      {
        grantId: 'g1',
        personId: 'p1',
        role: 'unit-officer',
        organizationId: 'u1',
        organizationPath: '/jl/u2/u1/',
        from: '2021-01-04T01:00:00.000Z',
        until: '2022-01-01T00:00:00.000Z',
      },
    ]);
  });

  const inForce = async (personId: string, at = NOW) =>
    (await grantsOf(rows, personId)).filter((one) => isInForce(one, at)).map(({ grantId }) => grantId);

  it('end when revoked, when the person is erased, and when the organization is dissolved', async () => {
    await granted('g1', 'p1', 'member', 'b1');
    await granted('g2', 'p1', 'branch-secretary', 'b1');
    await granted('g3', 'p2', 'member', 'b1');
    await told('membership.RoleRevoked', { grantId: 'g2', personId: 'p1' });
    expect(await inForce('p1')).toEqual(['g1']);
    await told('membership.PersonErased', { personId: 'p1' });
    expect(await inForce('p1')).toEqual([]);
    await told('organizations.OrganizationDissolved', { organizationId: 'b1' });
    expect(await inForce('p2')).toEqual([]);
    await told('organizations.OrganizationRestored', { organizationId: 'b1' });
    expect(await inForce('p2')).toEqual(['g3']);
  });

  it('keep their history: who held what on a day is answered also after the end', async () => {
    const role = 'committee-leader';
    const held = (grantId: string, personId: string, from: string) =>
      told('membership.RoleGranted', { grantId, personId, role, organizationId: 'jl', from });
    await held('g1', 'p1', '2021-01-04T01:00:00.000Z');
    await held('g2', 'p2', '2021-03-01T01:00:00.000Z');
    await told('membership.RoleRevoked', {
      grantId: 'g1',
      personId: 'p1',
      endsAt: '2021-05-09T16:00:00.000Z',
      because: 'transfer',
    });
    const on = async (day: string) =>
      (await bodyOn(rows, { role, organizationId: 'jl', on: day })).map(({ personId }) => personId);
    expect(await on('2021-01-03')).toEqual([]);
    expect(await on('2021-01-04')).toEqual(['p1']);
    expect(await on('2021-03-01')).toEqual(['p1', 'p2']);
    expect(await on('2021-05-09')).toEqual(['p1', 'p2']);
    expect(await on('2021-05-10')).toEqual(['p2']);
    expect(await peopleWithRole(rows, role, 'u1', '2021-04-01T00:00:00.000Z')).toEqual(['p1', 'p2']);
    expect(await bodyOn(rows, { role, organizationId: 'jl', on: '2021-02-01' })).toEqual([
      { personId: 'p1', grantId: 'g1', from: '2021-01-04T01:00:00.000Z', until: '2021-05-09T16:00:00.000Z' },
    ]);
    expect(await bodyOn(rows, { role, organizationId: 'u1', on: '2021-04-01' })).toEqual([]);
    await told('organizations.OrganizationDissolved', { organizationId: 'jl', effectiveOn: '2021-06-01' });
    expect(await on('2021-05-31')).toEqual(['p2']);
    expect(await on('2021-06-01')).toEqual([]);
  });

  it('a grant ends at its first end: a later revocation does not lengthen it', async () => {
    await grantedUntil('2021-05-01T00:00:00.000Z', 'g1', 'p1', 'member');
    await told('membership.RoleRevoked', { grantId: 'g1', personId: 'p1', endsAt: '2021-12-01T00:00:00.000Z' });
    expect((await grantsOf(rows, 'p1'))[0]?.until).toBe('2021-05-01T00:00:00.000Z');
  });

  it('the dead and the expelled belong nowhere any more, but where they belonged is known; a correction brings them back', async () => {
    for (const [personId, kind] of [
      ['dead', 'deceased'],
      ['gone', 'expelled'],
      ['left', 'resigned'],
    ] as const) {
      await told('membership.PersonRegistered', { personId, organizationId: 'b1' });
      await told('membership.MembershipStageChanged', { personId, stage: kind });
    }
    expect(await organizationOfPerson(rows, 'dead')).toBeUndefined();
    expect(await organizationOfPerson(rows, 'gone')).toBeUndefined();
    expect((await organizationOfPerson(rows, 'left'))?.id).toBe('b1');
    expect((await lastOrganizationOfPerson(rows, 'gone'))?.id).toBe('b1');
    await told('membership.MembershipStageChanged', { personId: 'gone', stage: 'full' });
    expect((await organizationOfPerson(rows, 'gone'))?.id).toBe('b1');
  });

  it('may be heard of before their organization, and count once it is known', async () => {
    await granted('g1', 'p1', 'unit-officer', 'u9');
    expect(await grantsOf(rows, 'p1')).toEqual([]);
    await founded('u9', 'jl');
    expect((await grantsOf(rows, 'p1'))[0]?.organizationPath).toBe('/jl/u9/');
  });

  it('the people with a role over an organization are those granted on it or above, at that moment', async () => {
    await granted('g1', 'above', 'discipline-inspector', 'jl');
    await granted('g2', 'here', 'discipline-inspector', 'u1');
    await granted('g3', 'here', 'discipline-inspector', 'jl');
    await granted('g4', 'below', 'discipline-inspector', 'b1');
    await granted('g5', 'beside', 'discipline-inspector', 'u2');
    await granted('g6', 'other role', 'auditor', 'u1');
    await grantedUntil(NOW, 'g7', 'ended', 'discipline-inspector');
    expect(await peopleWithRole(rows, 'discipline-inspector', 'u1', NOW)).toEqual(['above', 'here']);
    expect(await peopleWithRole(rows, 'discipline-inspector', 'u1', '2020-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('are read once for each checkpoint', async () => {
    let reads = 0;
    let checkpoint = 1;
    const counting: Rows = { query: (sql, values) => ((reads += 1), rows.query(sql, values)) };
    const grants = grantReader(counting, () => checkpoint);
    await granted('g1', 'p1', 'member', 'b1');
    expect([await grants('p1'), await grants('p1')].map(({ length }) => length)).toEqual([1, 1]);
    expect(reads).toBe(1);
    await told('membership.RoleRevoked', { grantId: 'g1', personId: 'p1' });
    expect((await grants('p1'))[0]?.until).toBeNull();
    checkpoint = 2;
    expect((await grants('p1'))[0]?.until).toBe('2021-01-04T01:00:00.000Z');
    expect(reads).toBe(2);
  });

  it('are read again for whoever has seen a later position than they were read for, once', async () => {
    let reads = 0;
    const counting: Rows = { query: (sql, values) => ((reads += 1), rows.query(sql, values)) };
    const grants = grantReader(counting, () => 1);
    await granted('g1', 'p1', 'member', 'b1');
    expect(await grants('p1', 4)).toHaveLength(1);
    await granted('g2', 'p1', 'auditor', 'jl');
    expect([await grants('p1'), await grants('p1', 4)].map(({ length }) => length)).toEqual([1, 1]);
    expect([await grants('p1', 5), await grants('p1', 5), await grants('p1')].map(({ length }) => length)).toEqual([
      2, 2, 2,
    ]);
    expect(reads).toBe(2);
  });

  it('a fact heard twice changes nothing', async () => {
    await granted('g1', 'p1', 'member', 'b1');
    await granted('g1', 'p1', 'member', 'b1');
    await founded('b1', 'u1', 'branch');
    expect(await grantsOf(rows, 'p1')).toHaveLength(1);
  });
});

describe('the path test in SQL', () => {
  it('says what covers says, for every pair of paths', async () => {
    const paths = ['/jl/', '/jl1/', '/jl/u1/', '/jl/u10/', '/jl/u1/b1/', '/jl/u0/', '/j/', '/jl/u1/b1/z/', '/Jl/'];
    for (const above of paths)
      for (const path of paths) {
        const [found] = await rows.query<{ one: boolean; several: boolean; range: boolean; pattern: boolean }>(
          `select ${coversSql('$1::text', '$2::text')} as one, ${coveredByAnySql("array['/other/', $1::text]", '$2::text')} as several,
                  ${coversRangeSql('($1::text collate "C")', '($2::text collate "C")')} as range,
                  ${coversPatternRangeSql('$1::text', '$2::text')} as pattern`,
          [above, path],
        );
        const is = covers(above, path);
        expect([above, path, found]).toEqual([above, path, { one: is, several: is, range: is, pattern: is }]);
      }
  });
});
