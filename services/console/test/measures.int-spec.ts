import { expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { INSPECTOR, OFFICER, YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { HOSTILE_TITLE } from '../../../test/journeys/skills/played-skills.ts';
import { secretaryOf, type Unit } from '../../../test/journeys/played-nominated.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings, type Watched, speak } from './chromium.ts';
import { MeasuredCampaign } from './measured-campaign.ts';
import { looksIn } from './pages/looks.ts';
import { checkedGround } from './pages/source-grounds.ts';

const CALLS_MAX = 8;
const PHONE = 390;
jest.setTimeout(300_000);

/** A contest in its heats, with some times recorded. */
const inHeats = { start: async () => MeasuredCampaign.start(), origin: ({ origin }: MeasuredCampaign) => origin };

browserSuite('measures', inHeats, (suite) => {
  const { ground, open } = suite;
  looksIn('measured', suite, checkedGround);
  const enter = async (person: string, address: string, width?: number): Promise<Watched> => {
    const watched = await open(width === undefined ? {} : { width });
    await ground().enter(watched.page.context(), person);
    await watched.page.goto(address);
    return watched;
  };
  const grid = (): string => `/rounds/${ground().played.roundId}/measures`;
  const ofEntry = (unit: Unit): string => `${grid()}/${ground().played.entry(unit)}`;
  /** The dialog stands with all that was typed until the platform has answered. */
  const done = async (dialog: Locator): Promise<void> => dialog.waitFor({ state: 'detached' });
  const values = async (unit: Unit) =>
    (await ground().played.measures(OFFICER, unit)).values.map(
      ({ attempt, standing }) => `${attempt} ${standing.value}`,
    );
  const bring = async (page: Page, lines: readonly string[]): Promise<Locator> => {
    const files = page.locator('details', { hasText: '用表格登记：操作用时' });
    if ((await files.getAttribute('open')) === null) await files.locator('summary').click();
    await files.locator('input[type=file]').setInputFiles({
      name: '预赛成绩.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['编号,次数,数据,日期', ...lines].join('\n'), 'utf8'),
    });
    return files;
  };

  it('the office sees who is lacking first, a hostile name as the text that it is, in both languages', async () => {
    const { page, calls } = await enter(OFFICER, grid());
    await seen(page.getByRole('row', { name: /A选手/u }), '未登记');
    await seen(page.getByRole('row', { name: /B选手/u }), '352.48');
    await seen(page, HOSTILE_TITLE);
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByLabel('状态').selectOption('whole');
    await seen(page, '共 2 条');
    expect(new URL(page.url()).searchParams.get('progress')).toBe('whole');
    await page.getByLabel('状态').selectOption('');
    await speak(page, 'en');
    await seen(page.getByRole('row', { name: /A选手/u }), 'Nothing recorded');
  });

  it('a value is recorded on a phone with its day and what it is from; what is lacking or no number is said', async () => {
    const { page } = await enter(OFFICER, grid(), PHONE);
    await page.getByRole('row', { name: /A选手/u }).getByRole('button', { name: '登记' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '登记' }).click();
    await seen(dialog, '请填写');
    await dialog.getByLabel(/操作用时/u).fill('401.123');
    await dialog.getByLabel('数据所属日期').fill(`${YEAR}-06-02`);
    await dialog.getByLabel('数据来源').fill('预赛成绩册（虚构）');
    await dialog.getByRole('button', { name: '登记' }).click();
    await seen(dialog, '最多 2 位小数');
    await dialog.getByLabel(/操作用时/u).fill('401.5');
    await dialog.getByRole('button', { name: '登记' }).click();
    await seen(dialog, '须选择原始材料');
    await dialog
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: '成绩册.pdf', mimeType: 'application/pdf', buffer: Buffer.from('成绩册（虚构）') });
    await dialog.locator('.file-name', { hasText: '已上传' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '登记' }).click();
    await done(dialog);
    await seen(page.getByRole('row', { name: /A选手/u }), '401.5');
    for (const width of [PHONE, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    expect(await values('a')).toEqual(['1 401.5']);
  });

  it('a file is looked at line by line, and what is wrong keeps everything out; a sound one is recorded once it is said so', async () => {
    const { page } = await enter(OFFICER, grid());
    const c = ground().played.entry('c');
    const files = await bring(page, [`${c},1,399.5,${YEAR}-06-02`, `${c},1,快,${YEAR}-06-02`]);
    await seen(files, '1 处有误');
    await seen(files.getByRole('row', { name: /C3/u }), '不是数字');
    expect(await files.getByLabel('数据来源').count()).toBe(0);
    expect(await values('c')).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
    await bring(page, [`${c},1,399.5,${YEAR}-06-02`, `${c},2,388,${YEAR}-06-02`]);
    await seen(files, '可登记 2 条');
    expect(await values('c')).toEqual([]);
    await files.getByRole('button', { name: '登记 2 条' }).click();
    await seen(files, '请填写');
    await files.getByLabel('数据来源').fill('预赛成绩册（虚构）');
    await files.getByRole('button', { name: '登记 2 条' }).click();
    await seen(page.getByRole('row', { name: /C选手/u }), '388');
    expect(await values('c')).toEqual(['1 399.5', '2 388']);
  });

  it('a value is changed with a reason, and taken back', async () => {
    const { page } = await enter(OFFICER, ofEntry('d'));
    await page.getByRole('button', { name: '更正' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('改为').selectOption('none');
    await dialog.getByLabel('更正事由').selectOption('attempt-void');
    await dialog.getByLabel('理由').fill('抢跑（虚构）。');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '确认' }).click();
    await done(dialog);
    await seen(page, '撤销，不再计入');
    await seen(page, '抢跑（虚构）。');
    const { values: told } = await ground().played.measures(OFFICER, 'd');
    expect(told.map(({ standing }) => standing.asked)).toEqual(['none']);
  });

  it('whoever is measured finds his values, from what and why they changed, and can do nothing to them', async () => {
    const { page, calls } = await enter(secretaryOf('b'), '/my-measures', PHONE);
    await page.getByRole('row', { name: /B选手/u }).waitFor();
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('row', { name: /B选手/u }).getByRole('link').first().click();
    await seen(page, '359.6');
    await seen(page, '两位数字颠倒');
    await seen(page, '预赛成绩册（虚构）');
    expect(await page.getByRole('button', { name: /更正|登记/u }).count()).toBe(0);
  });

  it('are nobody else’s to read', async () => {
    for (const person of [secretaryOf('a'), INSPECTOR]) {
      const { page } = await enter(person, ofEntry('b'));
      await page.getByRole('alert').first().waitFor();
      expect(await page.getByText('352.48').count()).toBe(0);
    }
  });

  it('after the closing somebody of the office proposes, and a second person carries it out', async () => {
    const { played } = ground();
    await played.campaign.day(`${YEAR}-06-11`);
    await played.campaign.settled();
    const { page } = await enter(OFFICER, ofEntry('b'));
    await page.getByRole('button', { name: '提出更正' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('改为').selectOption('none');
    await dialog.getByLabel('更正事由').selectOption('attempt-void');
    await dialog.getByLabel('理由').fill('未按规程操作（虚构）。');
    await dialog.getByRole('button', { name: '提出' }).click();
    await done(dialog);
    await seen(page, '未按规程操作（虚构）。');
    await played.campaign.settled();
    const second = await enter(INSPECTOR, '/');
    await seen(second.page, '办理实测数据更正提议');
    await second.page.goto(ofEntry('b'));
    await second.page.getByRole('button', { name: '执行' }).click();
    const answer = second.page.getByRole('dialog');
    await answer.getByLabel('理由').fill('属实（虚构）。');
    expect(await seriousFindings(second.page)).toEqual([]);
    await answer.getByRole('button', { name: '执行' }).click();
    await done(answer);
    expect(await values('b')).toEqual(['1 null', '2 352.48']);
  });
});
