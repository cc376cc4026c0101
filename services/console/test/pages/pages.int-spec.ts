import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { hasChromium, openPage, seriousFindings, startChromium, SUITE, type Watched } from '../chromium.ts';
import { listenTo, notEnglish } from './english.ts';
import { CheckedCampaign } from '../checked-campaign.ts';
import { ContestCampaign } from '../contest-campaign.ts';
import { VotedCampaign } from '../voted-campaign.ts';
import { ClaimedCampaign } from '../claimed-campaign.ts';
import { MeasuredCampaign } from '../measured-campaign.ts';
import {
  checkedGround,
  type Ground,
  type Ids,
  type Place,
  playedGround,
  type Reader,
  sampleGround,
  contestGround,
  votedGround,
} from './grounds.ts';
import { tooLow, widerThanScreen } from './narrow.ts';
import { PAGES } from './page-table.ts';
import type { ShownPage } from './shown-page.ts';
import { printed } from './printed.ts';
import { settled } from './settled.ts';
import { type Moment, MOMENTS, ShownEdition } from './shown-edition.ts';
import { HOSTILE_NAME, HOSTILE_TITLES } from './shown-world.ts';

const START_MS = 900_000;
// Far more than it takes: a busy machine is no failure.
jest.setTimeout(300_000);
const CALLS_MAX = 8;
const NARROW = { width: 320, height: 640 };
/** What 1,366 pixels are at a zoom of 200 %. */
const ZOOMED = { width: 683, height: 450 };
const WIDE = { width: 1_366, height: 900 };
const TARGET_PX = 44;

type Opened = Watched & Readonly<{ told: readonly string[] }>;

/** Who is not signed in, and who has no draft yet, is told so by an answer of 401 or 404: the browser notes that, and it is no fault. */
const isAnswer = (url: string): boolean => url.endsWith('/v1/me') || url.includes('/v1/drafts/');

