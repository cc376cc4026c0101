import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { OFFICER, YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { nominatorOf, secretaryOf } from '../../../test/journeys/played-nominated.ts';
import { browserSuite } from './browser-suite.ts';
import { quiet, seen, seriousFindings } from './chromium.ts';
import { StarCampaign } from './star-campaign.ts';

const PHONE = 390;
jest.setTimeout(300_000);

const atSelfRating = { start: async () => StarCampaign.start(), origin: ({ origin }: StarCampaign) => origin };

browserSuite('a star rating', atSelfRating, ({ ground, open }) => {
  let today: StarCampaign | undefined;
  const enter = async (person: string, address: string, width?: number): Promise<Page> => {
    const { page } = await open(width === undefined ? {} : { width });
    await (today ?? ground()).enter(page.context(), person);
    await page.goto(address);
    return page;
  };
  const list = (): string => `/rounds/${ground().played.roundId}/checklists/${ground().played.entry('a')}`;
  const stages = (page: Page) => page.getByRole('region', { name: '填报阶段' });
  const item = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const give = async (page: Page, button: string, points: string): Promise<void> => {
    await item(page, '发展党员').getByRole('button', { name: button }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('分值').fill(points);
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(item(page, '发展党员'), points);
  };
  const fits = async (page: Page): Promise<void> => {
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  };

  /** What waits for somebody about lists, as the first page says it. */
  const waiting = async (person: string): Promise<readonly string[]> => {
    const page = await enter(person, '/', PHONE);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await quiet(page);
    return page.getByRole('link', { name: /检查清单自评|填写检查清单/u }).allInnerTexts();
  };

  it('begins with the branch, which rates itself on a phone; others see that their stage is to come', async () => {
    expect([await waiting(secretaryOf('a')), await waiting(nominatorOf('a')), await waiting(OFFICER)]).toEqual([
      ['检查清单自评'],
      [],
      [],
    ]);
    const page = await enter(secretaryOf('a'), list(), PHONE);
    await seen(stages(page), '您现在可以填报');
    await give(page, '自评', '14.5');
    await fits(page);
    const unit = await enter(nominatorOf('a'), list());
    await seen(stages(unit), '此前只能查阅');
    expect(await unit.getByRole('button', { name: '打分' }).count()).toBe(0);
    expect(await unit.getByRole('button', { name: '登记' }).count()).toBe(0);
    const mine = await enter(nominatorOf('a'), '/my-checklists');
    await seen(mine.getByRole('table'), '未到您的阶段');
  });

  it('goes on with the acceptance group of the unit; the branch reads and marks no more', async () => {
    today = await ground().on(`${YEAR}-11-18`);
    const page = await enter(nominatorOf('a'), list(), PHONE);
    await seen(stages(page), '您现在可以填报');
    await give(page, '打分', '14');
    await fits(page);
    const branch = await enter(secretaryOf('a'), list(), PHONE);
    await seen(stages(branch), '您的填报阶段已经结束');
    expect(await branch.getByRole('button', { name: '自评' }).count()).toBe(0);
    expect([await waiting(nominatorOf('a')), await waiting(secretaryOf('a'))]).toEqual([['填写检查清单'], []]);
    await ground().played.accept();
    expect(await waiting(nominatorOf('a'))).toEqual([]);
  });

  it('is confirmed by the committee', async () => {
    today = await ground().on(`${YEAR}-12-03`);
    expect(await waiting(OFFICER)).toEqual(['填写检查清单']);
    const page = await enter(OFFICER, list());
    await seen(stages(page), '您现在可以填报');
    await give(page, '打分', '14');
    await ground().played.confirm();
    expect(await waiting(OFFICER)).toEqual([]);
  });

  it('ends with stars, altogether and by unit', async () => {
    today = await ground().on(`${YEAR}-12-22`);
    await ground().played.decide();
    const page = await enter(OFFICER, `/rounds/${ground().played.roundId}/decision`, PHONE);
    const board = page.getByRole('region', { name: '星级情况' });
    await seen(board, '★★★★★');
    await seen(board, '2 个党支部');
    expect(await board.getByRole('row').count()).toBe(5);
    await fits(page);
  });
});
