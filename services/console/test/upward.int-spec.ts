import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { INSPECTOR, LEADERS, OFFICER, YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { morningOf } from '../../../test/journeys/demo/world/edition-calendar.ts';
import type { PlayedUpward } from '../../../test/journeys/upward/played-upward.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings, speak } from './chromium.ts';
import { UpwardCampaign } from './upward-campaign.ts';

const PHONE = 390;
jest.setTimeout(300_000);

/** Where those belong among whom the body chooses. */
const homesOf = async ({ campaign, roundId }: PlayedUpward): Promise<ReadonlySet<string>> => {
  type Entries = Readonly<{ items: readonly Readonly<{ homeName: Readonly<{ zh: string }> }>[] }>;
  const { items } = await campaign.get<Entries>(OFFICER, `/v1/rounds/${roundId}/entries?pageSize=200`);
  return new Set(items.map(({ homeName }) => homeName.zh));
};

const onTheMorning = { start: async () => UpwardCampaign.start(), origin: ({ origin }: UpwardCampaign) => origin };

browserSuite('a recommendation upwards', onTheMorning, ({ ground, open }) => {
  let today = `${YEAR}-03-19`;
  const enter = async (person: string, page: string, width?: number): Promise<Page> => {
    const watched = await open(width === undefined ? {} : { width });
    await ground().enter(watched.page.context(), person);
    await watched.page.context().clock.setFixedTime(morningOf(today));
    await watched.page.goto(page);
    return watched.page;
  };
  const decision = (): string => `/rounds/${ground().played.roundId}/decision`;
  const fits = async (page: Page): Promise<void> =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  const later = async (day: string): Promise<void> => {
    today = day;
    const { campaign } = ground().played;
    await campaign.day(day);
    await campaign.settled();
  };
  const paper = async (page: Page, label: string, number: string, day: string): Promise<void> => {
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(label).fill(number);
    await dialog.getByLabel(/选择文件/u).setInputFiles({
      ...{ name: '推荐函.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from(number),
    });
    await seen(dialog, '推荐函.pdf');
    await dialog.getByPlaceholder('年-月-日').fill(day);
  };

  it('is chosen by the body at its meeting, never more than the template says, without a score', async () => {
    const round = await enter(OFFICER, `/rounds/${ground().played.roundId}`, PHONE);
    await seen(round, '推选办法');
    await seen(round, '·推选');
    await seen(round, '列入一个对象');
    expect(await round.getByRole('main').getByText('评分').count()).toBe(0);
    await fits(round);
    const listed = await enter(OFFICER, `/rounds/${ground().played.roundId}/result`, PHONE);
    await seen(listed, '可供研究选定的对象');
    const units = await homesOf(ground().played);
    expect(units.size).toBeGreaterThan(1);
    for (const unit of units) await seen(listed, unit);
    expect(await listed.getByRole('table').count()).toBe(0);
    expect(await seriousFindings(listed)).toEqual([]);
    const page = await enter(OFFICER, decision(), PHONE);
    await seen(page, '推荐集体');
    await fits(page);
    expect(await seriousFindings(page)).toEqual([]);
    const choice = page.getByRole('group', { name: /推荐集体/u });
    for (const title of ['A', 'B', 'C'])
      await choice.getByRole('checkbox', { name: new RegExp(`^${title}班组`, 'u') }).check();
    await seen(choice.getByRole('alert'), '1');
    for (const unit of units) await seen(choice, unit);
    await choice.getByRole('checkbox', { name: /^C班组/u }).uncheck();
    await choice.getByRole('textbox').fill('事迹最为突出（虚构）。');
    await page.getByRole('button', { name: '全部到会' }).click();
    await page.getByLabel('纪要编号').fill('示直工委纪要〔2024〕3号（虚构）');
    await page.getByLabel('纪要文件').setInputFiles({
      ...{ name: '会议纪要.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from('invented minutes'),
    });
    await seen(page, '会议纪要.pdf');
    await page.getByRole('button', { name: '核对纪要' }).click();
    const dialog = page.getByRole('dialog');
    await seen(dialog, '推荐集体');
    await dialog.getByRole('button', { name: '登记纪要' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('is attested, shown, and put forward with its paper', async () => {
    const { played } = ground();
    const { campaign, roundId } = played;
    type Decisions = Readonly<{ decisions: readonly Readonly<{ decisionId: string }>[] }>;
    const { decisions } = await campaign.get<Decisions>(OFFICER, `/v1/rounds/${roundId}/decisions`);
    for (const leader of LEADERS)
      await campaign.order(leader, `/v1/rounds/${roundId}/decisions/${decisions[0]?.decisionId}/attestations`);
    await later(`${YEAR}-03-23`);
    await campaign.order(OFFICER, `/v1/rounds/${roundId}/proposal-notice`);
    await later(`${YEAR}-04-02`);
    const page = await enter(OFFICER, decision());
    await seen(page, '选定的对象及理由');
    await seen(page, '向上级推荐');
    expect(await seriousFindings(page)).toEqual([]);
    for (const title of ['A', 'B']) {
      const card = page
        .getByRole('listitem')
        .filter({ hasText: `${title}班组` })
        .filter({ has: page.getByRole('button') });
      await card.getByRole('button', { name: '上报' }).click();
      await paper(page, '上报文号', `示直工〔2024〕${title}号`, `${YEAR}-04-02`);
      expect(await seriousFindings(page)).toEqual([]);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '上报' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    await seen(page, '示直工〔2024〕B号');
  });

  it('comes back with what was decided above, and what was sent in error is taken back by two persons', async () => {
    await later(`${YEAR}-04-20`);
    const page = await enter(OFFICER, decision(), PHONE);
    const cardOf = (title: string) =>
      page
        .getByRole('listitem')
        .filter({ hasText: `${title}班组` })
        .filter({ has: page.getByRole('button') });
    const dialog = page.getByRole('dialog');
    await cardOf('A').getByRole('button', { name: '登记上级决定' }).click();
    await dialog.getByLabel('结果').selectOption('given');
    await paper(page, '上级文号', '省总工发〔2024〕9号', `${YEAR}-04-18`);
    await dialog.getByRole('button', { name: '登记上级决定' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page, '省总工发〔2024〕9号');
    await cardOf('B').getByRole('button', { name: '提出撤回上报' }).click();
    await dialog.getByLabel('原因').selectOption('put-forward-in-error');
    await dialog.getByLabel('理由').fill('材料有误（虚构）。');
    await dialog.getByRole('button', { name: '提出' }).click();
    await dialog.waitFor({ state: 'detached' });
    await fits(page);
    const second = await enter(INSPECTOR, decision(), PHONE);
    await seen(second, '材料有误（虚构）。');
    expect(await seriousFindings(second)).toEqual([]);
    await second.getByRole('button', { name: '执行' }).click();
    await second.getByRole('dialog').getByLabel('理由').fill('情况属实（虚构）。');
    await second.getByRole('dialog').getByRole('button', { name: '执行' }).click();
    await second.getByRole('dialog').waitFor({ state: 'detached' });
    await speak(second, 'en');
    await seen(second, 'Taken back');
  });
});
