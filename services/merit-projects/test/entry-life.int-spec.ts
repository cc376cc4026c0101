import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { clearancesOf, objectionsOf } from '../src/adapters/postgres/case-questions.ts';
import { editionOf } from '../src/adapters/postgres/edition-questions.ts';
import {
  declarationsOf,
  evidenceOf,
  historyOf,
  milestonesOf,
  noticesOf,
  entryOf,
  entriesOf,
} from '../src/adapters/postgres/entry-questions.ts';
import { resolvers } from '../src/adapters/postgres/resolvers.ts';
import { unitEditionStream } from '../src/application/streams.ts';
import { type Campaign, openCampaign, OUTSIDER, UNIT_OFFICER } from './campaign-stage.ts';
import { COMMITTEE, DAY, UNIT } from './domain/edition-sample.ts';
import { BRANCH, EVIDENCE, INSPECTOR, LEADER, plan, ROUND, summary } from './domain/entry-sample.ts';

const SECRETS = {
  why: '机密：正在核查该负责人',
  name: '王匿名',
  contact: '13900001111',
  statement: '佐证材料系伪造',
  answer: '经核查，佐证属实',
};
const PAGE = { size: 50, after: 0 };
const inspector = {
  kind: 'person',
  id: INSPECTOR,
  organization: COMMITTEE,
  role: 'discipline-inspector',
  grant: null,
} as const;
const everyone = { organizationId: COMMITTEE, editionId: '', unitId: '', standing: '', page: PAGE };

