import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cookiesFor } from '../../journeys/demo/http/browser.ts';
import { HttpClient } from '../../journeys/demo/http/http-client.ts';
import { signIn } from '../../journeys/demo/http/sign-in.ts';
import { ChildPlatform } from '../../journeys/demo/platform/child-platform.ts';
import type { Platform } from '../../journeys/demo/platform/platform.ts';
import { declare } from '../../journeys/demo/play/acts/declaration.ts';
import { openEdition, planEntry } from '../../journeys/demo/play/acts/planning.ts';
import { inParallel } from '../../journeys/demo/play/in-parallel.ts';
import { Play } from '../../journeys/demo/play/play.ts';
import { setUp } from '../../journeys/demo/play/set-up.ts';
import { Progress } from '../../journeys/demo/report/progress.ts';
import type { EntryStory } from '../../journeys/demo/world/campaign-year.ts';
import { inventWorld, type World } from '../../journeys/demo/world/invented-world.ts';
import { COMMITTEE, FIRST_LEADER, FIRST_OFFICER } from '../../journeys/demo/world/people.ts';
import { windowsFrom } from '../../journeys/sample/windows-from.ts';
import { dayFrom, DECLARED_DAYS_AGO, INSPECTOR, type PreparedAppraisal, prepareAppraisal } from './prepared-window.ts';

const run = promisify(execFile);

/** Who claims reviews beside the first. */
export const SECOND_OFFICER = 'officer-2';

const UNITS = 4;
/** An entry takes a hundred reports: so many must do for all cases of one platform. */
const ENTRIES_A_UNIT = 8;
const STAFF = new Set([FIRST_OFFICER, SECOND_OFFICER, FIRST_LEADER, INSPECTOR, 'auditor-1', 'operator-1']);
const IN_FLIGHT_MAX = 4;
const FILE = 'prepared.json';

/** The database's own user must be able to reach its folder below this one. */
export const REACHABLE = 0o755;

export type PreparedUnit = Readonly<{ branchId: string; entryId: string; secretary: string; officer: string }>;

const SHANGHAI_MS = 8 * 60 * 60 * 1_000;
const todayOf = (now: Date): string => new Date(now.getTime() + SHANGHAI_MS).toISOString().slice(0, 10);

/** What the workload knows of the platform that it finds: ids, and the session cookie of each persona. */
export type Prepared = Readonly<{
  committeeId: string;
  editionId: string;
  /** The edition's round, and who may sit in it for his unit. */
  roundId: string;
  evaluators: readonly string[];
  units: readonly PreparedUnit[];
  /** Declared, and claimed by nobody who reviews. */
  declared: readonly string[];
  appraisal: PreparedAppraisal;
  people: readonly string[];
  cookies: Readonly<Record<string, string>>;
}>;

const smallWorld = (seed: string, year: number): World => {
  const world = inventWorld(seed, [year]);
  const units = world.units.slice(0, UNITS);
  const own = new Set(units.flatMap(({ code }) => [`${code}-officer`, `${code}-secretary`]));
  const people = world.people.filter(({ code }) => STAFF.has(code) || own.has(code));
  return { ...world, units, people, evaluators: [] };
};

/** Each persona gets a session of the workload's own. */
const cookiesOf = async (play: Play, { people }: World): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    await inParallel(people, async ({ code, login }) => {
      const jar = await signIn(play.client, login, play.password(code));
      const cookie = cookiesFor(jar, `${play.client.origin}/v1/me`);
      if (cookie === undefined) throw new Error(`${code} has no session`);
      return [code, cookie] as const;
    }),
  );

const copiesOf = (entry: EntryStory): readonly EntryStory[] =>
  Array.from({ length: ENTRIES_A_UNIT }, (_, index) => ({ ...entry, code: `${entry.code}-${index}` }));

/** The round follows from its edition. */
const roundOf = async (play: Play, year: number): Promise<string> => {
  await play.platform.untilQuiet();
  const path = `/v1/rounds?editionId=${play.edition(year)}`;
  const { items } = await play.as(FIRST_OFFICER).get<{ items: readonly { roundId: string }[] }>(path);
  if (items[0] === undefined) throw new Error('the edition has no round');
  return items[0].roundId;
};

const fill = async (play: Play, world: World): Promise<Prepared> => {
  const now = new Date();
  const { year, stages } = windowsFrom(now);
  await setUp(play);
  const appraisal = await prepareAppraisal(play, todayOf(now));
  await play.platform.moveClock(now.toISOString());
  await openEdition(play, year, stages);
  const stories = world.editions[0]?.entries ?? [];
  const planned = world.units.flatMap(({ code }) => stories.find(({ unit }) => unit === code) ?? []);
  const entries = planned.flatMap(copiesOf);
  const declared = planned.map((entry) => ({ ...entry, code: `${entry.code}-declared` }));
  await inParallel([...entries, ...declared], (entry) => planEntry(play, year, entry));
  await inParallel(declared, (entry) => declare(play, entry));
  return {
    declared: declared.map(({ code }) => play.entry(code).entryId),
    appraisal,
    committeeId: play.organization(COMMITTEE),
    editionId: play.edition(year),
    roundId: await roundOf(play, year),
    evaluators: world.units.map(({ code }) => play.person(`${code}-officer`)),
    units: entries.map(({ code, unit, branch }) => ({
      branchId: play.organization(branch),
      entryId: play.entry(code).entryId,
      secretary: `${unit}-secretary`,
      officer: `${unit}-officer`,
    })),
    people: world.units.map(({ code }) => play.person(`${code}-secretary`)),
    cookies: await cookiesOf(play, world),
  };
};

/**
 * Sets a platform up once, with an edition that is open today, an appraisal whose window is open today, and everybody signed in, and stops it: each run of
 * the matrix begins with a copy of its directory, on the real clock, so that a case starts in seconds. The clock is moved only up to the present.
 */
export const prepareDirectory = async (directory: string, seed: string): Promise<void> => {
  await mkdir(directory, { recursive: true });
  await chmod(directory, REACHABLE);
  const start = `${dayFrom(todayOf(new Date()), -DECLARED_DAYS_AGO)}T02:00:00.000Z`;
  const child = await ChildPlatform.start({ dataDirectory: directory, now: start });
  const client = new HttpClient(child.origin, IN_FLIGHT_MAX);
  try {
    const world = smallWorld(seed, windowsFrom(new Date()).year);
    const platform: Platform = {
      origin: child.origin,
      setUpLink: child.setUpLink,
      moveClock: (now) => child.moveClock(now),
      untilQuiet: () => child.untilQuiet(),
      stop: () => child.stop(),
    };
    const prepared = await fill(new Play({ world, platform, client, progress: new Progress(() => undefined) }), world);
    await child.untilQuiet();
    await writeFile(join(directory, FILE), JSON.stringify(prepared), { mode: 0o600 });
  } finally {
    client.close();
    await child.stop();
  }
};

export const readPrepared = async (directory: string): Promise<Prepared> =>
  JSON.parse(await readFile(join(directory, FILE), 'utf8')) as Prepared;

/** A copy to be broken, with owners as they are: the cluster is the database user's. */
export const copyDirectory = async (from: string, to: string): Promise<void> => {
  await mkdir(to, { recursive: true });
  await chmod(to, REACHABLE);
  await run('cp', ['-a', `${from}/.`, to]);
};
