import { expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings, type Watched } from './chromium.ts';
import { PlayedRound, YEAR } from './played-round.ts';
import {
  askBeside,
  carryOutLifting,
  issueCircular,
  liftRecusal,
  points,
  proposeReopening,
  proposeWithdrawal,
  remind,
  sumOfSteps,
  withdrawPaper,
  writeMinutes,
} from './round-acts.ts';

// Far more than it takes: a busy machine is no failure.
jest.setTimeout(300_000);
const CALLS_MAX = 8;
const PHONE = 390;
const SEATS = 9;

/** Several take part in a round, each in a browser of his own. */
const onRound = { start: async () => PlayedRound.start(), origin: ({ play }: PlayedRound) => play.platform.origin };

browserSuite('a round from its panel to its honours', onRound, ({ ground, open }) => {
  const as = async (person: string, width?: number): Promise<Watched> => {
    const watched = await open(width === undefined ? {} : { width });
    await ground().enter(watched.page.context(), person);
    return watched;
  };
  const path = (rest = ''): string => `/rounds/${ground().roundId}${rest}`;
  const nameOf = (person: string): string =>
    ground().play.world.people.find(({ code }) => code === person)?.name ?? person;
  /** In the page's own table: who is recused from what is listed below it. */
  const rowOf = (page: Page, person: string): Locator =>
    page
      .getByRole('table')
      .first()
      .getByRole('row', { name: nameOf(person) });
  /** His work, and the one click to where it is done. */
  const begin = async (page: Page, work: string): Promise<void> => {
    await page.goto('/');
    await page.getByRole('row', { name: work }).getByRole('link').click();
    await page.getByRole('navigation', { name: '本轮各页' }).waitFor();
  };
  const told = async (page: Page, text: string | RegExp): Promise<void> => seen(page.locator('.told'), text);

  it('a panel is convened in five clicks: searched by name, ticked, looked at once more, with what each would not score', async () => {
    const { page, calls } = await as('officer-1');
    await begin(page, '组织评审');
    const first = rowOf(page, 'expert-6');
    await first.waitFor();
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX + 3);
    await page.getByLabel('搜索').fill(nameOf('expert-7').slice(0, 3));
    await rowOf(page, 'expert-6').waitFor({ state: 'detached' });
    await rowOf(page, 'expert-7').waitFor();
    await page.getByLabel('搜索').fill('');
    await first.waitFor();
    await page.getByLabel(`全选所列 ${SEATS} 人`).check();
    await page.getByRole('button', { name: `核对所选 ${SEATS} 人` }).click();
    const dialog = page.getByRole('dialog');
    await seen(dialog, nameOf('u-003-officer'));
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: `聘请 ${SEATS} 人` }).click();
    await told(page, `已聘请 ${SEATS} 名评委`);
    await seen(rowOf(page, 'u-003-officer'), '未提交');
    expect(await page.getByRole('row').count()).toBe(SEATS + 1);
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: '我的待办' }).waitFor();
    expect(await page.getByRole('row', { name: '组织评审' }).count()).toBe(0);
  });

  it('an evaluator recuses himself in two clicks, and sees what he does not score and why', async () => {
    await ground().on('12-02');
    const { page } = await as('expert-8', PHONE);
    await page.goto(path('/recusals'));
    const row = page.getByRole('row').nth(1);
    const title = (await row.getByRole('rowheader').textContent()) ?? '';
    await row.getByRole('button', { name: '须回避' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '曾在该单位工作' }).click();
    await told(page, '回避已登记');
    const notMine = page.getByRole('region', { name: '您不评的对象' });
    await seen(notMine, title);
    expect(await notMine.textContent()).toContain('已申报回避');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('the officer sees how far each is, is told whom a reminder reaches before it, and when it was', async () => {
    for (const person of ['expert-6', 'expert-7', 'u-001-officer']) await ground().fillIn(person);
    const { page, calls } = await as('officer-1');
    calls.length = 0;
    await page.goto(path('/seats'));
    await seen(rowOf(page, 'expert-6'), '10/10');
    expect(await rowOf(page, 'expert-6').textContent()).toContain('已提交');
    expect(await rowOf(page, 'expert-8').textContent()).toMatch(/待提交.*0\/9.*回避 1 项.*未提醒/u);
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    await remind(page, rowOf(page, 'expert-9'), SEATS - 3);
    await page.getByLabel('评分表', { exact: true }).selectOption('submitted');
    await page.waitForURL(/sheet=submitted/u);
    await rowOf(page, 'expert-9').waitFor({ state: 'detached' });
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('a seat is taken out with a reason that says what becomes of its sheet', async () => {
    const { page } = await as('officer-1');
    await page.goto(path('/seats'));
    await rowOf(page, 'u-005-officer').getByRole('button', { name: '撤换' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '撤换' }).click();
    await seen(dialog, '请填写');
    await dialog.getByLabel('撤换原因').selectOption({ label: '不能履职（已交的评分表仍计入）' });
    await dialog.getByRole('button', { name: '撤换' }).click();
    await told(page, '已撤换');
    await seen(rowOf(page, 'u-005-officer'), '已撤换');
  });

  it('the office sees who is recused from what; a recusal declared in error is lifted by a leader, who reads why', async () => {
    const officer = await as('officer-1');
    await officer.page.goto(path('/seats'));
    await liftRecusal(officer.page, nameOf('expert-8'));
    const { page } = await as('leader-1', PHONE);
    await carryOutLifting(page, path('/proposals'), PHONE);
    await page.goto(path('/seats'));
    await seen(page, '没有人申报回避。');
  });

  it('a closed round is reopened for one seat: proposed by the officer, carried out by a leader', async () => {
    for (const person of ['expert-8', 'expert-9', 'u-002-officer', 'u-003-officer']) await ground().fillIn(person);
    await ground().on('12-11');
    const officer = await as('officer-1');
    await officer.page.goto(path('/proposals'));
    await proposeReopening(officer.page, nameOf('u-004-officer'));
    await told(officer.page, '已提出，等待第二人办理');
    expect(await officer.page.getByRole('button', { name: '执行' }).count()).toBe(0);
    const leader = await as('leader-1');
    await begin(leader.page, '办理评审事项提议');
    await seen(leader.page, `${YEAR}年12月12日 18:00`);
    await leader.page.getByRole('button', { name: '执行' }).click();
    await leader.page.getByRole('dialog').getByRole('button', { name: '执行' }).click();
    await told(leader.page, '已执行：重新开放评分');
    await ground().fillIn('u-004-officer');
    await ground().on('12-13');
    await leader.page.goto(path());
    await seen(leader.page, '已截止');
  });

  it('the sheets are opened and tallied by one click on a page that says what it does', async () => {
    const { page, calls } = await as('officer-1');
    await begin(page, '计分汇总');
    await seen(page, '评审专家评分 已提交 4 份，共 4 份');
    await page.getByRole('button', { name: '启封并汇总' }).click();
    await told(page, '已启封汇总');
    const ranking = page.getByRole('table', { name: '名次' });
    await seen(ranking, '一等奖');
    expect(await ranking.getByRole('row').count()).toBe(ground().entries.length + 1);
    expect(await ranking.getByText('一等奖').count()).toBe(2);
    expect(await seriousFindings(page)).toEqual([]);
    calls.length = 0;
    await page.reload();
    await seen(ranking, '三等奖');
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
  });

  it('delight 7, why rank 7? the steps add up to the result, on a leader’s phone; what would be is labelled as no result', async () => {
    const { page, calls } = await as('leader-1', PHONE);
    await page.goto(path('/result'));
    const score = await points(page.getByRole('row', { name: '为何第 7 名' }).locator('td[data-title="得分"]'));
    calls.length = 0;
    await page.getByRole('link', { name: '为何第 7 名' }).click();
    await seen(page, /第 7 名 · [\d.]+ 分 · 三等奖/u);
    expect(await sumOfSteps(page)).toBeCloseTo(score, 2);
    await seen(page, '各项相加，与合计完全一致');
    await seen(page, '去掉 1 份最高、1 份最低后取平均分');
    await seen(page.getByRole('navigation', { name: '相邻名次' }), '第 6 名');
    await askBeside(page);
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('a what-if with other numbers tells the awards that it would move, keeps its question in the address, and changes no result', async () => {
    const { page } = await as('officer-1');
    await page.goto(path('/what-if'));
    await page.getByLabel('一等奖数量').fill('3');
    await page.getByRole('button', { name: '推演' }).click();
    await page.waitForURL(/firstCount/u);
    await seen(page, /其中 \d+ 个奖项变动/u);
    await page.getByRole('row', { name: /二等奖 → 一等奖/u }).waitFor();
    await page.reload();
    await page.getByRole('row', { name: /二等奖 → 一等奖/u }).waitFor();
    expect(await page.getByLabel('一等奖数量').inputValue()).toBe('3');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('link', { name: '返回真实结果' }).click();
    const ranking = page.getByRole('table', { name: '名次' });
    await seen(ranking, '二等奖');
    expect(await ranking.getByText('一等奖').count()).toBe(2);
  });

  it('a leader decides: no departure without its reason, the draft outlives a reload, and minutes are looked at once more', async () => {
    const { page, calls } = await as('leader-1');
    calls.length = 0;
    await page.goto(path('/decision'));
    await writeMinutes(page, () =>
      expect(calls.filter((call) => call.startsWith('GET')).length).toBeLessThanOrEqual(CALLS_MAX),
    );
    await told(page, '纪要已登记');
    await page.getByRole('button', { name: '本人确认' }).click();
    await seen(page, '已有 1 人确认，需要 2 人');
    const second = await as('leader-2');
    await begin(second.page, '确认会议纪要');
    await seen(second.page, '承担省级试点任务');
    await second.page.getByRole('button', { name: '本人确认' }).click();
    await told(second.page, '决定生效');
    expect(await seriousFindings(second.page)).toEqual([]);
  });

  it('the officer publishes the list together in one click and issues the circular in two, looking once more at what it grants', async () => {
    const { page } = await as('officer-1');
    await begin(page, '公示拟表彰名单');
    await page.getByRole('button', { name: '公示拟表彰名单' }).click();
    await told(page, '已公示');
    await page.goto(path('/circular'));
    await issueCircular(page);
    // Too early: the refusal stands where one is, with all that was typed.
    await seen(page.getByRole('dialog').getByRole('alert'), '公示尚未期满');
    await ground().on('12-30');
    const later = await as('officer-1');
    await begin(later.page, '印发表彰决定');
    await issueCircular(later.page);
    await told(later.page, '已印发');
    await later.page.getByRole('heading', { name: '表彰通报' }).waitFor();
  });

  it('papers are made by one click each, downloaded, and withdrawn with a reason', async () => {
    const { page } = await as('officer-1');
    await page.goto(path('/circular'));
    await page
      .getByRole('listitem')
      .filter({ hasText: '荣誉证书' })
      .getByRole('button', { name: '生成 PDF 文件' })
      .click();
    const row = page.getByRole('row', { name: '荣誉证书（PDF 文件，第 1 版）' });
    await seen(row, '现行');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      row.getByRole('link', { name: /^下载/u }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/u);
    await withdrawPaper(page, row);
    await told(page, '文书已作废');
    await seen(row, '已作废');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('an honour is found by its award and withdrawn by two persons; its certificate then says so', async () => {
    const { page } = await as('officer-1');
    await page.goto('/honours');
    await page.getByLabel('荣誉名称').selectOption('jiangong.second');
    await page.waitForURL(/award=jiangong\.second/u);
    await seen(page, /已显示 3 条/u);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('table').getByRole('link').first().click();
    await proposeWithdrawal(page);
    await told(page, '已提议');
    const address = page.url();
    const inspector = await as('inspector-1');
    await inspector.page.goto(address);
    await seen(inspector.page, '申报数据不实');
    await inspector.page.getByRole('button', { name: '执行' }).click();
    const second = inspector.page.getByRole('dialog');
    await second.getByLabel('理由').fill('核查属实，同意撤销。');
    await second.getByRole('button', { name: '执行' }).click();
    await told(inspector.page, '荣誉已撤销');
    await seen(inspector.page, '奖牌尚未收回');
    expect(await seriousFindings(inspector.page)).toEqual([]);
    await inspector.page.getByRole('link', { name: '查验证书' }).click();
    await seen(inspector.page, '该荣誉已撤销');
  });

  it('each page is narrow enough for a phone, asks little, and is there in English', async () => {
    const { page, calls } = await as('officer-1', PHONE);
    await page.addInitScript(() => localStorage.setItem('jiangong.language', 'en'));
    const edition = `/editions/${ground().play.edition(YEAR)}/rounds`;
    const ofRound = ['', '/seats', '/result', '/decision', '/circular', '/proposals'].map(path);
    for (const at of [edition, ...ofRound, '/honours']) {
      calls.length = 0;
      await page.goto(at);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForFunction(() => document.querySelector('.loading') === null);
      expect([at, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([at, PHONE]);
      expect([at, calls.length <= CALLS_MAX]).toEqual([at, true]);
      expect([at, await seriousFindings(page)]).toEqual([at, []]);
      expect([at, await page.locator('.problem').allTextContents()]).toEqual([at, []]);
    }
  });
});
