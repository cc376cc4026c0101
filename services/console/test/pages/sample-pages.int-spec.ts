import { expect, it, jest } from '@jest/globals';
import { sampleGround } from './grounds.ts';
import { inBrowser, onGround, STEP_MS } from './looks.ts';
import { PAGES } from './page-table.ts';

jest.setTimeout(STEP_MS);

inBrowser('of the sample', (browser) => {
  const ready = onGround(browser, 'sample', sampleGround);

  it('the router knows the pages of the table and no other', async () => {
    const { page } = await ready().readers.as('visitor');
    const known = await page.evaluate(() => {
      const { routesByPath } = Reflect.get(window, '__TSR_ROUTER__') as { routesByPath: object };
      return Object.keys(routesByPath);
    });
    expect(known.toSorted()).toEqual([...new Set(PAGES.map(({ route }) => route))].toSorted());
  });
});
