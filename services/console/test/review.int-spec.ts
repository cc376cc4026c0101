import { expect, it, jest } from '@jest/globals';
import { FIRST_OFFICER } from '../../../test/journeys/demo/world/people.ts';
import { browserSuite } from './browser-suite.ts';
import { seriousFindings, type Watched } from './chromium.ts';
import { officesTests } from './testing/offices-tests.ts';
import { ReviewCampaign } from './review-campaign.ts';
import type { ReviewGround } from './testing/review-ground.ts';
import { reviewTests } from './testing/review-tests.ts';

jest.setTimeout(300_000);
const PATIENCE_MS = 120_000;

const PHONE = 390;

const onCampaign = { start: async () => ReviewCampaign.start(), origin: ({ origin }: ReviewCampaign) => origin };

browserSuite('review, clearance, notice and objections', onCampaign, (suite) => {
  const campaign = suite.ground;

  /** Signed in. The browser keeps the machine's own day, which is years from the platform's: pages follow the platform's. */
  const open = async (persona: string, width?: number): Promise<Watched> => {
    const watched = await suite.open(width === undefined ? {} : { width });
    watched.page.setDefaultTimeout(PATIENCE_MS);
    await campaign().signIn(watched.page, persona);
    return watched;
  };
  const at = (place: string): string => `/editions/${campaign().editionId}/${place}`;
  const ground: ReviewGround = {
    ...{ open, at, campaign },
    moveTo: async (to) => campaign().moveTo(to),
  };
  reviewTests(ground);
  officesTests(ground);

  it('on a phone, in English too, a queue leads to what is judged and back, and nothing is wider than the screen', async () => {
    const { page } = await open(FIRST_OFFICER, PHONE);
    await page.evaluate(() => localStorage.setItem('jiangong.language', 'en'));
    for (const [place, name] of [
      ['review?standing=declared', 'First review'],
      ['clearances', 'Clearance'],
      ['notices', 'Public notice'],
      ['objections?status=all', 'Objections'],
    ] as const) {
      await page.goto(at(place));
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.waitForFunction(() => document.querySelector('.loading') === null);
      expect([place, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([place, PHONE]);
      expect(await seriousFindings(page)).toEqual([]);
    }
    await page.goto(at('review?standing=declared'));
    await page.locator('.queue a').first().click();
    await page.getByRole('button', { name: 'Return' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back to the queue' }).click();
    await page.locator('.queue').waitFor();
  });
});
