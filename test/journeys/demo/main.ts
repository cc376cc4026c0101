import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoArguments, readDemoArguments, USAGE } from './arguments.ts';
import { ChildPlatform } from './platform/child-platform.ts';
import { Progress } from './report/progress.ts';
import { type DemoRun, runDemo } from './run-demo.ts';
import { morningOf } from './world/edition-calendar.ts';

const EXIT_MISMATCH = 1;
const EXIT_USAGE = 2;
const LAST_LINES_MAX = 40;
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

const showSignIns = (progress: Progress, { play }: DemoRun): void => {
  progress.print(`\nLeft running at ${play.platform.origin} (stop it with Ctrl-C). Sign-ins, login name and password:`);
  for (const { code, login, grants } of play.world.people) progress.print(`  ${login.padEnd(18)} ${play.password(code)}  ${grants[0]?.role ?? ''}`);
};

const keepRunning = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });

const demo = async (given: DemoArguments): Promise<void> => {
  const progress = new Progress();
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-demo-'));
  await chmod(folder, REACHABLE);
  const lastLines: string[] = [];
  let platform: ChildPlatform | undefined;
  progress.print(`The main job on an invented province, seed ${given.seed}, editions ${given.years.join(', ')}`);
  try {
    const now = morningOf(`${given.years[0]}-01-04`);
    platform = await ChildPlatform.start({ dataDirectory: folder, now, onLine: (line) => void (lastLines.push(line) > LAST_LINES_MAX && lastLines.shift()) });
    progress.tell(`the platform is ready at ${platform.origin}`);
    const run = await runDemo(platform, given, progress);
    if (run.faults.length > 0) {
      process.exitCode = EXIT_MISMATCH;
      progress.print(`\n${run.faults.length} things are not as the story says:`);
      run.faults.slice(0, FAULTS_SHOWN_MAX).forEach((fault) => progress.print(`  ${fault}`));
    } else progress.print('Every rank, award, name and event is as the story says.');
    if (given.keep) {
      showSignIns(progress, run);
      await keepRunning();
    }
  } catch (error) {
    process.exitCode = EXIT_MISMATCH;
    process.stderr.write(`\n${(error as Error).stack}\n\nLast lines of the platform:\n${lastLines.join('\n')}\n`);
  } finally {
    await platform?.stop();
    if (process.exitCode === undefined || process.exitCode === 0) await rm(folder, { recursive: true, force: true });
    else process.stderr.write(`What it left is in ${folder}\n`);
  }
};

const given = argumentsOrExit();
if (given) await demo(given);
