import type { describe, it } from '@jest/globals';
import { missingVariable, type ServerKind, TITLES, VARIABLES } from './kinds.ts';

/** Jest's own, where jest runs: programs that only start servers load this file, too, and have none. */
const jest = globalThis as unknown as Readonly<{ describe: typeof describe; it: typeof it }>;

/**
 * A suite that needs a real server. Where the run has none it becomes one skipped test, whose name says which server is missing and
 * why. The kind stands as a literal in the spec file: the run starts only the servers that its files name.
 */
export const describeOn = (kind: ServerKind, name: string, suite: () => void): void => {
  if (process.env[VARIABLES[kind]] !== undefined) {
    jest.describe(name, suite);
    return;
  }
  const why = process.env[missingVariable(kind)] ?? `${VARIABLES[kind]} is not set: run it with npm run test:stack`;
  jest.describe(name, () => {
    jest.it.skip(`needs ${TITLES[kind]} (${kind}): ${why}`, () => undefined);
  });
};
