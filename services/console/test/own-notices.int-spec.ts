import { randomUUID } from 'node:crypto';
import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { morningOf } from '../../../test/journeys/demo/world/edition-calendar.ts';
import { AFTER, nominatorOf } from '../../../test/journeys/played-nominated.ts';
import { browserSuite } from './browser-suite.ts';
import { CheckedCampaign } from './checked-campaign.ts';
import { seen, seriousFindings, speak } from './chromium.ts';
import { listenTo, notEnglish } from './pages/english.ts';

const PHONE = 390;
const TITLE = '<b>智慧党建</b>（虚构）';
const ANSWERED = '智慧政务平台（虚构）';
/** Seven days after, and the office’s answer is out. */
const OVER = `${AFTER}-02-27`;
jest.setTimeout(300_000);

const checked = { start: async () => CheckedCampaign.start(), origin: ({ origin }: CheckedCampaign) => origin };

browserSuite('what units make known before they declare', checked, ({ ground, open }) => {
  let today: string | undefined;
  const enter = async (person: string, path: string): Promise<Page> => {
    const { page } = await open({ width: PHONE });
    await ground().enter(page.context(), person);
    if (today !== undefined) await page.context().clock.setFixedTime(morningOf(today));
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

  it('is told in English: the list, one with its objection, its dialogs, and what a unit does next', async () => {
    const pages = [`/editions/${ground().ownNoticed}/own-notices`, `/own-notices/${ground().ownNotice}`];
    for (const path of pages) {
      const { page } = await open({ width: PHONE });
      const told = listenTo(page);
      await ground().enter(page.context(), nominatorOf('b'));
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await speak(page, 'en');
      await isWhole(page);
      expect(await notEnglish(page, told)).toEqual([]);
      // What makes a file of the list asks nothing more.
      const asking = page
        .getByRole('main')
        .getByRole('button')
        .filter({ hasNotText: /^Export$/u });
      for (const button of await asking.all()) {
        const name = await button.innerText();
        await button.click();
        await page.getByRole('dialog').waitFor();
        expect([name, await notEnglish(page, told)]).toEqual([name, []]);
        await isWhole(page);
        await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
    }
  });

  it('is answered anew, is over, and is declared by the name that was made known, with nothing written twice', async () => {
    const again = await enter(nominatorOf('b'), `/own-notices/${ground().ownNotice}`);
    await again.getByRole('button', { name: '答复', exact: true }).click();
    await again.getByLabel('处理结果').selectOption('rejected');
    await again.getByLabel('答复内容').fill('已按后台日志和台账逐月核对，一致（虚构）。');
    await again.getByRole('dialog').getByRole('button', { name: '答复', exact: true }).click();
    await again.getByRole('dialog').waitFor({ state: 'detached' });
    today = OVER;
    await ground().played.campaign.day(OVER);
    await ground().played.campaign.settled();
    const page = await enter(nominatorOf('b'), `/own-notices/${ground().ownNotice}`);
    await seen(page, '已期满');
    await page.goto(`/editions/${ground().ownNoticed}/own-notices`);
    await page.getByRole('link', { name: '去申报' }).click();
    const chosen = page.getByLabel('已期满的自行公示');
    await chosen.selectOption({ label: ANSWERED });
    expect(await page.getByLabel('名称', { exact: true }).count()).toBe(0);
    await page.getByLabel('责任人', { exact: true }).selectOption({ index: 1 });
    await page.getByLabel('主要做法和成效').fill('一网通办，群众少跑腿（虚构）。');
    await page
      .locator('input[type=file]')
      .last()
      .setInputFiles({
        ...{ name: '推荐材料.txt', mimeType: 'text/plain' },
        buffer: Buffer.from(`invented report ${randomUUID()}`),
      });
    await seen(page, '已上传');
    await isWhole(page);
    await page.getByLabel('成效报告').selectOption({ label: '推荐材料.txt' });
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await seen(page, ANSWERED);
    await isWhole(page);
    await page.getByRole('button', { name: '提交推荐' }).click();
    await page.getByRole('heading', { level: 1, name: ANSWERED }).waitFor();
    await page.goto(`/editions/${ground().ownNoticed}/own-notices`);
    await seen(page, '已申报');
    await isWhole(page);
  });
});
