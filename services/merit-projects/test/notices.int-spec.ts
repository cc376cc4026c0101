import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256Hex } from '@jiangong/event-store';
import { soughtBy } from '@jiangong/wording';
import { paperById } from '../src/adapters/postgres/paper-projection.ts';
import {
  type NoticeShown,
  noticesOf,
  noticesOfEntry,
  objectionStatus,
} from '../src/adapters/postgres/notice-questions.ts';
import { EVERY_NOTICE, okIn, SECRETS } from './campaign-life.ts';
import { type Campaign, openCampaign, REPORT } from './campaign-stage.ts';
import { DAY } from './domain/edition-sample.ts';
import { plan, summary } from './domain/entry-sample.ts';

const REVIEW = '2021-11-15T02:00:00.000Z';
const OBJECTING = '2021-11-16T02:00:00.000Z';
const AGAIN = '2021-11-18T02:00:00.000Z';

const nobody = { kind: 'anonymous', id: null, organization: null, role: null, grant: null } as const;
const opinion = { opinionNumber: '纪函〔2021〕8号', why: '' };
const cleared = [{ scope: 'entry', outcome: 'cleared' }];

describe('what the public sees of notices', () => {
  let campaign: Campaign;
  let ok: ReturnType<typeof okIn>;
  let [published, blocked] = ['', ''];
  let objectionId = '';

  const page = async (entryId: string): Promise<readonly NoticeShown[]> => {
    const { rows, privacy } = campaign.ground;
    return noticesOfEntry(rows, privacy, entryId, campaign.clock.now());
  };
  const list = async (more: Partial<typeof EVERY_NOTICE> = {}) => {
    const { rows, privacy } = campaign.ground;
    return noticesOf(rows, privacy, { ...EVERY_NOTICE, now: campaign.clock.now(), ...more });
  };

  const reviewed = async (entryId: string): Promise<void> => {
    const { useCases, call } = campaign;
    await ok(
      useCases.review.review(
        { entryId, outcome: 'passed', answers: [{ item: '材料完整', met: true, explanation: '' }] },
        call('officer'),
      ),
    );
    await ok(
      useCases.review.requestClearance({ entryId, scopes: ['entry'] }, call('officer')).then(({ handled }) => handled),
    );
    await ok(useCases.review.giveClearance({ entryId, ...opinion, opinions: cleared }, call('inspector')));
    await ok(useCases.notice.publish({ entryId }, call('officer')));
  };

  beforeAll(async () => {
    campaign = await openCampaign();
    ok = okIn(campaign);
    const { useCases, call, moveTo, planEntry } = campaign;
    [published, blocked] = [await planEntry(), await planEntry()];
    for (const entryId of [published, blocked])
      await ok(useCases.plans.confirm({ entryId, opinion: '同意。' }, call()));
    await moveTo(DAY.declaration);
    for (const entryId of [published, blocked])
      await ok(useCases.declarations.declare({ entryId, summary, ...REPORT }, call()));
    await moveTo(REVIEW);
    for (const entryId of [published, blocked]) await reviewed(entryId);
  }, 120_000);
  afterAll(async () => campaign.close());

  it('goes on paper: what runs, by unit and title; again the same while nothing moves; withdrawn with a reason', async () => {
    const { useCases, call, editionId, ground, caughtUp } = campaign;
    const asked = { editionId, about: 'entries', format: 'pdf', address: 'https://jg.example/public/notices' };
    const first = await useCases.papers.make(asked, call('officer'));
    expect(first.handled.kind).toBe('accepted');
    expect(Buffer.from(first.content.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(first.sha256).toBe(sha256Hex(first.content));
    const again = await useCases.papers.make(asked, call('officer'));
    expect([again.paperId, again.sha256]).toEqual([first.paperId, first.sha256]);
    const word = await useCases.papers.make({ ...asked, format: 'docx' }, call('officer'));
    expect(Buffer.from(word.content.subarray(0, 2)).toString()).toBe('PK');
    await caughtUp();
    expect(await paperById(ground.rows, first.paperId)).toMatchObject({
      about: 'entries',
      notices: 2,
      standing: 'stands',
      version: 1,
      currentId: first.paperId,
    });
    const wrong = { paperId: first.paperId, reason: 'wrong-content', why: SECRETS.why };
    expect((await useCases.papers.withdraw(wrong, call('officer'))).kind).toBe('accepted');
    await caughtUp();
    expect(await paperById(ground.rows, first.paperId)).toMatchObject({
      standing: 'withdrawn',
      reason: 'wrong-content',
      currentId: '',
    });
    const refusals = await Promise.all([
      useCases.papers.make({ ...asked, about: 'proposed' }, call('officer')),
      useCases.papers.make({ ...asked, about: 'everything' }, call('officer')),
      useCases.papers.make({ ...asked, format: 'txt' }, call('officer')),
    ]);
    expect(refusals.map(({ handled }) => handled.kind === 'refused' && handled.refusal.reason)).toEqual([
      'NOTICE_NOT_RUNNING',
      'NOTICES_ABOUT_UNKNOWN',
      'PAPER_FORMAT_UNKNOWN',
    ]);
  });

  it('a notice that runs: what is published, its days, that objections are taken, and nothing of what came of them yet', async () => {
    expect(await page(published)).toEqual([
      expect.objectContaining({
        ...{ entryId: published, about: 'entries', noticeRound: 1, title: plan.title, summary, state: 'running' },
        ...{ takesObjections: true, settled: false, upheld: 0, notUpheld: 0 },
      }),
    ]);
    expect(await list({ states: ['running'] })).toMatchObject({
      total: 2,
      facets: [
        { name: 'state', counts: [{ word: 'running', count: 2 }] },
        { name: 'about', counts: [{ word: 'entries', count: 2 }] },
      ],
    });
    expect((await list({ search: soughtBy(plan.title) })).total).toBe(2);
    expect((await list({ search: soughtBy('没有这个项目') })).total).toBe(0);
  });

  it('an objection is told by where it stands; nobody who objects and no word of it', async () => {
    const { useCases, call, moveTo, ground } = campaign;
    await moveTo(OBJECTING);
    const objecting = {
      ...{ entryId: published, objectorName: SECRETS.name, objectorContact: SECRETS.contact },
      ...{ statement: SECRETS.statement, evidence: [], source: 'fingerprint', confirmation: 'code' },
    };
    const objected = await useCases.notice.object(objecting, call('unit', { actor: nobody }));
    await ok(Promise.resolve(objected.handled));
    objectionId = objected.objectionId;
    const open = { entryId: published, against: 'entry', status: 'open', outcome: '', settledAt: '' };
    const status = await objectionStatus(ground.rows, objectionId);
    expect(status).toEqual({ ...open, receivedAt: OBJECTING, answerDueAt: expect.any(String) });
    for (const secret of Object.values(SECRETS))
      expect(JSON.stringify([status, await page(published)])).not.toContain(secret);
    expect(await page(published)).toMatchObject([{ settled: false, upheld: 0 }]);
    expect(await objectionStatus(ground.rows, published)).toBeUndefined();
  });

  it('cut short by an upheld objection it says so, and when it is published again the first is corrected', async () => {
    const { useCases, call, moveTo, ground } = campaign;
    const answer = { outcome: 'upheld-return', answer: SECRETS.answer, redeclareBy: '2021-11-17' };
    await ok(
      useCases.notice.settle({ objectionId, ...answer, reasons: ['补充佐证。'], proposalId: '' }, call('officer')),
    );
    expect(await page(published)).toMatchObject([
      { state: 'stopped', takesObjections: false, settled: true, upheld: 1, notUpheld: 0 },
    ]);
    expect(await objectionStatus(ground.rows, objectionId)).toMatchObject({
      ...{ status: 'settled', outcome: 'upheld-return', settledAt: OBJECTING },
    });
    await ok(useCases.declarations.declare({ entryId: published, summary: '已更正。', ...REPORT }, call()));
    await moveTo(AGAIN);
    await reviewed(published);
    expect(await page(published)).toMatchObject([
      { noticeRound: 2, state: 'running', summary: '已更正。', takesObjections: true, upheld: 0 },
      { noticeRound: 1, state: 'corrected', summary, takesObjections: false, settled: true, upheld: 1 },
    ]);
  });

  it('blocked it looks like any that was cut short, and goes on when the block is lifted', async () => {
    const { useCases, call } = campaign;
    const why = SECRETS.why;
    await ok(
      useCases.review.block(
        { entryId: blocked, opinionNumber: '纪函〔2021〕9号', why, proposalId: '' },
        call('inspector'),
      ),
    );
    const stopped = await page(blocked);
    expect(stopped).toMatchObject([{ state: 'stopped', takesObjections: false, settled: true, upheld: 0 }]);
    expect(JSON.stringify(stopped)).not.toMatch(/block|纪函|核查/u);
    const [clearance] = await campaign.ground.rows.query<{ blockId: string }>(
      `select block_id as "blockId" from clearance where entry_id = $1 and block_id <> ''`,
      [blocked],
    );
    const lift = { entryId: blocked, blockId: clearance?.blockId ?? '', opinionNumber: '纪函〔2021〕10号', why };
    await ok(useCases.review.liftBlock({ ...lift, proposalId: '' }, call('inspector2')));
    expect(await page(blocked)).toMatchObject([{ state: 'running', takesObjections: true }]);
  });

  it('over, it stays to be seen and takes no objections', async () => {
    await campaign.moveTo(DAY.scoring);
    expect(await page(blocked)).toMatchObject([{ state: 'over', takesObjections: false, settled: true }]);
    expect((await list({ states: ['running'] })).total).toBe(0);
    expect((await list()).facets?.[0]?.counts).toEqual([
      { word: 'over', count: 2 },
      { word: 'corrected', count: 1 },
    ]);
  });

  it('what is classified, or stands below what is, is in no notice', async () => {
    await campaign.ground.rows.query(`update access_organization set classified = true where kind = 'unit'`, []);
    expect(await page(published)).toEqual([]);
    expect((await list()).total).toBe(0);
  });
});
