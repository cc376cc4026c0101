import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { LEADER, OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { JURY } from '../../../test/journeys/contest/played-contest.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings, type Watched, speak } from './chromium.ts';
import { ContestCampaign } from './contest-campaign.ts';

const CALLS_MAX = 8;
const PHONE = 390;
const WALL = 1_920;
jest.setTimeout(300_000);

/** A live final on its morning: nothing is drawn, nobody is called. */
const onTheMorning = { start: async () => ContestCampaign.start(), origin: ({ origin }: ContestCampaign) => origin };

browserSuite('a live final', onTheMorning, ({ ground, open }) => {
  const enter = async (person: string, page: 'contest' | 'marking' | 'hall', width?: number): Promise<Watched> => {
    const watched = await open(width === undefined ? {} : { width });
    await ground().enter(watched.page.context(), person);
    await watched.page.goto(`/rounds/${ground().played.roundId}/${page}`);
    return watched;
  };
  const fits = async (page: Page, width: number): Promise<void> =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  const titleOf = (entryId: string | null): string => ground().played.titles.get(entryId ?? '') ?? '';
  const nextTitle = async (): Promise<string> => titleOf((await ground().played.look()).next);
  /** Types one's marks and hands them in, as it is done on a phone. */
  const mark = async (page: Page, title: string, content: string, delivery: string): Promise<void> => {
    await seen(page, title);
    await page.getByLabel(/^内容/u).fill(content);
    await page.getByLabel(/^讲授/u).fill(delivery);
    await page.getByRole('button', { name: '提交打分' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '提交打分' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page, '已提交');
  };

  it('is drawn at the desk from digits of the hall; what it is drawn from stands there before', async () => {
    const { page, calls } = await enter(OFFICER, 'contest');
    const { commitment } = await ground().played.look();
    await seen(page, commitment ?? '');
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByLabel('现场报出的数字').fill('十二');
    await page.getByRole('button', { name: '抽签', exact: true }).click();
    await seen(page, '请填写 1 至 20 位数字');
    await page.getByLabel('现场报出的数字').fill('315');
    await page.getByRole('button', { name: '抽签', exact: true }).click();
    await seen(page, '抽签复核');
    expect((await ground().played.look()).entries.map(({ place }) => place).toSorted((a, b) => a - b)).toEqual([
      1, 2, 3, 4,
    ]);
  });

  it('goes from the desk to the phones and to the wall: called, marked, closed, shown', async () => {
    const desk = await enter(OFFICER, 'contest');
    const hall = await enter(OFFICER, 'hall', WALL);
    const phones = await Promise.all(JURY.map((by) => enter(by, 'marking', PHONE)));
    for (const { page } of phones) await seen(page, '等待登场');
    const title = await nextTitle();
    await seen(desk.page, title);
    await desk.page.getByRole('button', { name: '请其登场' }).click();
    await seen(hall.page, '已交 0 / 3');
    for (const [at, { page }] of phones.entries()) {
      await seen(page, title);
      await fits(page, PHONE);
      if (at === 0) {
        await page.getByLabel(/^内容/u).fill('61');
        await page.getByRole('button', { name: '提交打分' }).click();
        await seen(page, '请填写 0 至 60 之间');
        expect(await seriousFindings(page)).toEqual([]);
      }
      if (at < 2) await mark(page, title, at === 0 ? '54.5' : '55', '36');
    }
    await seen(hall.page, '已交 2 / 3');
    await seen(desk.page, '尚未交分');
    const seats = await open({});
    await ground().enter(seats.page.context(), OFFICER);
    await seats.page.goto(`/rounds/${ground().played.roundId}/seats`);
    // Counts, and who is awaited: two have marked the one on the stage, one has not.
    const rows = seats.page.getByRole('row');
    await rows.filter({ hasText: '1/1' }).nth(1).waitFor();
    expect(await rows.filter({ hasText: '1/1' }).count()).toBe(2);
    await seen(rows.filter({ hasText: '0/1' }), '待提交');
    expect(await seriousFindings(seats.page)).toEqual([]);
    await seats.page.close();
    await desk.page.getByRole('button', { name: '结束评分' }).click();
    const dialog = desk.page.getByRole('dialog');
    await seen(dialog, '还有 1 名评委没有交分');
    await dialog.getByRole('button', { name: '取消' }).click();
    await mark(phones[2]?.page as Page, title, '54', '35.5');
    await seen(hall.page, '已交 3 / 3');
    expect(await hall.page.getByText('90.33').count()).toBe(0);
    await desk.page.getByRole('button', { name: '结束评分' }).click();
    await desk.page.getByRole('button', { name: `公布得分 ${title}` }).click();
    await seen(hall.page, '90.33');
    expect(hall.calls.length).toBeGreaterThan(0);
    expect(await seriousFindings(hall.page)).toEqual([]);
    await fits(hall.page, WALL);
    await hall.page.setViewportSize({ width: PHONE, height: 900 });
    await fits(hall.page, PHONE);
    for (const { page } of phones) await seen(page, '等待登场');
  });

  it('puts off who is not there, closes over whoever left, and has a closed one marked again', async () => {
    const desk = await enter(OFFICER, 'contest');
    const dialog = desk.page.getByRole('dialog');
    const absent = await nextTitle();
    await desk.page.getByRole('button', { name: `顺延… ${absent}` }).click();
    await dialog.getByLabel('原因').selectOption('absent');
    expect(await seriousFindings(desk.page)).toEqual([]);
    await dialog.getByRole('button', { name: '顺延' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(desk.page.getByRole('row', { name: new RegExp(absent, 'u') }), '已顺延');
    const title = await nextTitle();
    await desk.page.getByRole('button', { name: '请其登场' }).click();
    await seen(desk.page, '已交 0 / 3');
    const { onStage } = await ground().played.look();
    for (const by of JURY.slice(0, 2)) await ground().played.mark(by, onStage ?? '', 5_000, 3_000);
    await seen(desk.page, '已交 2 / 3');
    await desk.page.getByRole('button', { name: '结束评分' }).click();
    await dialog.getByLabel('原因').selectOption('unreachable');
    await dialog.getByRole('button', { name: '结束评分' }).click();
    await dialog.waitFor({ state: 'detached' });
    await desk.page.getByRole('button', { name: `重新开放… ${title}` }).click();
    await dialog.getByRole('checkbox').nth(2).check();
    await dialog.getByLabel('原因').selectOption('connection-lost');
    await dialog.getByRole('button', { name: '重新开放' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(desk.page, '已交 0 / 1');
    await speak(desk.page, 'en');
    await seen(desk.page, 'On the stage');
  });

  it('is run by the office alone: whoever else reads sees who is on and no button', async () => {
    const { page } = await enter(LEADER, 'contest');
    await seen(page, '出场顺序');
    expect(await page.getByRole('button', { name: '请其登场' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '结束评分' }).count()).toBe(0);
  });
});
