import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { covers } from '@jiangong/access';
import { ERASED, type Sealed } from '@jiangong/privacy';
import { soughtBy } from '@jiangong/wording';
import { peopleUnder } from '../src/adapters/postgres/people-list.ts';
import { MembershipQuestionsController } from '../src/adapters/grpc/membership-questions.controller.ts';
import { namesOf } from '../src/adapters/postgres/people-questions.ts';
import { FIRST_PERSON_ID as FIRST } from '../src/application/person-stream.ts';
import { BRANCH, type Membership, openMembership, ROOT, UNIT } from './membership-stage.ts';

/** Planted: none of these may be found anywhere but in the answers. The number and the name are nobody's. */
const CANARY = {
  name: '金丝雀甲乙丙',
  idNumber: '11010519491231002X',
  phone: '13987654321',
  birthDate: '1949-12-31',
  sex: 'female',
} as const;
const CANARY_REASON = '金丝雀的理由丁戊己';

let platform: Membership;
let second: string;

beforeAll(async () => {
  platform = await openMembership();
  const { orders, callOf, caughtUp } = platform;
  await orders.setUp({ organizationId: ROOT, name: '首任干部' }, callOf(null));
  await caughtUp();
  const registered = await orders.register({ organizationId: ROOT, name: '第二干部' }, callOf(FIRST));
  second = registered.personId;
  await orders.roles.grant({ personId: second, role: 'committee-officer', organizationId: ROOT }, callOf(FIRST));
  await caughtUp();
}, 60_000);

afterAll(async () => {
  await platform.close();
});

const listed = () => found('');

const found = async (q: string) =>
  (
    await peopleUnder(platform.rows, platform.privacy, {
      ...{ organizationId: UNIT, stages: [], search: q === '' ? undefined : soughtBy(q) },
      ...{ sort: { by: 'registered', down: false }, place: { size: 200, after: undefined } },
    })
  ).found.map(({ row }) => row);

/** The name as the first event of a person holds it. */
const storedName = async (personId: string): Promise<Sealed> => {
  const [first] = await platform.store.readStream(`membership.person-${personId}`);
  if (!first) throw new Error('nobody was registered');
  return (first.data as { name: Sealed }).name;
};

/** Every text in every table of the database, and the log's own bytes. */
const everything = async (): Promise<string> => {
  const { admin } = platform.stage.database;
  const { rows: tables } = await admin.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await admin.query<Record<string, unknown>>(`select * from ${name}`);
    for (const row of rows)
      for (const value of Object.values(row))
        texts.push(Buffer.isBuffer(value) ? value.toString('utf8') : JSON.stringify(value));
  }
  return texts.join('\n');
};

describe('set-up', () => {
  it('happens once, also when it is tried again by somebody else', async () => {
    const { orders, callOf } = platform;
    const again = await Promise.all(
      [1, 2].map((n) => orders.setUp({ organizationId: ROOT, name: `冒名${n}` }, callOf(null))),
    );
    for (const one of again) expect(one).toMatchObject({ kind: 'refused', refusal: { reason: 'ALREADY_SET_UP' } });
  });

  it('gives the first officer the only grant that nobody gave', async () => {
    const { person } = await platform.people.read(FIRST);
    expect(person).toMatchObject({
      kind: 'registered',
      grants: [{ role: 'committee-officer', organizationId: ROOT, grantedBy: null }],
    });
  });
});

