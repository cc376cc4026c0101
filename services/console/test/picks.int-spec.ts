import { expect, it, jest } from '@jest/globals';
import { YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { PICKING } from '../../../test/journeys/democratic/played-democratic.ts';
import { morningOf } from '../../../test/journeys/demo/world/edition-calendar.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings } from './chromium.ts';
import { VotedCampaign } from './voted-campaign.ts';

const PHONE = 390;
jest.setTimeout(300_000);

/** Four entries of one category, of which one paper may pick one. */
const atVote = { start: async () => VotedCampaign.start(PICKING), origin: ({ origin }: VotedCampaign) => origin };

browserSuite('papers that pick names', atVote, ({ ground, open }) => {
  it('say how many may be picked, count while one picks by keyboard, and are handed in whole in nobody’s name', async () => {
    const { page } = await open({ width: PHONE });
    const { voter, played } = ground();
    await ground().enter(page.context(), voter);
    await page.goto('/my-ballots');
    await seen(page, '“推荐”至多 1 个');
    await page.getByRole('button', { name: '领取凭证' }).click();
    await page.getByRole('button', { name: '保存凭证备份' }).waitFor();

    await played.campaign.day(`${YEAR}-10-28`);
    await played.campaign.settled();
    await page.context().clock.setFixedTime(morningOf(`${YEAR}-10-28`));
    await page.reload();
    await page.getByRole('button', { name: '投票' }).click();
    const dialog = page.getByRole('dialog');
    await seen(dialog, '“推荐”已选 0 个，至多 1 个');
    const picked = dialog.getByRole('radio', { name: '推荐', exact: true });
    const passed = dialog.getByRole('radio', { name: '不推荐' });
    expect([await picked.count(), await passed.count()]).toEqual([4, 4]);
    for (let at = 0; at < 2; at += 1) {
      await picked.nth(at).focus();
      await page.keyboard.press('Space');
    }
    for (let at = 2; at < 4; at += 1) await passed.nth(at).check();
    await seen(dialog.getByRole('status'), '“推荐”已选 2 个，超出 1 个（至多 1 个）');
    await dialog.getByRole('button', { name: '投票' }).click();
    await seen(dialog, '“推荐”至多 1 个，请先减少再投票。');
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
    await passed.nth(0).check();
    const handedIn = page.waitForRequest((request) => request.url().includes('/v1/public/ballots/'));
    await dialog.getByRole('button', { name: '投票' }).click();
    const { marks } = (await handedIn).postDataJSON() as { marks: readonly { level: string }[] };
    expect(marks.map(({ level }) => level).toSorted()).toEqual(['passed', 'passed', 'passed', 'picked']);
    await dialog.waitFor({ state: 'detached' });
    await seen(page, '本浏览器里没有可用的凭证');
  });
});
