import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { seriousFindings, seen } from './chromium.ts';
import { YEAR } from './played-round.ts';

/** `29.20` of a page's text. */
export const points = async (at: Locator): Promise<number> => Number(((await at.textContent()) ?? '').replace('≈', ''));

/** Until when a round is open again, in the console's own fields of a day and of a time of it. */
export const fillUntil = async (dialog: Locator, day: string, time: string): Promise<void> => {
  await dialog.getByLabel('开放至').fill(day);
  await dialog.getByLabel('时刻', { exact: true }).fill(time);
};

/** A form of the proposals: one evaluator’s sheet is asked for once more. */
export const proposeReopening = async (page: Page, evaluator: string): Promise<void> => {
  await page.getByLabel('事项', { exact: true }).selectOption('ReopenRound');
  await page.getByRole('button', { name: '填写…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(evaluator).check();
  await fillUntil(dialog, `${YEAR}-12-12`, '18:00');
  await dialog.getByLabel('原因').selectOption('technical-fault');
  await dialog.getByLabel('理由').fill('网络故障，未能按时提交。');
  await dialog.getByRole('button', { name: '提出' }).click();
};

/** Minutes with one departure: what is lacking is told, the draft outlives a reload, and they are looked at once more. */
export const writeMinutes = async (page: Page, onRead: () => void): Promise<void> => {
  await page.getByRole('button', { name: '全部到会' }).click();
  onRead();
  await page.getByLabel('纪要文件').setInputFiles({
    ...{ name: '会议纪要.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.from('invented minutes'),
  });
  await seen(page, '会议纪要.pdf');
  const ninth = page.getByRole('table', { name: '研究确定的奖项' }).getByRole('row').nth(9);
  await ninth.getByRole('combobox').selectOption({ label: '三等奖' });
  await page.getByRole('button', { name: '核对纪要' }).click();
  const lacking = page.getByRole('alert');
  await seen(lacking, '每一处与排序不一致的理由');
  expect(await lacking.getByRole('listitem').allTextContents()).toEqual([
    '纪要编号',
    '每一处与排序不一致的理由',
    '超出计划名额的理由',
  ]);
  await page.getByLabel('纪要编号').fill('示直工委纪要〔2024〕12号（虚构）');
  await page.getByLabel('与排序不一致的理由').fill('承担省级试点任务，研究认为应予表彰。');
  await page.getByLabel(/超出计划名额的理由/u).fill('增加一个三等奖，在经费之内。');
  await seen(page, '草稿已保存');
  await page.reload();
  await seen(page, '会议纪要.pdf');
  expect(await page.getByLabel('与排序不一致的理由').inputValue()).toContain('省级试点');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '核对纪要' }).click();
  const dialog = page.getByRole('dialog');
  await seen(dialog, '承担省级试点任务');
  await dialog.getByRole('button', { name: '登记纪要' }).click();
};

/** Who scores what not, as the office sees it; what was declared in error is lifted by two persons. */
export const liftRecusal = async (page: Page, evaluator: string): Promise<void> => {
  const declared = page.getByRole('table', { name: '回避情况' }).getByRole('row', { name: evaluator });
  await seen(declared, '已申报回避');
  const entry = (await declared.getByRole('cell').first().textContent()) ?? '';
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('region', { name: '回避情况' }).getByRole('link').click();
  await page.getByLabel('事项', { exact: true }).selectOption('LiftRecusal');
  await page.getByRole('button', { name: '填写…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('评委').selectOption({ label: evaluator });
  await dialog.getByLabel('项目').selectOption({ label: entry });
  await dialog.getByLabel('理由').fill('误将同名单位当作原单位。');
  await dialog.getByRole('button', { name: '提出' }).click();
  await seen(dialog, '请填写');
  await dialog.getByLabel('原因').selectOption('entered-in-error');
  await dialog.getByRole('button', { name: '提出' }).click();
  await seen(page.locator('.told'), '已提出，等待第二人办理');
};

/** The second person reads why, also on a phone. */
export const carryOutLifting = async (page: Page, address: string, width: number): Promise<void> => {
  await page.goto(address);
  await seen(page, '误将同名单位当作原单位。');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  await page.getByRole('button', { name: '执行' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '执行' }).click();
  await seen(page.locator('.told'), '已执行');
};

/** A paper stands no longer, and why. */
export const withdrawPaper = async (page: Page, row: Locator): Promise<void> => {
  await row.getByRole('button', { name: '作废' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('原因').selectOption('made-in-error');
  await dialog.getByLabel('理由').fill('纸张规格不对。');
  await dialog.getByRole('button', { name: '作废' }).click();
};

/** An honour is to be taken back, and why. */
export const proposeWithdrawal = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '提议撤销荣誉…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('原因').selectOption('obtained-by-fraud');
  await dialog.getByLabel('自哪一日起').fill(`${YEAR}-12-30`);
  await dialog.getByLabel('理由').fill('申报数据不实，经查属实。');
  await dialog.getByRole('button', { name: '提出' }).click();
};

/** What the last sum of the steps says; its parts add up to it. */
export const sumOfSteps = async (page: Page): Promise<number> => {
  const sum = page.locator('.sum').last();
  const parts = await Promise.all((await sum.locator('li:not(.sum-total) strong').all()).map(points));
  const total = await points(sum.locator('.sum-total strong'));
  expect(parts).toHaveLength(2);
  expect(parts.reduce((all, one) => all + one, 0)).toBeCloseTo(total, 3);
  return total;
};

/** What would be without one sheet, asked beside the steps; it is labelled as no result. */
export const askBeside = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '推演' }).click();
  await page.getByLabel('假如不计这份评分表').selectOption({ index: 1 });
  const beside = page.getByRole('region', { name: '假设推演' });
  // With so few sheets one less may leave too few for a result, which is told as such.
  await seen(beside, /→|得不出结果/u);
  await seen(beside, '这是假设，不是结果');
};

/** Everybody who is late is reminded at once, shown before; nobody twice on one day. */
export const remind = async (page: Page, row: Locator, late: number): Promise<void> => {
  await page.getByRole('button', { name: '催收评分表…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('list', { name: '将提醒的评委' }).getByRole('listitem').first().waitFor();
  expect(await dialog.getByRole('list', { name: '将提醒的评委' }).getByRole('listitem').count()).toBe(late);
  await dialog.getByRole('button', { name: `提醒 ${late} 人` }).click();
  await seen(page.locator('.told'), `已提醒 ${late} 人`);
  await seen(row, '共 1 次');
  // Nobody is written to twice on one day.
  await page.getByRole('button', { name: '催收评分表…' }).click();
  await seen(dialog, '现在没有需要提醒的人。');
  await dialog.getByRole('button', { name: '取消' }).click();
};

/** The number, the last look at what is granted, and it is issued. */
export const issueCircular = async (page: Page): Promise<void> => {
  await page.getByLabel('文号').fill('示直党发〔2024〕24号（虚构）');
  await page.getByRole('button', { name: '核对并印发' }).click();
  const dialog = page.getByRole('dialog');
  await seen(dialog, '突出业绩项目带头人');
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: '印发通报' }).click();
};
