import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { nominatorOf } from '../../../test/journeys/played-nominated.ts';
import { browserSuite } from './browser-suite.ts';
import { CheckedCampaign } from './checked-campaign.ts';
import { seen, seriousFindings } from './chromium.ts';

const PHONE = 390;
const TITLE = '<b>智慧党建</b>（虚构）';
jest.setTimeout(300_000);

const checked = { start: async () => CheckedCampaign.start(), origin: ({ origin }: CheckedCampaign) => origin };

browserSuite('what units make known before they declare', checked, ({ ground, open }) => {
  const enter = async (person: string, path: string): Promise<Page> => {
    const { page } = await open({ width: PHONE });
    await ground().enter(page.context(), person);
    await page.goto(path);
    return page;
  };
  const isWhole = async (page: Page): Promise<void> => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
    expect(await seriousFindings(page)).toEqual([]);
  };

  it('is made known from a phone, and nothing can be declared yet', async () => {
    const page = await enter(nominatorOf('b'), `/editions/${ground().ownNoticed}/own-notices`);
    await seen(page, '1 件待答复');
    await page.getByRole('button', { name: '开始公示' }).click();
    await page.getByLabel('名称', { exact: true }).fill(TITLE);
    await page.getByRole('dialog').getByRole('button', { name: '开始公示' }).click();
    await seen(page, TITLE);
    await isWhole(page);
    await page.getByRole('link', { name: '去申报' }).click();
    await seen(page, '没有可以申报的对象');
  });

  it('waits among what is to be done: to be made known for one unit, an objection to be answered for the other', async () => {
    const other = await enter(nominatorOf('a'), '/');
    await seen(other, '公示拟申报的对象');
    const page = await enter(nominatorOf('b'), '/');
    await seen(page, '答复对自行公示的异议');
    await page
      .getByRole('link', { name: /答复对自行公示的异议/u })
      .first()
      .click();
    await seen(page, '1 件待答复');
  });

  it('is objected to: the unit answers, and the office sends the answer back', async () => {
    const page = await enter(nominatorOf('b'), `/own-notices/${ground().ownNotice}`);
    await seen(page, '所列用户数与台账不一致');
    await isWhole(page);
    await page.getByRole('button', { name: '答复', exact: true }).press('Enter');
    await page.getByLabel('处理结果').selectOption('rejected');
    await page.getByLabel('答复内容').fill('已逐项核对，一致。');
    await page.getByRole('dialog').getByRole('button', { name: '答复', exact: true }).press('Enter');
    await seen(page, '不成立');
    const office = await enter(OFFICER, `/own-notices/${ground().ownNotice}`);
    await seen(office, '已逐项核对，一致。');
    await office.getByRole('button', { name: '退回答复' }).press('Enter');
    await office.getByRole('dialog').getByRole('textbox').fill('未说明核对依据。');
    await office.getByRole('dialog').getByRole('button', { name: '退回答复' }).press('Enter');
    await seen(office, '待答复');
    await seen(office, '未说明核对依据。');
  });
});
