import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { paths } from '../src/api/generated/schema.ts';
import { momentsOf } from '../src/pages/audit/moments.ts';
import { sampleSuite } from './browser-suite.ts';
import { seen, seriousFindings } from './chromium.ts';

type Replayed = paths['/v1/audit/streams/{stream}']['get']['responses'][200]['content']['application/json'];

jest.setTimeout(300_000);
const CALLS_MAX = 8;
const PHONE = 390;
/** A service that goes away is named within this. */
const NAMED_MS = 5_000;

sampleSuite('auditors and operators', ({ enter, ground }) => {
  const replayAt = async (page: Page, stream: string, at?: string): Promise<Replayed> =>
    page.evaluate(
      async (path) => (await fetch(path)).json() as Promise<Replayed>,
      `/v1/audit/streams/${encodeURIComponent(stream)}?pageSize=200${at === undefined ? '' : `&at=${encodeURIComponent(at)}`}`,
    );

  it('an auditor finds what happened, with names, in few calls, and narrows it to a role and a day in the address', async () => {
    const { page, calls } = await enter('审计人员');
    calls.length = 0;
    await page.getByRole('link', { name: '监督审计' }).click();
    await page.getByRole('heading', { level: 2, name: '事件分布' }).waitFor();
    const rows = page.locator('table.list tbody tr');
    await rows.first().waitFor();
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await rows.count()).toBe(50);
    // Thirty days and today, the quiet ones, too.
    expect(await page.locator('.bars li').count()).toBe(31);
    await page.getByLabel('身份').selectOption('branch-secretary');
    await page.waitForURL(/role=branch-secretary/u);
    await page.locator('.bars button').last().click();
    await page.waitForURL(/from=\d{4}-\d\d-\d\d&to=|to=.*from=/u);
    await rows.first().waitFor();
    expect((await rows.allTextContents()).every((row) => row.includes('党支部书记'))).toBe(true);
    await page.reload();
    await rows.first().waitFor();
    expect(await page.getByLabel('身份').inputValue()).toBe('branch-secretary');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('delight 9, the slider at a moment is the replay at that moment, its link shows the same again, and event leads to trace leads to event', async () => {
    const { page } = await enter('审计人员');
    await page.goto('/audit?role=unit-officer');
    const first = page.locator('table.list tbody th a').first();
    const type = (await page.locator('table.list tbody th .code').first().textContent()) ?? '';
    await first.click();
    await page.getByRole('heading', { level: 1, name: '逐条回放' }).waitFor();
    const stream = decodeURIComponent(new URL(page.url()).pathname.slice('/audit/streams/'.length));
    const slider = page.getByLabel('回放到');
    await slider.focus();
    const steps = page.locator('ol.steps > li');
    const shown = (): Promise<readonly string[]> => steps.locator('.facts dd:first-of-type').allTextContents();
    const every = (await replayAt(page, stream)).items;
    const moments = momentsOf(every);
    expect(moments.length).toBeGreaterThan(1);
    /** The page says the moment it shows as soon as its address does, and not before. */
    const standsAt = async (moment: string): Promise<void> => {
      await page.waitForURL((url) => url.searchParams.get('at') === moment);
      const told = (await replayAt(page, stream, moment)).items.map(({ hash }) => hash);
      expect(told).toEqual(every.slice(0, told.length).map(({ hash }) => hash));
      await steps.nth(told.length - 1).waitFor();
      await steps.nth(told.length).waitFor({ state: 'detached' });
      expect((await shown()).toReversed()).toEqual(told);
    };
    // Two keys at once, as a held key sends them: the second goes on from where the first led, whatever the address says yet.
    await Promise.all([page.keyboard.press('Home'), page.keyboard.press('ArrowRight')]);
    await standsAt(moments[1] ?? '');
    await page.keyboard.press('End');
    await standsAt(moments.at(-1) ?? '');
    // And back: a moment in which several facts happened is one step, and no place to be stuck at.
    for (const moment of moments.toReversed().slice(1)) {
      await page.keyboard.press('ArrowLeft');
      await standsAt(moment);
    }
    await page.keyboard.press('ArrowRight');
    await standsAt(moments[1] ?? '');
    const link = page.url();
    const other = await enter('审计人员');
    await other.page.goto(link);
    await other.page.locator('ol.steps > li').first().waitFor();
    expect(await other.page.locator('ol.steps .facts dd:first-of-type').allTextContents()).toEqual(await shown());
    expect(await seriousFindings(page)).toEqual([]);

    // From an event to the call that stored it, and back to what the call stored.
    await page.goto('/audit?role=unit-officer');
    await page.getByRole('link', { name: '调用链' }).first().click();
    await page.getByRole('heading', { level: 1, name: '一次调用的全部环节' }).waitFor();
    await page.getByRole('link', { name: '查看它记录的事件' }).click();
    await seen(page, /只看调用链/u);
    expect(await page.locator('table.list tbody').textContent()).toContain(type);
  });

  it('who read what is listed by kind, the auditor’s own looking, too', async () => {
    const { page } = await enter('审计人员');
    await page.goto('/audit/reads');
    await page.locator('table.list tbody tr').first().waitFor();
    await page.getByLabel('内容类别').selectOption('log');
    await page.waitForURL(/about=log/u);
    await page.locator('table.list tbody tr', { hasText: '审计人员' }).first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('delight 10, an operator sees a killed service named within five seconds, and its recovery, without a reload', async () => {
    const { page } = await enter('运维人员');
    await page.getByRole('link', { name: '运行监测' }).click();
    // Exactly: the platform itself has started longer ago than the page tells of.
    await seen(page, /^全部服务均在应答。$/u, { timeout: 60_000 });
    await page.evaluate(() => Object.assign(window, { stillHere: true }));
    const killed = Date.now();
    await ground().kill('notifications');
    // It may be back before the page looks the next time: then it is named as just started.
    await seen(page, /(?:未应答|30 秒内启动)的服务：[^。]*通知/u);
    expect(Date.now() - killed).toBeLessThan(NAMED_MS);
    await seen(page, /全部服务均在应答。 30 秒内启动的服务：[^。]*通知/u, { timeout: 60_000 });
    expect(await page.evaluate(() => Reflect.get(window, 'stillHere'))).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('an operator walks a call through all services, on a phone, too', async () => {
    const { page } = await enter('运维人员', { width: PHONE });
    for (const path of ['/operations', '/operations/deliveries', '/operations/repairs', '/operations/traces']) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, PHONE]);
      expect(await seriousFindings(page)).toEqual([]);
    }
    await page.locator('table.list tbody th a').first().click();
    await page.locator('.waterfall .span').first().waitFor();
    expect(await page.locator('.waterfall .span-bar').count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  });
});