/** Where a reader stands in his own browser. */
class Readers {
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

/** Pages that show the project whose title is the worst, at each moment. */
const SHOW_TITLES: Readonly<Record<Moment, readonly string[]>> = {
  reviewed: ['entry'],
  noticed: ['notices', 'public-notices', 'public-notice'],
  scored: ['sheet', 'own-recusals', 'round'],
  tallied: ['result', 'why', 'decision-minutes'],
  decided: ['decision', 'circular-draft'],
  commended: ['circular', 'entry-commended'],
};

const go = async ({ page, calls, trouble }: Opened, address: string): Promise<void> => {
  calls.length = 0;
  trouble.length = 0;
  await page.setViewportSize(WIDE);
  await page.goto(address);
  await settled(page);
};

const setLarge = async (page: Page, large: boolean): Promise<void> => {
  const button = page.locator('.bar-button[aria-pressed]');
  if ((await button.getAttribute('aria-pressed')) !== String(large)) await button.click();
};

/** The other language, without a reload. */
const speakEnglish = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await settled(page);
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

(hasChromium ? describe : describe.skip)(`every page, ${SUITE}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(async () => browser?.close());

  const looksAt = ({ name, as, at }: ShownPage, ready: () => Readonly<{ readers: Readers; ids: Ids }>): void => {
    it(`${name}: obeys its policy, shuts nobody out, fits a phone, large type and a zoom, and is there in English`, async () => {
      const { readers, ids } = ready();
      const reader = await readers.as(as);
      const { page, calls, told, trouble } = reader;
      await go(reader, at(ids));
      expect(calls.filter((call) => call.startsWith('GET')).length).toBeLessThanOrEqual(CALLS_MAX);
      expect(await page.locator('.problem-id').allTextContents()).toEqual([]);
      expect(await seriousFindings(page)).toEqual([]);
      expect(await tooLow(page, TARGET_PX)).toEqual([]);
      expect(await wide(page)).toEqual(NOTHING_WIDE);
      await setLarge(page, true);
      expect(await wide(page)).toEqual(NOTHING_WIDE);
      await setLarge(page, false);
      expect(await page.evaluate(() => Reflect.get(window, 'hostile'))).toBeUndefined();

      await page.setViewportSize(WIDE);
      await speakEnglish(page);
      expect(await notEnglish(page, told)).toEqual([]);
      expect(await wide(page)).toEqual(NOTHING_WIDE);
      expect(trouble).toEqual([]);
    });
  };

  const of = (place: Place): readonly ShownPage[] => PAGES.filter((page) => page.place === place);

  describe('in the sample', () => {
    let ground: Ground;
    let readers: Readers;
    let ids: Ids;
    beforeAll(async () => {
      ground = await sampleGround(async () => browser.newContext());
      readers = new Readers(browser, ground);
      ids = await ground.ids();
    }, START_MS);
    afterAll(async () => {
      await readers?.close();
      await ground?.stop();
    }, START_MS);
    for (const page of of('sample')) looksAt(page, () => ({ readers, ids }));

    it('the router knows the pages of the table and no other', async () => {
      const { page } = await readers.as('visitor');
      const known = await page.evaluate(() => {
        const { routesByPath } = Reflect.get(window, '__TSR_ROUTER__') as { routesByPath: object };
        return Object.keys(routesByPath);
      });
      expect(known.toSorted()).toEqual([...new Set(PAGES.map(({ route }) => route))].toSorted());
    });
  });

  describe.each([
    ['a check-list', 'checked', CheckedCampaign],
    ['bonuses', 'claimed', ClaimedCampaign],
    ['measures', 'measured', MeasuredCampaign],
  ] as const)('in an edition with %s', (_what, place, campaign) => {
    let checked: CheckedCampaign | ClaimedCampaign | MeasuredCampaign;
    let readers: Readers;
    let ids: Ids;
    beforeAll(async () => {
      checked = await campaign.start();
      const ground = checkedGround(checked);
      readers = new Readers(browser, ground);
      ids = await ground.ids();
    }, START_MS);
    afterAll(async () => {
      await readers?.close();
      await checked?.stop();
    }, START_MS);
    for (const page of of(place)) looksAt(page, () => ({ readers, ids }));
  });

  describe('in an edition with a secret ballot', () => {
    let voted: VotedCampaign;
    let readers: Readers;
    let ids: Ids;
    beforeAll(async () => {
      voted = await VotedCampaign.start();
      const ground = votedGround(voted);
      readers = new Readers(browser, ground);
      ids = await ground.ids();
    }, START_MS);
    afterAll(async () => {
      await readers?.close();
      await voted?.stop();
    }, START_MS);
    for (const page of of('voted')) looksAt(page, () => ({ readers, ids }));
  });

  describe('in a live final under way', () => {
    let contest: ContestCampaign;
    let readers: Readers;
    let ids: Ids;
    beforeAll(async () => {
      contest = await ContestCampaign.underWay();
      const ground = contestGround(contest);
      readers = new Readers(browser, ground);
      ids = await ground.ids();
    }, START_MS);
    afterAll(async () => {
      await readers?.close();
      await contest?.stop();
    }, START_MS);
    for (const page of of('contest')) looksAt(page, () => ({ readers, ids }));
  });

  describe('in an edition whose projects have hostile names', () => {
    let shown: ShownEdition;
    beforeAll(async () => {
      shown = await ShownEdition.start({ isHostile: true });
    }, START_MS);
    afterAll(async () => shown?.stop(), START_MS);

    describe.each(MOMENTS)('%s', (moment) => {
      let readers: Readers;
      let ids: Ids;
      beforeAll(async () => {
        await shown.reach(moment);
        const ground = playedGround(shown);
        readers = new Readers(browser, ground);
        ids = await ground.ids();
      }, START_MS);
      afterAll(async () => readers?.close());
      for (const page of of(moment)) looksAt(page, () => ({ readers, ids }));

      it.each(SHOW_TITLES[moment])('%s shows hostile titles as what they are: texts', async (name) => {
        const shownPage = PAGES.find((page) => page.name === name);
        if (!shownPage) throw new Error(`there is no page ${name}`);
        const reader = await readers.as(shownPage.as);
        await go(reader, shownPage.at(ids));
        const text = await reader.page.locator('body').innerText();
        expect(text).toContain(HOSTILE_TITLES[0]);
        expect(await reader.page.locator('img[src="x"], main script, main svg[onload]').count()).toBe(0);
        expect(await reader.page.evaluate(() => Reflect.get(window, 'hostile'))).toBeUndefined();
      });
    });

    it('a person’s name is a text, too', async () => {
      const readers = new Readers(browser, playedGround(shown));
      try {
        const { page } = await readers.as('secretary');
        await page.goto('/');
        await settled(page);
        expect(await page.locator('.account summary').innerText()).toContain(HOSTILE_NAME);
      } finally {
        await readers.close();
      }
    });

    it('a ranking is printed across the paper, with its head on every sheet and nothing of the menu; a circular upright', async () => {
      await shown.reach('commended');
      const readers = new Readers(browser, playedGround(shown));
      try {
        const officer = await readers.as('officer');
        const { round } = await playedGround(shown).ids();
        await go(officer, `/rounds/${round}/result`);
        const ranking = await printed(officer.page);
        const ofRanks = ranking.sheets.filter((sheet) => sheet.includes('为何第'));
        expect(ofRanks.length).toBeGreaterThan(1);
        expect(ofRanks.filter((sheet) => !sheet.includes('项目名称'))).toEqual([]);
        expect(ranking.across.filter(Boolean).length).toBeGreaterThanOrEqual(ofRanks.length);
        await go(officer, `/rounds/${round}/circular`);
        const circular = await printed(officer.page);
        expect(circular.across.filter(Boolean)).toEqual([]);
        expect(circular.sheets.join('')).toContain('示直党发〔2025〕25号');
        for (const sheet of [...ranking.sheets, ...circular.sheets]) expect(sheet).not.toContain('我的待办');
      } finally {
        await readers.close();
      }
    });
  });
});
