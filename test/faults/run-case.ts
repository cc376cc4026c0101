import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChildPlatform } from '../journeys/demo/platform/child-platform.ts';
import { Progress } from '../journeys/demo/report/progress.ts';
import { type DemoRun, runDemo, type StoryAsked } from '../journeys/demo/run-demo.ts';
import { morningOf } from '../journeys/demo/world/edition-calendar.ts';
import { dice } from '../journeys/demo/world/seeded-random.ts';
import type { FaultCase, Target } from './fault-cases.ts';
import { FaultyPlatform, type Kill } from './faulty-platform.ts';

/** A smaller province than the demo's: enough for every fate of an entry and for the panel, and a run takes less time. */
const UNITS_MAX = 28;

/** The database's own user must be able to reach its folder below this one. */
const REACHABLE = 0o755;

export type Story = Readonly<{ seed: string; year: number }>;

/** How a case ended. `failures` empty: everything held. */
export type CaseReport = Readonly<{
  name: string;
  seconds: number;
  kills: readonly Kill[];
  failures: readonly string[];
  kept: string | undefined;
}>;

/** The ranks and scores of a run, as one value that two runs must share. */
export type ResultDigest = string;

const digestOf = ({ outcomes }: DemoRun): ResultDigest =>
  createHash('sha256')
    .update(JSON.stringify(outcomes.map(({ year, result, awards }) => ({ year, result, awards: awards.entries }))))
    .digest('hex');

const fresh = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'jiangong-faults-'));
  await chmod(directory, REACHABLE);
  return directory;
};

const clockAtStart = ({ year }: Story): string => morningOf(`${year}-01-04`);
const asked = ({ seed, year }: Story): StoryAsked => ({ seed, years: [year], out: undefined, unitsMax: UNITS_MAX });

/** The story without faults: what every faulty run must end with. Throws when already that is not as it should be. */
export const runUndisturbed = async (story: Story): Promise<ResultDigest> => {
  const dataDirectory = await fresh();
  const platform = await ChildPlatform.start({ dataDirectory, now: clockAtStart(story) });
  try {
    const run = await runDemo(platform, asked(story), new Progress(() => undefined));
    if (run.faults.length > 0) throw new Error(run.faults.slice(0, 5).join('; '));
    await platform.stop();
    await rm(dataDirectory, { recursive: true, force: true });
    return digestOf(run);
  } catch (error) {
    await platform.stop();
    throw new Error(`without any fault the story does not hold (data kept in ${dataDirectory})`, { cause: error });
  }
};

type Running = Readonly<{ platform: FaultyPlatform; story: Story; expected: ResultDigest; fault: FaultCase }>;

/** Plays the story, calms down, and holds everything that must have survived against what was expected. */
const playAndCheck = async ({ platform, story, expected, fault }: Running): Promise<readonly string[]> => {
  const failures: string[] = [];
  const run = await runDemo(
    platform,
    asked(story),
    new Progress((line) => process.stdout.write(`    ${fault.name} ${line}\n`)),
  );
  failures.push(...run.faults);
  await platform.calm();
  await platform.untilQuiet();
  const killed = new Set(platform.kills.map(({ target }) => target));
  for (const target of fault.targets.filter((one) => !killed.has(one)))
    failures.push(`${target} was never killed: the run proves nothing of it`);
  if (digestOf(run) !== expected) failures.push('the result is not the one of the undisturbed run');
  for (const { service, reader, equal } of await platform.compare())
    if (!equal) failures.push(`${service}: the read model ${reader} rebuilt from zero differs from the live one`);
  return failures;
};

/** One case of the matrix on a fresh data directory, which is kept when something did not hold. */
export const runCase = async (fault: FaultCase, story: Story, expected: ResultDigest): Promise<CaseReport> => {
  const started = performance.now();
  const dataDirectory = await fresh();
  const { below } = dice(story.seed, `faults ${fault.name}`);
  const onKill = (target: Target): void => void process.stdout.write(`    ${fault.name} kill -9 ${target}\n`);
  const platform = await FaultyPlatform.start({
    dataDirectory,
    now: clockAtStart(story),
    fault,
    dice: () => below(1_000) / 1_000,
    onKill,
  });
  const failures: string[] = [];
  try {
    failures.push(...(await playAndCheck({ platform, story, expected, fault })));
  } catch (error) {
    failures.push((error as Error).stack ?? String(error), await ChildPlatform.lastWords(dataDirectory));
  } finally {
    await platform.stop();
  }
  if (failures.length === 0) await rm(dataDirectory, { recursive: true, force: true });
  return {
    name: fault.name,
    seconds: (performance.now() - started) / 1_000,
    kills: platform.kills,
    failures,
    kept: failures.length === 0 ? undefined : dataDirectory,
  };
};
