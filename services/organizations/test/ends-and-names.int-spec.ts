import { Metadata } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import type { CallContext } from '@jiangong/service-host';
import { rememberCall } from '@jiangong/service-host/nest';
import { OrganizationQuestionsController } from '../src/adapters/grpc/organization-questions.controller.ts';
import { nameOn, organizationOf, restorationsOf } from '../src/adapters/postgres/organization-questions.ts';
import { lookBack } from '../src/application/look-back.ts';
import { organizationStream, ROOT_ORGANIZATION_ID as ROOT } from '../src/application/organization-stream.ts';
import { OFFICER, openOrganizations, type Organizations } from './organizations-stage.ts';

const LEADER = '13131313-1313-4313-8313-131313131313';
const CANARY = '金丝雀的理由';

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

const asLeader = (more: Partial<CallContext> = {}): CallContext =>
  platform.call({
    actor: { kind: 'person', id: LEADER, organization: ROOT, role: 'committee-leader', grant: null },
    caller: { kind: 'person', personId: LEADER, sessionId: null },
    ...more,
  });

const dissolve = (organizationId: string, more: Partial<CallContext> = {}) =>
  platform.orders.dissolve(
    { organizationId, kind: 'dissolved', successorIds: [], reason: CANARY },
    platform.call(more),
  );

/** As somebody reads them: the leader of these tests holds no grant, and reads the organization as everybody does. */
const toldRestorations = async (organizationId: string, personId: string) => {
  const metadata = new Metadata();
  rememberCall(metadata, platform.call({ caller: { kind: 'person', personId, sessionId: null } }));
  const questions = new OrganizationQuestionsController(platform.ground);
  return (await questions.getOrganization({ organizationId }, metadata)).restorations;
};

const propose = (organizationId: string) =>
  platform.orders.restoration.propose({ organizationId, reason: CANARY }, platform.call());

describe('a look back', () => {
  it('shows where an organization stood on a day, by the names of that day, and who was in office', async () => {
    const { orders, founded, call, store } = platform;
    const bureau = await founded(ROOT, 'unit', { nameZh: '建设厅', nameEn: '', foundedOn: '2000-01-01' });
    const branch = await founded(bureau, 'branch', { nameZh: '第一支部', nameEn: '', foundedOn: '2010-01-01' });
    await orders.rename({ organizationId: bureau, nameZh: '住建厅', effectiveOn: '2021-02-01' }, call());
    const above = async (day: string) => (await lookBack(store, branch, day))?.above.map(({ nameZh }) => nameZh);
    expect(await above('2009-12-31')).toBeUndefined();
    expect((await above('2021-01-31'))?.at(-1)).toBe('建设厅');
    expect((await above('2021-02-01'))?.at(-1)).toBe('住建厅');
    expect((await lookBack(store, branch, '2021-02-01'))?.nameZh).toBe('第一支部');
  });
});

describe('names', () => {
  it('of a day can be asked for, also after several renames', async () => {
    const { orders, founded, call, caughtUp, rows } = platform;
    const unit = await founded(ROOT, 'unit', { nameZh: '水利厅', nameEn: 'Water', foundedOn: '2000-01-01' });
    const rename = (nameZh: string, effectiveOn: string) =>
      orders.rename({ organizationId: unit, nameZh, effectiveOn }, call());
    await rename('水务厅', '2021-01-01');
    await rename('水利部门', '2021-02-01');
    await rename('水利局', '2021-02-01');
    await caughtUp();
    const named = async (on: string) => nameOn(rows, unit, on);
    expect(await named('1999-12-31')).toEqual({ nameZh: '水利厅', nameEn: 'Water', since: '2000-01-01' });
    expect(await named('2020-12-31')).toEqual({ nameZh: '水利厅', nameEn: 'Water', since: '2000-01-01' });
    expect(await named('2021-01-01')).toEqual({ nameZh: '水务厅', nameEn: 'Water', since: '2021-01-01' });
    expect(await named('2021-04-01')).toEqual({ nameZh: '水利局', nameEn: 'Water', since: '2021-02-01' });
  });
});

