import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { STACK_KINDS, type StackKind } from './platform/stack.ts';

export type DemoArguments = Readonly<{
  seed: string;
  years: readonly number[];
  /** Leaves the platform running at the end. */
  keep: boolean;
  /** Where the files for a stranger's recomputation go. */
  out: string | undefined;
  /** Servers that the platform runs over; none: PostgreSQL alone. */
  stack: readonly StackKind[];
}>;

export const FIRST_YEAR = 2021;
export const LAST_YEAR = 2025;

export const USAGE = `npm run demo -- [--seed TEXT] [--years 2021-2025] [--out DIR] [--stack kafka,redis] [--keep]

  --seed TEXT     another seed, another story (default 1)
  --years A-B     which editions are played, within ${FIRST_YEAR}-${LAST_YEAR} (default all); the naming needs all five
  --out DIR       writes events.jsonl, and for each edition scheme.json, score-sheets.json and result.json
  --stack LIST    plays over real Kafka, Redis or both, which end with it (libs/test-servers says what that needs)
  --keep          leaves the platform running and prints the URL and the personas' sign-ins
  --help          shows this`;

const yearsOf = (text: string): readonly number[] => {
  const [, from, to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(text) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (!(first >= FIRST_YEAR && last <= LAST_YEAR && first <= last))
    throw new Error(`--years takes years within ${FIRST_YEAR}-${LAST_YEAR}, not ${text}`);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
};

const isStackKind = (text: string): text is StackKind => STACK_KINDS.some((kind) => kind === text);

const stackOf = (text: string): readonly StackKind[] => {
  const kinds = [...new Set(text.split(',').filter((kind) => kind !== ''))];
  if (!kinds.every(isStackKind)) throw new Error(`--stack takes ${STACK_KINDS.join(', ')}, not ${text}`);
  return kinds;
};

/** Reads the command line; `help` when that was asked for. Throws an Error that says what is wrong with it. */
export const readDemoArguments = (given: readonly string[]): DemoArguments | 'help' => {
  const { values } = parseArgs({
    args: [...given],
    strict: true,
    options: {
      seed: { type: 'string', default: '1' },
      years: { type: 'string', default: `${FIRST_YEAR}-${LAST_YEAR}` },
      out: { type: 'string' },
      stack: { type: 'string', default: '' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (values.seed === '' || values.seed.length > 100) throw new Error('--seed takes a text of 1 to 100 characters');
  const stack = stackOf(values.stack);
  if (values.keep && stack.length > 0)
    throw new Error('--keep leaves the platform running, and the servers of --stack end with the demo: choose one');
  const out = values.out === undefined ? undefined : resolve(values.out);
  return { seed: values.seed, years: yearsOf(values.years), keep: values.keep, out, stack };
};
