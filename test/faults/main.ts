import { writeFile } from 'node:fs/promises';
import { type FaultArguments, readFaultArguments, USAGE } from './arguments.ts';
import { reportPage } from './matrix/report.ts';
import { runMatrix } from './matrix/run-matrix.ts';
import { type CaseReport, runCase, runUndisturbed } from './run-case.ts';

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;
const FAILURES_SHOWN_MAX = 60;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const argumentsOrExit = (): FaultArguments | undefined => {
  try {
    const given = readFaultArguments(process.argv.slice(2));
    if (given !== 'help') return given;
    print(USAGE);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    process.exitCode = EXIT_USAGE;
  }
  return undefined;
};

const lineOf = ({ name, seconds, kills, failures, kept }: CaseReport): string => {
  const worst = Math.max(0, ...kills.map(({ recoveredMs }) => recoveredMs));
  const verdict = failures.length === 0 ? 'held' : `FAILED (data kept in ${kept})`;
  return `${name.padEnd(26)} ${String(kills.length).padStart(3)} kills  slowest recovery ${(worst / 1_000).toFixed(1).padStart(5)} s  ${seconds.toFixed(0).padStart(4)} s  ${verdict}`;
};

const playStory = async ({ seed, year, story }: FaultArguments): Promise<readonly CaseReport[]> => {
  if (story.length === 0) return [];
  print(`\nThe story: the edition ${year} of the main job, seed ${seed}, killed while it runs`);
  const expected = await runUndisturbed({ seed, year });
  print('  played once undisturbed');
  const reports: CaseReport[] = [];
  for (const fault of story) {
    print(`  ${fault.name}`);
    const report = await runCase(fault, { seed, year }, expected);
    reports.push(report);
    report.failures.slice(0, FAILURES_SHOWN_MAX).forEach((failure) => print(`    ${failure}`));
  }
  print(`\n${reports.map(lineOf).join('\n')}`);
  return reports;
};

const faults = async (given: FaultArguments): Promise<void> => {
  const startedAt = new Date();
  const started = performance.now();
  const { seed, matrix: cases, report } = given;
  if (cases.length > 0) print(`The matrix: ${cases.length} cases, seed ${seed}`);
  const matrix = cases.length === 0 ? [] : await runMatrix({ seed, cases, say: print });
  const story = await playStory(given);
  const tookSeconds = (performance.now() - started) / 1_000;
  if (report !== undefined) await writeFile(report, reportPage({ seed, startedAt, tookSeconds, matrix, story }));
  const failed = [...matrix, ...story].filter(({ failures }) => failures.length > 0).length;
  const skipped = matrix.filter((one) => one.skipped !== undefined).length;
  print(
    `\n${matrix.length + story.length - failed - skipped} held, ${failed} failed, ${skipped} not run (seed ${seed}, ${tookSeconds.toFixed(0)} s)`,
  );
  if (failed > 0) process.exitCode = EXIT_FAILED;
};

const given = argumentsOrExit();
if (given) await faults(given);
