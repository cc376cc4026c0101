import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A seed that once failed, and what it had found. Always played; when the code has changed it may find something else, or nothing. */
export type Regression = Readonly<{ seed: number; found: string }>;

export const regressions = JSON.parse(
  readFileSync(join(import.meta.dirname, 'regressions.json'), 'utf8'),
) as readonly Regression[];
