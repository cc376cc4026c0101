import { expect, it, jest } from '@jest/globals';
import { sampleFiles } from '@jiangong/evidence/testing';
import type { Locator, Page } from 'playwright-core';
import { INSPECTOR, OFFICER, OTHER_INSPECTOR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { morningOf } from '../../../test/journeys/demo/world/edition-calendar.ts';
import { AFTER, nominatorOf } from '../../../test/journeys/played-nominated.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings, speak } from './chromium.ts';
import { PaperCampaign } from './paper-campaign.ts';

const PHONE = 390;
jest.setTimeout(300_000);

/** A meeting that votes on paper: of one branch two have counted, of another one has, of the others nobody. */
const inTheHall = { start: async () => PaperCampaign.start(), origin: ({ origin }: PaperCampaign) => origin };

const wide = async (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

/** How many papers were handed out, found and found invalid: what comes before their answers. */
const PAPERS = 3;

/** Papers by level, question by question. */
const fill = async (dialog: Locator, answers: readonly (readonly number[])[]): Promise<void> => {
  const fields = dialog.locator('.paper-numbers input');
  for (const [place, count] of answers.flat().entries()) await fields.nth(PAPERS + place).fill(String(count));
};

browserSuite('papers counted in the hall', inTheHall, ({ ground, open }) => {
  let today: string | undefined;
  const boxes = async (person: string, width: number): Promise<Page> => {
    const { page } = await open({ width });
    await ground().enter(page.context(), person);
    if (today !== undefined) await page.context().clock.setFixedTime(morningOf(today));
    await page.goto(`/rounds/${ground().played.roundId}/paper-boxes`);
    await page.getByRole('table', { name: '纸质投票计票' }).waitFor();
    return page;
  };
  const BRANCH = '示范省政协机关第一党支部';

  it('one person counts on a phone: sums stand beside the numbers, a sheet is asked for, and what does not add up is said', async () => {
    const page = await boxes(OFFICER, PHONE);
    await page.getByRole('row', { name: BRANCH }).getByRole('button', { name: '登记计票' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('发出票').fill('30');
    await dialog.getByLabel('收回票').fill('29');
    await dialog.getByLabel('无效票').fill('1');
    await fill(dialog, [
      [20, 6, 1, 0],
      [18, 8, 2, 0],
    ]);
    await seen(dialog, '已分列 27 张，有效票 28 张');
    await fill(dialog, [[20, 6, 2, 0]]);
    await seen(dialog, '已分列 28 张，有效票 28 张');
    await dialog.getByRole('button', { name: '登记计票' }).click();
    await seen(dialog, '请附计票单的照片或扫描件');
    await dialog
      .locator('input[capture]')
      .setInputFiles({ name: '计票单.jpg', mimeType: 'image/jpeg', buffer: sampleFiles['image/jpeg'] });
    await dialog.locator('.file-name', { hasText: '已上传' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await wide(page)).toBe(PHONE);
    await dialog.getByRole('button', { name: '登记计票' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page, '已登记，待另一人核对。');
    await seen(page.getByRole('listitem').filter({ hasText: BRANCH }), '发出 30 张，收回 29 张，无效 1 张');
  });

  it('another person finds otherwise with a reason, and what he finds right is confirmed after a look', async () => {
    const page = await boxes(INSPECTOR, 1_280);
    await page.getByRole('listitem').filter({ hasText: BRANCH }).getByRole('button', { name: '核对不符' }).click();
    const dialog = page.getByRole('dialog');
    await seen(dialog, '这份计票不再有效，须重新计票');
    await dialog.getByRole('textbox').fill('收回票应为 28 张（虚构）。');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '核对不符' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page, '不符之处：收回票应为 28 张（虚构）。');

    const officer = await boxes(OFFICER, 1_280);
    const waiting = officer.getByRole('listitem').filter({ hasText: '待核对' });
    await waiting.getByRole('button', { name: '核对无误' }).click();
    const look = officer.getByRole('dialog');
    await seen(look, '我已当面清点同一批选票，结果与登记一致。');
    await look.getByRole('button', { name: '核对无误' }).click();
    await look.waitFor({ state: 'detached' });
    await seen(officer, '已核对。');
    await waiting.waitFor({ state: 'detached' });
  });

  /** One branch alone: which of them, by the button that its row has. */
  const rowWith = (page: Page, button: string) =>
    page.getByRole('row').filter({ has: page.getByRole('button', { name: button, exact: true }) });
  const papers = async (
    dialog: Locator,
    [handedOut, found, invalid]: readonly [string, string, string?],
  ): Promise<void> => {
    await dialog.getByLabel('发出票').fill(handedOut);
    await dialog.getByLabel('收回票').fill(found);
    if (invalid !== undefined) await dialog.getByLabel('无效票').fill(invalid);
    await dialog
      .locator('input[capture]')
      .setInputFiles({ name: '计票单.jpg', mimeType: 'image/jpeg', buffer: sampleFiles['image/jpeg'] });
    await dialog.locator('.file-name', { hasText: '已上传' }).waitFor();
  };
  const send = async (dialog: Locator): Promise<void> => {
    await dialog.getByRole('button', { name: '登记计票' }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  const confirmAs = async (person: string): Promise<void> => {
    const page = await boxes(person, 1_280);
    const waits = page.getByRole('listitem').filter({ hasText: '待核对' });
    await waits.first().waitFor();
    // What is confirmed waits no more, so that the next one moves up.
    for (let left = await waits.count(); left > 0; left -= 1) {
      await waits.first().getByRole('button', { name: '核对无误' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '核对无误' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await waits.nth(left - 1).waitFor({ state: 'detached' });
    }
  };

  it('what two persons counted is corrected by a third with a reason, on a phone, and confirmed by a fourth', async () => {
    const stood = await boxes(OFFICER, PHONE);
    await seen(stood.getByRole('table'), '您清点或核对过，由其他人更正');
    const page = await boxes(OTHER_INSPECTOR, PHONE);
    await rowWith(page, '重新计票').first().getByRole('button', { name: '重新计票' }).click();
    const dialog = page.getByRole('dialog');
    await papers(dialog, ['34', '34', '1']);
    await fill(dialog, [
      [20, 9, 3, 1],
      [18, 11, 3, 1],
    ]);
    await dialog.getByRole('button', { name: '登记计票' }).click();
    await seen(dialog, '请填写');
    await dialog.getByLabel('理由').fill('复点时发现一张计错（虚构）。');
    expect(await seriousFindings(page)).toEqual([]);
    expect(await wide(page)).toBe(PHONE);
    await send(dialog);
    await seen(page, '重新计票事由：复点时发现一张计错（虚构）。');
    expect(await page.getByRole('button', { name: '核对无误' }).count()).toBe(0);
    await confirmAs(nominatorOf('b'));
    // The open page hears that another person did his part, and asks anew.
    await seen(page.getByRole('listitem'), '已由后来两人清点的结果取代，不再作数。');
  });

  it('is not opened before two have counted all of it; a box with more papers than were handed out is void', async () => {
    today = `${AFTER}-02-02`;
    await ground().played.campaign.day(today);
    await ground().played.campaign.settled();
    const page = await boxes(OTHER_INSPECTOR, PHONE);
    await page.getByRole('button', { name: '公布计票结果' }).click();
    const dialog = page.getByRole('dialog');
    await seen(dialog, '公布后不能更改');
    await dialog.getByRole('button', { name: '公布计票结果' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '取消' }).click();
    const uncounted = await page.getByRole('row').filter({ hasText: '未清点' }).getByRole('rowheader').allInnerTexts();
    const [first = '', ...others] = uncounted;
    const count = async (branch: string): Promise<void> =>
      page.getByRole('row', { name: branch }).getByRole('button', { name: '登记计票' }).click();
    await count(first);
    await papers(dialog, ['20', '21']);
    await seen(dialog, '收回多于发出：此次投票无效');
    expect(await seriousFindings(page)).toEqual([]);
    expect(await wide(page)).toBe(PHONE);
    await send(dialog);
    for (const branch of others) {
      await count(branch);
      await papers(dialog, ['10', '9', '0']);
      await fill(dialog, [
        [5, 3, 1, 0],
        [6, 2, 1, 0],
      ]);
      await send(dialog);
    }
    await confirmAs(INSPECTOR);
  });

  it('is opened once, and stands: its only opposite is proposed to two persons, and done', async () => {
    const page = await boxes(OFFICER, PHONE);
    await page.getByRole('button', { name: '公布计票结果' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '公布计票结果' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await seen(page, '计票结果已公布，不能更改');
    await seen(page.getByRole('table'), '收回多于发出，无效');
    await seen(page.getByRole('table'), '已计票');
    expect(await page.getByRole('button', { name: /登记计票|重新计票|核对|公布/u }).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await wide(page)).toBe(PHONE);
    await speak(page, 'en');
    expect(await seriousFindings(page)).toEqual([]);
    await speak(page, 'zh');
    await page.getByRole('link', { name: '提议作废本轮' }).click();
    await page.waitForURL('**/proposals');
    await page.getByRole('heading', { name: '事项提议' }).first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });
});
