import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { declareEntries } from '../../../test/journeys/demo/play/acts/declaration.ts';
import { deliver } from '../../../test/journeys/demo/play/acts/delivery.ts';
import { giveNotice } from '../../../test/journeys/demo/play/acts/notice.ts';
import { openEdition, planEntry } from '../../../test/journeys/demo/play/acts/planning.ts';
import { review } from '../../../test/journeys/demo/play/acts/review.ts';
import { assignSeats, fillIn } from '../../../test/journeys/demo/play/acts/scoring.ts';
import { inParallel } from '../../../test/journeys/demo/play/in-parallel.ts';
import { type EntryStory, isDeclared } from '../../../test/journeys/demo/world/campaign-year.ts';
import { stageWindows } from '../../../test/journeys/demo/world/edition-calendar.ts';
import { FIRST_OFFICER } from '../../../test/journeys/demo/world/people.ts';
import { browserSuite, START_MS } from './browser-suite.ts';
import { EditionRoom, type Look } from './edition/edition-room.ts';
import * as main from './edition/main-acts.ts';
import { sheetsOf } from './edition/score-acts.ts';
import { FIRST_YEAR, SMALL_PARAMETERS, YEAR } from './edition/small-story.ts';

jest.setTimeout(300_000);

/** Chinese on a wide screen is what the whole edition is played in (whole-edition.int-spec.ts). */
const LOOKS: readonly Look[] = [
  { language: 'zh', width: 390 },
  { language: 'en', width: 1_366 },
  { language: 'en', width: 390 },
];
const EACH_LOOK = LOOKS.map((look, at) => ({ ...look, look, at }));

/** An edition that has just been opened. */
const justOpened = async (browser: Browser): Promise<EditionRoom> => {
  const room = await EditionRoom.start(`${YEAR}-01-05`, browser);
  try {
    await openEdition(room.play, YEAR, stageWindows(YEAR, FIRST_YEAR), SMALL_PARAMETERS);
    await room.on('01-07');
  } catch (error) {
    await room.stop();
    throw error;
  }
  return room;
};

const inPlanning = { start: justOpened, origin: ({ origin }: EditionRoom) => origin };

browserSuite('the main paths in each language, on a phone too', inPlanning, ({ ground: room }) => {
  const straight = (): readonly EntryStory[] => room().entriesOf('declared').slice(0, LOOKS.length);
  const order = async (by: string, path: string, body: unknown = {}): Promise<void> => {
    await room()
      .play.as(by)
      .order({ path, body, key: room().play.key(`${by} ${path}`) });
  };
  const entryPath = ({ code }: EntryStory): string => `/v1/entries/${room().play.entry(code).entryId}`;

  describe('while projects are planned', () => {
    it.each(EACH_LOOK)('one is planned, $language at $width', async ({ look, at }) =>
      main.planLooking(room(), straight()[at] as EntryStory, look),
    );
  });

  describe('while declarations are reviewed', () => {
    beforeAll(async () => {
      const { play, edition } = room();
      const inPages = straight();
      for (const entry of inPages)
        await order(`${entry.unit}-officer`, `${entryPath(entry)}/confirm`, { opinion: '同意立项。' });
      await inParallel(
        edition.entries.filter((entry) => !inPages.includes(entry)),
        async (entry) => planEntry(play, YEAR, entry),
      );
      await deliver(play, edition);
      await declareEntries(play, edition);
      await review(play, { ...edition, entries: edition.entries.filter((entry) => !inPages.includes(entry)) });
    }, START_MS);

    it.each(EACH_LOOK)('the officer’s today leads to one that passes, $language at $width', async ({ look, at }) => {
      const total = room().edition.entries.filter((entry) => isDeclared(entry) && entry.fate !== 'withdrawn').length;
      const done = total - LOOKS.length + at;
      await main.reviewLooking(room(), { entry: straight()[at] as EntryStory, done, total }, look);
    });
  });

  describe('while notices run', () => {
    beforeAll(async () => {
      for (const entry of straight()) {
        await order(FIRST_OFFICER, `${entryPath(entry)}/clearance-request`, { scopes: ['entry'] });
        await order('inspector-1', `${entryPath(entry)}/clearance`, {
          ...{ opinions: [{ scope: 'entry', outcome: 'cleared' }], opinionNumber: '示纪审1号', why: '' },
        });
      }
      await giveNotice(room().play, room().edition);
    }, START_MS);

    it.each(EACH_LOOK)('the public objects, $language at $width', async ({ look, at }) =>
      main.objectLooking(room(), straight()[at] as EntryStory, look),
    );
  });

  describe('while sheets are filled in', () => {
    beforeAll(async () => {
      const { play } = room();
      const { items } = await play
        .as(FIRST_OFFICER)
        .get<{ items: readonly { objectionId: string }[] }>(
          `/v1/objection-summaries?editionId=${play.edition(YEAR)}&organizationId=${play.organization('committee')}&status=open`,
        );
      expect(items).toHaveLength(LOOKS.length);
      for (const { objectionId } of items)
        await order(FIRST_OFFICER, `/v1/objections/${objectionId}/settle`, { outcome: 'rejected', answer: '不成立。' });
      await assignSeats(play, YEAR);
      await room().on('12-02');
    }, START_MS);

    it.each(EACH_LOOK)('one is filled in and sealed, $language at $width', async ({ look, at }) => {
      const sheet = sheetsOf(room()).find(({ evaluator }) => evaluator.person === `expert-${6 + at}`);
      if (sheet === undefined) throw new Error('the story lacks an expert');
      await main.scoreLooking(room(), sheet, look);
    });
  });

  describe('once the sheets are opened', () => {
    beforeAll(async () => {
      const { play } = room();
      const inPages = LOOKS.map((_look, at) => `expert-${6 + at}`);
      for (const sheet of sheetsOf(room()))
        if (!inPages.includes(sheet.evaluator.person)) await fillIn(play, YEAR, sheet);
      await room().on('12-11');
      await order(FIRST_OFFICER, `/v1${room().roundPath}/tally`);
    }, START_MS);

    it.each(EACH_LOOK)('why a rank adds up, $language at $width', async ({ look, at }) =>
      main.whyLooking(room(), at + 1, look),
    );
  });
});
