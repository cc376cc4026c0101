import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Suite } from '../browser-suite.ts';
import { hasChromium, openPage, seriousFindings, startChromium, SUITE, type Watched, speak } from '../chromium.ts';
import { listenTo, notEnglish } from './english.ts';
import type { Ground, Ids, Place, Reader } from './grounds.ts';
import { tooLow, widerThanScreen } from './narrow.ts';
import { PAGES } from './page-table.ts';
import { settled } from './settled.ts';
import type { ShownPage } from './shown-page.ts';

export const START_MS = 900_000;
/** Far more than it takes: a busy machine is no failure. */
export const STEP_MS = 300_000;
const CALLS_MAX = 8;
const NARROW = { width: 320, height: 640 };
/** What 1,366 pixels are at a zoom of 200 %. */
const ZOOMED = { width: 683, height: 450 };
const WIDE = { width: 1_366, height: 900 };
const TARGET_PX = 44;

/** `told`: what the platform answered since the last navigation that was asked for. */
export type Opened = Watched & Readonly<{ told: string[] }>;

/** Who is not signed in, and who has no draft yet, is told so by an answer of 401 or 404: the browser notes that, and it is no fault. */
const isAnswer = (url: string): boolean => url.endsWith('/v1/me') || url.includes('/v1/drafts/');

/** Where a reader stands in his own browser. */
export class Readers {
  readonly #browser: Browser;
  readonly #ground: Ground;
  readonly #opened = new Map<Reader, Opened>();

  constructor(browser: Browser, ground: Ground) {
    this.#browser = browser;
    this.#ground = ground;
  }

  async as(reader: Reader): Promise<Opened> {
    const known = this.#opened.get(reader);
    if (known) return known;
    const watched = await openPage(this.#browser, this.#ground.origin);
    const { page } = watched;
    page.on('console', (message) => {
      if (message.type() === 'error' && !isAnswer(message.location().url))
        watched.trouble.push(`console: ${message.text()} ${message.location().url}`);
    });
    page.on('dialog', (dialog) => {
      watched.trouble.push(`a box of the browser's: ${dialog.message()}`);
      void dialog.dismiss();
    });
    // Each page begins in Chinese, wherever the one before it was left.
    await page.addInitScript(() => localStorage.setItem('jiangong.language', 'zh'));
    await this.#ground.enter(page.context(), reader);
    const opened = { ...watched, told: listenTo(page) };
    this.#opened.set(reader, opened);
    return opened;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#opened.values()].map(async ({ page }) => page.context().close()));
    this.#opened.clear();
  }
}

export const go = async ({ page, calls, trouble, told }: Opened, address: string): Promise<void> => {
  for (const noted of [calls, trouble, told]) noted.length = 0;
  await page.setViewportSize(WIDE);
  await page.goto(address);
  await settled(page);
};

const setLarge = async (page: Page, large: boolean): Promise<void> => {
  const button = page.locator('.bar-button[aria-pressed]');
  if ((await button.getAttribute('aria-pressed')) !== String(large)) await button.click();
};

/** Looks at what a button opens, where a page is looked at by one: a dialog, which is closed again, since nothing behind it can be reached. */
const opened = async <T>(page: Page, button: string | undefined, look: () => Promise<T>): Promise<T> => {
  if (button === undefined) return look();
  await page.getByRole('main').getByRole('button', { name: button }).first().click();
  await page.getByRole('dialog').waitFor();
  const seen = await look();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return seen;
};

/** What is wider than the screen at each size, in the page's language. */
const wide = async (page: Page): Promise<unknown> => {
  const found: Record<string, readonly string[]> = {};
  for (const [name, size] of Object.entries({ narrow: NARROW, zoomed: ZOOMED })) {
    await page.setViewportSize(size);
    found[name] = await widerThanScreen(page);
  }
  return found;
};
const NOTHING_WIDE = { narrow: [], zoomed: [] };

export type Ready = Readonly<{ readers: Readers; ids: Ids }>;

/** Everything that must hold of a page, whoever reads it and where. */
const looksAt = ({ name, as, at, opens }: ShownPage, ready: () => Ready): void => {
  it(`${name}: obeys its policy, shuts nobody out, fits a phone, large type and a zoom, and is there in English`, async () => {
    const { readers, ids } = ready();
    const reader = await readers.as(as);
    const { page, calls, told, trouble } = reader;
    await go(reader, at(ids));
    expect(calls.filter((call) => call.startsWith('GET')).length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await page.locator('.problem-id').allTextContents()).toEqual([]);
    const [inChinese, inEnglish] = opens ?? [];
    await opened(page, inChinese, async () => {
      expect(await seriousFindings(page)).toEqual([]);
      expect(await tooLow(page, TARGET_PX)).toEqual([]);
      expect(await wide(page)).toEqual(NOTHING_WIDE);
    });
    await setLarge(page, true);
    await opened(page, inChinese, async () => expect(await wide(page)).toEqual(NOTHING_WIDE));
    await setLarge(page, false);
    expect(await page.evaluate(() => Reflect.get(window, 'hostile'))).toBeUndefined();

    await page.setViewportSize(WIDE);
    await speak(page, 'en');
    await settled(page);
    await opened(page, inEnglish, async () => {
      expect(await notEnglish(page, told)).toEqual([]);
      expect(await wide(page)).toEqual(NOTHING_WIDE);
    });
    expect(trouble).toEqual([]);
  });
};

/** Looks at each page of a place, and then at what else is to be seen there. */
export const looksAtAll = (place: Place, ready: () => Ready): void => {
  for (const page of PAGES.filter((one) => one.place === place)) looksAt(page, ready);
};

/** Pages in a browser, where there is one. */
export const inBrowser = (what: string, look: (browser: () => Browser) => void): void =>
  (hasChromium ? describe : describe.skip)(`every page ${what}, ${SUITE}`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startChromium();
    });
    afterAll(async () => browser?.close());
    look(() => browser);
  });

type OpenContext = () => Promise<BrowserContext>;

/** Looks at all pages of a place on a ground of its own. */
export const onGround = (
  browser: () => Browser,
  place: Place,
  start: (open: OpenContext) => Promise<Ground>,
): (() => Ready) => {
  let ground: Ground;
  let readers: Readers;
  let ids: Ids;
  beforeAll(async () => {
    ground = await start(async () => browser().newContext());
    readers = new Readers(browser(), ground);
    ids = await ground.ids();
  }, START_MS);
  afterAll(async () => {
    await readers?.close();
    await ground?.stop();
  }, START_MS);
  const ready = (): Ready => ({ readers, ids });
  looksAtAll(place, ready);
  return ready;
};

/**
 * Looks at all pages of a place in the suite whose tests stand on it, which so starts and plays no platform for the looks alone. They come first, as the ground
 * was played, and change nothing of it.
 */
export const looksIn = <G>(
  place: Place,
  { browser, ground }: Pick<Suite<G>, 'browser' | 'ground'>,
  groundOf: (ground: G) => Ground,
): void =>
  describe('every page of it', () => {
    onGround(browser, place, async () => ({ ...groundOf(ground()), stop: async () => undefined }));
  });
