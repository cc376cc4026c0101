import { randomUUID } from 'node:crypto';
import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { browserSuite } from './browser-suite.ts';
import { CalledCampaign } from './called-campaign.ts';
import { seen, seriousFindings, speak } from './chromium.ts';

const PHONE = 390;
const TITLE = '<b>车间里的春天</b>（虚构）';
const CHANGED = '车间里的春天·定稿（虚构）';
const AUTHOR = '王小明（虚构）';
jest.setTimeout(300_000);

/** A call whose public enters works by codes that the office handed out. */
const calling = { start: async () => CalledCampaign.start(), origin: ({ origin }: CalledCampaign) => origin };

const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(`invented ${randomUUID()}`) });

const give = async (page: Page, code: string): Promise<void> => {
  await page.goto('/public/works');
  await page.getByLabel('征集码').fill(code);
  await page.keyboard.press('Enter');
};

const fill = async (page: Page, title: string): Promise<void> => {
  await page.getByLabel('作品名称').fill(title);
  await page.getByLabel('创作说明').fill('原创作品，未曾发表（虚构）。');
  await page.getByLabel('作者姓名').fill(AUTHOR);
  await page.getByLabel('联系方式').fill('000-00000000');
};

const looksWell = async (page: Page, width: number): Promise<void> => {
  expect(await seriousFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
};

browserSuite('works that the public enters by codes', calling, ({ ground, open }) => {
  const codeAt = (at: number): string => ground().codes[at] as string;

  it('is entered on a phone, by keys alone but for the file, and answered with a receipt', async () => {
    const { page } = await open({ width: PHONE });
    await give(page, codeAt(0));
    await seen(page, '网络作品征集（虚构）');
    await seen(page, '4月30日 24:00');
    const category = page.getByLabel('类别');
    await category.selectOption('song');
    await page.getByLabel('作品文件（作品）').setInputFiles(file('歌词.txt'));
    await fill(page, TITLE);
    await looksWell(page, PHONE);
    await page.getByRole('button', { name: '提交作品' }).press('Enter');
    await page.getByRole('heading', { name: '报送回执' }).waitFor();
    // Whoever sent it stands at the foot of the form: the receipt comes to him.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('报送回执');
    await seen(page, '第 1 次提交');
    await seen(page, '已交材料：作品');
    expect(await page.getByText(TITLE).count()).toBeGreaterThan(0);
    await looksWell(page, PHONE);
    expect(page.url()).not.toContain(codeAt(0));
  });

  it('is changed by whoever comes back with the code, who finds its words and not its author’s', async () => {
    const { page } = await open({ width: PHONE });
    await give(page, ` ${codeAt(0).toLowerCase().replaceAll('-', ' ')} `);
    await seen(page, TITLE);
    expect(await page.getByLabel('作品名称').inputValue()).toBe(TITLE);
    expect(await page.getByLabel('创作说明').inputValue()).toBe('原创作品，未曾发表（虚构）。');
    expect(await page.getByLabel('作者姓名').inputValue()).toBe('');
    // One work a code: no other category is offered while it stands.
    expect(await page.getByLabel('类别').locator('option:not([disabled])').allTextContents()).toEqual(['歌曲']);
    await fill(page, CHANGED);
    await page.getByLabel('作品文件（作品）').setInputFiles(file('定稿.txt'));
    await page.getByRole('button', { name: '提交修改' }).press('Enter');
    await page.getByRole('heading', { name: '报送回执' }).waitFor();
    await seen(page, '第 2 次提交');
    // The form holds what stands now.
    await page.getByRole('heading', { name: CHANGED }).waitFor();
    expect(await page.getByLabel('作品名称').inputValue()).toBe(CHANGED);
  });

  it('is taken back with a reason, and entered again in another category', async () => {
    const { page } = await open({ width: PHONE });
    await give(page, codeAt(0));
    await page.getByLabel('撤回原因').fill('需要修改（虚构）。');
    await page.keyboard.press('Enter');
    await seen(page, '作品已撤回；截止前可重新报送。');
    await looksWell(page, PHONE);
    await page.getByLabel('类别').selectOption('literature');
    await fill(page, CHANGED);
    await page.getByLabel('作品文件（作品）').setInputFiles(file('散文.txt'));
    await page.getByRole('button', { name: '提交作品' }).press('Enter');
    await page.getByRole('heading', { name: '报送回执' }).waitFor();
    await page.getByRole('button', { name: '撤回作品' }).waitFor();
  });

  it('keeps no name that its author wants erased: asked once more, for good', async () => {
    const { page } = await open({ width: PHONE });
    await give(page, codeAt(0));
    const erase = page.getByRole('button', { name: '删除姓名和联系方式' });
    await erase.press('Enter');
    await seen(page, '删除后不可恢复');
    await looksWell(page, PHONE);
    await page.keyboard.press('Escape');
    await erase.press('Enter');
    await page.getByRole('button', { name: '确认删除' }).press('Enter');
    await seen(page, '姓名和联系方式已删除。');
    expect(await erase.count()).toBe(0);
    await page.getByRole('button', { name: '撤回作品' }).waitFor();
  });

  it('tells what is missing, and a code that nobody was given', async () => {
    const { page } = await open({ width: PHONE });
    await give(page, '00000-00000-00000-00000');
    await page.getByRole('alert').waitFor();
    await looksWell(page, PHONE);
    await give(page, codeAt(1));
    await page.getByLabel('类别').selectOption('film');
    await page.getByLabel('作品文件（作品）').setInputFiles(file('脚本.txt'));
    await page.getByRole('button', { name: '提交作品' }).press('Enter');
    await seen(page, '请填写');
    await looksWell(page, PHONE);
  });

  it('after a refusal is sent again with another file, as another order', async () => {
    const { page } = await open();
    await give(page, codeAt(1));
    await page.getByLabel('类别').selectOption('painting');
    await fill(page, TITLE);
    const own = page.getByLabel('作品文件（作品）');
    await own.setInputFiles({ name: '空.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(64, 1) });
    await page.getByRole('button', { name: '提交作品' }).press('Enter');
    await page.getByRole('alert').waitFor();
    await own.setInputFiles(file('说明.txt'));
    await page.getByRole('button', { name: '提交作品' }).press('Enter');
    await page.getByRole('heading', { name: '报送回执' }).waitFor();
  });

  it('says in English what it says in Chinese', async () => {
    const { page } = await open();
    await give(page, codeAt(2));
    await seen(page, '类别');
    await speak(page, 'en');
    await seen(page, 'Call for works (invented)');
    await page.getByLabel('Category').selectOption('song');
    await page.getByLabel('File of the work (The work)').waitFor();
    await looksWell(page, 1_366);
  });

  it('are handed out by the office on the edition’s page, shown once, used, and recalled by their numbers', async () => {
    const { page } = await open({ width: PHONE });
    await ground().enter(page.context(), OFFICER);
    await page.goto(`/editions/${ground().played.editionId}`);
    await page.getByRole('button', { name: '发放征集码' }).press('Enter');
    const dialog = page.getByRole('dialog');
    const { id, name } = ground().unit;
    await dialog.getByRole('searchbox').fill(name);
    await dialog.getByRole('searchbox').press('Enter');
    await dialog.getByLabel('单位', { exact: true }).selectOption(id);
    await dialog.getByLabel('数量').fill('3');
    await looksWell(page, PHONE);
    await dialog.getByRole('button', { name: '发放征集码' }).press('Enter');
    await seen(page, '新发放的征集码');
    await dialog.waitFor({ state: 'detached' });
    const codes = await page.locator('.receipt li').allTextContents();
    expect(codes).toHaveLength(3);
    await seen(page.locator('.receipt'), name);
    await looksWell(page, PHONE);
    await page.getByRole('button', { name: '已保存，收起' }).press('Enter');
    expect(await page.locator('.receipt').count()).toBe(0);
    await page.getByRole('button', { name: '作废征集码' }).first().press('Enter');
    await dialog.getByLabel('序号').fill('2、2');
    await dialog.getByLabel('理由').fill('遗失一张（虚构）。');
    await dialog.getByRole('button', { name: '作废征集码' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await looksWell(page, PHONE);
    const visitor = await open({ width: PHONE });
    await give(visitor.page, codes[1] as string);
    await visitor.page.getByRole('alert').waitFor();
    await give(visitor.page, codes[2] as string);
    await visitor.page.getByLabel('作品名称').waitFor();
  });
});
