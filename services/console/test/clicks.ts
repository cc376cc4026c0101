import type { Page } from 'playwright-core';

/** Counts what a hand does from here on, as long as the page is not loaded anew; answers how to read it. */
export const countClicks = async (page: Page): Promise<() => Promise<number>> => {
  await page.evaluate(() => {
    Reflect.set(window, 'clicksMade', 0);
    // One a press: a click on a label makes a second event of its own.
    window.addEventListener(
      'pointerdown',
      () => Reflect.set(window, 'clicksMade', Number(Reflect.get(window, 'clicksMade')) + 1),
      true,
    );
  });
  return async () => page.evaluate(() => Number(Reflect.get(window, 'clicksMade')));
};
