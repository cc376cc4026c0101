import { expect, it, jest } from '@jest/globals';
import { OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { nominatorOf } from '../../../test/journeys/played-nominated.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings } from './chromium.ts';
import { JUST, ListedCampaign, LONG, MISSED, YOUNG } from './listed-campaign.ts';
import { looksIn } from './pages/looks.ts';
import { listedGround } from './pages/source-grounds.ts';

const PHONE = 390;
jest.setTimeout(300_000);

const listed = { start: async () => ListedCampaign.start(), origin: ({ origin }: ListedCampaign) => origin };

browserSuite('a list of people that the platform computed', listed, (suite) => {
  const { ground, open } = suite;
  looksIn('listed', suite, listedGround);
  const path = (): string => `/editions/${ground().editionId}/roll`;

  it('shows the office who is on it and why, on a phone; whoever was missed is put on with a reason', async () => {
    const { page } = await open({ width: PHONE });
    await ground().enter(page.context(), OFFICER);
    await page.goto(path());
    await seen(page, '人员名单');
    await seen(page, LONG);
    await seen(page, JUST);
    await seen(page, '党员：在册 2 人');
    expect(await page.getByText(YOUNG).count()).toBe(0);
    expect(await page.getByRole('button', { name: '剔除' }).count()).toBe(0);
    await page.getByRole('button', { name: '补入漏列的人' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill('吴遗珠');
    await dialog.locator('option', { hasText: MISSED }).waitFor({ state: 'attached' });
    await dialog.getByLabel('理由').fill('入党志愿书原件证明党龄已满五十年（虚构）。');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '补入' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page, '党员：在册 3 人');
    await seen(page, '入党志愿书原件证明党龄已满五十年（虚构）。');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  });

  it('is looked at by units: one is confirmed by his own, and of one it is proposed to take him off', async () => {
    const { page } = await open({ width: PHONE });
    await ground().enter(page.context(), nominatorOf('a'));
    await page.goto(`/editions/${ground().editionId}/entries?standing=declared`);
    await page.getByRole('main').getByRole('link', { name: '党员', exact: true }).first().click();
    await page.getByRole('button', { name: '核对属实' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '核对属实' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('其他办理').click();
    await seen(page, '没有申报材料。');
    expect(await page.getByRole('main').getByText('项目').count()).toBe(0);
    expect(await page.getByRole('main').getByText('阶段任务').count()).toBe(0);
    await page.getByRole('button', { name: '提议移出评审' }).click();
    await dialog.getByLabel('理由').fill('转正日期登记有误（虚构）。');
    await dialog.getByRole('button', { name: '提议' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  });
});
