import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sampleSuite } from './browser-suite.ts';
import { seen, seriousFindings, speak } from './chromium.ts';
import { listenTo, notEnglish } from './pages/english.ts';

jest.setTimeout(300_000);

const COMMITTEE = '机关党委工作人员';
const SECRETARY = '党支部书记';
const PHONE = 390;
const CHECK = '/v1/templates/check';
const READY = '没有问题，可以采用';

const wide = async (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
const field = (page: Page) => page.getByRole('textbox', { name: '方案文本' });

/** What is chosen in the text: a jump selects its line. */
const selected = async (page: Page): Promise<string> =>
  field(page).evaluate((area) => {
    const { value, selectionStart, selectionEnd } = area as HTMLTextAreaElement;
    return value.slice(selectionStart, selectionEnd);
  });

sampleSuite('a programme that a committee writes itself', ({ enter }) => {
  it('is previewed with a sample: its days with today, the papers, and who would get what, all of it invented', async () => {
    const { page } = await enter(COMMITTEE);
    await page.goto('/programmes/new?begin=jiangong-edition');
    await seen(page, READY);
    await page.getByText('展开示例：日程、填写的表和结果').press('Enter');
    const sample = page.getByRole('region', { name: '示例预览' });
    await seen(sample, '名称、评分和得奖情况均为虚构');
    await seen(sample.getByRole('table', { name: '日程' }), '提报计划');
    await seen(sample.getByRole('table', { name: '评分表' }).first(), '0 至 20 分');
    await seen(sample.getByRole('table', { name: '名次' }), '示例项目甲');
    await seen(sample, '优秀组织奖');
    expect(await sample.innerText()).not.toMatch(/undefined|null|\{\{/u);
    expect(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize({ width: PHONE, height: 844 });
    expect(await wide(page)).toBe(PHONE);
    // It follows the text.
    const text = await field(page).inputValue();
    await field(page).fill(text.replace('firstCount: {value: 10', 'firstCount: {value: 2'));
    await seen(sample.getByRole('listitem').filter({ hasText: '一等奖' }), /示例项目甲、示例项目乙$/u);
  });

  it.each(['jiangong-edition', 'paper-recommendation', 'four-strong', 'star-branches', 'skills-on-stage'])(
    'the sample of %s is in English where the page is, on a phone too',
    async (template) => {
      const { page } = await enter(COMMITTEE);
      const told = listenTo(page);
      await page.goto(`/programmes/new?begin=${template}`);
      await seen(page, READY);
      await speak(page, 'en');
      await page.getByText('Unfold the sample: days, papers and result').press('Enter');
      const sample = page.getByRole('region', { name: 'Preview with a sample' });
      await seen(sample, 'names, marks and awards are invented');
      await seen(sample.getByRole('table', { name: 'Time line' }), /\d{4}/u);
      expect(await sample.innerText()).not.toMatch(/undefined|null|\{\{/u);
      expect(await notEnglish(page, told)).toEqual([]);
      await page.setViewportSize({ width: PHONE, height: 844 });
      expect(await wide(page)).toBe(PHONE);
      expect(await seriousFindings(page)).toEqual([]);
    },
  );

  it('an error is told by its line and mended, the rules stand beside it, a reload finds the draft, a second look adopts it', async () => {
    const { page, calls } = await enter(COMMITTEE);
    await page.goto('/editions/new');
    await page.getByRole('link', { name: '编写评选方案' }).click();
    await seen(page, '还没有文本');
    await page.getByRole('button', { name: '用作起始文本' }).click();
    await seen(page, READY);
    expect(await seriousFindings(page)).toEqual([]);

    const works = (await field(page).inputValue()).replace('id: essays', 'id: reading-essays');
    const broken = works.replace('how: nominate', 'how: nominat');
    const line = broken.split('\n').findIndex((one) => one.includes('how: nominat')) + 1;
    calls.length = 0;
    await field(page).fill(broken);
    await page.getByRole('button', { name: `第 ${line} 行` }).waitFor();
    await seen(page, '发现 1 处问题');
    await seen(page, '$.intake.how');
    expect(calls.filter((call) => call.endsWith(CHECK)).length).toBe(1);
    expect(await page.getByRole('button', { name: '下一步：核对' }).isDisabled()).toBe(true);
    expect(await page.locator('.code-bad').textContent()).toBe(`${line}\n`);
    expect(await seriousFindings(page)).toEqual([]);

    // By keys alone: to the problem, into its line, and out of the text again.
    await page.getByRole('button', { name: `第 ${line} 行` }).press('Enter');
    expect(await selected(page)).toBe('  how: nominat');
    await page.keyboard.insertText('  how: nominate');
    await seen(page, READY);
    await page.getByRole('heading', { name: '谁在何时办什么' }).waitFor();
    await seen(page, '申报（declare）：单位联络员（nominator），当年 4 月 1 日至当年 4 月 20 日');
    await page.keyboard.press('Tab');
    expect(await field(page).evaluate((area) => area === document.activeElement)).toBe(false);

    await seen(page, '草稿已保存');
    await page.reload();
    await seen(page, READY);
    expect(await field(page).inputValue()).toBe(works);

    await page.getByRole('button', { name: '下一步：核对' }).click();
    await seen(page, 'reading-essays');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '返回修改' }).click();
    expect(await field(page).inputValue()).toBe(works);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByRole('button', { name: '采用方案' }).click();
    await page.waitForURL(/\/editions\/new\?.*template=/u);
    await seen(page, '评选方案已采用');

    // Nothing is kept of what was adopted; it can be begun with, as people write it, and is known again.
    await page.goto('/programmes/new');
    await seen(page, '还没有文本');
    await page.getByLabel('起始文本').selectOption({ label: '已采用：读书征文评选' });
    await page.getByRole('button', { name: '用作起始文本' }).click();
    await seen(page, READY);
    expect(await field(page).inputValue()).toContain('\nid: reading-essays\n');
    await seen(page, '草稿已保存');
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await seen(page, '本组织已采用过同一份方案', { exact: false });
    await page.getByRole('button', { name: '返回修改' }).click();
    const kept = page.waitForResponse((answer) => answer.request().method() === 'PUT');
    await field(page).fill('');
    expect((await kept).status()).toBe(200);
  });

  it('what is not played yet is told apart from what is wrong; a file is read and saved; what it replaced comes back', async () => {
    const { page } = await enter(COMMITTEE);
    await page.goto('/programmes/new?begin=skeleton');
    await seen(page, READY);
    const before = await field(page).inputValue();
    const file = join(tmpdir(), `shown-${process.pid}.yaml`);
    // As an editor of an office computer writes it.
    await writeFile(
      file,
      `\uFEFF${before.replace('by: readers\n    total', 'by: readers\n    shown: at-once\n    total')}`.replaceAll(
        '\n',
        '\r\n',
      ),
    );
    await page.getByLabel('从文件读取').setInputFiles(file);
    await seen(page, '可以采用，但有 1 处平台还不能开展');
    await seen(page, '$.sources.readers.shown');
    await page.getByRole('heading', { name: '平台还不能开展' }).waitFor();
    expect(await page.getByRole('heading', { name: '需要改正' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '下一步：核对' }).isEnabled()).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载文件' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('essays.yaml');
    expect(await readFile(await saved.path(), 'utf8')).toBe(await field(page).inputValue());
    await page.getByRole('button', { name: '恢复原来的文本' }).click();
    expect(await field(page).inputValue()).toBe(before);
    await seen(page, READY);
  });

  it('room is told before there is none, and nothing too large is sent; on a phone and in English', async () => {
    const { page, calls } = await enter(COMMITTEE);
    await page.goto('/programmes/new');
    await field(page).fill(`# ${'党'.repeat(20_500)}`);
    await seen(page, '即将达到上限', { exact: false });
    await seen(page, '发现', { exact: false });
    calls.length = 0;
    await field(page).fill(`# ${'党'.repeat(22_000)}`);
    await seen(page, '文本超过上限', { exact: false });
    await seen(page, '文本过大，没有检查');
    await field(page).fill('schema: 2');
    await seen(page, '发现', { exact: false });
    expect(calls.filter((call) => call.endsWith(CHECK)).length).toBe(1);
    await page.setViewportSize({ width: PHONE, height: 800 });
    expect(await wide(page)).toBe(PHONE);
    await speak(page, 'en');
    await page.getByRole('heading', { name: 'To be mended' }).waitFor();
    expect(await wide(page)).toBe(PHONE);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('whoever may adopt nothing is told so', async () => {
    const { page } = await enter(SECRETARY);
    await page.goto('/programmes/new');
    await seen(page, '没有可编写的方案');
  });
});
