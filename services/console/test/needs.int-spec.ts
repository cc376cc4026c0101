import { expect, it, jest } from '@jest/globals';
import { OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { nominatorOf } from '../../../test/journeys/played-nominated.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings } from './chromium.ts';
import { NeededCampaign } from './needed-campaign.ts';

const PHONE = 390;
jest.setTimeout(300_000);

const review = { start: async () => NeededCampaign.start(), origin: ({ origin }: NeededCampaign) => origin };

browserSuite('what is needed of what is put forward', review, ({ ground, open }) => {
  it('is told before it is declared again: what is met, what is not known, and how many places there are', async () => {
    const { page } = await open({ width: PHONE });
    await ground().enter(page.context(), nominatorOf('b'));
    await page.goto(`/entries/${ground().entries.get('b')}/declare`);
    await seen(page, '参评条件');
    await seen(page, '历届获荣誉 示范点 次数为0');
    await seen(page, '查得：0');
    await seen(page, '由审核人（没有审核环节的，由纪检）查实认定，不影响申报。');
    await seen(page, /名额：已用 1 个，共 1 个（每 20 个支部 1 个/u);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  });

  it('is answered by the reviewer where the platform does not know, with what he goes by; and passes nobody before', async () => {
    const { page } = await open({ width: 1_280 });
    await ground().enter(page.context(), OFFICER);
    await page.goto(`/editions/${ground().editionId}/review?entry=${ground().entries.get('a')}`);
    await seen(page, '平台不掌握');
    // A branch is no project: the page speaks of what it is.
    await seen(page.getByRole('main'), '查看该单位的全部情况');
    expect(await page.getByRole('main').innerText()).not.toContain('项目');
    const pass = page.getByRole('button', { name: /通过/u }).first();
    await pass.click();
    await pass.click();
    await seen(page, /请先认定“逾期未换届：否”并写明依据/u);
    for (const need of ['逾期未换届：否', '软弱涣散：否'])
      await page.locator('.checks .check', { hasText: need }).click();
    for (const field of await page.getByLabel('认定依据').all()) await field.fill('组织部门台账（虚构）。');
    expect(await seriousFindings(page)).toEqual([]);
    await pass.click();
    const confirm = page.getByRole('button', { name: /再按一次|通过/u }).first();
    if (await page.locator('.decision [role=status]').isVisible()) await confirm.click();
    await page.goto(`/entries/${ground().entries.get('a')}`);
    await seen(page, '经查实符合');
    await seen(page, '组织部门台账（虚构）。');
    expect(await seriousFindings(page)).toEqual([]);
  });
});
