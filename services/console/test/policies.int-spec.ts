import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sampleSuite } from './browser-suite.ts';
import { seen, seriousFindings } from './chromium.ts';

jest.setTimeout(300_000);

const OFFICER = '机关党委工作人员';
const LEADER = '机关党委领导';
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

  it('is carried out by a leader, whose work leads there; then everybody reads it, and the officer proposes to repeal it', async () => {
    const { page } = await enter(LEADER);
    await page.goto('/');
    await page
      .getByRole('link', { name: /办理总量控制提议/u })
      .first()
      .click();
    await seen(page, '规范表彰项目（虚构）。');
    await page.getByRole('button', { name: '办理', exact: true }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: '办理', exact: true }).press('Enter');
    await seen(page, '第 1 次采用');
    await seen(page, '同一表彰 5 年内至多开展一次');
    await seen(page, '没有待办理的提议。');
    await isWhole(page);
    const { page: officer } = await enter(OFFICER);
    await officer.goto('/public/policies');
    await seen(officer, '县级工委每年度至多开展 1 项表彰');
    await isWhole(officer);
    await officer.getByRole('heading', { level: 2 }).getByRole('link').click();
    await officer.getByRole('heading', { level: 1, name: /工作委员会.*的规定$/u }).waitFor();
    await officer.getByRole('button', { name: '废止规定' }).press('Enter');
    await officer.getByRole('dialog').getByLabel('理由').fill('拟另行制定（虚构）。');
    await officer.getByRole('dialog').getByRole('button', { name: '提交提议' }).press('Enter');
    await seen(officer, '拟另行制定（虚构）。');
    await seen(officer, '由领导班子成员办理，办理以前不生效。');
    expect(await officer.getByRole('button', { name: '办理', exact: true }).count()).toBe(0);
    await isWhole(officer);
  });
});
