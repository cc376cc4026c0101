import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CookieJar } from 'tough-cookie';
import { cookiesFor } from '../../journeys/demo/http/browser.ts';
import { HttpClient } from '../../journeys/demo/http/http-client.ts';
import { signIn } from '../../journeys/demo/http/sign-in.ts';
import { ChildPlatform } from '../../journeys/demo/platform/child-platform.ts';
import { IN_FLIGHT_MAX } from '../../journeys/demo/play/in-parallel.ts';
import { Play } from '../../journeys/demo/play/play.ts';
import { setUp } from '../../journeys/demo/play/set-up.ts';
import { Progress } from '../../journeys/demo/report/progress.ts';
import { morningOf } from '../../journeys/demo/world/edition-calendar.ts';
import { FIRST_OFFICER } from '../../journeys/demo/world/people.ts';
import { declare } from '../../journeys/programme/acts/intake.ts';
import { openEdition } from '../../journeys/programme/acts/opening.ts';
import { findRound } from '../../journeys/programme/acts/scoring.ts';
import { castOf, needsOf } from '../../journeys/programme/cast.ts';
import { PlayedEdition } from '../../journeys/programme/edition.ts';
import { isPlayed, readProgramme } from '../../journeys/programme/read-programme.ts';
import type { OpenApi } from '../hostile/open-api.ts';
import { type Answer, type Known, leaksIn, readEverything } from './read-everything.ts';

const YEAR = 2024;
const PLAYED_WITHIN_MS = 600_000;
const REACHABLE = 0o755;

/** So fine and so large that no other number on the platform is like a mark of it. */
const TEMPLATE = `
schema: 2
id: hidden
name: [保密评分, Hidden scores]
source: "Of this test."
period: {length: once}
subjects: [{id: project, name: [项目, Project], kind: project, answerable: leader}]
intake: {how: nominate, by: nominator, quota: {of: unit, count: 1}}
parties:
  nominator: {role: unit-officer, scope: own}
  units: {role: unit-officer, scope: edition}
  experts: {role: expert, scope: edition}
  watch: {role: committee-officer, scope: edition}
  body: {role: committee-leader, scope: edition, least: 3}
calendar:
  - {id: declare, act: declare, by: nominator, opens: 03-01, closes: 03-10}
  - {id: score, act: score, by: [units, experts, watch], phase: main, opens: 03-11, closes: 03-20}
  - {id: decide, act: decide, by: body, opens: 03-21, closes: 03-31}
sources:
  units: {kind: panel, by: units, vote: organization, total: 1000, criteria: &sheet [{id: worth, points: 500, step: 0.01}, {id: effect, points: 500, step: 0.01}]}
  experts: {kind: panel, by: experts, total: 1000, criteria: *sheet}
  watched: {kind: measure, unit: points, decimals: 2, better: higher, from: import, by: watch}
result:
  - phase: main
    steps:
      - {id: by-units, take: units, reduce: mean, least: 2, missing: leave-out}
      - {id: by-experts, take: experts, reduce: mean, least: 2, missing: leave-out}
      - {id: by-watch, take: watched, attempts: last}
      - {id: total, mean: [by-units, by-experts, by-watch]}
    score: total
    decimals: 2
    rank: {on: exact, then: shared}
outcome: [{id: first, name: [一等奖, First], code: hidden.first, gives: honour, to: entry, first: 1, edge: in, decide: party}]
notices: []
documents: []
`;

const FIRST_MARK = 31_783;
const BETWEEN = 110;
/** Measured values are like no marks either. */
const FIRST_MEASURED = 731_593;

/** Everybody there is, by role; the last is nobody. */
const ROLES = [
  'officer-1',
  'officer-2',
  'leader-1',
  'inspector-1',
  'auditor-1',
  'operator-1',
  'u-001-officer',
  'u-002-officer',
  'u-001-secretary',
  'expert-6',
  'expert-7',
  'nobody',
] as const;

/** Hands nothing in: what he has written is his own draft. */
const DRAFTING = 'expert-7';

let folder = '';
let platform: ChildPlatform | undefined;
let client: HttpClient | undefined;
let edition: PlayedEdition | undefined;
let document: OpenApi | undefined;
const cookies = new Map<string, string | undefined>();
const submitted: number[] = [];
const drafted: number[] = [];
const known: Known = new Map();
/** Measured values, in hundredths of their unit, by the unit whose entry they are of. */
const measured = new Map<string, number>();

