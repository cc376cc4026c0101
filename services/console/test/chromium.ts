import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

/**
 * Debian's, or wherever `CHROMIUM` says; undefined: this machine has none. The shell is the same engine, network and storage without the
 * desktop's windows around them: half the processor's time for the same visits (measured on 2026-11-29: 10 s in place of 21 s).
 */
const PROGRAM = [process.env['CHROMIUM'], '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);

/** What a suite is called where it can not run; CI has a browser and accepts no such name. */
export const SUITE = PROGRAM === undefined ? 'skipped: no Chromium on this machine' : 'in Chromium';
export const hasChromium = PROGRAM !== undefined;

export const startChromium = async (): Promise<Browser> =>
  // No sandbox: tests run as root, where Chromium has none.
  chromium.launch({
    ...{ executablePath: PROGRAM ?? '', args: ['--no-sandbox', '--lang=zh-CN'] },
    // Its own controls, such as those of a day, speak the system's language.
    env: { ...process.env, LANGUAGE: 'zh_CN' },
  });

export type Watched = Readonly<{
  page: Page;
  /** What the page did that its policy forbids, what it threw, and what it asked of other hosts. */
  trouble: string[];
  /** Calls of the API since the last navigation that was asked for. */
  calls: string[];
}>;

const VIOLATION = 'violation: ';

/** Notes of a page what should never happen, and what it asks for. */
export const watchPage = async (page: Page, baseURL: string): Promise<Watched> => {
  const trouble: string[] = [];
  const calls: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => {
    if (message.text().startsWith(VIOLATION)) trouble.push(message.text());
  });
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin !== new URL(baseURL).origin && !request.url().startsWith('data:')) trouble.push(request.url());
    if (pathname.startsWith('/v1/') && pathname !== '/v1/live') calls.push(`${request.method()} ${pathname}`);
  });
  await page.addInitScript((mark) => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      console.error(`${mark}${violatedDirective} ${blockedURI} ${sourceFile}`),
    );
  }, VIOLATION);
  return { page, trouble, calls };
};

/** A page of its own browser profile, with everything noted that should never happen. */
export const openPage = async (
  browser: Browser,
  baseURL: string,
  { width = 1_366, timezone = 'Asia/Shanghai' }: Readonly<{ width?: number; timezone?: string }> = {},
): Promise<Watched> => {
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height: 900 },
    timezoneId: timezone,
    locale: 'zh-CN',
  });
  return watchPage(await context.newPage(), baseURL);
};

/**
 * Until nothing is asked any longer and nothing moves or fades: what is half faded in has a contrast that nobody reads at. A part that was
 * loaded may ask for more, so it looks twice.
 */
export const quiet = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    const isQuiet = (): boolean =>
      document.querySelector('.loading, [aria-busy="true"], .ant-btn-loading') === null &&
      document
        .getAnimations()
        .every(({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity);
    for (let times = 0; times < 2;) {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 60)));
      times = isQuiet() ? times + 1 : 0;
    }
  });
};

/** The button that speaks each language: it bears the other one's own name. */
const SWITCHES = { en: 'English', zh: '中文' } as const;

/**
 * Another language, without a reload. Its words come over the line first, and a page that still waits for them is as quiet as one that has
 * them: it has been switched when the button offers the way back.
 */
export const speak = async (page: Page, language: keyof typeof SWITCHES): Promise<void> => {
  await page.getByRole('button', { name: SWITCHES[language], exact: true }).click();
  await page.getByRole('button', { name: SWITCHES[language === 'en' ? 'zh' : 'en'], exact: true }).waitFor();
};

/** Opens a group of the main menu, and goes to one of its places. */
export const goByMenu = async (page: Page, group: string, place: string): Promise<void> => {
  const menu = page.getByRole('navigation', { name: '主导航' });
  await menu.getByRole('button', { name: group, exact: true }).click();
  await menu.getByRole('link', { name: place, exact: true }).click();
};

/** Findings of axe that keep somebody out, each with where it is. */
export const seriousFindings = async (page: Page): Promise<readonly string[]> => {
  await quiet(page);
  // All frames are the platform's own, so no page of its own is needed to put them together: a third of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};

/**
 * Until a text stands there, in one place at least. Another part of the page may hold the same words, such as a history that is loaded a
 * moment later: which of them came first is no matter of a test. What stands in the form or the title of a
 * dialog that is open there does not count: it was typed by the test itself, and stands until the platform has answered. Who waits for such
 * a text gives the dialog.
 */
export const seen = async (
  where: Page | Locator,
  text: string | RegExp,
  { exact = false, timeout }: Readonly<{ exact?: boolean; timeout?: number }> = {},
): Promise<void> =>
  where
    .getByText(text, { exact })
    .and(where.locator(':scope, :not(:scope dialog :is(h2, form, form *))'))
    .first()
    .waitFor(timeout === undefined ? {} : { timeout });

/** One click on the sign-in page of the sample. */
export const enterAs = async (page: Page, role: string): Promise<void> => {
  await page.goto('/sign-in?next=/');
  await page.locator('.people dt', { hasText: role }).locator('+ dd button').first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
};

const ANSWERED_LAST_MS = 3_000;

/** The next question of this kind is answered after all others of its page, as on a slow line it may be. */
export const answeredLast = async (page: Page, question: string): Promise<void> => {
  await page.route(
    question,
    async (route) => {
      await sleep(ANSWERED_LAST_MS);
      await route.continue();
    },
    { times: 1 },
  );
};
