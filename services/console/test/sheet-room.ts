import type { Locator, Page } from 'playwright-core';
import { browserSuite, type PageOptions, type Suite } from './browser-suite.ts';
import type { Watched } from './chromium.ts';
import { SheetCampaign } from './sheet-campaign.ts';

type OnPlatform = Readonly<{
  scored: number;
  scores: readonly { entryId: string; marks: readonly { mark: number }[] }[];
}>;

/** What the tests of score sheets do again and again: a campaign at its scoring, and browsers that open its sheet. */
export class SheetRoom {
  readonly #suite: Suite<SheetCampaign>;

  constructor(suite: Suite<SheetCampaign>) {
    this.#suite = suite;
  }

  get campaign(): SheetCampaign {
    return this.#suite.ground();
  }

  get path(): string {
    return `/rounds/${this.campaign.roundId}/sheet`;
  }

  async open(options: PageOptions = {}): Promise<Watched> {
    return this.#suite.open(options);
  }

  async openSheet(persona: string, options: PageOptions = {}): Promise<Watched> {
    const watched = await this.open(options);
    await this.campaign.enter(watched.page, persona, this.path);
    await watched.page.locator('.sheet-tools').waitFor();
    return watched;
  }

  async onPlatform(page: Page): Promise<OnPlatform> {
    return page.evaluate(async (sheet) => (await fetch(`/v1${sheet}`)).json() as Promise<never>, this.path);
  }
}

const atScoring = { start: async () => SheetCampaign.start(), origin: ({ origin }: SheetCampaign) => origin };

/** Tests of the sheet of a campaign that has come to its scoring. */
export const sheetSuite = (name: string, tests: (room: SheetRoom) => void): void =>
  browserSuite(name, atScoring, (suite) => tests(new SheetRoom(suite)));

export const editor = (page: Page): Locator => page.locator('.cell-editor');

export const state = async (page: Page, words: string): Promise<void> =>
  page.locator('.saver', { hasText: words }).waitFor();

export const typeColumn = async (page: Page, column: number, marks: readonly string[]): Promise<void> => {
  await page.locator(`tr[data-row="0"] td[data-column="${column}"]`).click();
  for (const mark of marks) {
    await page.keyboard.type(mark);
    await page.keyboard.press('Enter');
  }
};

export const paste = async (page: Page, text: string): Promise<void> =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);

/** Everything that a browser keeps: what lies in its stores, and of caches the addresses. */
export const keptIn = async (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const found: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
    const asked = async <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no store')));
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const made = await asked(indexedDB.open(name));
      for (const store of made.objectStoreNames)
        found.push(await asked(made.transaction(store).objectStore(store).getAll()));
      made.close();
    }
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
    return JSON.stringify(found);
  });
