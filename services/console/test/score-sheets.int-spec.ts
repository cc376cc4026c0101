import { readFile } from 'node:fs/promises';
import { expect, it, jest } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { seen, seriousFindings } from './chromium.ts';
import type { Page } from 'playwright-core';
import { FIRST_OFFICER } from '../../../test/journeys/demo/world/people.ts';
import { fillUntil } from './round-acts.ts';
import { editor, keptIn, paste, sheetSuite, state, typeColumn } from './sheet-room.ts';

const CALLS_PER_PAGE_MAX = 8;
const CRITERIA = 4;
const PROJECTS = 14;
/** The network is away for so long, really: other suites go on meanwhile. */
const CUT_MS = 60_000;
jest.setTimeout(300_000);

sheetSuite('score sheets', (room) => {
  it('delight 3, is filled in by keyboard alone; an input method’s Enter moves nothing; a mark can be cleared and the step taken back', async () => {
    const { page, calls } = await room.openSheet('expert-6');
    expect(calls.length).toBeLessThanOrEqual(CALLS_PER_PAGE_MAX);
    expect(await page.getByRole('row').count()).toBe(PROJECTS + 1);
    await editor(page).click();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'yi', selectionStart: 2, selectionEnd: 2 });
    await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
    await devtools.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    await page.keyboard.type('18');
    await page.keyboard.press('Enter');
    // An input method writes digits of full width, too.
    await page.keyboard.insertText('１９。５');
    await page.keyboard.press('Enter');
    const first = page.locator('tr[data-row="0"] td[data-column="0"]');
    const second = page.locator('tr[data-row="1"] td[data-column="0"]');
    expect([await first.textContent(), await second.textContent()]).toEqual(['18', '19.5']);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Delete');
    expect(await editor(page).inputValue()).toBe('');
    await page.keyboard.press('Control+z');
    expect(await editor(page).inputValue()).toBe('19.5');
    await state(page, '已上传');
    expect((await room.onPlatform(page)).scored).toBe(2);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('shows the project beside it and keeps a note to oneself', async () => {
    const { page } = await room.openSheet('expert-6');
    const beside = page.getByRole('complementary', { name: '项目材料' });
    await seen(beside, '制定实施方案并启动');
    await beside.getByLabel('我的备注（只有本人可见）').fill('现场看过，属实。');
    await beside.getByRole('button', { name: '保存备注' }).click();
    await seen(page, '备注已保存');
    await page.reload();
    await seen(page, '有备注');
    expect(await page.getByLabel('我的备注（只有本人可见）').inputValue()).toBe('现场看过，属实。');
  });

  it('delight 5, the network is cut for a minute: 50 cells, a reload, and afterwards the platform has what the screen shows, in five calls at most', async () => {
    const { page, calls } = await room.openSheet('expert-7');
    await page.evaluate(async () => navigator.serviceWorker.ready);
    const sent = (): number => calls.length;
    const cut = Date.now();
    await page.context().setOffline(true);
    for (let column = 0; column < CRITERIA; column += 1)
      await typeColumn(
        page,
        column,
        Array.from({ length: column < 3 ? PROJECTS : 50 - 3 * PROJECTS }, (_, at) => `${5 + at}.5`),
      );
    await state(page, '已存本机');
    await page.reload();
    await seen(page, '显示的是本机保存的内容');
    await state(page, '已存本机');
    expect(await page.locator('.sheet-tools').textContent()).toContain('已评 50/56');
    await page.waitForTimeout(Math.max(0, cut + CUT_MS - Date.now()));
    await state(page, '已存本机');
    const before = sent();
    await page.context().setOffline(false);
    await state(page, '已上传');
    expect(sent() - before).toBeLessThanOrEqual(5);
    const shown = await page
      .locator('.sheet-grid')
      .evaluate((grid) =>
        [...grid.querySelectorAll('tbody tr')].map((row) =>
          [...row.querySelectorAll('td[data-column]')].map((cell) =>
            Number(cell.querySelector('input')?.value ?? cell.textContent),
          ),
        ),
      );
    const { scored, scores } = await room.onPlatform(page);
    expect(scored).toBe(50);
    const sum = (marks: readonly number[]): number => marks.reduce((all, mark) => all + mark, 0);
    expect(sum(shown.flat())).toBe(sum(scores.flatMap(({ marks }) => marks.map(({ mark }) => mark))) / 100);
  });

  it('delight 6, before sealing shows how the marks lie and what is missing; afterwards a receipt, and no mark in any store of the browser', async () => {
    const { page } = await room.openSheet('expert-7');
    await page.evaluate(async () => navigator.serviceWorker.ready);
    await page.getByRole('button', { name: '核对并提交' }).click();
    await seen(page, '已评 50 格，缺 6 格');
    expect(await page.locator('svg.bars').count()).toBe(CRITERIA);
    await page
      .getByRole('button', { name: /的示范推广分$/u })
      .first()
      .click();
    for (let at = 0; at < 6; at += 1) {
      await page.keyboard.type('12.5');
      await page.keyboard.press('Enter');
    }
    expect(await keptIn(page)).toContain('1250');
    await page.getByRole('button', { name: '核对并提交' }).click();
    await seen(page, '已评 56 格，缺 0 格');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '确认提交，密封评分表' }).click();
    await page.getByRole('heading', { name: '评分表已提交' }).waitFor();
    await seen(page, '密封校验码');
    expect(await page.getByRole('button', { name: '打印回执' }).count()).toBe(1);
    expect(await seriousFindings(page)).toEqual([]);
    const kept = await keptIn(page);
    for (const gone of ['1250', 'marks', '建功项目']) expect(kept).not.toContain(gone);
    // Of the worker's cache the page and its files alone.
    const cached = [...kept.matchAll(/"(\/[^"]*)"/gu)].map(([, address]) => address ?? '');
    expect(cached.length).toBeGreaterThan(1);
    expect(cached.filter((address) => address !== '/' && !address.startsWith('/assets/'))).toEqual([]);
    await page.goto('/my-sheets');
    await page.getByRole('link', { name: '查看回执' }).click();
    await seen(page, '密封校验码');
  });

  it('a paste from a spreadsheet is taken at once, each bad cell linked, and taken back in one step', async () => {
    const { page } = await room.openSheet('expert-8');
    await editor(page).click();
    const lines = Array.from({ length: PROJECTS }, (_, row) => [
      '19',
      row === 3 ? '41' : '35',
      row === 5 ? '优' : '18',
      '20',
    ]);
    await paste(page, lines.map((line) => line.join('\t')).join('\r\n'));
    await seen(page, '2 格有误，尚未记入');
    expect(await page.locator('.sheet-tools').textContent()).toContain('已评 54/56');
    await page.getByRole('button', { name: '第 4 行“工作实效”：41（超出范围）' }).click();
    expect(await editor(page).evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await editor(page).inputValue()).toBe('41');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await page.locator('.sheet-tools').textContent()).toContain('已评 0/56');
    expect(await page.getByText('格有误，尚未记入').count()).toBe(0);
    await paste(page, lines.map((line) => line.join('\t')).join('\r\n'));
    await page.keyboard.press('Control+z');
    expect(await page.locator('.sheet-tools').textContent()).toContain('已评 0/56');
  });

  it('goes out as a workbook and comes in again: what is wrong is told cell by cell, and saved is what is right', async () => {
    const { page } = await room.openSheet('u-004-officer');
    await page.getByText('表格文件与打印').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 Excel 评分表' }).click(),
    ]);
    const file = await download.path();
    const filled = async (mark: string): Promise<Buffer> => {
      const parts = unzipSync(new Uint8Array(await readFile(file)));
      const name = 'xl/worksheets/sheet1.xml';
      const sheet = strFromU8(parts[name] ?? new Uint8Array());
      const changed = sheet.replace(/<c r="E4"([^>]*)\/>/u, `<c r="E4"$1><v>${mark}</v></c>`);
      expect(changed).not.toBe(sheet);
      return Buffer.from(zipSync({ ...parts, [name]: strToU8(changed) }));
    };
    const handIn = async (mark: string): Promise<void> =>
      page
        .locator('input[type="file"]')
        .setInputFiles({ name: '评分表.xlsx', mimeType: '', buffer: await filled(mark) });
    await handIn('19.3');
    await seen(page, '1 格有误，请改正后重新上传');
    expect(await page.getByRole('button', { name: /单元格 E4：19.3/u }).count()).toBe(1);
    await handIn('19.5');
    await seen(page, '文件中有 1 个分值，其中 1 个与评分表不同');
    await page.getByRole('button', { name: '保存这 1 个分值' }).click();
    await seen(page, '已保存 1 个分值');
    await page.locator('.sheet-tools', { hasText: '已评 1/48' }).waitFor();
    expect((await room.onPlatform(page)).scored).toBe(1);
  });

  it('an evaluator asks for his sealed sheet from a phone, is told why it stays sealed, asks again, and two persons open it', async () => {
    const { campaign, path } = room;
    const { roundId } = campaign;
    const sealed = async (options = {}): Promise<Page> => {
      const { page } = await room.open(options);
      await campaign.enter(page, 'expert-7', path);
      await page.getByRole('heading', { name: '评分表已提交' }).waitFor();
      return page;
    };
    const ask = async (page: Page, why: string): Promise<void> => {
      await page.getByRole('button', { name: '申请重新开放' }).click();
      await page.getByRole('dialog').getByLabel('理由').fill(why);
      await page.getByRole('dialog').getByRole('button', { name: '提交申请' }).click();
      await seen(page, '待答复');
    };
    const phone = await sealed({ width: 320 });
    await ask(phone, '漏看了一份材料。');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await seriousFindings(phone)).toEqual([]);
    await phone.getByRole('button', { name: '撤回申请' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: '撤回申请' }).click();
    await seen(phone, '已撤回', { exact: true });
    await ask(phone, '漏看了第二份材料。');

    const { page: office } = await room.open();
    await campaign.enter(office, FIRST_OFFICER, '/');
    await office.getByRole('link', { name: /答复重新开放申请/u }).click();
    await seen(office, '漏看了第二份材料。');
    await seen(office, '评分截止后才能提出重新开放');
    expect(await seriousFindings(office)).toEqual([]);
    await office.getByRole('button', { name: '不予开放…' }).click();
    await office.getByRole('dialog').getByLabel('理由').fill('两份材料内容相同。');
    await office.getByRole('dialog').getByRole('button', { name: '不予开放…' }).click();
    await seen(office, '不予开放', { exact: true });
    await phone.reload();
    await seen(phone, '两份材料内容相同。');

    await campaign.closeScoring();
    await ask(phone, '分值填错了一行。');
    await office.reload();
    await office.getByRole('button', { name: '提出重新开放…' }).click();
    await fillUntil(office.getByRole('dialog'), '2024-12-14', '18:00');
    await office.getByRole('dialog').getByRole('button', { name: '提出' }).click();
    await seen(office, '已提出重新开放，等待另一人执行。');
    const { page: inspector } = await room.open();
    await campaign.enter(inspector, 'inspector-1', `/rounds/${roundId}/proposals`);
    await seen(inspector, '分值填错了一行。');
    await inspector.getByRole('button', { name: '执行' }).click();
    await inspector.getByRole('dialog').getByRole('button', { name: '执行' }).click();
    await seen(inspector, '已重新开放');
    await phone.reload();
    await phone.locator('.sheet-tools').waitFor();
  });
});
