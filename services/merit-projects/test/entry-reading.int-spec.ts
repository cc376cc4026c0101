import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMALL_PART_MAX, treePart } from '@jiangong/access/postgres';
import { append } from '@jiangong/messaging/testing';
import { soughtBy } from '@jiangong/wording';
import { type EntriesAsked, entriesOf } from '../src/adapters/postgres/entry-list.ts';
import { askedOfEntry } from '../src/adapters/postgres/asked-of-entry.ts';
import { declarationsOf, entryOf, milestonesOf, type Viewer } from '../src/adapters/postgres/entry-questions.ts';
import { opinionsOf } from '../src/adapters/postgres/entry-opinions.ts';
import { editionTitles, entryTitles } from '../src/adapters/postgres/title-questions.ts';
import { editionOf } from '../src/adapters/postgres/edition-questions.ts';
import { documentNamesOf } from '../src/adapters/postgres/template-projection.ts';
import { filesOf } from '../src/adapters/postgres/entry-files.ts';
import { dossierOf, evidenceOf, historyOf } from '../src/adapters/postgres/entry-reading.ts';
import { noticesOf } from '../src/adapters/postgres/notice-questions.ts';
import { OUTSIDER, REPORT } from './campaign-stage.ts';
import { casesAreRead } from './cases-read.ts';
import { EVERY_NOTICE, type Life, OWN_PROSE, PAGE, playLife, SECRETS } from './campaign-life.ts';
import { COMMITTEE, DAY } from './domain/edition-sample.ts';
import { BRANCH, EVIDENCE, INSPECTOR, LEADER, measures, plan, ROUND } from './domain/entry-sample.ts';

const place = { size: 50, after: undefined };
const everyone: EntriesAsked = {
  ...{
    organizationId: COMMITTEE,
    editionId: '',
    nominatorId: '',
    standings: [],
    tracks: [],
    awards: [],
    claims: [],
    brought: [],
  },
  ...{ search: undefined, sort: { by: 'planned', down: false }, place },
};