describe('an end', () => {
  it('names its successors, and no word of its reason stands in the log', async () => {
    const { orders, founded, call, caughtUp, rows, store } = platform;
    const [unit, heir] = [await founded(ROOT, 'unit'), await founded(ROOT, 'unit')];
    await caughtUp();
    const merged = await orders.dissolve(
      { organizationId: unit, kind: 'merged', successorIds: [heir], effectiveOn: '2021-04-13', reason: CANARY },
      call(),
    );
    expect(merged).toMatchObject({ kind: 'accepted' });
    await caughtUp();
    expect(await organizationOf(rows, unit, [])).toMatchObject({
      condition: 'dissolved',
      endedKind: 'merged',
      endedOn: '2021-04-13',
      successorIds: [heir],
      heirId: heir,
    });
    const stored = (await store.readStream(organizationStream(unit))).map(({ dataBytes }) => dataBytes.toString());
    expect(stored.join('\n')).not.toContain(CANARY);
  });

  it('is undone by a second person; the first request still gets its first answer, and ends nothing again', async () => {
    const { orders, founded, call, caughtUp, rows, organizations } = platform;
    const unit = await founded(ROOT, 'unit');
    await caughtUp();
    const same = call();
    const request = { organizationId: unit, kind: 'dissolved', successorIds: [], reason: CANARY };
    const first = await orders.dissolve(request, same);
    const { proposalId } = await propose(unit);
    await caughtUp();
    expect(await restorationsOf(rows, unit)).toMatchObject([{ proposalId, proposedBy: OFFICER }]);
    expect(await toldRestorations(unit, OFFICER)).toMatchObject([{ proposalId, why: CANARY }]);
    expect(await toldRestorations(unit, LEADER)).toMatchObject([{ proposalId, why: '' }]);
    const restore = (context: CallContext) => orders.restoration.restore({ organizationId: unit, proposalId }, context);
    expect(await restore(call())).toMatchObject({ refusal: { reason: 'SECOND_PERSON_NEEDED' } });
    const second = asLeader();
    const restored = await restore(second);
    expect(restored).toMatchObject({ kind: 'accepted', repeated: false });
    expect(await restore(second)).toEqual({ ...restored, repeated: true });
    await caughtUp();
    expect(await organizationOf(rows, unit, [])).toMatchObject({ condition: 'live', endedKind: '', endedOn: '' });
    expect(await restorationsOf(rows, unit)).toEqual([]);
    expect(await orders.dissolve(request, same)).toEqual({ ...first, repeated: true });
    expect((await organizations.read(unit)).organization.kind).toBe('live');
    expect(await dissolve(unit)).toMatchObject({ kind: 'accepted', repeated: false });
  });

  it('is not undone below a parent that has ended, nor after the named time', async () => {
    const { orders, founded, caughtUp, clock } = platform;
    const unit = await founded(ROOT, 'unit');
    const branch = await founded(unit, 'branch');
    await caughtUp();
    await dissolve(branch);
    await caughtUp();
    await dissolve(unit);
    const { proposalId } = await propose(branch);
    expect(await orders.restoration.restore({ organizationId: branch, proposalId }, asLeader())).toMatchObject({
      refusal: { reason: 'PARENT_DISSOLVED' },
    });
    const late = new Date(Date.parse(clock.now()) + 93 * 86_400_000).toISOString();
    expect(
      await orders.restoration.restore({ organizationId: branch, proposalId }, asLeader({ now: late })),
    ).toMatchObject({ refusal: { reason: 'RESTORE_TOO_LATE' } });
  });
});

describe('a repeated founding', () => {
  const request = { kind: 'branch', nameZh: '支部', nameEn: '', code: '', classified: false };

  it('gets its first answer also while its parent is being dissolved, and nothing is taken back', async () => {
    const { orders, founded, call, organizations } = platform;
    const unit = await founded(ROOT, 'unit');
    const same = call();
    const first = await orders.found({ ...request, parentId: unit }, same);
    const begin = {
      type: 'BeginDissolution',
      kind: 'dissolved',
      successors: [],
      heirId: null,
      effectiveOn: null,
      reason: CANARY,
      now: same.now,
    } as const;
    await organizations.send(unit, begin, { rpc: 'test', open: {} }, call());
    expect(await orders.found({ ...request, parentId: unit }, same)).toEqual({
      ...first,
      handled: { ...first.handled, repeated: true },
    });
    expect((await organizations.read(first.organizationId)).organization.kind).toBe('live');
  });
});

describe('what is rebuilt', () => {
  it('equals what was live, names and ends included', async () => {
    await platform.caughtUp();
    for (const reader of ['organization-tree', 'access', 'translator'])
      expect(await platform.readers.rebuildAndCompare(reader)).toMatchObject({ reader, equal: true });
    expect(await platform.readers.parked()).toEqual([]);
  });
});