const of = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the platform was not played so far');
  return value;
};

const cookieOf = (jar: CookieJar): string | undefined => cookiesFor(jar, `${of(client).origin}/v1/me`);

/** Marks like no others, each once. */
const fillIn = async (roundId: string, by: string): Promise<void> => {
  const path = `/v1/rounds/${roundId}/sheet`;
  const played = of(edition);
  const { revision, entries } = await played.get<{
    revision: number;
    entries: readonly { entryId: string; recused: string | null }[];
  }>(by, path);
  const marks = by === DRAFTING ? drafted : submitted;
  const next = (): number => {
    const mark = FIRST_MARK + BETWEEN * (submitted.length + drafted.length);
    marks.push(mark);
    return mark;
  };
  const scores = entries
    .filter(({ recused }) => recused === null)
    .map(({ entryId }) => ({
      entryId,
      marks: ['worth', 'effect'].map((criterionId) => ({ criterionId, mark: next() })),
    }));
  const key = played.key(`hidden ${by}`);
  await played.play.as(by).order({ method: 'PUT', path, body: { scores }, key, expectedRevision: revision });
  if (by !== DRAFTING) await played.order(by, `${path}/submit`);
};

const start = async (): Promise<void> => {
  folder = await mkdtemp(join(tmpdir(), 'jiangong-hidden-'));
  await chmod(folder, REACHABLE);
  const file = join(folder, 'hidden.yaml');
  await writeFile(file, TEMPLATE);
  const programme = readProgramme(file);
  if (!isPlayed(programme)) throw new Error(JSON.stringify(programme.problems));
  platform = await ChildPlatform.start({ dataDirectory: folder, now: morningOf(`${YEAR}-01-02`) });
  client = new HttpClient(platform.origin, IN_FLIGHT_MAX);
  const world = castOf('hidden', needsOf(programme.compiled), true);
  const play = new Play({ world, platform, client, progress: new Progress(() => undefined) });
  await setUp(play);
  for (const { code, login } of world.people)
    cookies.set(code, cookieOf(await signIn(client, login, play.password(code))));
  document = JSON.parse((await client.send({ method: 'GET', path: '/openapi.json' })).body.toString('utf8')) as OpenApi;
  edition = new PlayedEdition(play, programme, YEAR);
  await openEdition(edition);
  await platform.moveClock(morningOf(`${YEAR}-03-02`));
  await declare(edition);
  await platform.moveClock(morningOf(`${YEAR}-03-12`));
};

const scoreNow = async (): Promise<void> => {
  const { play } = of(edition);
  const roundId = await findRound(of(edition), 'main');
  const units = play.world.units.map(({ code }) => `${code}-officer`);
  const experts = play.world.people.filter(({ code }) => code.startsWith('expert-')).map(({ code }) => code);
  const seat = (sourceId: string) => (by: string) => ({ personId: play.person(by), sourceId });
  await of(edition).order(FIRST_OFFICER, `/v1/rounds/${roundId}/seats`, {
    seats: [...units.map(seat('units')), ...experts.map(seat('experts'))],
  });
  await of(platform).untilQuiet();
  for (const by of [...units, ...experts]) await fillIn(roundId, by);
  await measureAll(roundId);
  await of(platform).untilQuiet();
};

/** One value of each entry, by the office whose measure it is. */
const measureAll = async (roundId: string): Promise<void> => {
  const values = of(edition).entries.map(({ entryId, unit }, at) => {
    const value = FIRST_MEASURED + BETWEEN * at;
    measured.set(unit, value);
    return { entryId, attempt: 1, value: (value / 100).toFixed(2), dayOf: `${YEAR}-03-12` };
  });
  await of(edition).order(FIRST_OFFICER, `/v1/rounds/${roundId}/measures/watched/values`, {
    ...{ values, origin: '计时记录（虚构）', evidence: [] },
  });
};

/** The office whose measure it is; whoever is measured reads his own. */
const OFFICE: readonly string[] = ['officer-1', 'officer-2'];
const ownOf = (who: string): readonly number[] =>
  [...measured].filter(([unit]) => who.startsWith(`${unit}-`)).map(([, value]) => value);

const readAs = (who: string): Promise<readonly Answer[]> =>
  readEverything(of(client), of(document), { cookie: cookies.get(who), known });

