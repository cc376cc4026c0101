import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Campaign } from '../all-goes-wrong/campaign.ts';
import { ALL, type Unit } from '../played-nominated.ts';
import { EACH, FORMER, PANEL, PlayedWorks } from './played-works.ts';

const START_MS = 180_000;
const STEP_MS = 120_000;

type Listed = Readonly<{ total: number; items: readonly Readonly<{ entryId: string; title: string }>[] }>;

let campaign: Campaign;
let played: PlayedWorks;

beforeAll(async () => {
  campaign = await Campaign.start();
  played = new PlayedWorks(campaign);
  await played.begin();
}, START_MS);
afterAll(() => campaign?.stop(), STEP_MS);

/** What somebody is told when he asks for a work by every way that there is, and when he writes marks of it; null: he is given it. */
const answersTo = async (by: string, unit: Unit): Promise<readonly string[]> => {
  const entry = `/v1/entries/${played.entry(unit)}`;
  const asked = async (path: string): Promise<string> => {
    try {
      await campaign.play.as(by).getBytes(path);
      return 'given';
    } catch {
      const { status, reason } = await campaign.play.as(by).refused({ method: 'GET', path, key: randomUUID() });
      return `${status} ${reason}`;
    }
  };
  return Promise.all(
    [`${entry}/to-score`, entry, `/v1/evidence/${played.fileOf(unit)}?entryId=${played.entry(unit)}`].map(asked),
  );
};
const NOT_HIS = ['403 NOT_ASSIGNED', '403 NO_GRANT', '403 NOT_ASSIGNED'];
/** What the offices read of an entry is not an evaluator's either way. */
const HIS = ['given', '403 NO_GRANT', 'given'];

const sheetPath = (): string => `/v1/rounds/${played.roundId}/sheet`;
const writing = (by: string, units: readonly Unit[]) => campaign.writingReason(by, sheetPath(), played.scores(units));
/** Who judges what is the offices' to know. */
const seeingDeal = async (by: string): Promise<string | undefined> =>
  (await campaign.play.as(by).refused({ method: 'GET', path: played.path, key: randomUUID() })).reason;
const listed = async (by: string): Promise<readonly string[]> =>
  (await campaign.get<Listed>(by, `/v1/rounds/${played.roundId}/my-entries`)).items.map(({ entryId }) => entryId);
/** What evaluation itself lists of the round. */
const inRound = async (by: string): Promise<readonly string[]> =>
  (await campaign.get<Listed>(by, `/v1/rounds/${played.roundId}/entries`)).items.map(({ entryId }) => entryId);
const ids = (units: readonly Unit[]): readonly string[] => units.map((unit) => played.entry(unit)).toSorted();
const onSheet = async (by: string): Promise<readonly string[]> =>
  (await played.sheet(by)).entries.map(({ entryId }) => entryId).toSorted();

describe('a work that is judged by others', () => {
  it(
    'is nobody’s to read before anything is dealt, nor has anybody anything on his sheet',
    async () => {
      for (const by of PANEL.slice(0, 2)) {
        for (const unit of ALL) expect(await answersTo(by, unit)).toEqual(NOT_HIS);
        expect(await listed(by)).toEqual([]);
        expect(await onSheet(by)).toEqual([]);
        expect(await writing(by, ['a'])).toBe('ENTRIES_NOT_DEALT');
        // The names of all of them, so that he can say what he can not judge.
        expect((await inRound(by)).toSorted()).toEqual(ids(ALL));
        expect(await seeingDeal(by)).toBe('NO_GRANT');
      }
    },
    STEP_MS,
  );

  it(
    'is refused after the deal to whoever was not given it, in every list, page and file, and on his sheet',
    async () => {
      await played.deal('20240301');
      const { seats, entries, missing } = await played.look();
      expect(missing).toBe(false);
      expect(entries.map(({ evaluators }) => evaluators)).toEqual(ALL.map(() => EACH));
      expect(seats.map((seat) => seat.entries).toSorted((one, other) => one - other)).toEqual([2, 3, 3, 3, 3, 3, 3]);
      for (const by of PANEL) {
        const { own, others } = await played.shareOf(by);
        expect(own.length).toBeGreaterThan(0);
        expect(others.length).toBeGreaterThan(0);
        for (const unit of others) expect(await answersTo(by, unit)).toEqual(NOT_HIS);
        for (const unit of own) expect(await answersTo(by, unit)).toEqual(HIS);
        expect((await listed(by)).toSorted()).toEqual(ids(own));
        expect(await onSheet(by)).toEqual(ids(own));
        expect((await inRound(by)).toSorted()).toEqual(ids(own));
        expect(await seeingDeal(by)).toBe('NO_GRANT');
        expect(await writing(by, others.slice(0, 1))).toBe('ENTRY_NOT_DEALT_TO_YOU');
      }
      // He was in that unit until this year.
      expect((await played.shareOf(FORMER)).own).not.toContain('a');
    },
    STEP_MS,
  );

  it(
    'becomes his when a seat is left and he is dealt it, and is no longer read by whoever left',
    async () => {
      const [gone] = PANEL;
      const { own } = await played.shareOf(gone);
      await played.leave(gone);
      for (const unit of ALL) expect(await answersTo(gone, unit)).toEqual(NOT_HIS);
      expect((await played.look()).missing).toBe(true);
      const before = new Map<string, readonly Unit[]>();
      for (const by of PANEL.slice(1)) before.set(by, (await played.shareOf(by)).own);
      await played.deal('301');
      const more: Unit[] = [];
      for (const [by, had] of before) {
        const now = await played.shareOf(by);
        expect(now.own).toEqual(expect.arrayContaining([...had]));
        for (const unit of now.own.filter((one) => !had.includes(one))) {
          more.push(unit);
          expect(await answersTo(by, unit)).toEqual(HIS);
        }
        for (const unit of now.others) expect(await answersTo(by, unit)).toEqual(NOT_HIS);
      }
      expect(more.toSorted()).toEqual(own);
    },
    STEP_MS,
  );
});
