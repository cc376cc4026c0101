import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { SmallCampaign, UNIT_A, YEAR } from '../../../test/journeys/bad-input/small-campaign.ts';
import { morningOf } from '../../../test/journeys/demo/world/edition-calendar.ts';
import { FIRST_OFFICER } from '../../../test/journeys/demo/world/people.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings } from './chromium.ts';

jest.setTimeout(300_000);

/** A small campaign whose first project is under its notice. */
const underNotice = async (): Promise<SmallCampaign> => {
  const campaign = await SmallCampaign.start();
  try {
    for (const moment of ['planned', 'declared', 'reviewed'] as const) await campaign.reach(moment);
    const { play } = campaign;
    await play.platform.moveClock(morningOf(`${YEAR}-11-20`));
    const { entryId } = play.entry(`${UNIT_A}-${YEAR}-1`);
    await play
      .as(FIRST_OFFICER)
      .order({ path: `/v1/entries/${entryId}/publish`, body: {}, method: 'POST', key: play.key(`publish ${entryId}`) });
    await campaign.head();
  } catch (error) {
    await campaign.stop();
    throw error;
  }
  return campaign;
};

const onNotice = { start: underNotice, origin: ({ play }: SmallCampaign) => play.platform.origin };

browserSuite('a notice that runs', onNotice, ({ open }) => {
  /** As anybody finds it, among those that run. */
  const find = async (): Promise<Page> => {
    const { page } = await open();
    await page.goto('/public/notices?state=running');
    const row = page.getByRole('row', { name: /参评项目/u });
    await row.waitFor();
    expect(await row.textContent()).toMatch(/2024年11月\d+日/u);
    await row.getByRole('link').click();
    await page.getByRole('heading', { level: 2, name: '提出异议' }).waitFor();
    return page;
  };

  it('is found by anybody, with its clock, and opened', async () => {
    expect(await seriousFindings(await find())).toEqual([]);
  });

  it('takes an objection: what is lacking is told, what is sent is looked at once more, and its receipt tells how it stands', async () => {
    const page = await find();
    await page.getByRole('button', { name: '核对并提交' }).click();
    await seen(page, '请填写此项');
    expect(await page.getByText('请填写此项').count()).toBe(3);
    await page.getByLabel('姓名').fill('赵一（虚构）');
    await page.getByLabel('联系方式').fill('13800000000');
    await page.getByLabel('异议内容').fill('<b>申报内容</b>与事实不符。');
    await page.getByRole('button', { name: '核对并提交' }).click();
    await page.getByRole('heading', { name: '请确认提交' }).waitFor();
    // Shown as it was written.
    await seen(page, '<b>申报内容</b>与事实不符。');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '确认提交' }).click();
    await page.getByRole('heading', { name: '异议已提交' }).waitFor();
    const receipt = (await page.locator('.receipt code').textContent()) ?? '';
    expect(receipt).not.toBe('');
    await page.goto('/public/objections');
    await page.getByLabel('回执码').fill(receipt);
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByRole('heading', { name: '正在办理' }).waitFor();
    expect(page.url()).not.toContain(receipt);
    expect(await seriousFindings(page)).toEqual([]);
  });
});
