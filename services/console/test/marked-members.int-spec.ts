import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { nominatorOf, secretaryOf } from '../../../test/journeys/played-nominated.ts';
import { browserSuite } from './browser-suite.ts';
import { quiet, seen, seriousFindings } from './chromium.ts';
import { ELSEWHERE_NAME, MarkedMembersCampaign, MEMBER, MEMBER_NAME, SECRETARY } from './marked-members-campaign.ts';

const PHONE = 390;
/** What a page says that is none of the caller's. */
const NOT_ALLOWED = '如确需查看';
jest.setTimeout(300_000);

const marked = {
  start: async () => MarkedMembersCampaign.start(),
  origin: ({ origin }: MarkedMembersCampaign) => origin,
};

browserSuite('members who are marked', marked, ({ ground, open }) => {
  const enter = async (person: string, address: string): Promise<Page> => {
    const { page } = await open({ width: PHONE });
    await ground().enter(page.context(), person);
    await page.goto(address);
    return page;
  };
  const item = (page: Page, name = '理论学习') => page.getByRole('region', { name, exact: true });
  /** By the keyboard alone. */
  const give = async (page: Page, button: string, points: string): Promise<void> => {
    await item(page).getByRole('button', { name: button }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('分值').fill(points);
    await dialog.getByRole('button', { name: '保存' }).focus();
    await page.keyboard.press('Enter');
  };
  const given = async (page: Page, points: string): Promise<void> => {
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await seen(item(page), points);
  };
  const fits = async (page: Page): Promise<void> => {
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  };
  const buttons = async (page: Page): Promise<readonly string[]> => {
    await item(page).waitFor();
    await quiet(page);
    return item(page).getByRole('button').allInnerTexts();
  };

  it('asks a member, on a phone, to mark himself, and shows him nobody else’s list', async () => {
    const page = await enter(MEMBER, '/');
    await page.getByRole('link', { name: /检查清单自评/u }).click();
    await page.getByRole('table').getByRole('link').click();
    await seen(page, MEMBER_NAME);
    expect(await buttons(page)).toEqual(['自评']);
    await give(page, '自评', '11');
    await seen(page.getByRole('dialog'), '10');
    await fits(page);
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await give(page, '自评', '9');
    await given(page, '9');
    await fits(page);
    const other = await enter(MEMBER, ground().list(SECRETARY));
    await seen(other, NOT_ALLOWED);
    expect(await item(other).count()).toBe(0);
  });

  it('asks the secretary for the members of his own branch, by their names, and himself for his own marks', async () => {
    const page = await enter(SECRETARY, '/');
    await page.getByRole('link', { name: /填写检查清单/u }).waitFor();
    await page.goto(`/rounds/${ground().roundId}/checklists`);
    await seen(page, MEMBER_NAME);
    expect(await page.getByText(ELSEWHERE_NAME).count()).toBe(0);
    await fits(page);
    await page.getByRole('link', { name: MEMBER_NAME }).click();
    expect(await buttons(page)).toEqual(['打分']);
    await give(page, '打分', '8');
    await given(page, '8');
    await fits(page);
    const own = await enter(SECRETARY, ground().list(SECRETARY));
    expect(await buttons(own)).toEqual(['自评']);
    // The secretary of another branch is shown nothing of it.
    const other = await enter(secretaryOf('b'), ground().list(MEMBER));
    await seen(other, NOT_ALLOWED);
    expect(await item(other).count()).toBe(0);
  });

  it('asks the office of the unit for the list of the secretary, and for nobody else’s', async () => {
    const page = await enter(nominatorOf('a'), '/');
    await page.getByRole('link', { name: /填写检查清单/u }).waitFor();
    await page.goto(ground().list(SECRETARY));
    expect(await buttons(page)).toEqual(['打分']);
    await give(page, '打分', '7');
    await given(page, '7');
    await fits(page);
  });
});
