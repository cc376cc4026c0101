import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

const TEMPLATE = `
schema: 2
id: hidden-papers
name: [保密计票, Hidden papers]
source: "Of this test."
period: {length: once}
subjects: [{id: project, name: [项目, Project], kind: project, answerable: leader}]
intake: {how: nominate, by: nominator, quota: {of: unit, count: 1}}
parties:
  nominator: {role: unit-officer, scope: own}
  meeting: {role: member, scope: round}
  body: {role: committee-leader, scope: edition, least: 3}
calendar:
  - {id: declare, act: declare, by: nominator, opens: 03-01, closes: 03-10}
  - {id: meeting, act: vote, by: meeting, phase: main, opens: 03-11, closes: 03-20}
  - {id: decide, act: decide, by: body, opens: 03-21, closes: 03-31}
sources:
  poll:
    kind: ballot
    box: true
    levels: {good: 100, fair: 60, poor: 0}
    names: {good: [好, Good], fair: [一般, Fair], poor: [差, Poor]}
    electorates: [{id: present, who: meeting, scope: round, name: [与会人员, Those present]}]
    own: split-by-home
    turnout: 50%
    least: 5
    below: unranked
  picks:
    kind: ballot
    box: true
    pick: {atMost: 1}
    electorates: [{id: present, who: meeting, scope: round, name: [与会人员, Those present]}]
    turnout: 50%
    least: 5
    below: unranked
result:
  - phase: main
    steps:
      - {id: polled, take: poll}
      - {id: picked, take: picks}
      - {id: total, weigh: {polled: 60%, picked: 40%}}
    score: total
    decimals: 2
    rank: {on: exact, then: shared}
outcome: [{id: first, name: [一等奖, First], code: hidden.papers, gives: honour, to: entry, first: 1, edge: in, decide: party}]
notices: []
documents: []
`;

const [MEMBER, NOBODY] = ['u-001-member-1', 'nobody'] as const;
/** Whoever holds no office finds little to read. */
const READS_LITTLE: readonly string[] = [MEMBER, NOBODY];
const SHEET = createHash('sha256').update('计票单（虚构）', 'utf8').digest('hex');
/** Numbers like no others: of papers handed out, and of those that chose the best level and the next. */
const [HANDED_OUT, GOOD, FAIR] = [19_207, 11_317, 7_129] as const;
const [BETWEEN, INVALID] = [13, 3] as const;
/** Of the paper on which all names stand: papers handed out and found, and those that picked the first name. */
const [PAPERS_OUT, PAPERS_FOUND, PICKED, PICKED_BETWEEN] = [18_803, 18_799, 3_301, 17] as const;

/** Tellers, who count and confirm what others counted; of his own nobody. */
const TELLERS: readonly string[] = ['officer-1', 'officer-2', 'inspector-1', 'u-001-officer', 'u-002-officer'];
const READERS = [
  ...TELLERS,
  ...['leader-1', 'auditor-1', 'operator-1', 'u-001-secretary', 'u-002-secretary', MEMBER, NOBODY],
];

let folder = '';
let platform: ChildPlatform;
let client: HttpClient;
let edition: PlayedEdition;
let document: OpenApi;
let roundId = '';
const cookies = new Map<string, string | undefined>();
const known: Known = new Map();
/** What was found about each entry, by the unit whose entry it is. */
const counted = new Map<string, readonly number[]>();
/** What was found on the one paper of names. */
const picked: number[] = [];

const boxes = (): string => `/v1/rounds/${roundId}/paper-boxes`;
const all = (): readonly number[] => [...[...counted.values()].flat(), ...picked];
const ownOf = (who: string): readonly number[] => {
  const own = [...counted].filter(([unit]) => who.startsWith(`${unit}-`)).flatMap(([, numbers]) => numbers);
  return own.length === 0 ? [] : [...own, ...picked];
};

const start = async (): Promise<void> => {
  folder = await mkdtemp(join(tmpdir(), 'jiangong-papers-'));
  await chmod(folder, REACHABLE);
  const file = join(folder, 'hidden-papers.yaml');
  await writeFile(file, TEMPLATE);
  const programme = readProgramme(file);
  if (!isPlayed(programme)) throw new Error(JSON.stringify(programme.problems));
  platform = await ChildPlatform.start({ dataDirectory: folder, now: morningOf(`${YEAR}-01-02`) });
  client = new HttpClient(platform.origin, IN_FLIGHT_MAX);
  const world = castOf('hidden-papers', needsOf(programme.compiled), true);
  const play = new Play({ world, platform, client, progress: new Progress(() => undefined) });
  await setUp(play);
  for (const { code, login } of world.people)
    cookies.set(code, cookiesFor(await signIn(client, login, play.password(code)), `${client.origin}/v1/me`));
  document = JSON.parse((await client.send({ method: 'GET', path: '/openapi.json' })).body.toString('utf8')) as OpenApi;
  edition = new PlayedEdition(play, programme, YEAR);
  await openEdition(edition);
  await platform.moveClock(morningOf(`${YEAR}-03-02`));
  await declare(edition);
  await platform.moveClock(morningOf(`${YEAR}-03-12`));
  await platform.untilQuiet();
  roundId = await findRound(edition, 'main');
};

