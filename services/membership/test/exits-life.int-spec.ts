import { Metadata } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isInForce } from '@jiangong/access';
import { bodyOn, grantsOf, organizationOfPerson } from '@jiangong/access/postgres';
import type { CallContext } from '@jiangong/service-host';
import { rememberCall } from '@jiangong/service-host/nest';
import { MembershipQuestionsController } from '../src/adapters/grpc/membership-questions.controller.ts';
import { peopleUnder } from '../src/adapters/postgres/people-list.ts';
import { FIRST_PERSON_ID as FIRST } from '../src/application/person-stream.ts';
import { BRANCH, type Membership, openMembership, ROOT, UNIT } from './membership-stage.ts';

const CANARY = '金丝雀的缘由';

let platform: Membership;
let leader: string;

beforeAll(async () => {
  platform = await openMembership();
  const { orders, callOf, caughtUp } = platform;
  await orders.setUp({ organizationId: ROOT, name: '首任干部' }, callOf(null));
  await caughtUp();
  leader = (await orders.register({ organizationId: ROOT, name: '领导' }, callOf(FIRST))).personId;
  await orders.roles.grant({ personId: leader, role: 'committee-leader', organizationId: ROOT }, callOf(FIRST));
  await caughtUp();
}, 60_000);

afterAll(async () => {
  await platform.close();
});

const as = (personId: string, role: string, more: Partial<CallContext> = {}): CallContext =>
  platform.callOf(personId, {
    actor: { kind: 'person', id: personId, organization: ROOT, role, grant: null },
    ...more,
  });

/** A full member of the unit who holds two roles. */
const aMember = async (name: string) => {
  const { orders, callOf, caughtUp } = platform;
  const { personId } = await orders.register(
    { organizationId: UNIT, name, stage: 'full', stageSince: '2010-07-01' },
    callOf(FIRST),
  );
  const give = async (role: string, organizationId: string) =>
    (await orders.roles.grant({ personId, role, organizationId }, callOf(FIRST))).grantId;
  const grantIds = [await give('unit-officer', UNIT), await give('expert', ROOT)] as const;
  await caughtUp();
  return { personId, grantIds };
};

const inForce = async (personId: string): Promise<readonly string[]> =>
  (await grantsOf(platform.rows, personId))
    .filter((grant) => isInForce(grant, '2026-03-02T02:00:00.000Z'))
    .map(({ grantId }) => grantId);

const questions = () => new MembershipQuestionsController(platform.ground);

const listed = async (stage: string): Promise<readonly string[]> =>
  (
    await peopleUnder(platform.rows, platform.privacy, {
      ...{ organizationId: UNIT, stages: stage === '' ? [] : [stage], search: undefined },
      ...{ sort: { by: 'registered', down: false }, place: { size: 200, after: undefined } },
    })
  ).found.map(({ row }) => row.personId);

const reasonOf = async (answer: Promise<unknown>): Promise<string> => {
  try {
    await answer;
    return 'answered';
  } catch (error) {
    return JSON.stringify(error);
  }
};

describe('death and expulsion', () => {
  it.each(['deceased', 'expelled'])(
    '%s: all grants end at once, and the person takes part in nothing',
    async (kind) => {
      const { orders, caughtUp, rows } = platform;
      const { personId, grantIds } = await aMember(kind);
      expect(await inForce(personId)).toEqual([...grantIds].toSorted());
      const call = as(FIRST, 'committee-officer');
      const request = { personId, kind, keeps: [], ends: [], reason: CANARY };
      const exited = await orders.exit(request, call);
      expect(exited).toMatchObject({ kind: 'accepted', facts: [{}, {}, {}] });
      await caughtUp();
      expect(await orders.exit(request, call)).toEqual({ ...exited, repeated: true });
      expect(await inForce(personId)).toEqual([]);
      expect(await organizationOfPerson(rows, personId)).toBeUndefined();
      expect(await listed('')).not.toContain(personId);
      expect(await listed(kind)).toContain(personId);
      const refused = await orders.roles.grant(
        { personId, role: 'member', organizationId: BRANCH },
        as(FIRST, 'committee-officer'),
      );
      expect(refused.handled).toMatchObject({ refusal: { reason: 'PERSON_EXITED' } });
      const metadata = new Metadata();
      rememberCall(metadata, platform.callOf(personId));
      expect(await reasonOf(questions().getMe({}, metadata))).toContain('PERSON_EXITED');
      expect(await reasonOf(questions().getInvitee({ personId }))).toContain('PERSON_EXITED');
      expect((await questions().listGrants({ personId })).grants).toMatchObject([
        { endedBecause: 'exit' },
        { endedBecause: 'exit' },
      ]);
    },
  );

  it('recorded wrongly is undone by two persons; the grants are given anew from where they ended', async () => {
    const { orders, caughtUp, rows } = platform;
    const { personId } = await aMember('误录');
    const officer = () => as(FIRST, 'committee-officer');
    await orders.exit({ personId, kind: 'expelled', keeps: [], ends: [], reason: CANARY }, officer());
    const { proposalId } = await orders.corrections.propose(
      { personId, act: 'CorrectExit', extended: false, reason: CANARY },
      officer(),
    );
    // Whoever is to carry it out reads why, and nothing else of the record.
    expect((await questions().getCorrections({ personId })).corrections).toMatchObject([{ proposalId, why: CANARY }]);
    expect(await orders.corrections.carryOut({ personId, proposalId }, officer())).toMatchObject({
      refusal: { reason: 'SECOND_PERSON_NEEDED' },
    });
    const second = as(leader, 'committee-leader');
    const corrected = await orders.corrections.carryOut({ personId, proposalId }, second);
    expect(corrected).toMatchObject({ kind: 'accepted', repeated: false });
    expect(await orders.corrections.carryOut({ personId, proposalId }, second)).toEqual({
      ...corrected,
      repeated: true,
    });
    await caughtUp();
    expect((await organizationOfPerson(rows, personId))?.id).toBe(UNIT);
    expect(await inForce(personId)).toEqual([]);
    const ended = (await grantsOf(rows, personId)).find(({ role }) => role === 'unit-officer');
    const again = await orders.roles.grant(
      { personId, role: 'unit-officer', organizationId: UNIT, from: ended?.until ?? '' },
      officer(),
    );
    expect(again.handled).toMatchObject({ kind: 'accepted' });
    await caughtUp();
    expect(await bodyOn(rows, { role: 'unit-officer', organizationId: UNIT, on: '2026-03-02' })).toContainEqual(
      expect.objectContaining({ personId }),
    );
  });
});

