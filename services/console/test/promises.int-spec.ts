import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings } from './chromium.ts';

import { pictured } from './looked-at.ts';
import { DUE_ON, FULFILLED_AT, MEMBER, PromisedCampaign, SECRETARY } from './promised-campaign.ts';

const PHONE = 390;
const [FIRST, SECOND] = ['每月走访困难群众一次（虚构）', '全年志愿服务五次（虚构）'];
jest.setTimeout(300_000);

const promised = { start: async () => PromisedCampaign.start(), origin: ({ origin }: PromisedCampaign) => origin };

browserSuite('promises of whoever stands on a roll', promised, ({ ground, open }) => {
  const enter = async (person: string): Promise<Page> => {
    const { page } = await open({ width: PHONE });
    await ground().enter(page.context(), person);
    await page.goto('/my-promises');
    return page;
  };
  const fits = async (page: Page): Promise<void> => {
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  };
  const write = async (page: Page, count: number, title: string): Promise<void> => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: `第 ${count} 项任务` }).fill(title);
    await dialog
      .getByRole('textbox', { name: '完成日期' })
      .nth(count - 1)
      .fill(DUE_ON);
  };
  const send = async (page: Page): Promise<void> => {
    await page.getByRole('dialog').getByRole('button', { name: '提交承诺' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  it('are written by a member for himself on a phone, and amended while the stage is open', async () => {
    const page = await enter(MEMBER);
    await page.getByRole('button', { name: /^填写承诺/u }).click();
    await write(page, 1, FIRST);
    await fits(page);
    await pictured(page, 'promise-written');
    await send(page);
    await seen(page, FIRST);
    await page.getByRole('button', { name: /^修改承诺/u }).click();
    await page.getByRole('button', { name: '添加阶段任务' }).click();
    await write(page, 2, SECOND);
    await send(page);
    await seen(page, SECOND);
    await fits(page);
    await pictured(page, 'promises-of-a-member');
  });

  it('are taken back altogether by whoever wrote them too soon', async () => {
    const page = await enter(SECRETARY);
    await page
      .getByRole('button', { name: /^填写承诺/u })
      .first()
      .click();
    await write(page, 1, FIRST);
    await send(page);
    await seen(page, FIRST);
    await page.getByRole('button', { name: /^修改承诺/u }).click();
    await page.getByRole('button', { name: '删除第 1 项任务' }).click();
    await send(page);
    await seen(page, '还没有填写承诺');
    expect(await page.getByText(FIRST).count()).toBe(0);
    await fits(page);
  });

  it('are reported as done once the stage for that is open, and reported back by mistake', async () => {
    await ground().goOn(FULFILLED_AT);
    const page = await enter(MEMBER);
    await page.getByRole('button', { name: `登记完成：${FIRST}` }).click();
    await fits(page);
    await pictured(page, 'promise-kept');
    await page.getByRole('dialog').getByRole('button', { name: '登记完成' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `重新打开：${FIRST}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('登记有误（虚构）。');
    await dialog.getByRole('button', { name: '重新打开' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `登记完成：${FIRST}` }).waitFor();
    expect(await page.getByRole('button', { name: /^修改承诺/u }).count()).toBe(0);
    await fits(page);
  });
});