/** Whatever each of these reads, asked twice, so that the last knows what the first was told and the first what the last was. */
const readByAll = async (): Promise<ReadonlyMap<string, readonly Answer[]>> => {
  await readAs('auditor-1');
  await readAs(FIRST_OFFICER);
  const read = new Map<string, readonly Answer[]>();
  for (const who of ROLES) read.set(who, await readAs(who));
  return read;
};

const expectHidden = (read: ReadonlyMap<string, readonly Answer[]>): void => {
  for (const [who, answers] of read) {
    expect({ who, leaks: leaksIn(answers, submitted) }).toEqual({ who, leaks: [] });
    const found = leaksIn(answers, [...measured.values()]);
    const told = found.filter(
      ({ path, mark }) => !OFFICE.includes(who) && !(ownOf(who).includes(mark) && path.endsWith('/measures')),
    );
    expect({ who, told }).toEqual({ who, told: [] });
    // Also the office finds them where it records them, and nowhere else.
    const elsewhere = found.filter(({ path }) => !/\/measures(?:\/|$)/u.test(path));
    expect({ who, elsewhere }).toEqual({ who, elsewhere: [] });
    const drafts = leaksIn(answers, drafted).map(({ path }) => path);
    if (who !== DRAFTING) expect({ who, drafts }).toEqual({ who, drafts: [] });
  }
};

beforeAll(async () => {
  await start();
  await scoreNow();
}, PLAYED_WITHIN_MS);

afterAll(async () => {
  client?.close();
  await platform?.stop();
  await rm(folder, { recursive: true, force: true });
}, PLAYED_WITHIN_MS);

describe('scores that were handed in and not opened yet', () => {
  it(
    'are in nothing that anybody can read while scoring runs; a draft is read by its author alone',
    async () => {
      const read = await readByAll();
      expect(submitted.length).toBeGreaterThan(50);
      expectHidden(read);
      const own = leaksIn(of(read.get(DRAFTING)), drafted);
      // The reader finds what is there to be found: the author's own draft, every mark of it.
      expect(new Set(own.map(({ mark }) => mark))).toEqual(new Set(drafted));
      const byOffice = leaksIn(of(read.get(FIRST_OFFICER)), [...measured.values()]);
      expect(new Set(byOffice.map(({ mark }) => mark))).toEqual(new Set(measured.values()));
      expect(leaksIn(of(read.get('u-001-secretary')), [...measured.values()]).length).toBeGreaterThan(0);
      // And it has read: everybody got answers, and every question about a round was asked by somebody who may.
      for (const [who, answers] of read)
        expect({ who, few: answers.length < (who === 'nobody' ? 1 : 15) }).toEqual({ who, few: false });
      const routes = new Set([...read.values()].flat().map(({ route }) => route));
      expect([...routes].filter((route) => route.startsWith('/v1/rounds/{roundId}')).length).toBeGreaterThan(8);
    },
    PLAYED_WITHIN_MS,
  );

  it(
    'nor once scoring is over, until the office counts',
    async () => {
      await of(platform).moveClock(morningOf(`${YEAR}-03-21`));
      expectHidden(await readByAll());
    },
    PLAYED_WITHIN_MS,
  );

  it('nor in what the platform’s parts say of themselves', async () => {
    const logs = join(folder, 'logs');
    const files = [join(folder, 'platform.log'), ...(await readdir(logs)).map((name) => join(logs, name))];
    const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
    expect(texts.join('').length).toBeGreaterThan(1_000);
    expect(
      leaksIn(
        [{ path: 'logs', route: 'logs', type: 'text/plain', texts }],
        [...submitted, ...drafted, ...measured.values()],
      ),
    ).toEqual([]);
  });

  it(
    'are found by the same reader once they are opened: every one that counts, by whoever may see them',
    async () => {
      await of(edition).order(FIRST_OFFICER, `/v1/rounds/${of(edition).round('main')}/tally`);
      await of(platform).untilQuiet();
      const found = new Set(leaksIn(await readAs('auditor-1'), submitted).map(({ mark }) => mark));
      expect(found).toEqual(new Set(submitted));
      expect(leaksIn(await readAs('nobody'), submitted)).toEqual([]);
      expect(leaksIn(await readAs('auditor-1'), drafted)).toEqual([]);
    },
    PLAYED_WITHIN_MS,
  );
});