describe('roles', () => {
  it('one key used on two people gives two grants', async () => {
    const { orders, callOf, caughtUp, readers } = platform;
    const people: string[] = [];
    for (const name of ['同键甲', '同键乙'])
      people.push((await orders.register({ organizationId: BRANCH, name }, callOf(FIRST))).personId);
    await caughtUp();
    const same = callOf(FIRST);
    const granted: string[] = [];
    for (const personId of people) {
      const { grantId, handled } = await orders.roles.grant({ personId, role: 'member', organizationId: BRANCH }, same);
      expect(handled.kind).toBe('accepted');
      granted.push(grantId);
    }
    expect(new Set(granted).size).toBe(2);
    await caughtUp();
    expect(await readers.parked()).toEqual([]);
  });

  it('a unit officer staffs the branches and nothing else', async () => {
    const { orders, callOf, caughtUp } = platform;
    const officer = (await orders.register({ organizationId: UNIT, name: '厅干部' }, callOf(FIRST))).personId;
    const secretary = (await orders.register({ organizationId: BRANCH, name: '支部书记' }, callOf(FIRST))).personId;
    expect(
      (await orders.roles.grant({ personId: officer, role: 'unit-officer', organizationId: UNIT }, callOf(FIRST)))
        .handled.kind,
    ).toBe('accepted');
    await caughtUp();
    const byUnit = (role: string, organizationId: string) =>
      orders.roles.grant({ personId: secretary, role, organizationId }, callOf(officer));
    expect((await byUnit('branch-secretary', BRANCH)).handled.kind).toBe('accepted');
    expect((await byUnit('expert', UNIT)).handled).toMatchObject({ refusal: { reason: 'GRANTOR_MAY_NOT' } });
    expect((await byUnit('committee-officer', ROOT)).handled).toMatchObject({ refusal: { reason: 'GRANTOR_MAY_NOT' } });
  });

  it('nobody grants himself a role, and a revoked grant no longer gives any', async () => {
    const { orders, callOf, caughtUp } = platform;
    expect(
      (await orders.roles.grant({ personId: second, role: 'expert', organizationId: ROOT }, callOf(second))).handled,
    ).toMatchObject({
      refusal: { reason: 'OWN_GRANT' },
    });
    const third = (await orders.register({ organizationId: ROOT, name: '第三干部' }, callOf(FIRST))).personId;
    const { grantId } = await orders.roles.grant(
      { personId: third, role: 'committee-officer', organizationId: ROOT },
      callOf(FIRST),
    );
    const revoke = callOf(second);
    const revoked = await orders.roles.revoke(
      { personId: third, grantId, because: 'transfer', reason: '调离' },
      revoke,
    );
    expect(revoked).toMatchObject({ kind: 'accepted', repeated: false });
    await caughtUp();
    expect(
      await orders.roles.revoke({ personId: third, grantId, because: 'transfer', reason: '调离' }, revoke),
    ).toEqual({
      ...revoked,
      repeated: true,
    });
    expect(
      (await orders.roles.grant({ personId: second, role: 'expert', organizationId: ROOT }, callOf(third))).handled,
    ).toMatchObject({
      refusal: { reason: 'GRANTOR_MAY_NOT' },
    });
  });
});

describe('who checks the officers', () => {
  it('is named by the leadership; of two first leaders at once in two replicas, one is named', async () => {
    const { orders, elsewhere, callOf, caughtUp } = platform;
    const people: string[] = [];
    for (const name of ['领导甲', '领导乙', '纪检员'])
      people.push((await orders.register({ organizationId: ROOT, name }, callOf(FIRST))).personId);
    const [one = '', other = '', inspector = ''] = people;
    await caughtUp();
    const give = async (personId: string, role: string, by: string) =>
      (await orders.roles.grant({ personId, role, organizationId: ROOT }, callOf(by))).handled;
    expect(await give(inspector, 'discipline-inspector', FIRST)).toMatchObject({
      refusal: { reason: 'GRANTOR_MAY_NOT' },
    });
    const giveElsewhere = async (personId: string) =>
      (await elsewhere.roles.grant({ personId, role: 'committee-leader', organizationId: ROOT }, callOf(second)))
        .handled;
    const named = await Promise.all([give(one, 'committee-leader', FIRST), giveElsewhere(other)]);
    expect(named.map(({ kind }) => kind).toSorted()).toEqual(['accepted', 'refused']);
    expect(named.find(({ kind }) => kind === 'refused')).toMatchObject({ refusal: { reason: 'GRANTOR_MAY_NOT' } });
    const [leader, next] = named[0].kind === 'accepted' ? [one, other] : [other, one];
    await caughtUp();
    expect(await give(next, 'committee-leader', leader)).toMatchObject({ kind: 'accepted' });
    expect(await give(inspector, 'discipline-inspector', leader)).toMatchObject({ kind: 'accepted' });
  });
});

