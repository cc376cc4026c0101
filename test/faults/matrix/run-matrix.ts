import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogChain } from '../invariants/log-chain.ts';
import { GrowingFiles } from '../invariants/no-canary.ts';
import { readLog } from '../invariants/stored-log.ts';
import { lookForTools } from './machine.ts';
import { type MatrixCase, nameOf } from './matrix-case.ts';
import { MatrixPlatform } from './matrix-platform.ts';
import { copyDirectory, prepareDirectory, REACHABLE } from './prepared-directory.ts';
import { type MatrixReport, runMatrixCase, skippedCase, type Stage } from './run-matrix-case.ts';
import { Wires } from './wires.ts';

/** Platforms at a time: while one waits for a recovery the other works. */
export const LANES = 2;

/** A platform serves so many cases; then its log is long enough, and a fresh one takes over. */
const CASES_A_PLATFORM = 16;

export type MatrixOptions = Readonly<{ seed: string; cases: readonly MatrixCase[]; say: (line: string) => void }>;

type Running = Stage & Readonly<{ undo: () => Promise<void>; directory: string }>;

const nothingToUndo = (): Promise<void> => Promise.resolve();

/** Cases that follow one another on one platform; an `alone` case is a batch of its own. */
const batchesOf = (cases: readonly MatrixCase[]): (readonly MatrixCase[])[] => {
  const batches: MatrixCase[][] = [];
  for (const one of cases) {
    const last = batches.at(-1);
    const joins = last && !one.alone && !last[0]?.alone && last[0]?.row === one.row && last[0].wires === one.wires && last.length < CASES_A_PLATFORM;
    if (joins) last.push(one);
    else batches.push([one]);
  }
  return batches;
};

class Lane {
  readonly #options: MatrixOptions;
  readonly #prepared: string;
  readonly #work: string;
  readonly #missing = lookForTools();
  #count = 0;

  constructor(options: MatrixOptions, prepared: string, work: string) {
    this.#options = options;
    this.#prepared = prepared;
    this.#work = work;
  }

  /** Runs a batch; a case that failed takes its platform with it, and leaves its directory to be looked at. */
  async run(batch: readonly MatrixCase[]): Promise<readonly MatrixReport[]> {
    const { seed, say } = this.#options;
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
        report = { ...skippedCase(one, seed, ''), skipped: undefined, failures: [`its platform did not start: ${(error as Error).message}`] };
      }
      const failed = report.failures.length > 0;
      say(`  ${failed ? 'FAILED' : 'held  '} ${nameOf(one)} (${report.injections} injected, ${report.seconds.toFixed(0)} s)${failed && running ? `, data kept in ${running.directory}` : ''}`);
      report.failures.slice(0, 20).forEach((failure) => say(`      ${failure}`));
      reports.push(report);
      if (failed && running) {
        await this.#end(running, true);
        running = undefined;
      }
    }
    if (running) await this.#end(running, false);
    return reports;
  }

  async #start(first: MatrixCase): Promise<Running> {
    const directory = join(this.#work, `platform-${++this.#count}-${process.hrtime.bigint()}`);
    await copyDirectory(this.#prepared, directory);
    const undo = (await first.prepare?.(directory)) ?? nothingToUndo;
    const wires = first.wires ? await Wires.open(directory) : undefined;
    let platform: MatrixPlatform | undefined;
    try {
      platform = await MatrixPlatform.start({ directory, ...(wires ? { services: await wires.variables(directory) } : {}) });
      const looked = { chain: new LogChain(), files: new GrowingFiles() };
      for await (const page of readLog(platform.sql, 0)) looked.chain.take(page);
      return { platform, looked, wires, undo, directory };
    } catch (error) {
      await platform?.stop();
      await wires?.close();
      await undo();
      throw new Error(`${(error as Error).message} (see ${directory})`, { cause: error });
    }
  }

  async #end({ platform, wires, undo, directory }: Running, keep: boolean): Promise<void> {
    await platform.stop();
    await wires?.close();
    await undo();
    if (!keep) await rm(directory, { recursive: true, force: true });
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
    for (let index = next++; index < batches.length; index = next++) reports[index] = await own.run(batches[index] as readonly MatrixCase[]);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const all = reports.flat();
  if (all.every(({ failures }) => failures.length === 0)) await rm(work, { recursive: true, force: true });
  return all;
};
