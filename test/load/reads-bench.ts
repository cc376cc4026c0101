import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMITTEE } from '../journeys/demo/world/people.ts';
import { LoadedPlatform } from './loaded-platform.ts';
import { median, underLoad } from './measure.ts';
import { type ProcessorTime, processorTimeOf } from './processor-time.ts';
import { ReadFloor } from './read-floor.ts';
import { atMost, type Ratio } from './report.ts';

/** Times in milliseconds; `processor` is of all processes of the driver together, a question. */
export type ReadsResult = Readonly<{
  driver: string;
  question: string;
  perSecond: number;
  p50: number;
  p99: number;
  processor: number;
  gateway: number;
  services: number;
  postgres: number;
}>;

/** Fewer than the gateway has turns: what is measured is the processor, and nobody waits for it in a queue. */
const CLIENTS = 16;
const PAGE = 50;
const ENTRIES = 60;
/** Until V8 has compiled what a question runs through in every process. */
const WARM_UP_SECONDS = 5;

type Case = Readonly<{
  driver: string;
  question: string;
  ask: (number: number) => Promise<number>;
  pids: readonly number[];
}>;

const PAGE_OF_50 = `a page of ${PAGE} entries`;
const MIXED = 'mixed';

/** What people ask while they look around: a page, one entry of it, who one is, what is new, what is to be done. */
const mixedPaths = ({ campaign: { play } }: LoadedPlatform, page: string): readonly string[] => {
  const committee = play.organization(COMMITTEE);
  const entries = [...play.entries.values()].map(({ entryId }) => `/v1/entries/${entryId}`);
  const others = [page, '/v1/me', '/v1/inbox', `/v1/organizations?underId=${committee}`, '/v1/work'];
  return entries.flatMap((entry, at) => [entry, others[at % others.length] as string]);
};

/** The platform's processes are below two: its supervisor, and its database server, which outlives a killed supervisor. */
const rootsOf = async ({ campaign: { pid, directory } }: LoadedPlatform): Promise<readonly number[]> => {
  const lock = await readFile(join(directory, 'database', 'cluster', 'postmaster.pid'), 'utf8');
  return [pid, Number(lock.split('\n')[0])];
};

const casesOf = async (driver: string, platform: LoadedPlatform): Promise<readonly Case[]> => {
  const pids = await rootsOf(platform);
  const page = platform.entriesPath(PAGE);
  const mixed = mixedPaths(platform, page);
  const paths: Readonly<Record<string, readonly string[]>> = { [PAGE_OF_50]: [page], [MIXED]: mixed, me: ['/v1/me'] };
  for (const path of new Set(mixed)) {
    const status = await platform.ask(path);
    if (status !== 200) throw new Error(`${path} was answered ${status}`);
  }
  return Object.entries(paths).map(([question, asked]) => ({
    driver,
    question,
    pids,
    ask: (number) => platform.ask(asked[number % asked.length] as string),
  }));
};

const floorsOf = async (platform: LoadedPlatform): Promise<readonly Readonly<{ one: Case; floor: ReadFloor }>[]> => {
  const made = [];
  for (const over of ['tcp', 'unix'] as const) {
    const floor = await ReadFloor.start(platform.campaign.directory, { over, connectionsMax: CLIENTS });
    const path = platform.entriesPath(PAGE);
    // The server of the read models is below the platform; the rest of the platform is at rest meanwhile.
    const pids = [...floor.pids, ...(await rootsOf(platform))];
    made.push({ floor, one: { driver: `floor over ${over}`, question: PAGE_OF_50, pids, ask: () => floor.ask(path) } });
  }
  return made;
};

type Run = Omit<ReadsResult, 'driver' | 'question'>;

const NOT_SERVICES = new Set(['gateway', 'postgres']);

const measureOnce = async ({ ask, pids, driver, question }: Case, seconds: number): Promise<Run> => {
  let asked = 0;
  const { done, took } = await processorTimeOf(pids, () =>
    underLoad(CLIENTS, seconds, async () => {
      const status = await ask(asked++);
      if (status !== 200) throw new Error(`${driver}: ${question} was answered ${status}`);
    }),
  );
  const each = (ms: number): number => ms / asked;
  const sum = (time: ProcessorTime): number => Object.values(time).reduce((all, ms) => all + ms, 0);
  const services = Object.fromEntries(Object.entries(took).filter(([name]) => !NOT_SERVICES.has(name)));
  return {
    ...done,
    processor: each(sum(took)),
    gateway: each(took['gateway'] ?? 0),
    services: each(sum(services)),
    postgres: each(took['postgres'] ?? 0),
  };
};

const mediansOf = (runs: readonly Run[]): Run => {
  const of = (figure: keyof Run): number => median(runs.map((run) => run[figure]));
  return {
    perSecond: of('perSecond'),
    p50: of('p50'),
    p99: of('p99'),
    processor: of('processor'),
    gateway: of('gateway'),
    services: of('services'),
    postgres: of('postgres'),
  };
};

/**
 * What reads cost of the processor, beside their floor on the same database: in turn, round after round. With `before`, a built checkout,
 * its platform is asked the same in the same run.
 */
export const readsBench = async ({
  seconds,
  rounds,
  before,
}: Readonly<{ seconds: number; rounds: number; before?: string }>): Promise<readonly ReadsResult[]> => {
  const platforms: LoadedPlatform[] = [];
  const start = async (driver: string, supervisor?: string): Promise<readonly Case[]> => {
    const platform = await LoadedPlatform.start(CLIENTS, supervisor);
    platforms.push(platform);
    await platform.planEntries(ENTRIES);
    return casesOf(driver, platform);
  };
  const floors: ReadFloor[] = [];
  try {
    const cases = [...(await start('ours'))];
    if (before !== undefined) cases.push(...(await start('before', join(before, 'services/supervisor/dist/main.js'))));
    for (const { one, floor } of await floorsOf(platforms[0] as LoadedPlatform)) {
      floors.push(floor);
      cases.push(one);
    }
    for (const one of cases) await measureOnce(one, WARM_UP_SECONDS);
    const runs = cases.map((): Run[] => []);
    for (let round = 0; round < rounds; round++)
      for (const [index, one] of cases.entries()) runs[index]?.push(await measureOnce(one, seconds));
    return cases.map(({ driver, question }, index) => ({ driver, question, ...mediansOf(runs[index] as Run[]) }));
  } finally {
    for (const floor of floors) floor.stop();
    for (const platform of platforms) await platform.stop();
  }
};

export const readsRatios = (results: readonly ReadsResult[]): readonly Ratio[] => {
  const of = (driver: string, question: string): number =>
    results.find((result) => result.driver === driver && result.question === question)?.processor ?? Number.NaN;
  const floor = of('floor over tcp', PAGE_OF_50);
  const questions = [...new Set(results.map(({ question }) => question))];
  const compared = results.some(({ driver }) => driver === 'before');
  return [
    atMost(`processor time of ${PAGE_OF_50}, to its floor`, of('ours', PAGE_OF_50) / floor, 3),
    ...(compared
      ? questions.map((one) => atMost(`processor time of ${one}, to before`, of('ours', one) / of('before', one), 0.5))
      : []),
  ];
};
