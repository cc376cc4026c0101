import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blindToken, unblind } from '../../../services/evaluation/test/voter.ts';
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
import { PlayedEdition, type Token } from '../../journeys/programme/edition.ts';
import { isPlayed, readProgramme } from '../../journeys/programme/read-programme.ts';
import type { OpenApi } from '../hostile/open-api.ts';
import { type Answer, type Known, readEverything } from './read-everything.ts';
import { VOTING_TEMPLATE } from './voting-template.ts';

const YEAR = 2024;
const PLAYED_WITHIN_MS = 300_000;
const REACHABLE = 0o755;

const NOBODY = 'nobody';
const MEMBER = 'u-001-member-1';
const READS_LITTLE: readonly string[] = [MEMBER, NOBODY];
/** Who oversees a round is told how many have voted. */
const TOLD: readonly string[] = ['officer-1', 'leader-1', 'inspector-1', 'auditor-1'];
const COUNTED = ['/v1/rounds/{roundId}/ballots', '/v1/rounds/{roundId}/vote-codes'];
const READERS = [
  ...['officer-1', 'leader-1', 'inspector-1', 'auditor-1', 'operator-1', 'u-001-officer', MEMBER, NOBODY],
];
const OPENED_TO = ['officer-1', 'auditor-1', 'u-001-officer', NOBODY];
/** More than are counted, and no multiple of the step in which turnout is told; some members abstain. */
const CODES = 9;
const ABSTAIN = 2;
const TURNOUT_STEP = 5;
/** What is said of the platform's parts themselves, moment by moment, and what the log holds of all readings. */
const OF_THE_MOMENT = /^\/v1\/(?:operations|audit|me|sessions)(?:\/|$)|^\/(?:health|metrics)/u;

type Ballot = Readonly<{ ballotId: string; boxes: readonly Readonly<{ boxId: string; publicKey: string }>[] }>;
type Held = Readonly<{ ballotId: string; boxId: string; publicKey: string }>;

let folder = '';
let platform: ChildPlatform;
let client: HttpClient;
let edition: PlayedEdition;
let document: OpenApi;
let roundId = '';
const cookies = new Map<string, string | undefined>();
const known: Known = new Map();
/** What voters have and send: nobody else is ever told, but tokens and signatures once they are opened. */
const own: string[] = [];
const tokens: string[] = [];
const codes: string[] = [];
const paper = new Map<string, Readonly<{ ballotId: string; token: Token }>>();
let before: ReadonlyMap<string, readonly Answer[]>;

const keep = (token: Token, blind: string): void => {
  tokens.push(token.token, token.signature);
  own.push(token.inverse, token.blinded, blind);
};