describe('a campaign over PostgreSQL', () => {
  let campaign: Campaign;
  let commended = '';
  let blocked = '';
  let removed = '';

  const ok = async (answer: Promise<{ kind: 'accepted' | 'refused'; refusal?: unknown }>): Promise<void> => {
    expect(await answer).toMatchObject({ kind: 'accepted' });
    await campaign.caughtUp();
  };
  const reasonOf = async (
    answer: Promise<{ kind: string; refusal?: { reason: string } }>,
  ): Promise<string | undefined> => (await answer).refusal?.reason;

  beforeAll(async () => {
    campaign = await openCampaign();
    const { useCases, call, moveTo } = campaign;
    const { delivery, review, notice, evidence } = useCases;
    const entries = [await campaign.planEntry(), await campaign.planEntry(), await campaign.planEntry()];
    [commended, blocked, removed] = entries as [string, string, string];
    for (const entryId of entries) await ok(delivery.confirm({ entryId, opinion: '同意。' }, call()));

    await moveTo(DAY.delivery);
    await ok(evidence.register({ sha256: EVIDENCE, bytes: 1_000, mediaType: 'application/pdf' }, call()));
    await ok(delivery.report({ entryId: commended, report: '过半。', evidence: [EVIDENCE] }, call()));
    const [milestone] = await milestonesOf(campaign.ground.rows, commended);
    await ok(
      delivery.completeMilestone(
        { entryId: commended, milestoneId: milestone?.milestoneId ?? '', completedOn: '2021-05-09', evidence: [] },
        call(),
      ),
    );
    await ok(delivery.feature({ entryId: commended, note: '门户头条', link: '' }, call()));

    await moveTo(DAY.declaration);
    await ok(delivery.declare({ entryId: commended, summary, evidence: [EVIDENCE] }, call()));
    await ok(delivery.declare({ entryId: blocked, summary, evidence: [] }, call()));
    expect(await reasonOf(delivery.declare({ entryId: removed, summary, evidence: [] }, call()))).toBe(
      'QUOTA_EXCEEDED',
    );
    await ok(delivery.withdraw({ entryId: removed, why: '名额已满。' }, call()));

    await moveTo(DAY.review);
    await ok(review.returnIt({ entryId: commended, reasons: ['补充佐证。'], redeclareBy: '2021-11-17' }, call()));
    await ok(delivery.declare({ entryId: commended, summary: `${summary}已补充。`, evidence: [EVIDENCE] }, call()));
    for (const entryId of [commended, blocked]) {
      await ok(review.screen({ entryId, outcome: 'passed', failures: [] }, call()));
      await ok(review.requestClearance({ entryId, scopes: ['entry'] }, call()).then(({ handled }) => handled));
    }
    const opinion = { opinionNumber: '纪函〔2021〕8号', opinions: [{ scope: 'entry', outcome: 'cleared' }], why: '' };
    await ok(review.giveClearance({ entryId: commended, ...opinion }, call({ actor: inspector })));
    const against = { ...opinion, opinions: [{ scope: 'entry', outcome: 'blocked' }], why: SECRETS.why };
    await ok(review.giveClearance({ entryId: blocked, ...against }, call({ actor: inspector })));
    await ok(notice.publish({ entryId: commended }, call()));

    await moveTo(DAY.notice);
    const { objectionId, handled } = await notice.object(
      {
        entryId: commended,
        objectorName: SECRETS.name,
        objectorContact: SECRETS.contact,
        statement: SECRETS.statement,
        evidence: [],
      },
      call({ actor: { kind: 'anonymous', id: null, organization: null, role: null, grant: null } }),
    );
    await ok(Promise.resolve(handled));
    expect(await noticesOf(campaign.ground.rows, { editionId: '', now: DAY.notice, page: PAGE })).toMatchObject([
      { entryId: commended, title: plan.title },
    ]);
    await ok(
      notice.settle({ objectionId, outcome: 'rejected', answer: SECRETS.answer, redeclareBy: '', reasons: [] }, call()),
    );

    await moveTo(DAY.scoring);
    const award = {
      entryId: commended,
      editionId: campaign.editionId,
      unitId: UNIT,
      roundId: ROUND,
      award: 'outstanding-performance',
      grade: 'first',
      rank: 1,
    };
    await append(campaign.store, `evaluation.round-${ROUND}`, { type: 'EntryAwarded.v1', data: award });
    await append(campaign.store, `evaluation.round-${ROUND}`, {
      type: 'CommendationIssued.v1',
      data: {
        roundId: ROUND,
        editionId: campaign.editionId,
        documentNumber: '吉直党发〔2022〕1号',
        issuedAt: DAY.scoring,
      },
    });
    for (
      let tries = 0;
      tries < 500 && (await entryOf(campaign.ground.rows, commended))?.standing !== 'commended';
      tries += 1
    )
      await campaign.caughtUp();
  }, 120_000);
  afterAll(async () => campaign.close());

  it('an entry lives from its plan to its commendation, each step with its actor, in one stream', async () => {
    const events = await campaign.store.readStream(unitEditionStream(campaign.editionId, UNIT));
    const life = events.filter(({ data }) => (data as { entryId: string }).entryId === commended);
    expect(life.map(({ type, entry }) => [type.replace('.v1', ''), entry.actor.kind])).toEqual([
      ['EntryPlanned', 'person'],
      ['EntryConfirmed', 'person'],
      ['EntryProgressed', 'person'],
      ['MilestoneCompleted', 'person'],
      ['EntryFeatured', 'person'],
      ['EntryDeclared', 'person'],
      ['EntryReturned', 'person'],
      ['EntryRedeclared', 'person'],
      ['EntryScreened', 'person'],
      ['ClearanceRequested', 'person'],
      ['EntryCleared', 'person'],
      ['EntryPublished', 'person'],
      ['ObjectionReceived', 'protected'],
      ['ObjectionSettled', 'person'],
      ['EntryEnteredEvaluation', 'system'],
      ['EntryCommended', 'system'],
    ]);
  });

  it('the commendation carries the correlation of the circular and names it as its cause', async () => {
    const commendation = (await campaign.store.readStream(unitEditionStream(campaign.editionId, UNIT))).find(
      ({ type }) => type === 'EntryCommended.v1',
    );
    const issued = (await campaign.store.readStream(`evaluation.round-${ROUND}`)).at(-1);
    expect(commendation?.entry).toMatchObject({
      causationId: issued?.eventId,
      correlationId: issued?.entry.correlationId,
    });
    expect(commendation?.data).toMatchObject({
      award: 'outstanding-performance',
      grade: 'first',
      documentNumber: '吉直党发〔2022〕1号',
    });
  });

  it('is answered from the read models', async () => {
    const { rows } = campaign.ground;
    const entry = await entryOf(rows, commended);
    expect(entry).toMatchObject({
      standing: 'commended',
      featured: true,
      declarations: 2,
      openObjections: 0,
      award: 'outstanding-performance',
      branchId: BRANCH,
    });
    expect(await milestonesOf(rows, commended)).toMatchObject([{ title: '试点上线', completedOn: '2021-05-09' }]);
    expect(await declarationsOf(rows, commended)).toMatchObject([
      { version: 1, returnedBy: 'first-review', returnReasons: ['补充佐证。'], evidence: [EVIDENCE] },
      { version: 2, returnedBy: '', screening: 'passed' },
    ]);
    expect(await evidenceOf(rows, commended, EVIDENCE)).toEqual({ mediaType: 'application/pdf', bytes: 1_000 });
    expect(await evidenceOf(rows, blocked, EVIDENCE)).toBeUndefined();
    const found = await entriesOf(rows, { ...everyone, editionId: campaign.editionId });
    expect(found.map(({ entryId, standing }) => [entryId, standing])).toEqual([
      [commended, 'commended'],
      [blocked, 'blocked'],
      [removed, 'withdrawn'],
    ]);
    expect(await entriesOf(rows, { ...everyone, standing: 'blocked', organizationId: BRANCH })).toHaveLength(1);
    expect(await entriesOf(rows, { ...everyone, organizationId: OUTSIDER })).toHaveLength(0);
  });

  it('the scheduler opened and closed the stages up to scoring, each once', async () => {
    const edition = await editionOf(campaign.ground.rows, campaign.editionId);
    expect(edition?.stages.map(({ progress }) => progress)).toEqual([
      'closed',
      'closed',
      'closed',
      'closed',
      'closed',
      'open',
      'ahead',
    ]);
  });

  it('inspectors read the reason, investigators the objection', async () => {
    const { rows, privacy } = campaign.ground;
    expect(await clearancesOf(rows, privacy, blocked)).toMatchObject([
      { outcome: 'blocked', why: SECRETS.why, opinions: [{ scope: 'entry', outcome: 'blocked' }] },
    ]);
    expect(await clearancesOf(rows, privacy, commended)).toMatchObject([
      { outcome: 'cleared', why: '', opinions: [{ scope: 'entry', outcome: 'cleared' }] },
    ]);
    const { name: objectorName, contact: objectorContact, statement, answer } = SECRETS;
    const asked = { organizationId: COMMITTEE, editionId: '', entryId: '', status: '', page: PAGE };
    expect(await objectionsOf(rows, privacy, asked)).toMatchObject([
      { objectorName, objectorContact, statement, answer, outcome: 'rejected' },
    ]);
  });

  it("neither the inspectors' reason nor the objector is in any answer that a unit gets, in the log, a table or a public fact", async () => {
    const { ground, stage } = campaign;
    const { rows } = ground;
    const answers: unknown[] = [];
    for (const entryId of [commended, blocked, removed])
      answers.push(
        await entryOf(rows, entryId),
        await declarationsOf(rows, entryId),
        await milestonesOf(rows, entryId),
        await historyOf(rows, entryId, PAGE),
      );
    answers.push(
      await entriesOf(rows, everyone),
      await noticesOf(rows, { editionId: '', now: DAY.notice, page: PAGE }),
    );
    const entries = await campaign.store.readLog({ after: 0, limitMax: 1_000 });
    answers.push(
      entries.events.map(({ entryBytes, dataBytes }) => [entryBytes.toString('utf8'), dataBytes.toString('utf8')]),
    );
    const { rows: tables } = await stage.database.admin.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('merit_projects', 'messaging') and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables)
      answers.push((await stage.database.admin.query(`select t::text as row from ${name} t`)).rows);
    const text = JSON.stringify(answers);
    for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
    expect(text).toContain(plan.title);
    const objected = (await historyOf(rows, commended, PAGE)).find(({ type }) => type === 'ObjectionReceived.v1');
    expect(objected).toMatchObject({ actorKind: 'protected', actorId: '' });
    expect(Object.keys(JSON.parse(objected?.dataJson ?? '') as object).toSorted()).toEqual([
      'answerDueAt',
      'editionId',
      'objectionId',
      'entryId',
      'unitId',
    ]);
  });

  it('the access rule learns of an entry: its branch, its leader, the open stages', async () => {
    expect(await resolvers(campaign.ground.rows, campaign.ground.clock).entry(commended)).toEqual({
      organizationPath: `/${COMMITTEE}/${UNIT}/${BRANCH}/`,
      organizationId: UNIT,
      openStages: ['scoring'],
      concerns: [LEADER],
    });
  });

  it('a repeated order gets its first answer, also when its stage has closed since', async () => {
    const { useCases, call } = campaign;
    const first = (await campaign.store.readStream(unitEditionStream(campaign.editionId, UNIT))).find(
      ({ type }) => type === 'EntryDeclared.v1',
    );
    const again = await useCases.delivery.declare(
      { entryId: commended, summary, evidence: [EVIDENCE] },
      call({ requestId: first?.entry.requestId ?? '' }),
    );
    expect(again).toMatchObject({ kind: 'accepted', repeated: true, receipts: [{ eventId: first?.eventId }] });
  });

  it('what an order refers to must be there', async () => {
    const { useCases, call, editionId } = campaign;
    const here = call({ afterPosition: 0 });
    const asked = { ...plan, editionId, branchId: BRANCH };
    const plans = async (change: object): Promise<string | undefined> =>
      reasonOf(useCases.plans.plan({ ...asked, ...change }, here).then(({ handled }) => handled));
    expect(await plans({ branchId: UNIT_OFFICER })).toBe('BRANCH_NOT_FOUND');
    expect(await plans({ branchId: UNIT })).toBe('BRANCH_NOT_FOUND');
    expect(await plans({ leaderPersonId: UNIT_OFFICER })).toBe('LEADER_NOT_FOUND');
    expect(await plans({ leaderPersonId: OUTSIDER })).toBe('LEADER_OUTSIDE_UNIT');
    expect(await plans({ editionId: UNIT_OFFICER })).toBe('EDITION_NOT_FOUND');
    expect(await plans({})).toBe('STAGE_NOT_OPEN');
    expect(await reasonOf(useCases.delivery.declare({ entryId: UNIT, summary, evidence: [] }, here))).toBe(
      'ENTRY_NOT_FOUND',
    );
    expect(
      await reasonOf(useCases.delivery.declare({ entryId: commended, summary, evidence: ['b'.repeat(64)] }, here)),
    ).toBe('EVIDENCE_NOT_FOUND');
    expect(
      await reasonOf(
        useCases.notice.settle(
          { objectionId: UNIT, outcome: 'rejected', answer: '无', redeclareBy: '', reasons: [] },
          here,
        ),
      ),
    ).toBe('OBJECTION_NOT_FOUND');
  });

  it('every read model rebuilt from zero equals the live one', async () => {
    for (const reader of [
      'editions',
      'entries',
      'cases',
      'entry-history',
      'evidence-files',
      'awards-heard',
      'translator',
    ])
      expect(await campaign.readers.rebuildAndCompare(reader)).toMatchObject({ reader, equal: true });
    expect(await campaign.readers.parked()).toEqual([]);
  });
});
