import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoArguments, readDemoArguments, USAGE } from './arguments.ts';
import { ChildPlatform } from './platform/child-platform.ts';
import { freePort } from './platform/free-port.ts';
import { type Stack, startStack } from './platform/stack.ts';
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
  progress.print(
    `\nLeft running at ${platform.origin} until you end process ${platform.pid}. Sign-ins (login name, password, role):`,
  );
  for (const { code, login, grants } of play.world.people)
    progress.print(`  ${login.padEnd(18)} ${play.password(code)}  ${grants[0]?.role ?? ''}`);
};

const tellFaults = (progress: Progress, faults: readonly string[]): void => {
  if (faults.length === 0) return progress.print('Every rank, award, name and event is as the story says.');
  process.exitCode = EXIT_MISMATCH;
  progress.print(`\n${faults.length} things are not as the story says:`);
  faults.slice(0, FAULTS_SHOWN_MAX).forEach((fault) => progress.print(`  ${fault}`));
};

/** Plays in `folder`, on a platform over the servers of `stack`; true when it was left running there. */
const playIn = async (folder: string, given: DemoArguments, stack: Stack, progress: Progress): Promise<boolean> => {
  let platform: ChildPlatform | undefined;
  let kept = false;
  try {
    const now = morningOf(`${given.years[0]}-01-04`);
    platform = await ChildPlatform.start({
      dataDirectory: folder,
      now,
      port: await freePort(),
      environment: stack.environment,
    });
    progress.tell(`the platform is ready at ${platform.origin}`);
    const run = await runDemo(platform, given, progress);
    const uses = await stack.uses();
    uses.told.forEach((use) => progress.print(use));
    tellFaults(progress, [...run.faults, ...uses.faults]);
    if (given.keep) {
      await platform.letGo();
      kept = true;
      showSignIns(progress, platform, run);
    }
  } catch (error) {
    process.exitCode = EXIT_MISMATCH;
    process.stderr.write(
      `\n${(error as Error).stack}\n\nLast lines of the platform:\n${await ChildPlatform.lastWords(folder)}\n`,
    );
  } finally {
    if (!kept) await platform?.stop();
  }
  return kept;
};

const demo = async (given: DemoArguments): Promise<void> => {
  const progress = new Progress();
  progress.print(`The main job on an invented province, seed ${given.seed}, editions ${given.years.join(', ')}`);
  const stack = await startStack(given.stack, (text) => progress.tell(text));
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-demo-'));
  await chmod(folder, REACHABLE);
  let kept = false;
  try {
    kept = await playIn(folder, given, stack, progress);
  } finally {
    await stack.stop();
  }
  if (process.exitCode === EXIT_MISMATCH) process.stderr.write(`What it left is in ${folder}\n`);
  else if (!kept) await rm(folder, { recursive: true, force: true });
};

const given = argumentsOrExit();
if (given) await demo(given);
