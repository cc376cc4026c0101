import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { INSPECTOR, OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { type Unit, UNITS } from '../../../test/journeys/played-nominated.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings } from './chromium.ts';
import { checkerOf, ExamsCampaign } from './exams-campaign.ts';
import { pictured } from './looked-at.ts';

const PHONE = 390;
jest.setTimeout(300_000);

const atCheck = { start: async () => ExamsCampaign.start(), origin: ({ origin }: ExamsCampaign) => origin };

browserSuite('member offices', atCheck, ({ ground, open }) => {
  const enter = async (person: string, address: string, width?: number): Promise<Page> => {
    const { page } = await open(width === undefined ? {} : { width });
    await ground().enter(page.context(), person);
    await page.goto(address);
    return page;
  };
  const lists = (): string => `/rounds/${ground().played.roundId}/checklists`;
  const list = (unit: Unit): string => `${lists()}/${ground().played.entry(unit)}`;
  const nameOf = (unit: Unit): string =>
    ground().played.campaign.play.world.units.find(({ code }) => code === UNITS[unit])?.nameZh ?? '';
  const office = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

  /** By keyboard, on a phone. */
  const assign = async (page: Page, name: string, unit: Unit): Promise<void> => {
    await office(page, name).getByRole('button', { name: '指定单位' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill(nameOf(unit));
    await dialog.getByRole('option', { name: nameOf(unit) }).waitFor({ state: 'attached' });
    await dialog.getByLabel('单位', { exact: true }).selectOption({ label: await labelOf(dialog, unit) });
    await pictured(page, `assign-${name}`);
    await dialog.getByRole('button', { name: '指定单位' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(office(page, name), nameOf(unit));
  };
  const labelOf = async (dialog: ReturnType<Page['getByRole']>, unit: Unit): Promise<string> =>
    (await dialog
      .getByRole('option', { name: nameOf(unit) })
      .first()
      .textContent()) ?? '';

  it('are told which unit each is, by keyboard on a phone, and not again once the round is open', async () => {
    const page = await enter(OFFICER, lists(), PHONE);
    const part = page.getByRole('region', { name: '成员单位' });
    await seen(part, '4 个成员单位尚未指定');
    await seen(office(page, '机关纪委'), '政治规矩（3 项）');
    await assign(page, '机关纪委', 'a');
    await assign(page, '综合办公室', 'b');
    await seen(part, '2 个成员单位尚未指定');
    expect(await office(page, '机关纪委').getByRole('button').count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
    await pictured(page, 'offices-phone');
  });

  it('see and fill what they own, and of their own branches what the others own', async () => {
    const other = await enter(checkerOf('a'), list('b'));
    const area = (page: Page, name: string) => page.getByRole('heading', { name: new RegExp(`^${name}`, 'u') });
    await area(other, '政治规矩').first().waitFor();
    await pictured(other, 'office-list');
    // Of the branch of b, which is the general office, others mark what that office owns.
    expect(await area(other, '大局意识').count()).toBeGreaterThan(0);
    expect(await area(other, '中心任务').count()).toBe(0);
    expect(await other.getByRole('button', { name: '打分' }).count()).toBeGreaterThan(0);
    const foreign = await enter(checkerOf('a'), list('c'));
    await area(foreign, '政治规矩').first().waitFor();
    expect(await area(foreign, '大局意识').count()).toBe(0);
    const own = await enter(checkerOf('a'), list('a'));
    await area(own, '政治规矩').first().waitFor();
    expect(await own.getByRole('button', { name: /^(?:打分|登记)$/u }).count()).toBe(0);
    expect(await seriousFindings(own)).toEqual([]);
  });

  it('read which unit each is, and say it of none', async () => {
    const page = await enter(checkerOf('a'), lists());
    const part = page.getByRole('region', { name: '成员单位' });
    await seen(part, nameOf('a'));
    await seen(part, nameOf('b'));
    expect(await part.getByRole('button').count()).toBe(0);
  });

  /** The second half of the year, whose round is not open yet. */
  const secondHalf = async (): Promise<string> => {
    const { campaign, editionId } = ground().played;
    const { items } = await campaign.get<{ items: readonly Readonly<{ roundId: string; status: string }>[] }>(
      OFFICER,
      `/v1/rounds?editionId=${editionId}`,
    );
    return items.find(({ status }) => status === 'prepared')?.roundId ?? '';
  };

  it('a list is redrawn for the half to come: its sum is said while one types, what does not add up is refused', async () => {
    const roundId = await secondHalf();
    const page = await enter(OFFICER, `/rounds/${roundId}/checklists`, PHONE);
    await pictured(page, 'redraw-part-phone');
    await page.getByRole('button', { name: '提出调整' }).click();
    const dialog = page.getByRole('dialog');
    await seen(dialog, '现合计 90 分，须为 90 分');
    await pictured(page, 'redraw-dialog-phone');
    await dialog.getByLabel('贯彻部署').fill('6');
    await seen(dialog, '现合计 91 分，须为 90 分');
    await dialog.getByLabel('理由').fill('下半年重点任务调整（虚构）。');
    await dialog.getByRole('button', { name: '提出调整' }).click();
    await dialog.getByRole('alert').first().waitFor();
    await pictured(page, 'redraw-refused-phone');
    await dialog.getByLabel('服务全局').fill('4');
    await seen(dialog, '现合计 90 分，须为 90 分');
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
    await dialog.getByRole('button', { name: '提出调整' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page, '已提出，由第二人执行后生效');

    const other = await enter(INSPECTOR, `/rounds/${roundId}/proposals`);
    await seen(other, '贯彻部署 6、服务全局 4');
    await seen(other, '下半年重点任务调整（虚构）。');
    await pictured(other, 'redraw-proposal-desk');
    expect(await seriousFindings(other)).toEqual([]);
  });
});
