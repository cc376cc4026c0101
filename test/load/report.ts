import { cpus, totalmem } from 'node:os';

/** Facts of the machine that a figure means nothing without. */
export const machine = (postgres: string): Readonly<Record<string, string | number>> => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  postgres,
  at: new Date().toISOString(),
});

const cell = (value: unknown): string =>
  typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(value < 10 ? 2 : 0) : String(value);

/** Rows with the same keys as a table of text. */
export const tableOf = (rows: readonly Readonly<Record<string, unknown>>[]): string => {
  const keys = Object.keys(rows[0] ?? {});
  const lines = [keys, ...rows.map((row) => keys.map((key) => cell(row[key])))];
  const widths = keys.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** A goal of performance: what was reached, as a ratio of two figures of this run. */
export type Ratio = Readonly<{ ratio: string; value: number; goal: string; reached: boolean }>;

export const atLeast = (ratio: string, value: number, goal: number): Ratio => ({
  ratio,
  value,
  goal: `≥ ${goal}`,
  reached: value >= goal,
});
export const atMost = (ratio: string, value: number, goal: number): Ratio => ({
  ratio,
  value,
  goal: `≤ ${goal}`,
  reached: value <= goal,
});

/** What one bench showed, with the machine it ran on. */
export type BenchReport = Readonly<{
  bench: string;
  machine: ReturnType<typeof machine>;
  results: readonly Readonly<Record<string, unknown>>[];
  ratios: readonly Ratio[];
}>;

const row = (cells: readonly unknown[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** All benches of one run as a page: what was reached of the goals first, then the figures behind it. */
export const reportOf = (reports: readonly BenchReport[]): string => {
  const [first] = reports;
  const ratios = reports.flatMap(({ ratios: own }) => own);
  const facts = Object.entries(first?.machine ?? {}).map(([fact, value]) => `${fact}: ${value}`);
  const reached = ratios.filter((ratio) => ratio.reached).length;
  return [
    '# What was measured',
    `Written by \`npm run bench -- … --report\`. ${facts.join(' · ')}. Load programs and servers share the cores. ${reached} of ${ratios.length} goals reached.`,
    [
      row(['ratio', 'reached', 'goal', 'met']),
      row(['---', '---', '---', '---']),
      ...ratios.map(({ ratio, value, goal, reached: met }) =>
        row([ratio, value.toFixed(value < 1 ? 3 : 2), goal, met ? 'yes' : 'no']),
      ),
    ].join('\n'),
    ...reports.flatMap(({ bench, results }) => [
      `## ${bench}`,
      [
        row(Object.keys(results[0] ?? {})),
        row(Object.keys(results[0] ?? {}).map(() => '---')),
        ...results.map((result) => row(Object.values(result))),
      ].join('\n'),
    ]),
    '',
  ].join('\n\n');
};
