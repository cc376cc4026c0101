import { parseArgs } from 'node:util';
import { FAULT_CASES, type FaultCase, SAMPLE_CASES } from './fault-cases.ts';

export type FaultArguments = Readonly<{ seed: string; year: number; cases: readonly FaultCase[] }>;

export const USAGE = `npm run faults -- [--sample] [--case NAME] [--seed TEXT] [--year 2021]

  --sample      a few cases (for every CI run) instead of the whole matrix
  --case NAME   one case: ${FAULT_CASES.map(({ name }) => name).join(', ')}
  --seed TEXT   another story and other moments (default 1); a failing seed fails again
  --year N      which edition is played (default 2021)
  --help        shows this`;

const YEAR_FIRST = 2021;
const YEAR_LAST = 2025;

const casesOf = (sample: boolean, name: string | undefined): readonly FaultCase[] => {
  if (name === undefined) return sample ? SAMPLE_CASES : FAULT_CASES;
  const found = [...FAULT_CASES, ...SAMPLE_CASES].find((one) => one.name === name);
  if (!found) throw new Error(`there is no case ${name}`);
  return [found];
};

/** Reads the command line; `help` when that was asked for. Throws an Error that says what is wrong with it. */
export const readFaultArguments = (given: readonly string[]): FaultArguments | 'help' => {
  const { values } = parseArgs({
    args: [...given],
    strict: true,
    options: {
      sample: { type: 'boolean', default: false },
      case: { type: 'string' },
      seed: { type: 'string', default: '1' },
      year: { type: 'string', default: String(YEAR_FIRST) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const year = Number(values.year);
  if (!Number.isInteger(year) || year < YEAR_FIRST || year > YEAR_LAST) throw new Error(`--year takes a year from ${YEAR_FIRST} to ${YEAR_LAST}, not ${values.year}`);
  return { seed: values.seed, year, cases: casesOf(values.sample, values.case) };
};