describe('a personal record', () => {
  it('is given to nobody but who asks for it, and erased by two persons without a trace', async () => {
    const { orders, callOf, caughtUp, people, privacy, rows } = platform;
    const request = { organizationId: UNIT, ...CANARY, stage: 'probationary', stageSince: '2025-06-01' };
    const same = callOf(FIRST);
    const { personId, handled } = await orders.register(request, same);
    expect((await orders.register(request, same)).handled).toEqual({ ...handled, repeated: true });
    expect((await orders.register({ ...request, name: '别人' }, same)).handled).toMatchObject({
      refusal: { reason: 'REQUEST_ID_REUSED' },
    });
    await orders.correct({ personId, name: `${CANARY.name}改`, reason: CANARY_REASON }, callOf(FIRST));
    await caughtUp();

    const { person } = await people.read(personId);
    expect(person).toMatchObject({
      personal: { ...CANARY, name: `${CANARY.name}改` },
      membership: { stage: 'probationary', endsOn: '2026-06-01' },
    });
    expect(await listed()).toContainEqual(
      expect.objectContaining({ personId, name: `${CANARY.name}改`, stage: 'probationary' }),
    );
    const ids = async (q: string) => (await found(q)).map((one) => one.personId);
    expect(await ids(CANARY.name)).toEqual([personId]);
    expect(await ids('查无此人')).toEqual([]);
    const ask = (paths: readonly string[], selfId = '') =>
      namesOf(rows, privacy, {
        personIds: [personId, FIRST],
        mayName: (id, path) => id === selfId || paths.some((above) => covers(above, path)),
      });
    expect((await ask([`/${ROOT}/${UNIT}/`])).map((one) => one.personId)).toEqual([personId]);
    expect(await ask([`/${ROOT}/${UNIT.slice(0, -1)}`])).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ personId: FIRST })]),
    );
    expect((await ask([], FIRST)).map((one) => one.personId)).toEqual([FIRST]);

    const stored = await everything();
    expect(stored).toContain(personId);
    for (const trace of [...Object.values(CANARY).filter((text) => text !== 'female'), CANARY_REASON])
      expect(stored).not.toContain(trace);

    expect(await orders.erasure.request({ personId, reason: CANARY_REASON }, callOf(FIRST))).toMatchObject({
      kind: 'accepted',
    });
    expect(await new MembershipQuestionsController(platform.ground).getPerson({ personId })).toMatchObject({
      ...{ erasureRequested: true, erasureRequestedBy: FIRST, erasureWhy: CANARY_REASON },
    });
    expect(await orders.erasure.confirm({ personId }, callOf(FIRST))).toMatchObject({
      refusal: { reason: 'SECOND_PERSON_NEEDED' },
    });
    const confirm = callOf(second);
    const erased = await orders.erasure.confirm({ personId }, confirm);
    expect(erased).toMatchObject({ kind: 'accepted', repeated: false });
    await caughtUp();
    expect(await orders.erasure.confirm({ personId }, confirm)).toEqual({ ...erased, repeated: true });
    expect((await people.read(personId)).person).toEqual({ kind: 'erased', personId, organizationId: UNIT });
    expect(
      await privacy.open(await storedName(personId), `membership.person-${personId} PersonRegistered.v1 name`),
    ).toBe(ERASED);
    expect((await listed()).map((one) => one.personId)).not.toContain(personId);
    expect(await ids(CANARY.name)).toEqual([]);
    expect(await ids(`${CANARY.name}改`)).toEqual([]);
    expect(await rows.query('select 1 from access_grant where person_id = $1 and ends_at is null', [personId])).toEqual(
      [],
    );
  });

  it('the key is destroyed also when the process that confirmed died right after the append', async () => {
    const { orders, callOf, people, privacy, caughtUp } = platform;
    const { personId } = await orders.register({ organizationId: UNIT, name: CANARY.name }, callOf(FIRST));
    await orders.erasure.request({ personId, reason: '本人申请' }, callOf(FIRST));
    const now = '2026-03-02T01:00:00.000Z';
    await people.send(
      personId,
      { type: 'ConfirmErasure', confirmedBy: second, now },
      { rpc: 'ConfirmErasure', open: { personId }, personal: null },
      callOf(second),
    );
    await caughtUp();
    const opened = async () =>
      privacy.open(await storedName(personId), `membership.person-${personId} PersonRegistered.v1 name`);
    for (let tries = 0; tries < 500 && (await opened()) !== ERASED; tries++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await opened()).toBe(ERASED);
  });
});

describe('the service', () => {
  it('knows what is whose: a person and a grant concern that person, revoked grants included', async () => {
    const { definition, ground, caughtUp } = platform;
    await caughtUp();
    const { person, grant } = definition.resolvers(ground);
    const facts = { organizationPath: `/${ROOT}/`, organizationId: ROOT, concerns: [second] };
    expect(await person?.(second)).toEqual(facts);
    const { person: state } = await platform.people.read(second);
    const [held] = state.kind === 'registered' ? state.grants : [];
    expect(await grant?.(held?.grantId ?? '')).toEqual(facts);
    expect(await person?.('40404040-4040-4040-8040-404040404040')).toBeUndefined();
  });

  it('its read model and its public facts rebuilt from zero equal the live ones', async () => {
    await platform.caughtUp();
    for (const reader of ['people', 'access', 'translator'])
      expect(await platform.readers.rebuildAndCompare(reader)).toMatchObject({ reader, equal: true });
    expect(await platform.readers.parked()).toEqual([]);
  });
});
