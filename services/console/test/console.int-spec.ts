import { describe, expect, it, jest } from '@jest/globals';
import createClient from 'openapi-fetch';
import type { paths } from '../src/api/generated/schema.ts';
import { sampleSuite } from './browser-suite.ts';
import { enterAs, seen, seriousFindings, type Watched, speak } from './chromium.ts';

// Far more than it takes: a busy machine is no failure.
jest.setTimeout(300_000);

const CALLS_MAX = 8;
const PHONE = 390;

sampleSuite('the console', ({ open, ground }) => {
  describe('the generated client', () => {
    it('asks the platform and is answered as its types say', async () => {
      const client = createClient<paths>({ baseUrl: ground().url });
      const { data, error } = await client.GET('/v1/public/notices', { params: { query: { sort: 'until' } } });
      expect(error).toBeUndefined();
      expect(data).toEqual({ items: [], nextPageToken: null, total: 0, facets: expect.anything() });
    });

    it('is told a refusal as a problem with a reason that its types list', async () => {
      const client = createClient<paths>({ baseUrl: ground().url });
      const { data, error, response } = await client.GET('/v1/work');
      expect([data, response.status, error?.reason]).toEqual([undefined, 401, 'NOT_SIGNED_IN']);
    });
  });

  const heading = async ({ page }: Watched, name: string): Promise<void> =>
    page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

  it('a visitor of the sample is inside in one click, and finds his work by deadline', async () => {
    const watched = await open();
    await enterAs(watched.page, '机关党委工作人员');
    await heading(watched, '我的待办');
    const row = watched.page.getByRole('row', { name: '组织评审' });
    expect(await row.textContent()).toMatch(/0\/1.*还有 \d+ 天.*2\d{3}年/u);
    expect(await seriousFindings(watched.page)).toEqual([]);
    // One click to where it is done.
    await row.getByRole('link').click();
    await heading(watched, '评委与进度');
  });

  it('work leads to where it is done; who has a role in several organizations looks at the projects of each', async () => {
    const { page } = await open();
    await enterAs(page, '党支部书记');
    const work = page.getByRole('row', { name: /完成阶段任务/u }).first();
    const title = (await work.locator('th .quiet').textContent()) ?? '';
    await work.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    await page.goto('/entries');
    const scope = page.getByLabel('所在组织');
    await scope.waitFor();
    expect(await scope.locator('option').count()).toBeGreaterThan(1);
    for (const branch of await scope.locator('option').all()) {
      await scope.selectOption((await branch.getAttribute('value')) ?? '');
      await seen(page, /已显示 \d+ 条|所选组织在本活动中还没有项目/u);
      if ((await page.getByRole('link', { name: title }).count()) > 0) return;
    }
    throw new Error('the project of his work is in none of his organizations');
  });

  it('everybody is shown what his role works with: an expert no list of projects, a visitor no work', async () => {
    const expert = await open();
    await enterAs(expert.page, '评审专家');
    const menu = expert.page.getByRole('navigation', { name: '主导航' });
    expect(await menu.getByRole('link').allTextContents()).toEqual([
      '我的待办',
      '我的评分表',
      '组织',
      '公示',
      '荣誉',
      '证书查验',
    ]);
    const visitor = await open();
    await visitor.page.goto('/');
    await heading(visitor, '建功项目管理平台');
    expect(await visitor.page.getByRole('link').allTextContents()).not.toContain('我的待办');
    expect(await seriousFindings(visitor.page)).toEqual([]);
  });

  it('a long menu has at most seven lines, which open into places; all of it goes by keyboard', async () => {
    const { page } = await open();
    await enterAs(page, '单位联络员');
    const menu = page.getByRole('navigation', { name: '主导航' });
    expect(await menu.locator('#menu-lines > li').allTextContents()).toHaveLength(6);
    const group = menu.getByRole('button', { name: '评审评分' });
    expect(await group.getAttribute('aria-expanded')).toBe('false');
    expect(await menu.getByRole('link', { name: '检查清单' }).count()).toBe(0);
    await group.focus();
    await page.keyboard.press('Enter');
    // His own sheets and promises stand before it.
    for (const _ of ['我的评分表', '我的承诺', '检查清单']) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await heading({ page } as Watched, '检查清单');
    // Where one is stays open, and says so.
    expect(await menu.getByRole('link', { name: '检查清单' }).getAttribute('aria-current')).toBe('page');
    expect(await group.getAttribute('aria-expanded')).toBe('true');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('on a phone the menu is one line that says where one is, and goes once a place is chosen', async () => {
    const { page } = await open({ width: PHONE });
    await enterAs(page, '单位联络员');
    const menu = page.getByRole('navigation', { name: '主导航' });
    const button = menu.getByRole('button', { name: '菜单' });
    await seen(menu.locator('.menu-line'), '我的待办');
    expect(await menu.getByRole('link').count()).toBe(0);
    await button.click();
    expect(await seriousFindings(page)).toEqual([]);
    await menu.getByRole('button', { name: '组织与党员' }).click();
    await menu.getByRole('link', { name: '组织', exact: true }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await seen(menu.locator('.menu-line'), '组织');
    expect(await menu.getByRole('link').count()).toBe(0);
  });

  it('projects are searched and filtered in the address, which survives a reload', async () => {
    const { page, calls, ...rest } = await open();
    await enterAs(page, '机关党委工作人员');
    calls.length = 0;
    await page.goto('/entries');
    await heading({ page, calls, ...rest }, '建功项目');
    await seen(page, /已显示 50 条，共 \d+ 条/u);
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    await page.getByLabel('状态').selectOption('underway');
    await page.getByLabel('搜索').pressSequentially('zhengwu');
    await page.waitForURL(/q=zhengwu/u);
    await page.locator('summary', { hasText: '显示列' }).click();
    await page.getByLabel('申报次数').check();
    await page.waitForURL(/columns=declarations/u);
    const shown = async (): Promise<readonly string[]> => {
      await seen(page, /已显示 (?!50)\d+ 条/u);
      return page.locator('tbody tr').allTextContents();
    };
    const before = await shown();
    expect(before.length).toBeGreaterThan(0);
    expect(before.every((row) => row.includes('政务') && row.includes('推进中'))).toBe(true);
    await page.reload();
    expect(await shown()).toEqual(before);
    expect(await page.getByLabel('搜索').inputValue()).toBe('zhengwu');
    expect(await page.getByRole('columnheader', { name: '申报次数' }).count()).toBe(1);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('a search that finds nothing says so and how to go on; an input method sends nothing while it composes', async () => {
    const { page } = await open();
    await enterAs(page, '机关党委工作人员');
    await page.goto('/entries');
    const box = page.getByLabel('搜索');
    await box.focus();
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'zhengwu', selectionStart: 7, selectionEnd: 7 });
    await seen(page, /已显示 50 条/u);
    expect(page.url()).not.toContain('q=');
    await input.send('Input.insertText', { text: '查无此项' });
    await page.waitForURL(/q=/u);
    await page.getByRole('heading', { name: '没有符合条件的项目' }).waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await seen(page, /已显示 50 条/u);
    expect(await box.inputValue()).toBe('');
  });

  it('one project shows itself whole in few calls', async () => {
    const { page, calls } = await open();
    await enterAs(page, '机关党委工作人员');
    await page.goto('/entries');
    const first = page.locator('tbody th a').first();
    const title = await first.textContent();
    calls.length = 0;
    await first.click();
    await page.getByRole('heading', { level: 1, name: title ?? '', exact: true }).waitFor();
    for (const part of ['基本情况', '阶段任务', '推进情况', '申报材料', '审核意见', '材料与照片', '办理过程'])
      await page.getByRole('heading', { level: 2, name: part }).waitFor();
    await seen(page, '提报计划');
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await page.locator('.problem').count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('a list is made a file for Excel, told how far, and downloaded', async () => {
    const { page } = await open();
    await enterAs(page, '机关党委工作人员');
    await page.goto('/organizations');
    await page.getByRole('button', { name: '导出表格' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^下载/u }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/u);
  });

  it('organizations are walked down the tree and found by initials', async () => {
    const { page } = await open();
    await enterAs(page, '机关党委工作人员');
    await page.goto('/organizations');
    await page
      .getByRole('row', { name: /示范省财政厅/u })
      .getByRole('link', { name: /查看下级/u })
      .click();
    await page.getByRole('row', { name: /示范省财政厅.*党委/u }).waitFor();
    expect(await page.getByRole('navigation', { name: '所在位置' }).textContent()).toContain('示范省财政厅');
    await page.goto('/organizations?q=sfsczt');
    await page
      .getByRole('row', { name: /示范省财政厅/u })
      .first()
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('the language is switched without a reload and kept, and large type is larger', async () => {
    const { page } = await open({ timezone: 'America/New_York' });
    await enterAs(page, '机关党委工作人员');
    await page.evaluate(() => Object.assign(window, { stillHere: true }));
    const due = page.locator('tbody td[data-title="截止"] .quiet').first();
    const deadline = await due.textContent();
    expect(deadline).toMatch(/24:00$/u);
    await speak(page, 'en');
    await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
    expect(await page.evaluate(() => [Reflect.get(window, 'stillHere'), document.documentElement.lang])).toEqual([
      true,
      'en',
    ]);
    const size = async (): Promise<number> =>
      page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    expect(await size()).toBe(16);
    await page.getByRole('button', { name: 'Large type' }).click();
    expect(await size()).toBe(20);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
    expect(await size()).toBe(20);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('whoever signs out leaves no name behind', async () => {
    const { page } = await open();
    await enterAs(page, '机关党委工作人员');
    const name = (await page.locator('.account summary').textContent()) ?? '';
    expect(name).toContain('（虚构）');
    await page.locator('.account summary').click();
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('heading', { level: 1, name: '建功项目管理平台' }).waitFor();
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    expect(kept).not.toContain(name);
    expect(page.url()).not.toContain(encodeURIComponent(name));
    // What needs a sign-in says so, and leads back to where one was.
    await page.goto('/organizations');
    const again = page.getByRole('link', { name: '重新登录' });
    expect(await again.getAttribute('href')).toBe('/sign-in?next=%2Forganizations');
  });

  it('the public reads notices and honours and checks a certificate without signing in', async () => {
    const { page } = await open();
    for (const [path, name] of [
      ['/public/notices', '目前没有公示'],
      ['/public/honours', '没有找到荣誉'],
    ] as const) {
      await page.goto(path);
      await page.getByRole('heading', { name }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
    }
    await page.goto('/public/certificates');
    await page.getByLabel('证书编号').fill('JG-2026-0000');
    await page.getByRole('button', { name: '查验' }).click();
    await seen(page.getByRole('alert'), '没有此编号的证书');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('an address that is nobody’s says so', async () => {
    const { page } = await open();
    await page.goto('/nowhere/at-all');
    await page.getByRole('heading', { level: 1, name: '没有找到' }).waitFor();
  });

  it('on a phone nothing is wider than the screen', async () => {
    const { page } = await open({ width: PHONE });
    await enterAs(page, '机关党委工作人员');
    for (const path of [
      '/',
      '/entries',
      '/organizations',
      '/people',
      '/my-record',
      '/members',
      '/public/notices',
      '/public/honours',
      '/public/certificates',
    ]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, PHONE]);
      expect(await seriousFindings(page)).toEqual([]);
    }
  });
});
