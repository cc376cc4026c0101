import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { hasChromium, seen, startChromium, SUITE } from './chromium.ts';

const START_MS = 60_000;
/** As long as nothing has to happen first. */
const AT_ONCE = { timeout: 300 };

const PAGE = `<main><section aria-label="item"><p>of the item</p>
  <dialog open><h2>Record</h2><p>of the dialog</p><form><textarea>was typed</textarea></form></dialog>
</section><p>of the page</p></main>`;

/** A text that a test looks for, where it looks, and whether it has come. */
const looks: readonly (readonly [string, (page: Page) => Page | Locator, string, boolean])[] = [
  ['the page', (page) => page, 'of the page', true],
  ['the page, for what was typed into a dialog', (page) => page, 'was typed', false],
  ['the page, for the title of a dialog', (page) => page, 'Record', false],
  ['the page, for what a dialog tells beside its form', (page) => page, 'of the dialog', true],
  ['the item around a dialog', (page) => page.getByRole('region'), 'of the item', true],
  ['the item, for what was typed into its dialog', (page) => page.getByRole('region'), 'was typed', false],
  ['the dialog', (page) => page.getByRole('dialog'), 'of the dialog', true],
  ['the dialog, for what was typed into it', (page) => page.getByRole('dialog'), 'was typed', true],
  ['the very element that says it', (page) => page.getByRole('paragraph').last(), 'of the page', true],
  ['the dialog, for what stands outside', (page) => page.getByRole('dialog'), 'of the page', false],
];

(hasChromium ? describe : describe.skip)(`a text that a test waits for, ${SUITE}`, () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await startChromium();
    page = await browser.newPage();
  }, START_MS);
  afterAll(async () => browser?.close(), START_MS);

  it.each(looks)('in %s', async (_, where, text, isThere) => {
    await page.setContent(PAGE);
    const waiting = seen(where(page), text, AT_ONCE);
    if (isThere) await expect(waiting).resolves.toBeUndefined();
    else await expect(waiting).rejects.toThrow('Timeout 300ms');
  });

  it('that a dialog held is there as soon as the page itself says it', async () => {
    await page.setContent(PAGE);
    const waiting = seen(page, 'was typed');
    await page.evaluate(() => {
      document.querySelector('dialog')?.remove();
      document.querySelector('section')?.append('was typed');
    });
    await waiting;
  });
});
