import { expect, it, jest } from '@jest/globals';
import { FIRST_OFFICER } from '../../../test/journeys/demo/world/people.ts';
import { seen, seriousFindings, speak } from './chromium.ts';
import { editor, keptIn, sheetSuite, state, typeColumn } from './sheet-room.ts';

const CALLS_PER_PAGE_MAX = 8;
const PHONE = 390;
jest.setTimeout(300_000);

sheetSuite('evaluators and their panel room', (room) => {
  it('is written into in one window at a time, and the other one takes over with nothing lost', async () => {
    const { page } = await room.openSheet('u-005-officer');
    await editor(page).click();
    await page.keyboard.type('15');
    await page.keyboard.press('Enter');
    const other = await page.context().newPage();
    await other.goto(room.path);
    await other.getByRole('heading', { name: '评分表已在另一个窗口打开' }).waitFor();
    await other.getByRole('button', { name: '在此处填写' }).click();
    await other.locator('.sheet-tools', { hasText: '已评 1/48' }).waitFor();
    await page.getByRole('heading', { name: '评分表已在另一个窗口打开' }).waitFor();
    await other.locator('.saver', { hasText: '已上传' }).waitFor();
  });

  it('of two devices both changes are kept, and whoever comes second chooses where both changed the same cell', async () => {
    const here = await room.openSheet('expert-9');
    const there = await room.openSheet('expert-9');
    await here.page.context().setOffline(true);
    await typeColumn(here.page, 1, ['20', '21']);
    await typeColumn(there.page, 1, ['30']);
    await typeColumn(there.page, 2, ['10']);
    await state(there.page, '已上传');
    await here.page.context().setOffline(false);
    await seen(here.page, '本页 20，另一处 30');
    await here.page.getByRole('button', { name: '改用另一处的分值' }).click();
    await state(here.page, '已上传');
    expect(await here.page.locator('tr[data-row="0"] td[data-column="1"]').textContent()).toBe('30');
    expect(await here.page.locator('tr[data-row="1"] td[data-column="1"]').textContent()).toBe('21');
    expect(await here.page.locator('tr[data-row="0"] td[data-column="2"]').textContent()).toBe('10');
  });

  it('a unit’s officer scores the others’ projects, and recuses from one in two clicks', async () => {
    const { page } = await room.openSheet('u-001-officer');
    await seen(page, '不评的项目（2）');
    const title = (await page.locator('.beside h2').textContent()) ?? '';
    await page.getByRole('button', { name: '声明回避' }).click();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '曾在该单位任职' }).click();
    await seen(page, '不评的项目（3）');
    expect(await page.locator('.sheet-grid').textContent()).not.toContain(title);
  });

  it('on a phone is one project a card, in both languages, and nothing is wider than the screen', async () => {
    const { page } = await room.openSheet('u-002-officer', { width: PHONE });
    await page.getByLabel('政治引领').fill('19.3');
    await page.getByLabel('工作实效').fill('30');
    await page.getByRole('button', { name: '下一个', exact: true }).click();
    await seen(page, '第 2 个，共 12 个');
    await seen(page, '1 格有误，尚未记入');
    await speak(page, 'en');
    await seen(page, '1 cells are wrong and not taken');
    await speak(page, 'zh');
    expect(await seriousFindings(page)).toEqual([]);
    for (const width of [PHONE, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await state(page, '已上传');
    expect((await room.onPlatform(page)).scored).toBe(1);
  });

  it('leaves nothing in the browser once its evaluator signs out, and brings to the platform what is only there', async () => {
    const { page } = await room.openSheet('u-006-officer');
    await page.evaluate(async () => navigator.serviceWorker.ready);
    await editor(page).click();
    await page.keyboard.type('17.5');
    await page.keyboard.press('Enter');
    expect(await keptIn(page)).toContain('1750');
    await page.locator('.account summary').click();
    await page.getByRole('button', { name: '退出' }).click();
    await page.waitForURL((url) => url.pathname !== room.path);
    await page.goto('/public/notices');
    const kept = await keptIn(page);
    for (const gone of ['1750', '建功项目', room.campaign.roundId]) expect(kept).not.toContain(gone);
    await room.campaign.enter(page, 'u-006-officer', room.path);
    await page.locator('.sheet-tools', { hasText: '已评 1/48' }).waitFor();
  });

  it('the panel room shows one project at a time in large type, how many have sealed, and nobody’s marks', async () => {
    const { page, calls } = await room.open();
    await room.campaign.enter(page, FIRST_OFFICER, `/rounds/${room.campaign.roundId}/panel`);
    const shown = page.locator('.panel-room');
    await seen(shown, '第 1 个，共 14 个');
    expect(calls.length).toBeLessThanOrEqual(CALLS_PER_PAGE_MAX);
    await seen(shown, '0/4');
    // What clickers send.
    await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowRight');
    await seen(shown, '第 3 个，共 14 个');
    await page.keyboard.press('PageUp');
    await page.reload();
    await seen(shown, '第 2 个，共 14 个');
    const smallest = await shown.evaluate((element) =>
      Math.min(
        ...[...element.querySelectorAll('*')]
          .filter((one) =>
            [...one.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()),
          )
          .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      ),
    );
    expect(smallest).toBeGreaterThanOrEqual(24);
    expect(calls.filter((call) => /sheet|result/u.test(call))).toEqual([]);
    await shown.getByRole('button', { name: '全屏' }).click();
    await page.waitForFunction(() => document.fullscreenElement !== null);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('who has no seat is told so, with the way on', async () => {
    const { page } = await room.open();
    await room.campaign.enter(page, FIRST_OFFICER, room.path);
    await page.getByRole('heading', { name: '您不是本次评分的评委' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });
});
