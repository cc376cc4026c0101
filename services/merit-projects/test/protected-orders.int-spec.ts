import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { objectionsOf } from '../src/adapters/postgres/objection-list.ts';
import { entriesStream } from '../src/application/streams.ts';
import { type Campaign, openCampaign, UNIT_OFFICER, REPORT } from './campaign-stage.ts';
import { COMMITTEE, DAY, UNIT } from './domain/edition-sample.ts';
import { BRANCH, EVIDENCE, LEADER, measures, plan, summary } from './domain/entry-sample.ts';

const OTHER_UNIT = 'f2f2f2f2-f2f2-42f2-82f2-f2f2f2f2f2f2';
const OTHER_BRANCH = 'f3f3f3f3-f3f3-43f3-83f3-f3f3f3f3f3f3';
const OTHER_LEADER = 'f4f4f4f4-f4f4-44f4-84f4-f4f4f4f4f4f4';
const SESSION = 'f5f5f5f5-f5f5-45f5-85f5-f5f5f5f5f5f5';
const TRACE = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const content = {
  objectorName: '王匿名',
  objectorContact: '13900001111',
  statement: '佐证材料系伪造',
  evidence: [EVIDENCE],
  source: 'fingerprint',
  confirmation: 'code',
};
const scopes = [{ scope: 'entry', outcome: 'cleared' }];
const opinion = { opinionNumber: '纪函〔2021〕8号', opinions: scopes, why: '' };

