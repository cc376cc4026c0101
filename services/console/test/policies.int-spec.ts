import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sampleSuite } from './browser-suite.ts';
import { seen, seriousFindings } from './chromium.ts';

jest.setTimeout(300_000);

const OFFICER = '机关党委工作人员';
const PHONE = 390;
const SKETCH = join(import.meta.dirname, '../../../libs/programmes/test/examples/s8-shandong-policy.yaml');

const isWhole = async (page: Page): Promise<void> => {
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: PHONE, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
};

sampleSuite('a policy over the committees below', ({ enter }) => {
  it('is looked at while an officer types it, and proposed; its reason and sentences wait for a leader', async () => {
    const { page } = await enter(OFFICER);
    await page.goto('/editions');
    await page.getByRole('link', { name: '表彰总量控制' }).click();
    await seen(page, '还没有规定');
    await page.getByRole('link', { name: /的规定$/u }).click();
    await seen(page, '本工委还没有采用规定');
    await page.getByRole('button', { name: '采用规定' }).press('Enter');
    const dialog = page.getByRole('dialog');
    const sketch = await readFile(SKETCH, 'utf8');
    await dialog.getByLabel('规定文件').fill(sketch.replace('city:', 'town:'));
    await seen(dialog, '第 4 行');
    await dialog.getByLabel('规定文件').fill(sketch);
    await seen(dialog, '市级工委每年度至多开展 2 项表彰');
    await dialog.getByLabel('理由').fill('规范表彰项目（虚构）。');
    await dialog.getByRole('button', { name: '提交提议' }).press('Enter');
    await seen(page, '规范表彰项目（虚构）。');
    await seen(page, '由领导班子成员办理，办理以前不生效。');
    await isWhole(page);
  });
});
