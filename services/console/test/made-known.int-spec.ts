import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { AFTER, nominatorOf, type Unit } from '../../../test/journeys/played-nominated.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings, speak } from './chromium.ts';
import { MadeKnownCampaign } from './made-known-campaign.ts';
import { listenTo, notEnglish } from './pages/english.ts';

const PHONE = 390;
const LATE = '该单位逾期未办，由上级代为办理（虚构）。';
const NUMBER = `示人大机关党委发〔${AFTER}〕1号（虚构）`;
jest.setTimeout(300_000);

const published = { start: async () => MadeKnownCampaign.start(), origin: ({ origin }: MadeKnownCampaign) => origin };

browserSuite('what units decided, made known by themselves', published, ({ ground, open }) => {
  let today: MadeKnownCampaign | undefined;
  const enter = async (person: string, address: string, width?: number): Promise<Page> => {
    const { page } = await open(width === undefined ? {} : { width });
    await (today ?? ground()).enter(page.context(), person);
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const part = async (unit: Unit, page: 'decision' | 'circular'): Promise<string> =>
    `/rounds/${await ground().played.partOf(unit, nominatorOf(unit))}/${page}`;
  const fits = async (page: Page): Promise<void> => {
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  };
  const dialog = (page: Page) => page.getByRole('dialog');

  it('a unit’s officer is led from his work to the button that publishes his part, on a phone', async () => {
    const page = await enter(nominatorOf('b'), '/', PHONE);
    await page.getByRole('link', { name: '公示拟表彰名单' }).click();
    await page.waitForURL(`**${await part('b', 'decision')}`);
    await page.getByRole('button', { name: '公示拟表彰名单' }).waitFor();
    await fits(page);
    await page.getByRole('button', { name: '公示拟表彰名单' }).press('Enter');
    await seen(page, /已公示，至/u);
    await page.getByRole('button', { name: '公示拟表彰名单' }).waitFor({ state: 'detached' });
    await fits(page);
  });

  it('the office above publishes for no unit that is still in time, and is told so; once it is late it does, with a reason', async () => {
    const early = await enter(OFFICER, await part('a', 'decision'));
    await early.getByRole('button', { name: '代单位公示' }).click();
    await dialog(early).getByLabel('理由').fill(LATE);
    await dialog(early).getByRole('button', { name: '公示拟表彰名单' }).click();
    await dialog(early).getByRole('alert').waitFor();
    expect(await seriousFindings(early)).toEqual([]);
    today = await ground().on(`${AFTER}-01-13`);
    const page = await enter(OFFICER, await part('a', 'decision'), PHONE);
    await page.getByRole('button', { name: '代单位公示' }).click();
    await dialog(page).getByRole('button', { name: '公示拟表彰名单' }).click();
    await seen(dialog(page), '请填写');
    await dialog(page).getByLabel('理由').fill(LATE);
    await fits(page);
    await dialog(page).getByRole('button', { name: '公示拟表彰名单' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await seen(page, `由上级代为公示，理由：${LATE}`);
    await fits(page);
  });

  it('a unit issues its own circular by its number after one more look; the office sees it among all parts', async () => {
    const page = await enter(nominatorOf('b'), '/', PHONE);
    await page.getByRole('link', { name: '印发表彰决定' }).click();
    await page.waitForURL(`**${await part('b', 'circular')}`);
    await page.getByRole('button', { name: '核对并印发' }).click();
    await seen(page.getByRole('main'), '请填写');
    await page.getByLabel('文号').fill(NUMBER);
    await fits(page);
    await page.getByRole('button', { name: '核对并印发' }).click();
    await seen(dialog(page), '达标');
    await fits(page);
    await dialog(page).getByRole('button', { name: '印发通报' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await seen(page.getByRole('region', { name: '表彰通报' }), NUMBER);
    const tabs = page.getByRole('navigation', { name: '本轮各页' });
    expect(await tabs.getByRole('link', { name: '通报与文书' }).getAttribute('aria-current')).toBe('page');
    await fits(page);
    const office = await enter(OFFICER, `/rounds/${ground().played.roundId}/decision`);
    await seen(office.getByRole('list', { name: '各单位研究确定情况' }), `通报 ${NUMBER}`);
    expect(await seriousFindings(office)).toEqual([]);
  });

  it('the other unit’s notice still runs, and its page says until when, in English too', async () => {
    const { page } = await open({});
    const told = listenTo(page);
    await (today ?? ground()).enter(page.context(), nominatorOf('a'));
    await page.goto(await part('a', 'circular'));
    await seen(page, /公示至|公示期/u);
    await speak(page, 'en');
    expect(await seriousFindings(page)).toEqual([]);
    expect(await notEnglish(page, told)).toEqual([]);
  });
});
