import { parseArgs } from 'node:util';
import { FAULT_CASES, type FaultCase, SAMPLE_CASES } from './fault-cases.ts';
import { MATRIX } from './matrix/all-cases.ts';
import { type MatrixCase, nameOf } from './matrix/matrix-case.ts';

export type FaultArguments = Readonly<{
  seed: string;
  year: number;
  story: readonly FaultCase[];
  matrix: readonly MatrixCase[];
  report: string | undefined;
}>;

export const USAGE = `npm run faults -- [--sample] [--row N] [--ring kafka] [--case TEXT] [--seed TEXT] [--report FILE]

  --sample       about ten minutes of it (for every CI run) instead of everything
  --row N        one row of the matrix (reliability.md §3), 1 to ${Math.max(...MATRIX.map(({ row }) => row))}
  --ring kafka   the faults of brokers only, with real ones
  --case TEXT    the cases whose name holds TEXT; of the story: ${FAULT_CASES.map(({ name }) => name).join(', ')}
  --matrix       the matrix without the story; --story the story without the matrix
  --seed TEXT    other orders and other moments (default 1); a failing seed fails again
  --year N       which edition the story plays (default 2021)
  --report FILE  writes what was seen as a table
  --help         shows this`;

const YEAR_FIRST = 2021;
const YEAR_LAST = 2025;

const OPTIONS = {
  sample: { type: 'boolean', default: false },
  matrix: { type: 'boolean', default: false },
  story: { type: 'boolean', default: false },
  row: { type: 'string' },
  ring: { type: 'string' },
  case: { type: 'string' },
  seed: { type: 'string', default: '1' },
  year: { type: 'string', default: String(YEAR_FIRST) },
  report: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

type Given = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; strict: true }>>['values'];

/** Rows in which real brokers are broken. */
const OF_BROKERS = (one: MatrixCase): boolean => one.needs === 'kafka';

const matrixOf = ({ sample, story, row, ring, case: named }: Given): readonly MatrixCase[] => {
  if (story) return [];
  if (ring !== undefined && ring !== 'kafka') throw new Error(`there is no ring ${ring}`);
  return MATRIX.filter(
    (one) =>
      (!sample || one.sample === true) &&
      (row === undefined || one.row === Number(row)) &&
      (ring === undefined || OF_BROKERS(one)) &&
      (named === undefined || nameOf(one).includes(named)),
  );
};

const storyOf = ({ sample, matrix, row, ring, case: named }: Given): readonly FaultCase[] => {
  if (matrix || row !== undefined || ring !== undefined) return [];
  const cases = sample ? SAMPLE_CASES : FAULT_CASES;
  return named === undefined ? cases : [...FAULT_CASES, ...SAMPLE_CASES].filter(({ name }) => name === named);
};

/** Reads the command line; `help` when that was asked for. Throws an Error that says what is wrong with it. */
export const readFaultArguments = (given: readonly string[]): FaultArguments | 'help' => {
  const { values } = parseArgs({ args: [...given], strict: true, options: OPTIONS });
  if (values.help) return 'help';
  const year = Number(values.year);
  if (!Number.isInteger(year) || year < YEAR_FIRST || year > YEAR_LAST)
    throw new Error(`--year takes a year from ${YEAR_FIRST} to ${YEAR_LAST}, not ${values.year}`);
  const [story, matrix] = [storyOf(values), matrixOf(values)];
  if (story.length + matrix.length === 0) throw new Error('no case is called that');
  return { seed: values.seed, year, story, matrix, report: values.report };
};
