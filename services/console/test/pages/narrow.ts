import type { Page } from 'playwright-core';

/** What is wider than the screen and can not be scrolled by itself, with where it is. */
export const widerThanScreen = async (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const scrollsItself = (element: Element): boolean => {
      for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement)
        if (getComputedStyle(at).overflowX !== 'visible') return true;
      return false;
    };
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > width + 1 && !scrollsItself(element),
    );
    return [
      `${document.documentElement.scrollWidth} of ${width}`,
      ...wide.slice(0, 3).map(({ outerHTML }) => outerHTML.slice(0, 160)),
    ];
  });

/** Buttons and fields lower than a finger is wide; links within a text are as high as it. */
export const tooLow = async (page: Page, leastPx: number): Promise<readonly string[]> =>
  page.evaluate(
    (least) =>
      [...document.querySelectorAll('main button, main select, main input, .bar button, .bar a, .menu a')]
        // A word within a sentence is as high as its line, a cell as its row: the row is chosen, too.
        .filter((element) => element.closest('p') === null && !element.classList.contains('cell-editor'))
        .filter((element) => {
          const { height, width } = element.getBoundingClientRect();
          const isSeen = height > 0 && width > 0 && element.closest('.unseen') === null;
          // A box is hit by its label, too.
          const hit = element.closest('label')?.getBoundingClientRect().height ?? height;
          return isSeen && Math.max(hit, height) < least - 0.5;
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
    leastPx,
  );
