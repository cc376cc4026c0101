import { expect, it, jest } from '@jest/globals';
import { OFFICER, YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { membersOf } from '../../../test/journeys/democratic/played-democratic.ts';
import { morningOf } from '../../../test/journeys/demo/world/edition-calendar.ts';
import { browserSuite } from './browser-suite.ts';
import { answeredLast, seen, seriousFindings } from './chromium.ts';
import { VotedCampaign } from './voted-campaign.ts';
import { looksIn } from './pages/looks.ts';
import { votedGround } from './pages/source-grounds.ts';

const PHONE = 390;
jest.setTimeout(300_000);

/** An edition at its vote: tokens are being issued. */
const atVote = { start: async () => VotedCampaign.start(), origin: ({ origin }: VotedCampaign) => origin };

browserSuite('secret ballots', atVote, (suite) => {
  const { ground, open } = suite;
  looksIn('voted', suite, (voted) => votedGround(voted));
  it('whoever asked elsewhere is told plainly that his token is not here, and that there is no second one', async () => {
    const { page } = await open({ width: PHONE });
    await ground().enter(page.context(), membersOf('a')[1] ?? '');
    await page.goto('/my-ballots');
    await seen(page, '您的凭证已经发放，但不在本浏览器里');
    await page.getByLabel('载入凭证备份').setInputFiles({
      ...{ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('[]') },
    });
    await page.getByRole('alert').filter({ hasText: '这不是此项投票的凭证备份' }).waitFor();
    expect(await page.getByRole('button', { name: '领取凭证' }).count()).toBe(0);
  });

  it('a member collects his token on a phone, and votes with it when the box is open, in nobody’s name', async () => {
    const { page } = await open({ width: PHONE });
    const { voter, played } = ground();
    await ground().enter(page.context(), voter);
    await page.goto('/my-ballots');
    await seen(page, '平台知道您领过凭证，却认不出哪一张是您的');
    await page.getByRole('button', { name: '领取凭证' }).click();
    await page.getByRole('button', { name: '保存凭证备份' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
    const kept = await page.evaluate(() => Object.values({ ...localStorage }).join());
    expect(kept).toContain('"signature"');
    await page.reload();
    await page.getByRole('button', { name: '保存凭证备份' }).waitFor();
    expect(await page.getByRole('button', { name: '投票' }).count()).toBe(0);

    await played.campaign.day(`${YEAR}-10-28`);
    await played.campaign.settled();
    await page.context().clock.setFixedTime(morningOf(`${YEAR}-10-28`));
    // Who one is may be answered last: what is kept for him is looked up then, not before.
    await answeredLast(page, '**/v1/me');
    await page.reload();
    await page.getByRole('button', { name: '投票' }).click();
    const dialog = page.getByRole('dialog');
    await seen(dialog, '投出后不能更改');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByText('较好', { exact: true }).click();
    const sent = page.waitForRequest((request) => request.url().includes('/v1/public/ballots/'));
    await dialog.getByRole('button', { name: '投票' }).click();
    const headers = await (await sent).allHeaders();
    expect(headers['cookie']).toBeUndefined();
    expect(headers['idempotency-key']).toBeUndefined();
    await dialog.waitFor({ state: 'detached' });
    await seen(page, '本浏览器里没有可用的凭证');
    const left = await page.evaluate(() => Object.keys({ ...localStorage }).filter((name) => name.includes('ballot')));
    expect(left).toEqual([]);
    const { items } = await played.campaign.get<{ items: readonly { boxes: readonly { cast: number }[] }[] }>(
      OFFICER,
      `/v1/rounds/${played.roundId}/ballots`,
    );
    // One ballot is below the step: the office does not see it fall.
    expect(items[0]?.boxes.map(({ cast }) => cast)).toEqual([0, 0, 0, 0, 0]);
  });
});
