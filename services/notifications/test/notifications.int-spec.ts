import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ListInboxRequest, MarkReadRequest } from '@jiangong/contracts/jiangong/notifications/v1/notifications_service';
import type { Fact } from '@jiangong/event-store';
import { append, appendAs } from '@jiangong/messaging/testing';
import { reminderLedger } from '../src/adapters/postgres/reminder-projection.ts';
import { reminderScheduler } from '../src/application/reminder-scheduler.ts';
import { notificationsService } from '../src/notifications-service.ts';
import { callOfPerson, COMMITTEE, NOW, openInboxStage } from './inbox-stage.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

describe('the notifications service', () => {
  let world: Awaited<ReturnType<typeof openInboxStage>>;
  let { stage, controller, ground, readers, settled, inbox, templatesIn, happen } = {} as typeof world;

  beforeAll(async () => {
    world = await openInboxStage();
    ({ stage, controller, ground, readers, settled, inbox, templatesIn, happen } = world);
  });
  afterAll(async () => world?.close());

  it('writes to those whom a fact concerns, and to nobody else', async () => {
    expect(await templatesIn('unit-1')).toStrictEqual(['entry-planned', 'edition-opened', 'role-granted']);
    expect(await templatesIn('branch-1')).toStrictEqual(['edition-opened', 'role-granted']);
    expect(await templatesIn('unit-2')).toStrictEqual(['edition-opened', 'role-granted']);
    expect(await templatesIn('lead-1')).toStrictEqual(['entry-planned']);
    expect(await templatesIn('officer')).toStrictEqual(['role-granted']);
    expect(await templatesIn('former')).toStrictEqual(['role-granted']);
    expect(await templatesIn('stranger')).toStrictEqual([]);
  });

  it('writes in both languages, with what it is about', async () => {
    const [message] = (await inbox('lead-1')).messages;
    expect(message).toMatchObject({
      template: 'entry-planned',
      templateVersion: 2,
      title: { zh: '新项目待确认', en: 'An entry awaits confirmation' },
      body: {
        zh: '《“一网通办”提速》已立项，请本单位机关党委确认。',
        en: '‘“一网通办”提速’ has been planned; the unit is to confirm it.',
      },
      subjectKind: 'entry',
      subjectId: 'p1',
      read: false,
    });
  });

  it('who objects and why somebody was blocked is told to nobody; the objection itself not to the unit', async () => {
    await happen('EntryConfirmed.v1', { entryId: 'p1' });
    await happen('ObjectionReceived.v1', {
      entryId: 'p1',
      objectionId: 'o1',
      answerDueAt: '2021-12-05T16:00:00.000Z',
    });
    await settled();
    expect(await templatesIn('officer')).toContain('objection-received');
    expect(await templatesIn('inspector')).toContain('objection-received');
    expect(await templatesIn('unit-1')).not.toContain('objection-received');
    expect(await templatesIn('branch-1')).toContain('entry-confirmed');
  });

  it('marks as read what the person names, and counts what is left', async () => {
    const before = await inbox('unit-1');
    const id = before.messages[0]?.messageId ?? '';
    const call = callOfPerson('unit-1');
    const first = await controller.markRead(MarkReadRequest.fromPartial({ messageIds: [id] }), call);
    expect(await controller.markRead(MarkReadRequest.fromPartial({ messageIds: [id] }), call)).toStrictEqual({
      receipt: { ...first.receipt, repeated: true },
    });
    await settled();
    const after = await inbox('unit-1');
    expect(after.unreadCount).toBe(before.unreadCount - 1);
    expect(after.messages[0]?.read).toBe(true);
    expect((await inbox('unit-1', { unreadOnly: true })).messages.map(({ messageId }) => messageId)).not.toContain(id);
    await controller.markRead(
      MarkReadRequest.fromPartial({ throughPosition: await stage.store.head() }),
      callOfPerson('unit-1'),
    );
    await settled();
    expect((await inbox('unit-1', { unreadOnly: true })).messages).toStrictEqual([]);
    expect((await inbox('unit-1')).unreadCount).toBe(0);
  });

  it('another’s message is not in one’s inbox, and nobody known has none', async () => {
    const [theirs] = (await inbox('lead-1')).messages;
    const request = MarkReadRequest.fromPartial({ messageIds: [theirs?.messageId ?? ''] });
    await expect(controller.markRead(request, callOfPerson('unit-2'))).rejects.toMatchObject({
      refusal: { reason: 'MESSAGE_NOT_FOUND', field: 'messageIds' },
    });
    await expect(controller.markRead(request, callOfPerson(null))).rejects.toMatchObject({
      refusal: { reason: 'NOT_A_PERSON' },
    });
    await expect(controller.listInbox(ListInboxRequest.fromPartial({}), callOfPerson(null))).rejects.toMatchObject({
      refusal: { reason: 'NOT_A_PERSON' },
    });
  });

  it('an inbox is read page by page, every message once', async () => {
    const all = (await inbox('officer')).messages.map(({ messageId }) => messageId);
    const paged: string[] = [];
    let pageToken = '';
    do {
      const page = await inbox('officer', { pageSize: 1, pageToken });
      paged.push(...page.messages.map(({ messageId }) => messageId));
      pageToken = page.nextPageToken;
    } while (pageToken !== '');
    expect(paged).toStrictEqual(all);
    const turned = (await inbox('officer', { sort: 'occurred' })).messages.map(({ messageId }) => messageId);
    expect(turned).toStrictEqual(all.toReversed());
    const { counts } = await inbox('officer');
    expect(counts?.total).toBe(all.length);
    for (const { word, count } of counts?.facets[0]?.counts ?? [])
      expect((await inbox('officer', { subjectKind: word })).messages).toHaveLength(count);
    await expect(inbox('officer', { pageToken: 'forged' })).rejects.toMatchObject({
      refusal: { reason: 'PAGE_TOKEN_INVALID', field: 'pageToken' },
    });
    await expect(inbox('officer', { pageSize: 201 })).rejects.toMatchObject({
      refusal: { reason: 'PAGE_SIZE_INVALID', field: 'pageSize' },
    });
  });

  it('reminds of a deadline once, and only those who still have something to do', async () => {
    await append(stage.store, 'merit-projects.entries-2', {
      type: 'EntryPlanned.v1',
      data: {
        ...{ entryId: 'p2', editionId: 'e1', homeId: 'u2', proposerId: 'b2', title: '甲' },
        answerablePersonIds: ['lead-2'],
      },
    });
    for (const type of ['EntryConfirmed.v1', 'EntryDeclared.v1'])
      await append(stage.store, 'merit-projects.entries-2', {
        type,
        data: { entryId: 'p2', editionId: 'e1', homeId: 'u2', proposerId: 'b2', answerablePersonIds: ['lead-2'] },
      });
    await happen('EntryReturned.v1', {
      entryId: 'p1',
      by: 'review',
      redeclareUntil: '2021-11-29T16:00:00.000Z',
    });
    await settled();
    const scheduler = reminderScheduler(ground, reminderLedger(ground.rows));
    const due = await scheduler.due(NOW);
    expect(due.map(({ at, name }) => ({ at, name }))).toStrictEqual([
      { at: '2021-11-28T16:00:00.000Z', name: 'remind of declare in e1' },
    ]);
    await due[0]?.run();
    await due[0]?.run();
    await settled();
    expect(await scheduler.due(NOW)).toStrictEqual([]);
    const reminded = (await inbox('unit-1')).messages.filter(({ template }) => template === 'stage-closes-soon');
    expect(reminded.map(({ title }) => title?.zh)).toStrictEqual(['申报阶段还剩 1 天']);
    expect(await templatesIn('unit-2')).not.toContain('stage-closes-soon');
  });

  it('evaluators who have not submitted are reminded of scoring', async () => {
    const round = 'evaluation.round-1';
    const assigned = (personId: string): Fact => ({
      type: 'SeatAssigned.v1',
      data: { roundId: 'r1', editionId: 'e1', personId, seatId: personId, sourceId: 'experts' },
    });
    await append(stage.store, round, assigned('expert-1'), assigned('expert-2'), {
      type: 'RoundOpened.v1',
      data: { roundId: 'r1', editionId: 'e1' },
    });
    await append(stage.store, 'evaluation.sheet-1', {
      type: 'SheetSubmitted.v1',
      data: { roundId: 'r1', personId: 'expert-1' },
    });
    // By hand: the officer's word reaches whose sheet is awaited, and nobody who has handed in before it in the log.
    const reminded = (personId: string): Fact => ({
      type: 'EvaluatorReminded.v1',
      data: { roundId: 'r1', editionId: 'e1', seatId: personId, personId },
    });
    await append(stage.store, 'evaluation.reminders-1', reminded('expert-1'), reminded('expert-2'));
    await settled();
    expect(await templatesIn('expert-2')).toContain('evaluator-reminded');
    expect(await templatesIn('expert-1')).not.toContain('evaluator-reminded');
    await append(stage.store, 'merit-projects.edition-1', {
      type: 'StageScheduled.v1',
      data: {
        editionId: 'e1',
        stageId: 'score',
        act: 'score',
        opensAt: '2021-11-01T00:00:00.000Z',
        closesAt: '2021-11-29T16:00:00.000Z',
      },
    });
    await settled();
    for (const moment of await reminderScheduler(ground, reminderLedger(ground.rows)).due(NOW)) await moment.run();
    await settled();
    expect(await templatesIn('expert-1')).toStrictEqual(['round-opened', 'evaluator-assigned']);
    expect(await templatesIn('expert-2')).toStrictEqual([
      ...['stage-closes-soon', 'evaluator-reminded', 'round-opened', 'evaluator-assigned'],
    ]);
  });

  const entryHonour = (honourId: string, entryId: string) => ({
    ...{ honourId, entryId, to: 'entry', holderKind: 'project', holderId: `project of ${entryId}`, homeId: 'u1' },
    ...{ code: 'jiangong.first', gradeZh: '一等奖', gradeEn: 'First Prize' },
  });
  const honourOf = (
    honourId: string,
    to: string,
    [holderKind, holderId]: readonly [string, string],
    entryId?: string,
  ) => ({
    ...{ honourId, to, holderKind, holderId, homeId: 'u1' },
    ...{ code: 'jiangong.organizer', gradeZh: '优秀组织奖', gradeEn: 'Award for Excellent Organization' },
    ...(entryId === undefined ? {} : { entryId }),
  });
  const FROM_CIRCULARS: readonly string[] = [
    ...['commendation-issued', 'entry-commended', 'leader-awarded', 'organization-awarded', 'pacesetter-named'],
  ];
  const commendations = async (personId: string): Promise<readonly string[]> =>
    (await inbox(personId)).messages
      .filter(({ template }) => FROM_CIRCULARS.includes(template))
      .map(({ template, subjectId, body }) => `${template} ${subjectId} ${body?.zh} ${body?.en}`)
      .toSorted();

  it('a circular is told once to every unit, and each of its honours once to those whom it is for', async () => {
    await append(stage.store, 'evaluation.round-1', {
      type: 'CircularIssued.v1',
      data: {
        ...{ roundId: 'r1', editionId: 'e1', documentNumber: '〔2021〕30号' },
        honours: [
          entryHonour('h1', 'p1'),
          honourOf('h2', 'leader', ['person', 'lead-1'], 'p1'),
          honourOf('h3', 'home', ['organization', 'u1']),
          honourOf('h4', 'home', ['organization', 'u1']),
        ],
      },
    });
    await settled();
    const issued =
      'commendation-issued r1 “2021 年度”表彰通报已印发：〔2021〕30号。 The circular of “Edition 2021” has been issued: 〔2021〕30号.';
    const commended =
      'entry-commended p1 《“一网通办”提速》获突出业绩奖。 ‘“一网通办”提速’ has received the Outstanding Performance Award.';
    const organized =
      'organization-awarded u1 本单位在“2021 年度”中获优秀组织奖。 Your unit has received the Award for Excellent Organization of “Edition 2021”.';
    const led =
      'leader-awarded p1 您在“2021 年度”中被评为突出业绩项目带头人。 You are an outstanding entry leader of “Edition 2021”.';
    expect(await commendations('unit-1')).toStrictEqual([issued, commended, organized, organized]);
    expect(await commendations('unit-2')).toStrictEqual([issued]);
    expect(await commendations('branch-1')).toStrictEqual([commended]);
    expect(await commendations('lead-1')).toStrictEqual([commended, led]);
    expect(await commendations('officer')).toStrictEqual([]);
  });

  it('the circular of a naming is told to the units that it names, and to nobody else', async () => {
    const before = await commendations('unit-1');
    await append(stage.store, 'evaluation.naming-1', {
      type: 'CircularIssued.v1',
      data: {
        ...{ roundId: 'n1', editionId: 'n1', documentNumber: '〔2022〕3号' },
        honours: [honourOf('h5', 'entry', ['organization', 'u2'], 'u2')],
      },
    });
    await settled();
    expect((await commendations('unit-2')).slice(1)).toStrictEqual([
      'pacesetter-named u2 本单位被命名为标兵单位。 Your unit has been named a pacesetter unit.',
    ]);
    expect(await commendations('unit-1')).toStrictEqual(before);
  });

  it('an organization that moved takes its people along; an erased person’s messages are gone', async () => {
    await append(stage.store, 'organizations.organization-b1', {
      type: 'OrganizationMoved.v1',
      data: { organizationId: 'b1', parentId: 'u2' },
    });
    await appendAs(
      stage.store,
      {
        stream: 'membership.person-branch-2',
        actor: { kind: 'system', id: 'test', organization: null, role: null, grant: null },
        now: NOW,
      },
      { type: 'PersonErased.v1', data: { personId: 'branch-2' } },
    );
    await append(stage.store, 'evaluation.round-2', {
      type: 'CircularIssued.v1',
      data: { roundId: 'r2', editionId: 'e1', documentNumber: '〔2021〕31号', honours: [entryHonour('h-moved', 'p1')] },
    });
    await settled();
    expect(await commendations('branch-1')).toHaveLength(2);
    expect(await templatesIn('branch-2')).toStrictEqual([]);
    expect(
      (await ground.rows.query('select 1 from inbox_place where path = $1', [`/${COMMITTEE}/u2/b1/`])).length,
    ).toBe(1);
  });

  it.each([...notificationsService.projections.map(({ name }) => name), 'translator'])(
    '%s replayed from zero is the live one, byte by byte',
    async (name) => {
      await settled();
      expect(await readers.rebuildAndCompare(name)).toMatchObject({ equal: true });
    },
  );
});
