import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { LEADER, OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings, speak } from './chromium.ts';
import { LectureCampaign } from './lecture-campaign.ts';
import { looksIn } from './pages/looks.ts';
import { checkedGround } from './pages/source-grounds.ts';

const PHONE = 390;
const CALLS_MAX = 8;
jest.setTimeout(300_000);

const afterTheFirstRound = {
  start: async () => LectureCampaign.start(),
  origin: ({ origin }: LectureCampaign) => origin,
};

browserSuite('who of equal ones goes on', afterTheFirstRound, (suite) => {
  const { ground, open } = suite;
  looksIn('equal', suite, checkedGround);
  const enter = async (person: string, page: string, width?: number) => {
    const watched = await open(width === undefined ? {} : { width });
    await ground().enter(watched.page.context(), person);
    await watched.page.goto(page);
    return watched;
  };
  const round = (page: string): string => `/rounds/${ground().played.roundId}/${page}`;
  const fits = async (page: Page): Promise<void> =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);

  it('waits in the office’s work, and nobody is in the final before the body has chosen', async () => {
    const { page } = await enter(OFFICER, '/');
    await seen(page, '选定进入下一环节的对象');
    expect(await ground().played.finalists()).toEqual([]);
  });

  it('is written down by the office beside the result, with the number of the minutes', async () => {
    const { page, calls } = await enter(OFFICER, round('result'), PHONE);
    await seen(page, '以下 4 个对象名次相同，其中 3 个进入下一环节。');
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    await fits(page);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '选定进入下一环节的对象' }).click();
    const dialog = page.getByRole('dialog');
    // Each with the unit that it is of.
    for (const title of ['A', 'B'])
      await dialog.getByRole('checkbox', { name: new RegExp(`《${title}堂.* · `, 'u') }).check();
    await dialog.getByLabel('会议纪要编号').fill('建纪〔2024〕9号');
    await dialog.getByLabel('理由').fill('经领导小组会议研究（虚构）。');
    await dialog.getByRole('button', { name: '提出', exact: true }).click();
    await seen(dialog, '至少选 3 项');
    await dialog.getByRole('checkbox', { name: /《D堂/u }).check();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '提出', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await ground().played.finalists()).toEqual([]);
  });

  it('is carried out by a leader who sees whom and by which minutes; those stand in the final', async () => {
    const { page } = await enter(LEADER, round('proposals'), PHONE);
    await seen(page, '建纪〔2024〕9号');
    await fits(page);
    await page.getByRole('button', { name: '执行' }).click();
    const dialog = page.getByRole('dialog');
    await seen(dialog, '《D堂党课》');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '执行' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { played } = ground();
    await played.campaign.settled();
    expect(await played.finalists()).toEqual([played.entry('a'), played.entry('b'), played.entry('d')].toSorted());
    await page.goto(round('result'));
    await seen(page, '已选定');
    await speak(page, 'en');
    await seen(page, 'goes on');
  });
});
