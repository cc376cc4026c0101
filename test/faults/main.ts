import { readFaultArguments, type FaultArguments, USAGE } from './arguments.ts';
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

const faults = async ({ seed, year, cases }: FaultArguments): Promise<void> => {
  print(`Faults: the edition ${year} of the main job, seed ${seed}, killed while it runs`);
  const expected = await runUndisturbed({ seed, year });
  print('  played once undisturbed');
  const reports: CaseReport[] = [];
  for (const fault of cases) {
    print(`  ${fault.name}`);
    const report = await runCase(fault, { seed, year }, expected);
    reports.push(report);
    report.failures.slice(0, FAILURES_SHOWN_MAX).forEach((failure) => print(`    ${failure}`));
  }
  const failed = reports.filter(({ failures }) => failures.length > 0);
  print(`\n${reports.map(lineOf).join('\n')}\n\n${reports.length - failed.length} held, ${failed.length} failed (seed ${seed})`);
  if (failed.length > 0) process.exitCode = EXIT_FAILED;
};

const given = argumentsOrExit();
if (given) await faults(given);