describe('orders with protected content, over PostgreSQL', () => {
  let campaign: Campaign;
  let entries: readonly string[] = [];

  const founded = (organizationId: string, parentId: string, kind: string): Promise<unknown> =>
    append(campaign.store, `organizations.organization-${organizationId}`, {
      type: 'OrganizationFounded.v1',
      data: { organizationId, parentId, kind, nameZh: kind, nameEn: kind, code: '' },
    });
  const ok = async (answer: Promise<{ kind: string }>): Promise<void> => {
    expect(await answer).toMatchObject({ kind: 'accepted' });
    await campaign.caughtUp();
  };
  const reused = { kind: 'refused', refusal: { reason: 'REQUEST_ID_REUSED' } };

  beforeAll(async () => {
    campaign = await openCampaign();
    const { useCases, call, moveTo, store, caughtUp, editionId } = campaign;
    const { plans, declarations, review, notice, evidence } = useCases;
    const what = { ...plan, measures, answerable: [LEADER], track: '' };
    await founded(OTHER_UNIT, COMMITTEE, 'unit');
    await founded(OTHER_BRANCH, OTHER_UNIT, 'branch');
    const registered = { type: 'PersonRegistered.v1', data: { personId: OTHER_LEADER, organizationId: OTHER_BRANCH } };
    await append(store, `membership.person-${OTHER_LEADER}`, registered);
    await caughtUp();
    // From here on, every order to the two entries goes out under one and the same key.
    const same = call();
    const at = () => ({ ...same, now: campaign.clock.now() });
    const planned = [
      await plans.plan({ ...what, editionId, branchId: BRANCH }, at()),
      await plans.plan({ ...what, answerable: [OTHER_LEADER], editionId, branchId: OTHER_BRANCH }, at()),
    ];
    for (const { handled } of planned) await ok(Promise.resolve(handled));
    entries = planned.map(({ entryId }) => entryId);
    await ok(evidence.register({ sha256: EVIDENCE, bytes: 1_000, mediaType: 'application/pdf' }, call()));
    for (const entryId of entries) await ok(plans.confirm({ entryId, opinion: '同意。' }, call()));
    await moveTo(DAY.declaration);
    for (const entryId of entries) await ok(declarations.declare({ entryId, summary, ...REPORT }, call()));
    await moveTo(DAY.review);
    for (const entryId of entries) {
      await ok(review.review({ entryId, outcome: 'passed', answers: [] }, call('officer')));
      await ok(review.requestClearance({ entryId, scopes: ['entry'] }, call('officer')).then(({ handled }) => handled));
    }
    const [first = '', second = ''] = entries;
    const key = call('inspector');
    await ok(review.giveClearance({ entryId: first, ...opinion }, key));
    const blocked = {
      opinionNumber: opinion.opinionNumber,
      opinions: [{ scope: 'entry', outcome: 'blocked' }],
      why: '线索核查。',
    };
    expect(await review.giveClearance({ entryId: first, ...blocked }, key)).toMatchObject(reused);
    expect(await review.giveClearance({ entryId: first, ...opinion }, key)).toMatchObject({
      kind: 'accepted',
      repeated: true,
    });
    await ok(review.giveClearance({ entryId: second, ...opinion }, call('inspector')));
    for (const entryId of entries) await ok(notice.publish({ entryId }, call('officer')));
    await moveTo(DAY.notice);
  }, 120_000);
  afterAll(async () => campaign.close());

  it('one key used on two entries of two units gives two entries and two objections, and no read model stops', async () => {
    const { useCases, call, caughtUp, readers, ground } = campaign;
    expect(new Set(entries).size).toBe(2);
    const same = call('unit', { actor: { kind: 'anonymous', id: null, organization: null, role: null, grant: null } });
    const ids: string[] = [];
    for (const entryId of entries) {
      const { objectionId, handled } = await useCases.notice.object({ entryId, ...content }, same);
      expect(handled).toMatchObject({ kind: 'accepted', repeated: false });
      ids.push(objectionId);
    }
    await caughtUp();
    expect(new Set(ids).size).toBe(2);
    expect(await readers.parked()).toEqual([]);
    const { found } = await objectionsOf(ground.rows, ground.privacy, {
      ...{ organizationId: COMMITTEE, editionId: '', entryId: '', statuses: ['open'], against: [] },
      ...{ search: undefined, sort: { by: 'received', down: false }, place: { size: 10, after: undefined } },
    });
    expect(found.map(({ row }) => row).map(({ objectionId, evidence }) => ({ objectionId, evidence }))).toEqual(
      ids.map((objectionId) => ({ objectionId, evidence: [EVIDENCE] })),
    );
    for (const objectionId of ids) {
      const answer = {
        objectionId,
        outcome: 'rejected',
        answer: '不属实。',
        redeclareBy: '',
        reasons: [],
        proposalId: '',
      };
      const key = call('officer');
      await ok(useCases.notice.settle(answer, key));
      expect(await useCases.notice.settle({ ...answer, answer: '属实。' }, key)).toMatchObject(reused);
    }
  });

  it('an objection said again in other words under one key is not answered as the first time', async () => {
    const { useCases, call } = campaign;
    const [entryId = ''] = entries;
    const key = call();
    await ok(useCases.notice.object({ entryId, ...content }, key).then(({ handled }) => handled));
    const again = await useCases.notice.object({ entryId, ...content, statement: '另有其事' }, key);
    expect(again.handled).toMatchObject(reused);
    const same = await useCases.notice.object({ entryId, ...content }, key);
    expect(same.handled).toMatchObject({ kind: 'accepted', repeated: true });
  });

  it('what is stored of an objection leads to nobody who was signed in', async () => {
    const { useCases, call, store, editionId } = campaign;
    const [entryId = ''] = entries;
    const signedIn = call('unit', {
      traceparent: TRACE,
      causationId: 'f6f6f6f6-f6f6-46f6-86f6-f6f6f6f6f6f6',
      caller: { kind: 'person', personId: LEADER, sessionId: SESSION },
      actor: {
        kind: 'person',
        id: LEADER,
        organization: UNIT,
        role: 'member',
        grant: 'f7f7f7f7-f7f7-47f7-87f7-f7f7f7f7f7f7',
      },
    });
    await ok(useCases.notice.object({ entryId, ...content }, signedIn).then(({ handled }) => handled));
    const stored = (await store.readStream(entriesStream(editionId, UNIT))).at(-1);
    expect(stored).toMatchObject({
      type: 'ObjectionReceived.v1',
      entry: { actor: { kind: 'protected', organization: null, grant: null } },
    });
    const text = JSON.stringify(stored, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    const { correlationId, causationId } = signedIn;
    for (const secret of [
      LEADER,
      UNIT_OFFICER,
      SESSION,
      TRACE.slice(3, 35),
      correlationId,
      causationId ?? '',
      EVIDENCE,
      '王匿名',
    ])
      expect(text).not.toContain(secret);
  });
});
