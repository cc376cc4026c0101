import { expect, it, jest } from '@jest/globals';
import { OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings } from './chromium.ts';
import { EnrolledCampaign, FIRST, PROBATIONARY, SECOND } from './enrolled-campaign.ts';

const PHONE = 390;
jest.setTimeout(300_000);

const enrolled = {
  start: async () => EnrolledCampaign.start(),
  origin: ({ origin }: EnrolledCampaign) => origin,
};

browserSuite('a roll of members', enrolled, ({ ground, open }) => {
  it('shows who stands on it by his name; one is taken off by the office with a reason and put on again', async () => {
    const { page } = await open({ width: PHONE });
    await ground().enter(page.context(), OFFICER);
    await page.goto(`/editions/${ground().editionId}/roll`);
    await seen(page, '党员名册');
    await seen(page, '在册日期当天的正式党员全部参评');
    await seen(page, '党员：在册 2 人');
    await seen(page, FIRST);
    await seen(page, SECOND);
    expect(await page.getByText(PROBATIONARY).count()).toBe(0);
    await page.getByRole('button', { name: '剔除', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('组织关系已转出（虚构）。');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '剔除' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page, '党员：在册 1 人');
    await page.getByRole('button', { name: '补入', exact: true }).first().click();
    await dialog.getByLabel('理由').fill('更正（虚构）。');
    await dialog.getByRole('button', { name: '补入', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page, '党员：在册 2 人');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  });
});
