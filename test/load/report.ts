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

const cell = (value: unknown): string => (typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(value < 10 ? 2 : 0) : String(value));

/** Rows with the same keys as a table of text. */
export const tableOf = (rows: readonly Readonly<Record<string, unknown>>[]): string => {
  const keys = Object.keys(rows[0] ?? {});
  const lines = [keys, ...rows.map((row) => keys.map((key) => cell(row[key])))];
  const widths = keys.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines.map((line) => line.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
};

/** A goal of performance: what was reached, as a ratio of two figures of this run. */
export type Ratio = Readonly<{ ratio: string; value: number; goal: string; reached: boolean }>;

export const atLeast = (ratio: string, value: number, goal: number): Ratio => ({ ratio, value, goal: `≥ ${goal}`, reached: value >= goal });
export const atMost = (ratio: string, value: number, goal: number): Ratio => ({ ratio, value, goal: `≤ ${goal}`, reached: value <= goal });
