import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { soughtBy } from '@jiangong/wording';
import { organizationsOf } from '../src/adapters/postgres/organization-list.ts';
import { countsOf, officersOf, organizationOf } from '../src/adapters/postgres/organization-questions.ts';
import { ROOT_ORGANIZATION_ID as ROOT } from '../src/application/organization-stream.ts';
import { OFFICER, openOrganizations, type Organizations } from './organizations-stage.ts';

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

/** An end without successors. */
const ended = { kind: 'dissolved', successorIds: [], reason: '机构改革' };

const list = async (
  underId: string,
  more: {
    direct?: boolean;
    dissolvedToo?: boolean;
    grantPaths?: readonly string[];
    levels?: readonly string[];
    q?: string;
  } = {},
) =>
  (
    await organizationsOf(platform.rows, {
      ...{ underId, parentId: '', kinds: [], conditions: [], levels: more.levels ?? [] },
      direct: more.direct ?? false,
      dissolvedToo: more.dissolvedToo ?? false,
      grantPaths: more.grantPaths ?? [],
      place: { size: 200, after: undefined },
      sort: { by: 'place', down: false },
      search: more.q === undefined ? undefined : soughtBy(more.q),
    })
  ).found.map(({ row }) => row);

describe('the life of the tree', () => {
  it('the root is founded once, and the same request gets the same answer', async () => {
    const { orders, call } = platform;
    const again = await orders.setUp({ nameZh: '另一个工委', nameEn: '', code: '' }, call());
    expect(again).toMatchObject({ kind: 'refused', refusal: { reason: 'ALREADY_SET_UP' } });
  });

  it('an order repeated gets its first answer, and its id can not be used for another', async () => {
    const { orders, call, caughtUp } = platform;
    const request = { parentId: ROOT, kind: 'unit', nameZh: '水利厅', nameEn: '', code: 'u-001', classified: false };
    const same = call();
    const first = await orders.found(request, same);
    const second = await orders.found(request, same);
    expect(first.handled).toMatchObject({ kind: 'accepted', repeated: false });
    expect(second).toEqual({ ...first, handled: { ...first.handled, repeated: true } });
    const other = await orders.found({ ...request, nameZh: '司法厅' }, same);
    expect(other.handled).toMatchObject({ kind: 'refused', refusal: { reason: 'REQUEST_ID_REUSED' } });
    await caughtUp();
    expect(await organizationOf(platform.rows, first.organizationId, [])).toMatchObject({
      nameZh: '水利厅',
      code: 'u-001',
      condition: 'live',
    });
  });

  it('a subtree moves with everything below it', async () => {
    const { orders, founded, call, caughtUp } = platform;
    const [here, there] = [await founded(ROOT, 'unit'), await founded(ROOT, 'unit')];
    const committee = await founded(here, 'party-committee');
    const branch = await founded(committee, 'branch');
    await caughtUp();
    expect(await orders.move({ organizationId: committee, parentId: there, reason: '机构改革' }, call())).toMatchObject(
      {
        kind: 'accepted',
      },
    );
    await caughtUp();
    expect((await list(there)).map(({ organizationId }) => organizationId)).toEqual([there, committee, branch]);
    expect((await list(here)).map(({ organizationId }) => organizationId)).toEqual([here]);
    expect((await organizationOf(platform.rows, branch, []))?.path).toBe(`/${ROOT}/${there}/${committee}/${branch}/`);
  });

  it('what stands in the tree is found by its name, by its level and with its children, also after a new name and a move', async () => {
    const { orders, call, caughtUp, founded } = platform;
    const unit = await founded(ROOT, 'unit');
    const named = { kind: 'branch', nameEn: '', code: 'cc-7', classified: false };
    const { organizationId } = await orders.found({ ...named, parentId: unit, nameZh: '长春路第三支部' }, call());
    await caughtUp();
    const ids = async (more: Parameters<typeof list>[1], under = unit) =>
      (await list(under, more)).map(({ organizationId: id }) => id);
    for (const q of ['长春', 'changchun', 'cclds', 'CC-7']) expect(await ids({ q })).toEqual([organizationId]);
    expect(await ids({ levels: ['3'] })).toEqual([organizationId]);
    expect((await list(unit))[0]).toMatchObject({ level: 2, children: 1 });
    await orders.rename({ organizationId, nameZh: '人民大街支部', nameEn: '' }, call());
    await caughtUp();
    expect(await ids({ q: '长春' })).toEqual([]);
    expect(await ids({ q: 'rmdj cc-7' })).toEqual([organizationId]);
    await orders.move({ organizationId, parentId: ROOT, reason: '机构改革' }, call());
    await caughtUp();
    expect(await ids({ levels: ['2'], q: '人民大街' }, ROOT)).toEqual([organizationId]);
  });

  it('nobody moves a subtree to where he has no say', async () => {
    const { orders, founded, call, caughtUp } = platform;
    const [unit, committee] = [await founded(ROOT, 'unit'), await founded(ROOT, 'working-committee')];
    await caughtUp();
    const stranger = call({
      caller: { kind: 'person', personId: 'a0a0a0a0-0000-4000-8000-000000000001', sessionId: null },
    });
    const moved = await orders.move({ organizationId: unit, parentId: committee, reason: '机构改革' }, stranger);
    expect(moved).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'NEW_PARENT_OUTSIDE_GRANT', field: 'parentId' },
    });
  });

  it('only what has nothing below it is dissolved', async () => {
    const { orders, founded, call, caughtUp } = platform;
    const unit = await founded(ROOT, 'unit');
    const branch = await founded(unit, 'branch');
    const dissolve = (organizationId: string) => orders.dissolve({ ...ended, organizationId }, call());
    expect(await dissolve(unit)).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'CHILDREN_LEFT', details: { children: 1 } },
    });
    expect((await platform.organizations.read(unit)).organization.kind).toBe('live');
    expect(await dissolve(branch)).toMatchObject({ kind: 'accepted' });
    const same = call();
    const first = await orders.dissolve({ ...ended, organizationId: unit }, same);
    const second = await orders.dissolve({ ...ended, organizationId: unit }, same);
    expect(first).toMatchObject({ kind: 'accepted', repeated: false });
    expect(second).toEqual({ ...first, repeated: true });
    expect(await dissolve(unit)).toMatchObject({ kind: 'refused', refusal: { reason: 'ORGANIZATION_DISSOLVED' } });
    await caughtUp();
    expect(await list(unit)).toEqual([]);
    expect(await list(unit, { dissolvedToo: true })).toHaveLength(2);
    const late = await orders.found(
      { parentId: unit, kind: 'branch', nameZh: '支部', nameEn: '', code: '', classified: false },
      call(),
    );
    expect(late.handled).toMatchObject({ kind: 'refused', refusal: { reason: 'PARENT_DISSOLVED', field: 'parentId' } });
  });

  it('what is classified, and all below it, is absent from counts and shown only to those who hold a role there', async () => {
    const { orders, founded, call, caughtUp, rows } = platform;
    const committee = await founded(ROOT, 'working-committee');
    const unit = await founded(committee, 'unit');
    const branch = await founded(unit, 'branch');
    await caughtUp();
    expect(await countsOf(rows, committee)).toEqual([
      { kind: 'branch', count: 1 },
      { kind: 'unit', count: 1 },
      { kind: 'working-committee', count: 1 },
    ]);
    await orders.classify({ organizationId: unit, classified: true }, call());
    await caughtUp();
    expect(await countsOf(rows, committee)).toEqual([{ kind: 'working-committee', count: 1 }]);
    expect((await list(committee)).map(({ organizationId }) => organizationId)).toEqual([committee]);
    expect(await organizationOf(rows, branch, [])).toBeUndefined();
    expect(await list(committee, { grantPaths: [`/${ROOT}/`] })).toHaveLength(3);
    expect(await organizationOf(rows, branch, [`/${ROOT}/${committee}/${unit}/`])).toMatchObject({ classified: true });
  });

  it('what comes below what is classified is hidden with it, and shown again with its end or away from it', async () => {
    const { orders, founded, call, caughtUp } = platform;
    const committee = await founded(ROOT, 'working-committee');
    const unit = await founded(committee, 'unit');
    const other = await founded(committee, 'unit');
    await caughtUp();
    const shown = async (): Promise<readonly string[]> =>
      (await list(committee)).map(({ organizationId }) => organizationId).toSorted();
    const move = (organizationId: string, parentId: string) =>
      orders.move({ organizationId, parentId, reason: '机构改革' }, call());
    await orders.classify({ organizationId: unit, classified: true }, call());
    await caughtUp();
    const below = await founded(unit, 'branch');
    const moved = await founded(other, 'branch');
    await caughtUp();
    expect(await shown()).toEqual([committee, other, moved].toSorted());
    await move(moved, unit);
    await caughtUp();
    expect(await shown()).toEqual([committee, other].toSorted());
    await move(below, other);
    await caughtUp();
    expect(await shown()).toEqual([committee, other, below].toSorted());
    await orders.classify({ organizationId: moved, classified: true }, call());
    await orders.classify({ organizationId: unit, classified: false }, call());
    await caughtUp();
    expect(await shown()).toEqual([committee, unit, other, below].toSorted());
  });

  it('officers are appointed from people who are known', async () => {
    const { orders, founded, call, register, caughtUp, rows } = platform;
    const unit = await founded(ROOT, 'unit');
    const personId = 'b0b0b0b0-0000-4000-8000-000000000002';
    const appoint = () => orders.appoint({ organizationId: unit, personId, office: 'head' }, call());
    expect((await appoint()).handled).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'PERSON_NOT_FOUND', field: 'personId' },
    });
    await register(personId, unit);
    await caughtUp();
    const { appointmentId, handled } = await appoint();
    expect(handled).toMatchObject({ kind: 'accepted' });
    await caughtUp();
    expect(await officersOf(rows, unit)).toMatchObject([{ appointmentId, personId, office: 'head', termEndsOn: null }]);
    expect(await orders.relieve({ organizationId: unit, appointmentId, reason: 'transfer' }, call())).toMatchObject({
      kind: 'accepted',
    });
    await caughtUp();
    expect(await officersOf(rows, unit)).toEqual([]);
  });

  it('whoever exits leaves every office that ends with it, everywhere, as of the day of the exit', async () => {
    const { orders, founded, call, register, caughtUp, rows, told, settled, readers } = platform;
    const unit = await founded(ROOT, 'unit');
    const party = await founded(unit, 'party-committee');
    const personId = 'b0b0b0b0-0000-4000-8000-000000000004';
    await register(personId, unit);
    await caughtUp();
    for (const [organizationId, office] of [
      [unit, 'head'],
      [party, 'secretary'],
      [party, 'committee-member'],
    ] as const)
      await orders.appoint({ organizationId, personId, office, effectiveOn: '2021-04-13' }, call());
    // No reader has seen the appointments yet: the exit waits for the read model.
    await told(personId, 'PersonExited.v1', { kind: 'resigned', effectiveOn: '2021-04-13' });
    await settled();
    expect(await officersOf(rows, party)).toEqual([]);
    expect(await officersOf(rows, unit)).toMatchObject([{ office: 'head' }]);
    await told(personId, 'PersonExited.v1', { kind: 'deceased', effectiveOn: '2021-04-13' });
    await settled();
    expect(await officersOf(rows, unit)).toEqual([]);
    expect(await readers.parked()).toEqual([]);
  });

  it('one key used on two organizations gives two appointments', async () => {
    const { orders, founded, call, register, caughtUp } = platform;
    const units = [await founded(ROOT, 'unit'), await founded(ROOT, 'unit')] as const;
    const personId = 'b0b0b0b0-0000-4000-8000-000000000003';
    await register(personId, units[0]);
    await caughtUp();
    const same = call();
    const [one, other] = await Promise.all(
      units.map((organizationId) => orders.appoint({ organizationId, personId, office: 'head' }, same)),
    );
    expect([one?.handled.kind, other?.handled.kind]).toEqual(['accepted', 'accepted']);
    expect(one?.appointmentId).not.toBe(other?.appointmentId);
    await caughtUp();
    expect(await platform.readers.parked()).toEqual([]);
  });

  it('a stale If-Match is refused and stores nothing', async () => {
    const { orders, founded, call, store } = platform;
    const unit = await founded(ROOT, 'unit');
    const head = await store.head();
    const renamed = await orders.rename(
      { organizationId: unit, nameZh: '新名', nameEn: '' },
      call({ expectedRevision: 7 }),
    );
    expect(renamed).toMatchObject({ kind: 'refused', refusal: { reason: 'REVISION_CONFLICT' } });
    expect(await store.head()).toBe(head);
  });

  it('the read model and the public facts rebuilt from zero equal the live ones', async () => {
    await platform.caughtUp();
    for (const reader of ['organization-tree', 'access', 'translator'])
      expect(await platform.readers.rebuildAndCompare(reader)).toMatchObject({ reader, equal: true });
    expect(await platform.readers.parked()).toEqual([]);
  });
});
