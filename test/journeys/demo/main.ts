import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoArguments, readDemoArguments, USAGE } from './arguments.ts';
import { ChildPlatform } from './platform/child-platform.ts';
import { freePort } from './platform/free-port.ts';
import { Progress } from './report/progress.ts';
import { type DemoRun, runDemo } from './run-demo.ts';
import { morningOf } from './world/edition-calendar.ts';

const EXIT_MISMATCH = 1;
const EXIT_USAGE = 2;
const FAULTS_SHOWN_MAX = 40;

/** The database's own user must be able to reach its folder below this one. */
const REACHABLE = 0o755;

const argumentsOrExit = (): DemoArguments | undefined => {
  try {
    const given = readDemoArguments(process.argv.slice(2));
    if (given !== 'help') return given;
    process.stdout.write(`${USAGE}\n`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    process.exitCode = EXIT_USAGE;
  }
  return undefined;
};

const showSignIns = (progress: Progress, platform: ChildPlatform, { play }: DemoRun): void => {
  progress.print(`\nLeft running at ${platform.origin} until you end process ${platform.pid}. Sign-ins (login name, password, role):`);
  for (const { code, login, grants } of play.world.people) progress.print(`  ${login.padEnd(18)} ${play.password(code)}  ${grants[0]?.role ?? ''}`);
};

const tellFaults = (progress: Progress, faults: readonly string[]): void => {
  if (faults.length === 0) return progress.print('Every rank, award, name and event is as the story says.');
  process.exitCode = EXIT_MISMATCH;
  progress.print(`\n${faults.length} things are not as the story says:`);
  faults.slice(0, FAULTS_SHOWN_MAX).forEach((fault) => progress.print(`  ${fault}`));
};

/** Plays in `folder`; true when the platform was left running there. */
const playIn = async (folder: string, given: DemoArguments, progress: Progress): Promise<boolean> => {
  let platform: ChildPlatform | undefined;
  let kept = false;
  try {
    platform = await ChildPlatform.start({ dataDirectory: folder, now: morningOf(`${given.years[0]}-01-04`), port: await freePort() });
    progress.tell(`the platform is ready at ${platform.origin}`);
    const run = await runDemo(platform, given, progress);
    tellFaults(progress, run.faults);
    if (given.keep) {
      await platform.letGo();
      kept = true;
      showSignIns(progress, platform, run);
    }
  } catch (error) {
    process.exitCode = EXIT_MISMATCH;
    process.stderr.write(`\n${(error as Error).stack}\n\nLast lines of the platform:\n${await ChildPlatform.lastWords(folder)}\n`);
  } finally {
    if (!kept) await platform?.stop();
  }
  return kept;
};

const demo = async (given: DemoArguments): Promise<void> => {
  const progress = new Progress();
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-demo-'));
  await chmod(folder, REACHABLE);
  progress.print(`The main job on an invented province, seed ${given.seed}, editions ${given.years.join(', ')}`);
  const kept = await playIn(folder, given, progress);
  if (process.exitCode === EXIT_MISMATCH) process.stderr.write(`What it left is in ${folder}\n`);
  else if (!kept) await rm(folder, { recursive: true, force: true });
};

const given = argumentsOrExit();
if (given) await demo(given);
