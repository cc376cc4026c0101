import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { hasChromium, openPage, startChromium, SUITE, type Watched } from './chromium.ts';
import { CRITERIA, EXPERTS, PROJECTS, WideRound } from './edition/wide-round.ts';
import { editor, paste, state } from './sheet-room.ts';

const START_MS = 600_000;
jest.setTimeout(300_000);
const CELLS = PROJECTS * CRITERIA;
/** What the page's own thread works on a paste until all of it is shown, whoever else uses the machine. */
const SHOWN_WITHIN_SECONDS = 1;

/** Seconds that the page's thread has worked. */
const worked = async (page: Page, use: () => Promise<void>): Promise<number> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const at = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const before = await at();
  await use();
  return (await at()) - before;
};

(hasChromium ? describe : describe.skip)(`a sheet of 200 projects by ten criteria, ${SUITE}`, () => {
  let round: WideRound;
  let browser: Browser;
  let watched: Watched;
  beforeAll(async () => {
    round = await WideRound.start();
    browser = await startChromium();
    watched = await openPage(browser, round.play.platform.origin);
  }, START_MS);
  afterAll(async () => {
    await browser?.close();
    await round?.stop();
  }, START_MS);

  it('is opened with all of its projects', async () => {
    const { page } = watched;
    const [expert = ''] = EXPERTS;
    await page.goto(`/sign-in?next=${encodeURIComponent(round.sheetPath)}`);
    await page.locator('input[name="login"]').fill(expert);
    await page.locator('input[name="password"]').fill(round.play.password(expert));
    await page.locator('input[name="password"]').press('Enter');
    await page.locator('.sheet-tools', { hasText: `已评 0/${CELLS} 格` }).waitFor();
    expect(await page.getByRole('row').count()).toBe(PROJECTS + 1);
  });

  it('delight 4, shows a paste of 200 by 10 marks checked within a second, links each bad cell, and takes it back in one step', async () => {
    const { page } = watched;
    await editor(page).click();
    const bad = new Map([
      ['7 2', '优'],
      ['150 9', '10.3'],
    ]);
    const text = Array.from({ length: PROJECTS }, (_, row) =>
      Array.from({ length: CRITERIA }, (__, column) => bad.get(`${row} ${column}`) ?? String((row + column) % 11)),
    )
      .map((line) => line.join('\t'))
      .join('\r\n');
    const seconds = await worked(page, async () => {
      await paste(page, text);
      await page.locator('.bad-cells').waitFor();
    });
    expect(await page.locator('.sheet-tools').textContent()).toContain(`已评 ${CELLS - bad.size}/${CELLS}`);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(SHOWN_WITHIN_SECONDS);
    expect(await page.locator('tr[data-row="199"] td[data-column="9"]').textContent()).toBe('10');
    await page.getByRole('button', { name: /^第 151 行“第10项”：10\.3/u }).click();
    expect(await editor(page).inputValue()).toBe('10.3');
    await page.getByRole('button', { name: '撤销' }).click();
    await page.locator('.sheet-tools', { hasText: `已评 0/${CELLS} 格` }).waitFor();
  });

  it('saves what was pasted: the platform has as many marks as the screen shows', async () => {
    const { page, trouble } = watched;
    await page.locator('tr[data-row="0"] td[data-column="0"]').click();
    await paste(
      page,
      Array.from({ length: PROJECTS }, () => Array.from({ length: CRITERIA }, () => '7.5').join('\t')).join('\r\n'),
    );
    await page.locator('.sheet-tools', { hasText: `已评 ${CELLS}/${CELLS} 格` }).waitFor();
    await state(page, '已上传');
    const { scored } = await page.evaluate(
      async (path) => (await fetch(`/v1${path}`)).json() as Promise<{ scored: number }>,
      round.sheetPath,
    );
    expect(scored).toBe(CELLS);
    expect(trouble).toEqual([]);
  });
});