describe('a move', () => {
  it('asks about the grants in force, and ends those that it names', async () => {
    const { orders, caughtUp, rows } = platform;
    const { personId, grantIds } = await aMember('调动');
    const [unitOfficer, expert] = grantIds;
    const call = () => as(FIRST, 'committee-officer');
    const move = { personId, organizationId: BRANCH, reason: CANARY };
    expect(await orders.move({ ...move, keeps: [], ends: [unitOfficer] }, call())).toMatchObject({
      refusal: { reason: 'GRANTS_NOT_ANSWERED', details: { grantIds: expert } },
    });
    expect(await orders.move({ ...move, keeps: [expert], ends: [unitOfficer] }, call())).toMatchObject({
      kind: 'accepted',
    });
    await caughtUp();
    expect(await inForce(personId)).toEqual([expert]);
    expect((await organizationOfPerson(rows, personId))?.id).toBe(BRANCH);
  });
});

describe('what was typed', () => {
  it('stands nowhere in the log', async () => {
    const { events } = await platform.store.readLog({ after: 0, limitMax: 1_000 });
    expect(events.map(({ dataBytes }) => dataBytes.toString()).join('\n')).not.toContain(CANARY);
  });

  it('and what is rebuilt equals what was live', async () => {
    await platform.caughtUp();
    for (const reader of ['people', 'access', 'translator'])
      expect(await platform.readers.rebuildAndCompare(reader)).toMatchObject({ reader, equal: true });
    expect(await platform.readers.parked()).toEqual([]);
  });
});

describe('a day ahead', () => {
  const actDue = async (): Promise<void> => {
    const due = await platform.definition.scheduler?.(platform.ground).due(platform.clock.now());
    for (const { run } of due ?? []) await run();
    await platform.caughtUp();
  };

  it('comes by the clock: nothing ends before it, the exit and the grants end on it, and a second look changes nothing', async () => {
    const { orders, callOf, caughtUp, clock, rows } = platform;
    const { personId, grantIds } = await aMember('将退');
    const effectiveOn = '2026-03-05';
    const asked = { personId, kind: 'expelled', effectiveOn, keeps: [], ends: [], reason: CANARY };
    expect((await orders.exit(asked, callOf(FIRST))).kind).toBe('accepted');
    await caughtUp();
    const { scheduled } = await questions().getPerson({ personId });
    expect(scheduled).toMatchObject({ act: 'RecordExit', kind: 'expelled', effectiveOn, ends: [...grantIds] });
    await actDue();
    expect([...(await inForce(personId))].toSorted()).toEqual([...grantIds].toSorted());
    clock.move('2026-03-04T16:00:05.000Z');
    await actDue();
    await actDue();
    expect((await grantsOf(rows, personId)).map(({ until }) => until)).toEqual([
      '2026-03-04T16:00:00.000Z',
      '2026-03-04T16:00:00.000Z',
    ]);
    expect(await organizationOfPerson(rows, personId)).toBeUndefined();
    expect(await questions().getPerson({ personId })).toMatchObject({ stage: 'expelled', stageSince: effectiveOn });
    expect((await questions().getPerson({ personId })).scheduled).toBeUndefined();
  });

  it('that was taken back never comes', async () => {
    const { orders, callOf, caughtUp, clock } = platform;
    const { personId, grantIds } = await aMember('不退');
    const asked = {
      personId,
      kind: 'resigned',
      effectiveOn: '2026-03-08',
      keeps: [],
      ends: [...grantIds],
      reason: '个人',
    };
    expect((await orders.exit(asked, callOf(FIRST))).kind).toBe('accepted');
    const actId = (await questions().getPerson({ personId })).scheduled?.actId ?? '';
    expect((await orders.withdrawScheduled({ personId, actId, reason: CANARY }, callOf(FIRST))).kind).toBe('accepted');
    await caughtUp();
    clock.move('2026-03-08T01:00:00.000Z');
    await actDue();
    expect(await questions().getPerson({ personId })).toMatchObject({ stage: 'full' });
  });
});