/** Names of one paper are counted together: whoever is one of them is told nothing of any. */
const countPicks = async (): Promise<void> => {
  const valid = PAPERS_FOUND - INVALID;
  const entries = edition.entries.map(({ entryId }, at) => {
    const votes = PICKED + PICKED_BETWEEN * at;
    picked.push(votes, valid - votes);
    return { entryId, handedOut: PAPERS_OUT, found: PAPERS_FOUND, invalid: INVALID, marks: [votes, valid - votes] };
  });
  picked.push(PAPERS_OUT);
  const path = `${boxes()}/picks/counts`;
  const { countId } = await edition.order<{ countId: string }>(FIRST_OFFICER, path, { entries, evidence: [SHEET] });
  await edition.order('inspector-1', `${path}/${countId}/confirmation`);
};

/** One count an entry, so that nobody's own keeps the others from him; another person confirms each. */
const countAll = async (): Promise<void> => {
  for (const [at, { entryId, unit }] of edition.entries.entries()) {
    const [handedOut, good, fair] = [HANDED_OUT, GOOD, FAIR].map((number) => number + BETWEEN * at) as [
      ...[number, number, number],
    ];
    counted.set(unit, [handedOut, good, fair]);
    const papers = { entryId, handedOut, found: good + fair + INVALID, invalid: INVALID, marks: [good, fair, 0] };
    const path = `${boxes()}/poll/counts`;
    const { countId } = await edition.order<{ countId: string }>(FIRST_OFFICER, path, {
      ...{ entries: [papers], evidence: [SHEET] },
    });
    await edition.order('inspector-1', `${path}/${countId}/confirmation`);
  }
  await countPicks();
  await platform.untilQuiet();
};

const readByAll = async (): Promise<ReadonlyMap<string, readonly Answer[]>> => {
  const readAs = (who: string): Promise<readonly Answer[]> =>
    readEverything(client, document, { cookie: cookies.get(who), known });
  await readAs('auditor-1');
  await readAs(FIRST_OFFICER);
  const read = new Map<string, readonly Answer[]>();
  for (const who of READERS) read.set(who, await readAs(who));
  return read;
};

beforeAll(async () => {
  await start();
  await countAll();
}, PLAYED_WITHIN_MS);

afterAll(async () => {
  client?.close();
  await platform?.stop();
  await rm(folder, { recursive: true, force: true });
}, PLAYED_WITHIN_MS);

describe('papers that were counted, before their box is opened', () => {
  it(
    'are told to tellers at the box alone, and of his own to nobody',
    async () => {
      expect(edition.entries.length).toBeGreaterThan(2);
      for (const [who, answers] of await readByAll()) {
        expect({ who, few: answers.length < (READS_LITTLE.includes(who) ? 1 : 15) }).toEqual({ who, few: false });
        const leaks = leaksIn(answers, all());
        const elsewhere = leaks.filter(({ path }) => path !== boxes());
        expect({ who, elsewhere }).toEqual({ who, elsewhere: [] });
        const may = TELLERS.includes(who) ? all().filter((number) => !ownOf(who).includes(number)) : [];
        expect({ who, told: new Set(leaks.map(({ mark }) => mark)) }).toEqual({ who, told: new Set(may) });
      }
    },
    PLAYED_WITHIN_MS,
  );

  it('nor do they stand in what the platform’s parts say of themselves', async () => {
    const logs = join(folder, 'logs');
    const files = [join(folder, 'platform.log'), ...(await readdir(logs)).map((name) => join(logs, name))];
    const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
    expect(texts.join('').length).toBeGreaterThan(1_000);
    expect(leaksIn([{ path: 'logs', route: 'logs', type: 'text/plain', texts }], all())).toEqual([]);
  });

  it(
    'are found by the same reader once the box is opened, by whoever oversees the round, and by no one who is only judged',
    async () => {
      await platform.moveClock(morningOf(`${YEAR}-03-21`));
      await platform.untilQuiet();
      for (const source of ['poll', 'picks']) await edition.order(FIRST_OFFICER, `${boxes()}/${source}/opening`);
      await platform.untilQuiet();
      for (const [who, answers] of await readByAll()) {
        const told = new Set(leaksIn(answers, all()).map(({ mark }) => mark));
        const oversees = [...TELLERS, 'leader-1', 'auditor-1'].includes(who);
        expect({ who, told }).toEqual({ who, told: new Set(oversees ? all() : []) });
      }
    },
    PLAYED_WITHIN_MS,
  );
});
