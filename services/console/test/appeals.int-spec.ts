import { expect, it, jest } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { LEADER, OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { nominatorOf, type Unit } from '../../../test/journeys/played-nominated.ts';
import { AppealedCampaign } from './appealed-campaign.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings, type Watched, speak } from './chromium.ts';
import { looksIn } from './pages/looks.ts';
import { checkedGround } from './pages/source-grounds.ts';

const CALLS_MAX = 8;
const PHONE = 390;
jest.setTimeout(300_000);

type Told = Readonly<{ appeals: readonly Readonly<{ standing: string; matter: string }>[] }>;

const appealed = { start: async () => AppealedCampaign.start(), origin: ({ origin }: AppealedCampaign) => origin };

browserSuite('appeals', appealed, (suite) => {
  const { ground, open } = suite;
  looksIn('appealed', suite, checkedGround);
  const enter = async (person: string, address: string, width?: number): Promise<Watched> => {
    const watched = await open(width === undefined ? {} : { width });
    await ground().enter(watched.page.context(), person);
    await watched.page.goto(address);
    return watched;
  };
  const appealsOf = (unit: Unit): string => `/rounds/${ground().played.roundId}/appeals/${ground().played.entry(unit)}`;
  const done = async (dialog: Locator): Promise<void> => dialog.waitFor({ state: 'detached' });
  const standings = async (unit: Unit): Promise<readonly string[]> => {
    const { campaign } = ground().played;
    const { appeals } = await campaign.get<Told>(OFFICER, ground().played.about(unit, 'appeals'));
    return appeals.map(({ standing, matter }) => `${matter} ${standing}`);
  };

  it('are filed on a phone: against what, and why; what is lacking is said', async () => {
    const { page, calls } = await enter(nominatorOf('a'), appealsOf('a'), PHONE);
    await page.getByRole('button', { name: '提出申诉' }).click();
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '提交申诉' }).click();
    await seen(dialog, '请填写');
    await dialog.getByLabel('申诉事项').selectOption({ label: '名次' });
    await dialog.getByLabel('申诉理由').fill('名次与实绩不符（虚构）。');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '提交申诉' }).click();
    await done(dialog);
    await seen(page, '名次与实绩不符（虚构）。');
    for (const width of [PHONE, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    expect(await standings('a')).toEqual(['rank open']);
  });

  it('are withdrawn with a reason by those who filed them, by the keyboard alone', async () => {
    const { page } = await enter(nominatorOf('a'), appealsOf('a'));
    await page.getByRole('button', { name: '撤回' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('已经说明（虚构）。');
    await dialog.getByRole('button', { name: '撤回' }).focus();
    await page.keyboard.press('Enter');
    await done(dialog);
    expect(await standings('a')).toEqual(['rank withdrawn']);
  });

  it('are listed for whoever decides, the oldest first, in both languages', async () => {
    const { page, calls } = await enter(LEADER, `/rounds/${ground().played.roundId}/appeals`);
    await seen(page.getByRole('row', { name: /C厅/u }), '待答复');
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByLabel('状态').selectOption('rejected');
    await seen(page, '共 1 条');
    await speak(page, 'en');
    await seen(page.getByRole('row', { name: /B厅/u }), 'Rejected');
  });

  it('are upheld with what follows, and the reason is told to those who appealed', async () => {
    const { page } = await enter(LEADER, appealsOf('c'), PHONE);
    await page.getByRole('button', { name: '答复' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('答复结果').selectOption('upheld');
    await dialog.getByRole('button', { name: '确认答复' }).click();
    await seen(dialog, '请填写');
    await dialog.getByLabel('如何办理').selectOption('corrected-result');
    await dialog.getByLabel(/理由/u).fill('登记有误，应予更正（虚构）。');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '确认答复' }).click();
    await done(dialog);
    expect(await standings('c')).toEqual(['checklist upheld']);
    const mine = await enter(nominatorOf('c'), appealsOf('c'), PHONE);
    await seen(mine.page, '登记有误，应予更正（虚构）。');
  });

  it('stand among what one may appeal', async () => {
    const { page } = await enter(nominatorOf('b'), '/my-appeals', PHONE);
    await seen(page.getByRole('row', { name: /B厅/u }), '受理申诉中');
    expect(await seriousFindings(page)).toEqual([]);
  });
});
