import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Ids, playedGround } from './grounds.ts';
import { go, inBrowser, looksAtAll, Readers, START_MS, STEP_MS } from './looks.ts';
import { PAGES } from './page-table.ts';
import { printed } from './printed.ts';
import { settled } from './settled.ts';
import { type Moment, MOMENTS, ShownEdition } from './shown-edition.ts';
import { HOSTILE_NAME, HOSTILE_TITLES } from './shown-world.ts';

jest.setTimeout(STEP_MS);

/** Pages that show the project whose title is the worst, at each moment. */
const SHOW_TITLES: Readonly<Record<Moment, readonly string[]>> = {
  reviewed: ['entry'],
  noticed: ['notices', 'public-notices', 'public-notice'],
  scored: ['sheet', 'own-recusals', 'round'],
  tallied: ['result', 'why', 'decision-minutes'],
  decided: ['decision', 'circular-draft'],
  commended: ['circular', 'entry-commended'],
};

inBrowser('of an edition', (browser) => {
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
        readers = new Readers(browser(), ground);
        ids = await ground.ids();
      }, START_MS);
      afterAll(async () => readers?.close());
      looksAtAll(moment, () => ({ readers, ids }));

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
      const readers = new Readers(browser(), playedGround(shown));
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
      const readers = new Readers(browser(), playedGround(shown));
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
