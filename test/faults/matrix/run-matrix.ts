import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogChain } from '../invariants/log-chain.ts';
import { GrowingFiles } from '../invariants/no-canary.ts';
import { readLog } from '../invariants/stored-log.ts';
import { Brokers } from './brokers.ts';
import { lookForTools } from './machine.ts';
import { type MatrixCase, nameOf } from './matrix-case.ts';
import { MatrixPlatform } from './matrix-platform.ts';
import { copyDirectory, prepareDirectory, REACHABLE } from './prepared-directory.ts';
import { type MatrixReport, runMatrixCase, skippedCase, type Stage } from './run-matrix-case.ts';
import { Wires } from './wires.ts';

/** Platforms at a time: while one waits for a recovery the other works. */
export const LANES = 2;

/** A platform serves so many cases; then its log is long enough, and a fresh one takes over. */
const CASES_A_PLATFORM_MAX = 12;

const FAILURES_SHOWN_MAX = 20;

/** The first talk over fresh brokers takes longer than any recovery. */
const BROKERS_SETTLE_MS_MAX = 120_000;

export type MatrixOptions = Readonly<{ seed: string; cases: readonly MatrixCase[]; say: (line: string) => void }>;

/** A stage with the way to take it down: everything that was set up for it, the newest first. */
type Running = Stage & Readonly<{ directory: string; takeDown: () => Promise<void> }>;

/** Cases that follow one another on one platform; an `alone` case is a batch of its own. Brokers are heavy: never two sets at once. */
const batchesOf = (cases: readonly MatrixCase[]): (readonly MatrixCase[])[] => {
  const batches: MatrixCase[][] = [];
  const casesMax = Math.min(CASES_A_PLATFORM_MAX, Math.ceil(cases.length / LANES));
  for (const one of cases) {
    const last = batches.at(-1);
    const first = last?.[0];
    const alike = first && !one.alone && !first.alone && first.wires === one.wires && first.brokers === one.brokers;
    if (last && alike && (one.brokers || last.length < casesMax)) last.push(one);
    else batches.push([one]);
  }
  return batches;
};

/** Runs batches one after the other, each on a platform of its own. */
class Lane {
  readonly #options: MatrixOptions;
  readonly #prepared: string;
  readonly #work: string;
  readonly #missing: ReturnType<typeof lookForTools>;

  constructor(options: MatrixOptions, prepared: string, work: string) {
    this.#options = options;
    this.#prepared = prepared;
    this.#work = work;
    this.#missing = lookForTools();
  }

  /** A case that failed takes its platform with it, and leaves its directory to be looked at. */
  async run(batch: readonly MatrixCase[]): Promise<readonly MatrixReport[]> {
    const { seed } = this.#options;
    const reports: MatrixReport[] = [];
    let running: Running | undefined;
    for (const one of batch) {
      const why = one.notYet ?? (one.needs && (await this.#missing(one.needs)));
      if (why !== undefined) {
        reports.push(skippedCase(one, seed, why));
        continue;
      }
      let report: MatrixReport;
      try {
        running ??= await this.#start(one);
        report = await runMatrixCase(one, running, seed);
      } catch (error) {
        report = {
          ...skippedCase(one, seed, ''),
          skipped: undefined,
          failures: [`its platform did not start: ${(error as Error).message}`],
        };
      }
      reports.push(report);
      this.#tell(one, report, running);
      if (report.failures.length > 0) {
        await running?.takeDown();
        running = undefined;
      }
    }
    await running?.takeDown();
    if (running) await rm(running.directory, { recursive: true, force: true });
    return reports;
  }

  #tell(one: MatrixCase, { failures, injections, seconds }: MatrixReport, running: Running | undefined): void {
    const { say } = this.#options;
    const failed = failures.length > 0;
    say(
      `  ${failed ? 'FAILED' : 'held  '} ${nameOf(one)} (${injections} injected, ${seconds.toFixed(0)} s)${failed && running ? `, data kept in ${running.directory}` : ''}`,
    );
    failures.slice(0, FAILURES_SHOWN_MAX).forEach((failure) => say(`      ${failure}`));
  }

  async #start(first: MatrixCase): Promise<Running> {
    const directory = await mkdtemp(join(this.#work, 'platform-'));
    await copyDirectory(this.#prepared, directory);
    const steps: (() => Promise<void>)[] = [];
    const takeDown = async (): Promise<void> => {
      for (const step of steps.splice(0).toReversed()) await step();
    };
    try {
      const undo = await first.prepare?.(directory);
      if (undo) steps.push(undo);
      const wires = first.wires ? await Wires.open(directory) : undefined;
      if (wires) steps.push(() => wires.close());
      const brokers = first.brokers ? await Brokers.start(directory) : undefined;
      if (brokers) steps.push(() => brokers.stop());
      const platform = await MatrixPlatform.start({
        directory,
        ...(brokers ? { environment: brokers.environment } : {}),
        ...(wires ? { services: await wires.variables(directory) } : {}),
      });
      steps.push(() => platform.stop());
      // Topics are made, groups are formed and history is told before anything breaks.
      if (brokers) await platform.recovered(BROKERS_SETTLE_MS_MAX);
      const looked = { chain: new LogChain(), files: new GrowingFiles() };
      for await (const page of readLog(platform.sql, 0)) looked.chain.take(page);
      return { platform, looked, wires, brokers, directory, takeDown };
    } catch (error) {
      await takeDown();
      throw new Error(`${(error as Error).message} (see ${directory})`, { cause: error });
    }
  }
}

/** The cases, two platforms at a time, in the order given; reports in that order. */
export const runMatrix = async (options: MatrixOptions): Promise<readonly MatrixReport[]> => {
  const work = await mkdtemp(join(tmpdir(), 'jiangong-matrix-'));
  await chmod(work, REACHABLE);
  const prepared = join(work, 'prepared');
  await prepareDirectory(prepared, options.seed);
  options.say('  a platform is prepared');
  const batches = batchesOf(options.cases);
  const reports: (readonly MatrixReport[])[] = batches.map(() => []);
  let next = 0;
  const lane = async (): Promise<void> => {
    const own = new Lane(options, prepared, work);
    for (let index = next++; index < batches.length; index = next++)
      reports[index] = await own.run(batches[index] as readonly MatrixCase[]);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const all = reports.flat();
  if (all.every(({ failures }) => failures.length === 0)) await rm(work, { recursive: true, force: true });
  return all;
};