const start = async (): Promise<void> => {
  folder = await mkdtemp(join(tmpdir(), 'jiangong-votes-'));
  await chmod(folder, REACHABLE);
  const file = join(folder, 'hidden-votes.yaml');
  await writeFile(file, VOTING_TEMPLATE);
  const programme = readProgramme(file);
  if (!isPlayed(programme)) throw new Error(JSON.stringify(programme.problems));
  platform = await ChildPlatform.start({ dataDirectory: folder, now: morningOf(`${YEAR}-01-02`) });
  client = new HttpClient(platform.origin, IN_FLIGHT_MAX);
  const world = castOf('hidden-votes', needsOf(programme.compiled), true);
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

/** Everybody who may picks up his token, and the office prints codes for the first entry. */
const prepare = async (): Promise<void> => {
  const voters = edition.play.world.people.filter(({ grants }) => grants.some(({ role }) => role === 'member'));
  for (const { code: by } of voters) {
    const { items } = await edition.get<{ items: readonly Ballot[] }>(by, '/v1/my-ballots');
    const [ballot] = items;
    const [box] = ballot?.boxes ?? [];
    if (ballot === undefined || box === undefined) throw new Error(`${by} has no ballot`);
    const kept = await blindToken(box);
    const { signatures } = await edition.order<{ signatures: readonly Readonly<{ blindSignature: string }>[] }>(
      by,
      `/v1/rounds/${roundId}/ballot-tokens`,
      { sourceId: 'picks', requests: [{ boxId: kept.boxId, blinded: kept.blinded }] },
    );
    const blind = signatures[0]?.blindSignature ?? '';
    const token = { ...kept, signature: await unblind(kept, blind) };
    keep(token, blind);
    paper.set(by, { ballotId: ballot.ballotId, token });
  }
  const [first] = edition.entries;
  const made = await edition.order<{ codes: readonly string[] }>(
    FIRST_OFFICER,
    `/v1/rounds/${roundId}/vote-codes/users`,
    {
      ...{ entryId: first?.entryId, count: CODES + 1 },
    },
  );
  codes.push(...made.codes);
};

/** Each picks the first two, so that whatever tells a choice tells it plainly. */
const voteOnPapers = async (): Promise<void> => {
  for (const { ballotId, token } of [...paper.values()].slice(ABSTAIN)) {
    const marks = edition.entries.map(({ entryId }, at) => {
      const serial = randomBytes(16).toString('base64url');
      own.push(serial);
      return { entryId, level: at < 2 ? 'picked' : 'passed', serial };
    });
    await edition.play.public.order({
      path: `/v1/public/ballots/${ballotId}`,
      key: edition.key(`ballot ${token.token}`),
      body: { boxId: token.boxId, token: token.token, signature: token.signature, marks },
    });
  }
};

const voteByCode = async (code: string): Promise<void> => {
  const { public: anyone } = edition.play;
  const held = await anyone.get<Held>('/v1/public/vote-codes', { 'vote-code': code });
  const kept = await blindToken(held);
  const { blindSignature } = await anyone.order<{ blindSignature: string }>({
    ...{ path: '/v1/public/vote-codes', body: { code, blinded: kept.blinded }, key: edition.key(`use ${code}`) },
  });
  const token = { ...kept, signature: await unblind(kept, blindSignature) };
  keep(token, blindSignature);
  await anyone.order({
    path: `/v1/public/ballots/${held.ballotId}`,
    key: edition.key(`ballot ${token.token}`),
    body: { boxId: token.boxId, token: token.token, signature: token.signature, level: 'good' },
  });
};

const readByAll = async (readers = READERS): Promise<ReadonlyMap<string, readonly Answer[]>> => {
  const readAs = (who: string): Promise<readonly Answer[]> =>
    readEverything(client, document, { cookie: cookies.get(who), known });
  await readAs('auditor-1');
  await readAs(FIRST_OFFICER);
  const read = new Map<string, readonly Answer[]>();
  for (const who of readers) {
    const answers = await readAs(who);
    expect({ who, few: answers.length < (READS_LITTLE.includes(who) ? 1 : 15) }).toEqual({ who, few: false });
    read.set(who, answers);
  }
  return read;
};

const asTyped = (code: string): readonly string[] => [
  code,
  code.replaceAll('-', ''),
  code.replaceAll('-', '').toLowerCase(),
];
const routesWith = (answers: readonly Answer[], texts: readonly string[]): readonly string[] => [
  ...new Set(
    answers
      .filter((one) => one.texts.some((told) => texts.some((text) => told.includes(text))))
      .map(({ route }) => route),
  ),
];

beforeAll(async () => {
  await start();
  await prepare();
  await platform.moveClock(morningOf(`${YEAR}-03-17`));
  await platform.untilQuiet();
  before = await readByAll();
  await voteOnPapers();
  for (const code of codes.slice(0, CODES)) await voteByCode(code);
  await platform.untilQuiet();
}, PLAYED_WITHIN_MS);

afterAll(async () => {
  client?.close();
  await platform?.stop();
  await rm(folder, { recursive: true, force: true });
}, PLAYED_WITHIN_MS);

describe('votes that wait, by papers that pick and by codes', () => {
  let read: ReadonlyMap<string, readonly Answer[]>;

  it(
    'leave no code, token, serial or request in anything that anybody can read',
    async () => {
      read = await readByAll();
      expect([tokens.length, own.length, codes.length].every((count) => count > CODES)).toBe(true);
      for (const [who, answers] of read)
        expect({ who, routes: routesWith(answers, [...tokens, ...own, ...codes.flatMap(asTyped)]) }).toEqual({
          who,
          routes: [],
        });
    },
    PLAYED_WITHIN_MS,
  );

  it('change nothing that anybody reads but how many they are, which is told in steps to whoever oversees them', () => {
    for (const [who, answers] of read) {
      const earlier = new Map((before.get(who) ?? []).map(({ path, texts }) => [path, texts.join()]));
      const others = answers.filter(
        ({ path, route, type, texts }) =>
          type === 'application/json' &&
          !OF_THE_MOMENT.test(route) &&
          earlier.has(path) &&
          earlier.get(path) !== texts.join(),
      );
      const routes = [...new Set(others.map(({ route }) => route))].toSorted();
      expect({ who, routes }).toEqual({ who, routes: TOLD.includes(who) ? COUNTED : [] });
      for (const { texts } of others) {
        const counts = [...texts.join().matchAll(/"(?:cast|used)":(\d+)/gu)].map(([, count]) => Number(count));
        expect(counts.filter((count) => count % TURNOUT_STEP !== 0)).toEqual([]);
        expect(counts.some((count) => count > 0)).toBe(true);
        // What is issued of codes is what is used of them.
        expect(texts.join()).not.toMatch(new RegExp(`"issued":${CODES}\\b`, 'u'));
      }
    }
  });

  it('nor do they stand in what the platform’s parts say of themselves', async () => {
    const logs = join(folder, 'logs');
    const files = [join(folder, 'platform.log'), ...(await readdir(logs)).map((name) => join(logs, name))];
    const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
    expect(texts.join('').length).toBeGreaterThan(1_000);
    const said = [{ path: 'logs', route: 'logs', type: 'text/plain', texts }];
    expect(routesWith(said, [...tokens, ...own, ...codes.flatMap(asTyped)])).toEqual([]);
  });

  it(
    'are found by the same reader once they are opened: tokens in the log alone, and no code ever',
    async () => {
      await platform.moveClock(morningOf(`${YEAR}-03-21`));
      await platform.untilQuiet();
      await edition.order(FIRST_OFFICER, `/v1/rounds/${roundId}/tally`);
      await platform.untilQuiet();
      for (const [who, answers] of await readByAll(OPENED_TO)) {
        expect({ who, routes: routesWith(answers, codes.flatMap(asTyped)) }).toEqual({ who, routes: [] });
        const routes = routesWith(answers, tokens);
        expect({ who, routes: routes.filter((route) => !route.startsWith('/v1/audit')) }).toEqual({ who, routes: [] });
        if (who === 'auditor-1') expect(routes.length).toBeGreaterThan(0);
      }
    },
    PLAYED_WITHIN_MS,
  );
});
