import { readFile } from 'node:fs/promises';
import { expect, it, jest } from '@jest/globals';
import { sampleFiles } from '@jiangong/evidence/testing';
import type { Locator, Page } from 'playwright-core';
import { OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { nominatorOf, secretaryOf, type Unit } from '../../../test/journeys/played-nominated.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings, type Watched, speak } from './chromium.ts';
import { ClaimedCampaign } from './claimed-campaign.ts';
import { looksIn } from './pages/looks.ts';
import { checkedGround } from './pages/source-grounds.ts';

const CALLS_MAX = 8;
const PHONE = 390;
jest.setTimeout(300_000);

/** An appraisal at its check, with claims, some of them decided. */
const atCheck = { start: async () => ClaimedCampaign.start(), origin: ({ origin }: ClaimedCampaign) => origin };

browserSuite('bonuses', atCheck, (suite) => {
  const { ground, open } = suite;
  looksIn('claimed', suite, checkedGround);
  const enter = async (person: string, address: string, width?: number): Promise<Watched> => {
    const watched = await open(width === undefined ? {} : { width });
    await ground().enter(watched.page.context(), person);
    await watched.page.goto(address);
    return watched;
  };
  const claimsOf = (unit: Unit): string => `/rounds/${ground().played.roundId}/bonuses/${ground().played.entry(unit)}`;
  /** The dialog stands within its item, with all that was typed, until the platform has answered. */
  const done = async (dialog: Locator): Promise<void> => dialog.waitFor({ state: 'detached' });
  const item = (page: Page, name: RegExp) => page.getByRole('region', { name });
  const claims = async (unit: Unit) => (await ground().played.bonus(OFFICER, unit)).claims;

  it('are claimed on a phone: what, at which level, when, with a document; what is lacking is said', async () => {
    const { page, calls } = await enter(nominatorOf('a'), claimsOf('a'), PHONE);
    const commended = item(page, /荣誉表彰（每项）/u);
    await commended.getByRole('button', { name: '申报' }).click();
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '提交申报' }).click();
    await seen(dialog, '请填写');
    await dialog.getByLabel('荣誉或成果名称').fill('全省模范集体');
    await dialog.getByLabel('档次').selectOption('province');
    await dialog.getByLabel('取得日期').fill('2024-06-01');
    await dialog.getByRole('button', { name: '提交申报' }).click();
    await seen(dialog, '须选择证明材料');
    await dialog
      .locator('input[capture]')
      .setInputFiles({ name: '奖牌.jpg', mimeType: 'image/jpeg', buffer: sampleFiles['image/jpeg'] });
    await dialog.locator('.file-name', { hasText: '已上传' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '提交申报' }).click();
    await done(dialog);
    await seen(commended, '全省模范集体');
    for (const width of [PHONE, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    expect(await claims('a')).toEqual([expect.objectContaining({ honour: '全省模范集体', points: 200 })]);
  });

  it('the office opens what was photographed, and nobody who is shown nothing of it does', async () => {
    const { page } = await enter(OFFICER, claimsOf('a'));
    const commended = item(page, /荣誉表彰（每项）/u);
    const opening = page.waitForEvent('download');
    await commended.getByRole('button', { name: '材料 1' }).click();
    const opened = await opening;
    expect(opened.suggestedFilename()).toMatch(/^[0-9a-f]{16}\.jpg$/u);
    expect(await readFile(await opened.path())).toEqual(sampleFiles['image/jpeg']);
    expect(await seriousFindings(page)).toEqual([]);
    const [claim] = await claims('a');
    const address = `${ground().played.about('a', 'bonus-claims')}/${claim?.claimId ?? ''}/evidence/${claim?.evidence[0] ?? ''}`;
    const asked = async (person: string): Promise<number> =>
      (await (await enter(person, '/')).page.request.get(address)).status();
    expect(await asked(OFFICER)).toBe(200);
    expect(await asked(secretaryOf('b'))).toBeGreaterThanOrEqual(403);
  });

  it('the office sees whose claims wait, what has waited longest first, in both languages', async () => {
    const { page, calls } = await enter(OFFICER, `/rounds/${ground().played.roundId}/bonuses`);
    await seen(page.getByRole('row', { name: /B厅/u }), '待认定');
    await seen(page.getByRole('row', { name: /C厅/u }), '未申报');
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByLabel('状态').selectOption('none');
    await seen(page, '共 1 条');
    expect(new URL(page.url()).searchParams.get('progress')).toBe('none');
    await speak(page, 'en');
    await seen(page.getByRole('row', { name: /C厅/u }), 'No claims');
  });

  it('are granted within their item, and decided anew with a reason', async () => {
    const { page } = await enter(OFFICER, claimsOf('d'), PHONE);
    const method = item(page, /工作法/u);
    await method.getByRole('button', { name: '认定' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('分值').fill('2');
    await dialog.getByRole('button', { name: '确认' }).click();
    await dialog.locator('.ant-form-item-explain-error', { hasText: '最多 1 分' }).waitFor();
    await dialog.getByLabel('分值').fill('0.8');
    await dialog.getByLabel('理由').fill('部分认定（虚构）。');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '确认' }).click();
    await done(dialog);
    await seen(method, '0.8 分');
    await method.getByRole('button', { name: '重新认定' }).click();
    await dialog.getByLabel('认定结果').selectOption('declined');
    await dialog.getByLabel('不予加分的事由').selectOption('of-another-time');
    await dialog.getByLabel('重新认定的事由').selectOption('decided-in-error');
    await dialog.getByLabel('理由').fill('成果形成于上一年度（虚构）。');
    await dialog.getByRole('button', { name: '确认' }).click();
    await done(dialog);
    await seen(method, '成果形成于上一年度（虚构）。');
    expect(await claims('d')).toEqual([
      expect.objectContaining({ standing: 'declined', earlier: [expect.anything()] }),
    ]);
  });

  it('whoever is judged finds what he claimed, reads what was decided and why, and withdraws what waits', async () => {
    const { page, calls } = await enter(nominatorOf('b'), '/my-bonuses', PHONE);
    const row = page.getByRole('row', { name: /申报/u }).last();
    await row.waitFor();
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await seriousFindings(page)).toEqual([]);
    await row.getByRole('link').first().click();
    const brand = item(page, /党建品牌/u);
    await seen(brand, '未附品牌评定文件');
    expect(await brand.getByRole('button', { name: '认定' }).count()).toBe(0);
    const commended = item(page, /荣誉表彰（每项）/u);
    await commended.getByRole('button', { name: '撤回' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('与省级为同一荣誉（虚构）。');
    await dialog.getByRole('button', { name: '撤回' }).click();
    await done(dialog);
    await seen(commended, '与省级为同一荣誉（虚构）。');
    expect((await claims('b')).map(({ standing }) => standing).toSorted()).toEqual([
      'declined',
      'granted',
      'withdrawn',
    ]);
  });

  it('are no other unit’s to read', async () => {
    const { page } = await enter(secretaryOf('a'), claimsOf('b'));
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByText('青年文明号').count()).toBe(0);
  });
});
