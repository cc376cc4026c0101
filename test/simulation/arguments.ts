import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

export type SimulationArguments = Readonly<{ seeds: readonly number[]; jobs: number }>;

/** Seeds of one run of CI. */
export const SEEDS = 200;
export const SEEDS_MAX = 1_000_000;
const JOBS_MAX = 8;

export const USAGE = `npm run simulate -- [--seeds ${SEEDS}] [--from 1] [--seed N] [--jobs N]

  --seeds N   so many seeds, one after the other (CI plays ${SEEDS})
  --from N    the first of them
  --seed N    this one alone; a failing seed fails again
  --jobs N    threads (default: two, or one on a machine with one core)
  --help      shows this`;

const whole = (name: string, text: string, max: number): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > max)
    throw new Error(`--${name} takes a number from 1 to ${max}, not ${text}`);
  return value;
};

/** Reads the command line; `help` when that was asked for. Throws an Error that says what is wrong with it. */
export const readSimulationArguments = (
  given: readonly string[],
  regressions: readonly number[],
): SimulationArguments | 'help' => {
  const { values } = parseArgs({
    args: [...given],
    strict: true,
    options: {
      seeds: { type: 'string', default: String(SEEDS) },
      from: { type: 'string', default: '1' },
      seed: { type: 'string' },
      jobs: { type: 'string', default: String(Math.min(2, availableParallelism())) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const jobs = whole('jobs', values.jobs, JOBS_MAX);
  if (values.seed !== undefined) return { seeds: [whole('seed', values.seed, SEEDS_MAX)], jobs: 1 };
  const from = whole('from', values.from, SEEDS_MAX);
  const asked = Array.from({ length: whole('seeds', values.seeds, SEEDS_MAX) }, (_, index) => from + index);
  return { seeds: [...new Set([...regressions, ...asked])], jobs };
};
