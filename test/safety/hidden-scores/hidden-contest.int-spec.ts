import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CookieJar } from 'tough-cookie';
import { Campaign } from '../../journeys/all-goes-wrong/campaign.ts';
import { AUDITOR, INSPECTOR, LEADER, OFFICER } from '../../journeys/all-goes-wrong/cast.ts';
import { FINE_TEMPLATE, JURY, PlayedContest } from '../../journeys/contest/played-contest.ts';
import { cookiesFor } from '../../journeys/demo/http/browser.ts';
import { signIn } from '../../journeys/demo/http/sign-in.ts';
import type { OpenApi } from '../hostile/open-api.ts';
import { type Answer, type Known, leaksIn, readEverything } from './read-everything.ts';

const PLAYED_WITHIN_MS = 600_000;
const NOBODY = 'nobody';
const READERS = [OFFICER, LEADER, INSPECTOR, AUDITOR, ...JURY, 'u-001-officer', 'u-001-secretary', NOBODY];

let contest: PlayedContest;
let document: OpenApi;
const cookies = new Map<string, string | undefined>();
const known: Known = new Map();

/** Marks like no others: of the first entry, and of the second. */
const MARKS = [
  [41_783, 31_783],
  [42_893, 32_893],
  [44_013, 33_013],
] as const;
const MORE = 5_511;
/** The mean of the sums of the first. */
const SCORE = 75_459;
const first = MARKS.flat();
const second = MARKS.flat().map((mark) => mark - MORE);

const cookieOf = (jar: CookieJar): string | undefined =>
  cookiesFor(jar, `${contest.campaign.play.platform.origin}/v1/me`);

const readAs = async (who: string): Promise<readonly Answer[]> =>
  readEverything(contest.campaign.play.client, document, { cookie: cookies.get(who), known });

const expectHidden = async (numbers: readonly number[]): Promise<void> => {
  await contest.campaign.settled();
  // Whoever reads first tells the others where there is something to read.
  await readAs(OFFICER);
  for (const who of READERS) {
    const answers = await readAs(who);
    expect({ who, few: answers.length < (who === NOBODY ? 1 : 15) }).toEqual({ who, few: false });
    expect({ who, leaks: leaksIn(answers, numbers) }).toEqual({ who, leaks: [] });
  }
};

beforeAll(async () => {
  contest = new PlayedContest(await Campaign.start(), FINE_TEMPLATE);
  await contest.begin();
  const { play } = contest.campaign;
  for (const { code, login } of play.world.people)
    if (READERS.includes(code)) cookies.set(code, cookieOf(await signIn(play.client, login, play.password(code))));
  const { body } = await play.client.send({ method: 'GET', path: '/openapi.json' });
  document = JSON.parse(body.toString('utf8')) as OpenApi;
  await contest.campaign.order(OFFICER, `${contest.path}/draw`, { lot: '1' });
}, PLAYED_WITHIN_MS);

afterAll(async () => contest.campaign.stop(), PLAYED_WITHIN_MS);

/** Called and marked by all, each as he alone would. */
const hear = async (less: number): Promise<string> => {
  const entryId = (await contest.look()).next ?? '';
  await contest.order(entryId, 'call');
  for (const [at, by] of JURY.entries()) {
    const [content = 0, delivery = 0] = MARKS[at] ?? [];
    await contest.mark(by, entryId, content - less, delivery - less);
  }
  return entryId;
};

/** Each is a chapter: what it leaves is where the next begins. */
describe('marks of a live contest', () => {
  let shown = '';

  it(
    'are in nothing that anybody can read while their entry is on the stage, nor is what they come to',
    async () => {
      shown = await hear(0);
      await expectHidden([...first, SCORE]);
    },
    PLAYED_WITHIN_MS,
  );

  it(
    'nor once it is closed, until its score is shown',
    async () => {
      await contest.order(shown, 'close');
      await expectHidden([...first, SCORE]);
    },
    PLAYED_WITHIN_MS,
  );

  it(
    'stay sealed behind the score that is shown; the score itself whoever is in the hall finds',
    async () => {
      await contest.order(shown, 'show');
      await expectHidden(first);
      for (const who of [OFFICER, ...JURY])
        expect(leaksIn(await readAs(who), [SCORE]).map(({ mark }) => mark)).toContain(SCORE);
      expect(leaksIn(await readAs(NOBODY), [SCORE])).toEqual([]);
    },
    PLAYED_WITHIN_MS,
  );

  it(
    'of the next entry are hidden though the first was shown',
    async () => {
      const next = await hear(MORE);
      await contest.order(next, 'close');
      await expectHidden([...first, ...second, SCORE - 2 * MORE]);
    },
    PLAYED_WITHIN_MS,
  );
});
