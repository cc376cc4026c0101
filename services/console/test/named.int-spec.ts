import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { FIRST_LEADER, FIRST_OFFICER } from '../../../test/journeys/demo/world/people.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings, speak } from './chromium.ts';
import { listenTo, notEnglish } from './pages/english.ts';
import { ShownEdition } from './pages/shown-edition.ts';

const PHONE = 390;
const MISSED = '该单位申报表为纸质件，登记时漏录，有原件（虚构）。';
const WRONG = '该单位一等奖登记有误，应归其他单位（虚构）。';
jest.setTimeout(300_000);

/** A list that was computed over the editions of a series, before its body has met. */
const listed = {
  start: async () => {
    const shown = await ShownEdition.start();
    await shown.reach('commended');
    return shown;
  },
  origin: ({ origin }: ShownEdition) => origin,
};

browserSuite('the list of a naming put right', listed, ({ ground, open }) => {
  const enter = async (person: string, width?: number): Promise<Page> => {
    const { page } = await open(width === undefined ? {} : { width });
    await ground().enter(page.context(), person);
    await page.goto(`/honours/naming/${ground().play.key('series')}`);
    await lookedAt(page).waitFor();
    return page;
  };
  const fits = async (page: Page): Promise<void> => {
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  };
  const lookedAt = (page: Page) => page.getByRole('table', { name: '测算的全部单位' });
  const corrections = (page: Page) => page.getByRole('region', { name: '名单更正' });
  const dialog = (page: Page) => page.getByRole('dialog');
  const first = (page: Page, button: string) => lookedAt(page).getByRole('button', { name: button }).first();
  const propose = async (page: Page, button: string, why: string): Promise<string> => {
    const unit = ((await first(page, button).getAttribute('aria-label')) ?? '').replace(`${button}… `, '');
    await first(page, button).click();
    await dialog(page).getByRole('heading', { name: unit }).waitFor();
    await dialog(page).getByRole('button', { name: '提出更正' }).click();
    await seen(dialog(page), '请填写');
    await dialog(page).getByLabel('理由').fill(why);
    await fits(page);
    await dialog(page).getByRole('button', { name: '提出更正' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await seen(corrections(page), why);
    return unit;
  };
  const answer = async (page: Page, about: string, button: string, why: string): Promise<void> => {
    await corrections(page).locator('.note').filter({ hasText: about }).getByRole('button', { name: button }).click();
    await dialog(page).getByLabel('理由').fill(why);
    expect(await seriousFindings(page)).toEqual([]);
    await dialog(page).getByRole('button', { name: button }).click();
    await dialog(page).waitFor({ state: 'detached' });
  };

  let missed = '';
  let taken = '';

  it('is proposed on a phone with a reason: one unit put on, another taken off; who proposes carries nothing out', async () => {
    const page = await enter(FIRST_OFFICER, PHONE);
    await fits(page);
    taken = await propose(page, '移出名单', WRONG);
    missed = await propose(page, '列入名单', MISSED);
    expect(await corrections(page).getByRole('button', { name: '办理' }).count()).toBe(0);
    await fits(page);
  });

  it('is taken back by whoever proposed it, and proposed anew', async () => {
    const page = await enter(FIRST_OFFICER, PHONE);
    await answer(page, WRONG, '收回提议', '理由写得不全（虚构）。');
    await seen(page, '提议已结束');
    await corrections(page).getByText(WRONG).waitFor({ state: 'detached' });
    expect(await propose(page, '移出名单', WRONG)).toBe(taken);
  });

  it('is carried out by a second person with his reason: the list changes, and says that it was put right', async () => {
    const page = await enter(FIRST_LEADER, PHONE);
    await answer(page, WRONG, '办理', '经核实，情况属实（虚构）。');
    await seen(page, '名单已更正');
    const row = (unit: string) => lookedAt(page).getByRole('row').filter({ hasText: unit });
    await seen(row(taken), '经更正移出');
    await answer(page, MISSED, '否决', '经核实没有漏录（虚构）。');
    await corrections(page).getByText(MISSED).waitFor({ state: 'detached' });
    expect(await row(missed).getByText('经更正列入').count()).toBe(0);
    await fits(page);
  });

  it('is put right once more, back to what it was, and told in English', async () => {
    const officer = await enter(FIRST_OFFICER, PHONE);
    await lookedAt(officer)
      .getByRole('button', { name: `列入名单… ${taken}` })
      .click();
    await dialog(officer).getByLabel('理由').fill('原登记无误，更正有误（虚构）。');
    await dialog(officer).getByRole('button', { name: '提出更正' }).click();
    await dialog(officer).waitFor({ state: 'detached' });
    const { page } = await open({});
    const told = listenTo(page);
    await ground().enter(page.context(), 'inspector-1');
    await page.goto(`/honours/naming/${ground().play.key('series')}`);
    await speak(page, 'en');
    expect(await seriousFindings(page)).toEqual([]);
    expect(await notEnglish(page, told)).toEqual([]);
    const waits = page.locator('.note').filter({ hasText: '更正有误' });
    await waits.getByRole('button', { name: 'Carry out' }).click();
    await dialog(page).getByRole('textbox').fill('属实（虚构）。');
    await dialog(page).getByRole('button', { name: 'Carry out' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await seen(page, 'Put on by two persons');
  });
});
