import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AUDITOR, EXPERTS, INSPECTOR, LEADER, OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { ALL, type Unit } from '../../../test/journeys/played-nominated.ts';
import { EACH, FORMER, PANEL } from '../../../test/journeys/works/played-works.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings, speak, type Watched } from './chromium.ts';
import { DealtCampaign } from './dealt-campaign.ts';

const CALLS_MAX = 8;
const PHONE = 390;
const KEYS_MAX = 60;
jest.setTimeout(300_000);

/** A panel in its seats on the first day of judging: nothing is dealt out. */
const beforeDeal = { start: async () => DealtCampaign.start(), origin: ({ origin }: DealtCampaign) => origin };

browserSuite('dealing out entries', beforeDeal, ({ ground, open }) => {
  const enter = async (person: string, page: string, width?: number): Promise<Watched> => {
    const watched = await open(width === undefined ? {} : { width });
    await ground().enter(watched.page.context(), person);
    await watched.page.goto(`/rounds/${ground().played.roundId}/${page}`);
    return watched;
  };
  const fits = async (page: Page): Promise<void> =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  const title = (unit: Unit): string => `《清风${unit.toUpperCase()}》（虚构）`;
  const loads = async (page: Page): Promise<readonly number[]> =>
    (await page.getByRole('table', { name: '各评委承担数量' }).locator('.progress').allTextContents()).map(Number);
  /** By keys alone, until what is wanted has the focus. */
  const tabTo = async (page: Page, name: string): Promise<void> => {
    for (let times = 0; times < KEYS_MAX; times += 1) {
      if (await page.getByRole('button', { name, exact: true }).evaluate((one) => one === document.activeElement))
        return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no key leads to ${name}`);
  };

  it('nothing is on an evaluator’s sheet before the deal, and he is told why', async () => {
    const { page } = await enter(PANEL[0], 'sheet', PHONE);
    await seen(page, '评审对象尚未分配给您');
    await fits(page);
    for (const unit of ALL) expect(await page.getByText(title(unit)).count()).toBe(0);
  });

  it('he says before the deal, by the names of all works, which he must not be given', async () => {
    const { page, calls } = await enter(PANEL[0], 'recusals', PHONE);
    await seen(page, '评审对象尚未分配。哪些须您回避');
    for (const unit of ALL) await seen(page, title(unit));
    await fits(page);
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await seriousFindings(page)).toEqual([]);
    await page
      .getByRole('row', { name: title('b') })
      .getByRole('button', { name: '须回避' })
      .click();
    await page.getByRole('dialog').getByRole('button').nth(1).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await seen(page.getByRole('region', { name: '您不评的对象' }), title('b'));
    expect((await ground().played.look()).conflicts.map(({ cause }) => cause).toSorted()).toEqual([
      ...['declared', 'former-unit'],
    ]);
  });

  it('the office deals by keyboard from digits that somebody says, sees even loads, and a replay that agrees', async () => {
    const { page, calls } = await enter(OFFICER, 'dealing');
    await seen(page, `有 ${ALL.length} 个对象的评委未配齐`);
    await seen(page, (await ground().played.look()).commitment ?? 'none');
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    const former = page
      .getByRole('table', { name: '回避' })
      .getByRole('row')
      .filter({ hasText: title('a') });
    await seen(former, '原单位');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByLabel('现场报出的数字').fill('三月一日');
    await page.keyboard.press('Enter');
    await seen(page, '请填写 1 至 20 位数字');
    await page.getByLabel('现场报出的数字').fill('20240301');
    await tabTo(page, '抽签分配');
    await page.keyboard.press('Enter');
    await seen(page, '每个对象的评委都已配齐');
    expect((await loads(page)).toSorted((one, other) => one - other)).toEqual([2, 3, 3, 3, 3, 3, 3]);
    expect(await page.getByLabel('现场报出的数字').count()).toBe(0);
    await page.getByText('第 1 次').click();
    await tabTo(page, '重算复核');
    await page.keyboard.press('Enter');
    await seen(page, '按记录的依据重新分配，结果一致。');
    expect(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize({ width: PHONE, height: 844 });
    await fits(page);
    await speak(page, 'en');
    await seen(page, 'Every entry has its evaluators.');
    await seen(page, 'Dealt again from what is on record it comes to the same.');
    await fits(page);
  });

  it('an evaluator sees his own works on a phone, and of the others not even their names', async () => {
    const [by] = PANEL;
    const { own, others } = await ground().played.shareOf(by);
    const nothingElse = async (page: Page): Promise<void> => {
      for (const unit of others) expect(await page.getByText(title(unit)).count()).toBe(0);
      await fits(page);
      expect(await seriousFindings(page)).toEqual([]);
    };
    const list = (await enter(by, 'recusals', PHONE)).page;
    for (const unit of own) await seen(list, title(unit));
    await nothingElse(list);
    // His sheet on a phone is one work a card.
    const sheet = (await enter(by, 'sheet', PHONE)).page;
    const cards: string[] = [];
    for (let at = 1; at <= own.length; at += 1) {
      await seen(sheet, `第 ${at} 个，共 ${own.length} 个`);
      cards.push((await sheet.locator('#card-title').textContent()) ?? '');
      await nothingElse(sheet);
      if (at < own.length) await sheet.getByRole('button', { name: '下一个', exact: true }).click();
    }
    expect(cards.toSorted()).toEqual(own.map(title).toSorted());
  });

  it('a seat is left, which the page tells, and what is missing is filled up without moving anything else', async () => {
    const gone = EXPERTS[1];
    const { own } = await ground().played.shareOf(gone);
    await ground().played.leave(gone);
    const { page } = await enter(OFFICER, 'dealing');
    await seen(page, `有 ${own.length} 个对象的评委未配齐`);
    await seen(page.getByRole('table', { name: '各评委承担数量' }), '已离席');
    await page.getByText('限定各评委最多承担的数量').click();
    expect(await page.getByRole('spinbutton').count()).toBe(PANEL.length - 1);
    await page.getByLabel('现场报出的数字').fill('301');
    await page.getByRole('button', { name: '补派缺额' }).click();
    await seen(page, '每个对象的评委都已配齐');
    const kept = ALL.length * EACH - own.length;
    await seen(page, `评审任务 ${ALL.length * EACH} 份，其中原样保留 ${kept} 份`);
    await page.getByText('第 2 次').click();
    await page.getByRole('button', { name: '重算复核' }).last().click();
    await seen(page, '按记录的依据重新分配，结果一致。');
  });

  it('a conflict that is none is proposed by the office and dismissed by somebody else; so are works dealt again', async () => {
    const desk = await enter(OFFICER, 'dealing');
    const conflicts = desk.page.getByRole('table', { name: '回避' });
    await conflicts.getByRole('button', { name: /提议核实不属回避/u }).click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByLabel('原因').selectOption('no-tie');
    await dialog.getByLabel('理由').fill('只挂职三日，与该单位没有联系（虚构）。');
    expect(await seriousFindings(desk.page)).toEqual([]);
    await dialog.getByRole('button', { name: '提出' }).click();
    await dialog.waitFor({ state: 'detached' });
    await desk.page.getByRole('button', { name: '提议重新分配…' }).click();
    await dialog.getByLabel('现场报出的数字').fill('77');
    await dialog.getByLabel('原因').selectOption('loads-uneven');
    await dialog.getByLabel('理由').fill('补派后承担数量不均（虚构）。');
    await dialog.getByRole('button', { name: '提出' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { page } = await enter(LEADER, 'proposals');
    const second = page.getByRole('dialog');
    for (const act of ['核实不属回避', '重新分配评审对象']) {
      const part = page.getByRole('region', { name: act, exact: true });
      if (act === '核实不属回避') await seen(part, title('a'));
      else await seen(part, '77');
      await part.getByRole('button', { name: '执行' }).click();
      await second.getByRole('button', { name: '执行' }).click();
      await second.waitFor({ state: 'detached' });
      await part.waitFor({ state: 'detached' });
    }
    await seen(conflicts, '核实不属回避：');
    expect(await conflicts.getByRole('button', { name: /提议核实不属回避/u }).count()).toBe(0);
    await seen(desk.page, '第 3 次');
    await seen(desk.page, '每个对象的评委都已配齐');
    const { deals, conflicts: known } = await ground().played.look();
    expect(deals.map(({ reason }) => reason)).toEqual([null, null, 'loads-uneven']);
    expect(known.find(({ personId }) => personId === ground().played.person(FORMER))?.dismissed).toBe('no-tie');
  });

  it('whoever oversees reads all of it and checks each deal himself, and has no button to move anything', async () => {
    for (const by of [LEADER, INSPECTOR, AUDITOR]) {
      const { page, calls } = await enter(by, 'dealing');
      await page.getByText('第 3 次').click();
      await page.getByRole('button', { name: '重算复核' }).last().click();
      await seen(page, '按记录的依据重新分配，结果一致。');
      expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
      expect(await page.getByRole('button', { name: /提议|抽签分配|补派/u }).count()).toBe(0);
    }
  });
});
