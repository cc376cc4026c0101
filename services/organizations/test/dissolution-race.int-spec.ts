import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { ROOT_ORGANIZATION_ID as ROOT } from '../src/application/organization-stream.ts';
import { OFFICER, openOrganizations, type Organizations } from './organizations-stage.ts';

const ROUNDS = 12;
const FOUNDERS = 4;

let platform: Organizations;

beforeAll(async () => {
  platform = await openOrganizations();
  const { orders, store, call, register, caughtUp } = platform;
  await orders.setUp({ nameZh: '示范省直属机关工作委员会', nameEn: '', code: '' }, call());
  await register(OFFICER, ROOT);
  const grant = {
    grantId: 'e1e1e1e1-1111-4111-8111-e1e1e1e1e1e1',
    personId: OFFICER,
    role: 'committee-officer',
    organizationId: ROOT,
  };
  await append(store, `membership.person-${OFFICER}`, { type: 'RoleGranted.v1', data: grant });
  await caughtUp();
}, 60_000);

afterAll(async () => {
  await platform.close();
});

/** Live organizations whose parent is dissolved: there must be none, ever. */
const orphans = (): Promise<readonly unknown[]> =>
  platform.rows.query(
    `select c.id from organization c join organization p on p.id = c.parent_id where c.condition <> 'dissolved' and p.condition = 'dissolved'`,
  );

describe('a dissolution meets foundings and moves', () => {
  it('no live organization is ever left below a dissolved one', async () => {
    const { orders, founded, call, caughtUp } = platform;
    const outcomes = { dissolved: 0, kept: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const [unit, elsewhere] = [await founded(ROOT, 'unit'), await founded(ROOT, 'unit')];
      const wanderer = await founded(elsewhere, 'branch');
      await caughtUp();
      const found = () =>
        orders.found(
          { parentId: unit, kind: 'branch', nameZh: '支部', nameEn: '', code: '', classified: false },
          call(),
        );
      const [dissolved, moved, ...born] = await Promise.all([
        orders.dissolve({ organizationId: unit, kind: 'dissolved', successorIds: [], reason: '机构改革' }, call()),
        orders.move({ organizationId: wanderer, parentId: unit, reason: '机构改革' }, call()),
        ...Array.from({ length: FOUNDERS }, found),
      ]);
      await caughtUp();
      const accepted =
        born.filter(({ handled }) => handled.kind === 'accepted').length + (moved.kind === 'accepted' ? 1 : 0);
      if (dissolved.kind === 'accepted') expect(accepted).toBe(0);
      outcomes[dissolved.kind === 'accepted' ? 'dissolved' : 'kept'] += 1;
      expect(await orphans()).toEqual([]);
    }
    expect(outcomes.dissolved + outcomes.kept).toBe(ROUNDS);
  }, 60_000);

  it('two set-ups at once found one root', async () => {
    const { orders, call, organizations } = platform;
    const both = await Promise.all(
      [1, 2].map((n) => orders.setUp({ nameZh: `工委${n}`, nameEn: '', code: '' }, call())),
    );
    expect(both.every(({ kind }) => kind === 'refused')).toBe(true);
    expect((await organizations.read(ROOT)).revision).toBe(0);
  });
});