describe('what is read of a campaign', () => {
  let life: Life;
  const seeing = (knowsBlocks = true): Viewer => ({ knowsBlocks, today: life.campaign.clock.now(), claims: null });
  const asker = (knowsBlocks = true) => ({ privacy: life.campaign.ground.privacy, viewer: seeing(knowsBlocks) });
  beforeAll(async () => {
    life = await playLife();
  }, 120_000);
  afterAll(async () => life.campaign.close());

  it('an entry, with what people wrote about it; that it is commended follows from the circular', async () => {
    const { campaign, commended, blocked, removed } = life;
    const { rows, privacy } = campaign.ground;
    expect(await entryOf(rows, asker(), commended)).toMatchObject({
      ...{ standing: 'commended', featured: true, declarations: 2, openObjections: 0, measures },
      ...{ award: 'jiangong.first', grade: 'first', gradeZh: '一等奖', documentNumber: '吉直党发〔2022〕1号' },
      ...{ proposerId: BRANCH, answerable: [LEADER], subjectKind: 'project', track: 'project', revision: 14 },
    });
    const named = { document: 'report', nameZh: '项目总结报告', nameEn: 'Report on the project' };
    expect(await askedOfEntry(rows, commended)).toEqual({ documents: ['report'], documentNames: [named], needs: null });
    expect(await askedOfEntry(rows, 'nowhere')).toEqual({ documents: [], documentNames: [], needs: null });
    const namesOf = await documentNamesOf(rows, [campaign.editionId]);
    expect(namesOf(campaign.editionId, ['report', 'unnamed'])).toEqual([named]);
    expect(namesOf('another', ['report'])).toEqual([]);
    expect((await editionOf(rows, privacy, campaign.editionId))?.tracks).toMatchObject([
      { track: 'project', documents: ['report'], documentNames: [named] },
    ]);
    expect(await milestonesOf(rows, privacy, commended)).toMatchObject([
      { title: '试点上线', completedOn: '2021-05-09' },
    ]);
    expect(await declarationsOf(rows, privacy, commended)).toMatchObject([
      { version: 1, returnedBy: 'review', returnReasons: [OWN_PROSE.reason], ...REPORT },
      { version: 2, returnedBy: '', review: 'passed', answers: [{ item: '材料完整', met: true, explanation: '' }] },
    ]);
    expect(await dossierOf(rows, privacy, commended)).toMatchObject({
      reports: [{ report: OWN_PROSE.report, evidence: [EVIDENCE] }],
      featuredNote: '门户头条',
    });
    expect(await evidenceOf(rows, commended, EVIDENCE)).toEqual({
      ...{ mediaType: 'application/pdf', bytes: 1_000, destroyedAt: '' },
    });
    expect(await evidenceOf(rows, removed, EVIDENCE)).toBeUndefined();
    const { found, ...counted } = await entriesOf(rows, seeing(), { ...everyone, editionId: campaign.editionId });
    expect(counted).toEqual({
      total: 3,
      facets: [
        {
          name: 'standing',
          counts: [
            { word: 'commended', count: 1 },
            { word: 'missed', count: 1 },
            { word: 'withdrawn', count: 1 },
          ],
        },
        { name: 'track', counts: [{ word: 'project', count: 3 }] },
        {
          name: 'award',
          counts: [
            { word: 'none', count: 2 },
            { word: 'jiangong.first', count: 1 },
          ],
        },
        { name: 'claim', counts: [{ word: 'none', count: 3 }] },
        { name: 'brought', counts: [{ word: 'none', count: 3 }] },
      ],
    });
    expect(
      found.map(({ row }) => row).map(({ entryId, standing, missedReason }) => [entryId, standing, missedReason]),
    ).toEqual([
      [commended, 'commended', ''],
      [blocked, 'missed', 'blocked'],
      [removed, 'withdrawn', ''],
    ]);
    expect((await entriesOf(rows, seeing(), { ...everyone, organizationId: OUTSIDER })).found).toEqual([]);
  });

  it('the files of an entry: what they show, who added them when, and where they are used', async () => {
    const { campaign, commended, removed } = life;
    const { rows, privacy } = campaign.ground;
    const [file, ...others] = await filesOf(rows, privacy, commended);
    expect(others).toEqual([]);
    expect(file).toEqual({
      ...{ sha256: EVIDENCE, mediaType: 'application/pdf', bytes: 1_000, kind: 'report', caption: OWN_PROSE.caption },
      ...{ addedAt: DAY.delivery, addedBy: campaign.call().actor.id },
      uses: [
        { usedIn: 'report', partId: expect.stringMatching(/^[0-9a-f-]{36}$/u) },
        { usedIn: 'declaration', partId: '1' },
        { usedIn: 'declaration', partId: '2' },
      ],
    });
    expect(await filesOf(rows, privacy, removed)).toEqual([]);
  });

  it('a plain member does not see that an entry is blocked', async () => {
    const { campaign, blocked } = life;
    const { rows } = campaign.ground;
    expect(await entryOf(rows, asker(false), blocked)).toMatchObject({ standing: 'declared', missedReason: '' });
    for (const standing of ['missed', 'blocked'])
      expect(await entriesOf(rows, seeing(false), { ...everyone, standings: [standing] })).toMatchObject({
        found: [],
        total: 0,
      });
    const { facets } = await entriesOf(rows, seeing(false), everyone);
    expect(JSON.stringify(facets)).not.toMatch(/blocked|missed/u);
  });

  it('entries are found by title and key task; what a list shows is not what is sealed', async () => {
    const { campaign, commended } = life;
    const { rows } = campaign.ground;
    const ids = async (q: string) =>
      (await entriesOf(rows, seeing(), { ...everyone, standings: ['commended'], search: soughtBy(q) })).found.map(
        ({ row }) => [row.entryId, row.measures],
      );
    expect(await ids(plan.title.slice(0, 2))).toEqual([[commended, '']]);
    expect(await ids('不存在的')).toEqual([]);
  });

  it('a list of entries is the same however large the part of the tree is that it is asked for', async () => {
    const { rows } = life.campaign.ground;
    const asked = async () => {
      const { found, total, facets } = await entriesOf(rows, seeing(), everyone);
      return { ids: found.map(({ row }) => row.entryId), total, facets };
    };
    const ofThe = async (part: string) => {
      expect(await treePart(rows, COMMITTEE)).toBe(part);
      return asked();
    };
    const columns = 'access_organization (id, parent_id, path, kind, classified, dissolved)';
    await rows.query(`insert into ${columns} values ('another', null, '/another/', 'working-committee', false, false)`);
    const small = await ofThe('small');
    await rows.query(
      `insert into ${columns} select 'many' || n, $1, path || 'many' || n || '/', 'branch', false, false from access_organization, generate_series(1, $2::int) n where id = $1`,
      [COMMITTEE, SMALL_PART_MAX],
    );
    const large = await ofThe('large');
    await rows.query(`delete from access_organization where id like 'many%' or id = 'another'`);
    const whole = await ofThe('whole');
    expect(small.total).toBe(3);
    expect([large, whole]).toEqual([small, small]);
  });

  it('titles of editions are told to everybody, those of entries to who may read them', async () => {
    const { campaign, commended, blocked } = life;
    const { rows } = campaign.ground;
    expect(await editionTitles(rows, [campaign.editionId, 'unknown'])).toMatchObject([{ id: campaign.editionId }]);
    const asked = { ids: [commended, blocked], personId: 'somebody', now: campaign.call().now };
    expect(await entryTitles(rows, { ...asked, mayRead: () => false })).toEqual([]);
    const mine = await entryTitles(rows, { ...asked, mayRead: ({ concerns }) => concerns?.includes(LEADER) ?? false });
    expect(mine.map(({ titleZh }) => titleZh)).toContain(plan.title);
  });

  casesAreRead(() => life, place);

  it('every version with what differs, and every opinion with what became of it, without a word of the inspectors', async () => {
    const { campaign, commended, blocked } = life;
    const { rows, privacy } = campaign.ground;
    const told = await opinionsOf(rows, privacy, commended);
    expect(told.versions).toMatchObject([
      { version: 1, changed: [], returnedBy: 'review', returnReasons: [OWN_PROSE.reason], answerable: [LEADER] },
      { version: 2, returnedBy: '', evidence: [EVIDENCE] },
    ]);
    expect(told.opinions).toMatchObject([
      { kind: 'review', version: 2, outcome: 'passed', answers: [{ item: '材料完整', met: true }], stands: true },
      { kind: 'clearance', outcome: 'cleared', stands: true },
    ]);
    const ofBlocked = await opinionsOf(rows, privacy, blocked);
    expect(ofBlocked.opinions.filter(({ kind }) => kind === 'clearance')).toMatchObject([
      { outcome: 'blocked', stands: true },
    ]);
    for (const hidden of [INSPECTOR, '纪函', ...Object.values(SECRETS)])
      expect(JSON.stringify([told, ofBlocked])).not.toContain(hidden);
  });

  it("the unit's history shows neither the inspector nor the number nor the opinion's id, and what is only proposed not at all", async () => {
    const { campaign, blocked } = life;
    const { rows, privacy } = campaign.ground;
    const { call, useCases, caughtUp } = campaign;
    const proposing = { entryId: blocked, act: 'RemoveEntry', objectionId: '', why: SECRETS.why };
    expect((await useCases.review.propose(proposing, call('officer'))).handled).toMatchObject({ kind: 'accepted' });
    await caughtUp();
    const history = await historyOf(rows, privacy, blocked, PAGE);
    const given = history.find(({ type }) => type === 'ClearanceGiven.v1');
    expect(given).toMatchObject({ actorKind: 'person', actorId: '', actorRole: 'discipline-inspector' });
    expect(Object.keys(JSON.parse(given?.dataJson ?? '') as object).toSorted()).toEqual([
      ...['authority', 'editionId', 'entryId', 'entryRevision', 'nominatorId', 'outcome', 'scopes'],
    ]);
    expect(history.map(({ type }) => type)).toContain('EntryBlocked.v1');
    expect(history.map(({ type }) => type)).not.toContain('ActProposed.v1');
    const text = JSON.stringify(history);
    for (const hidden of ['inspector-1', '纪函', 'clearanceId', 'blockId']) expect(text).not.toContain(hidden);
    const returned = (await historyOf(rows, privacy, life.commended, PAGE)).find(
      ({ type }) => type === 'EntryReturned.v1',
    );
    expect(JSON.parse(returned?.dataJson ?? '')).toMatchObject({ prose: { reasons: [OWN_PROSE.reason] } });
  });

  it("neither the inspectors' reason nor the objector is in any answer that a unit gets; no prose stands in the log, a table or a public fact", async () => {
    const { campaign, commended, blocked, removed } = life;
    const { rows, privacy } = campaign.ground;
    const answers: unknown[] = [];
    for (const entryId of [commended, blocked, removed])
      answers.push(
        await entryOf(rows, asker(), entryId),
        await declarationsOf(rows, privacy, entryId),
        await historyOf(rows, privacy, entryId, PAGE),
      );
    answers.push(await entriesOf(rows, seeing(), everyone));
    answers.push(await noticesOf(rows, privacy, EVERY_NOTICE));
    for (const secret of Object.values(SECRETS)) expect(JSON.stringify(answers)).not.toContain(secret);
    expect(JSON.stringify(answers)).toContain(plan.title);

    const { events } = await campaign.store.readLog({ after: 0, limitMax: 1_000 });
    const kept: unknown[] = events.map(({ entryBytes, dataBytes }) => [
      entryBytes.toString('utf8'),
      dataBytes.toString('utf8'),
    ]);
    const { rows: tables } = await campaign.stage.database.admin.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('merit_projects', 'messaging') and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables)
      kept.push((await campaign.stage.database.admin.query(`select t::text as row from ${name} t`)).rows);
    for (const prose of [...Object.values(SECRETS), ...Object.values(OWN_PROSE), measures])
      expect(JSON.stringify(kept)).not.toContain(prose);
  });

  it('erased, what was written about an entry reads ERASED, and nothing else is broken', async () => {
    const { campaign, removed } = life;
    const { rows, privacy } = campaign.ground;
    await privacy.destroy(`dossier/${removed}`);
    expect(await entryOf(rows, asker(), removed)).toMatchObject({
      measures: 'ERASED',
      title: plan.title,
      standing: 'withdrawn',
    });
    expect(await historyOf(rows, privacy, removed, PAGE)).not.toEqual([]);
  });

  it('a withdrawn honour leaves the entry uncommended, a restored one commends it again', async () => {
    const { campaign, commended } = life;
    const told = async (type: string, honourId: string): Promise<unknown> => {
      await append(campaign.store, `evaluation.round-${ROUND}`, { type, data: { honourId } });
      await campaign.caughtUp();
      return entryOf(campaign.ground.rows, asker(), commended);
    };
    const circular = {
      award: 'jiangong.first',
      grade: 'first',
      gradeZh: '一等奖',
      documentNumber: '吉直党发〔2022〕1号',
    };
    expect(await told('HonourWithdrawn.v1', 'h-2')).toMatchObject({ standing: 'commended', ...circular });
    expect(await told('HonourWithdrawn.v1', 'h-1')).toMatchObject({ standing: 'in-evaluation', award: '' });
    expect(await told('HonourRestored.v1', 'h-1')).toMatchObject({ standing: 'commended', ...circular });
  });
});
