import { expect, it, jest } from '@jest/globals';
import { OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { nominatorOf, secretaryOf } from '../../../test/journeys/played-nominated.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings } from './chromium.ts';
import { HeldCampaign } from './held-campaign.ts';

const PHONE = 390;
jest.setTimeout(300_000);

const held = {
  start: async () => HeldCampaign.start(),
  origin: ({ origin }: HeldCampaign) => origin,
};

browserSuite('a roll of office-holders', held, ({ ground, open }) => {
  it('shows who stands on it by his name, and who left his office or has it for too short a time, with the reason', async () => {
    const { page } = await open({ width: PHONE });
    await ground().enter(page.context(), OFFICER);
    await page.goto(`/editions/${ground().played.editionId}/roll`);
    await seen(page, '任职人员名册');
    await seen(page, '一人兼任多职的，只参评一次');
    await seen(page, '书记：在册 2 人');
    for (const person of [secretaryOf('a'), secretaryOf('b'), nominatorOf('a'), nominatorOf('b')])
      await seen(page, ground().nameOf(person));
    await seen(page, '当天前已免职或离任');
    await seen(page, '不符合参评条件');
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  });

  it('leads the office on to his entry, which is called after his organization and says who he is', async () => {
    const { page } = await open({ width: PHONE });
    await ground().enter(page.context(), OFFICER);
    await page.goto(`/editions/${ground().played.editionId}/roll`);
    const name = ground().nameOf(secretaryOf('a'));
    const row = page.locator('tr, li, article').filter({ hasText: name });
    await row.getByRole('link', { name: '查看参评情况' }).click();
    await seen(page, '党支部书记');
    await seen(page, name);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  });
});
