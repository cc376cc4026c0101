import type { describe, it } from '@jest/globals';
import { missingVariable, type ServerKind, TITLES, VARIABLES } from './kinds.ts';

/** Jest's own, where jest runs: programs that only start servers load this file, too, and have none. */
const jest = globalThis as unknown as Readonly<{ describe: typeof describe; it: typeof it }>;

const isHere = (kind: ServerKind): boolean => process.env[VARIABLES[kind]] !== undefined;

const whyMissing = (kind: ServerKind): string => {
  const why = process.env[missingVariable(kind)] ?? `${VARIABLES[kind]} is not set: run it with npm run test:stack`;
  return `needs ${TITLES[kind]} (${kind}): ${why}`;
};

/**
 * A suite that needs real servers. Where the run lacks one it becomes one skipped test, whose name says which is missing and why. The
 * kinds stand as literals in the spec file: the run starts only the servers that its files name.
 */
export const describeOn = (kinds: ServerKind | readonly ServerKind[], name: string, suite: () => void): void => {
  const missing = [kinds].flat().find((kind) => !isHere(kind as ServerKind)) as ServerKind | undefined;
  if (missing === undefined) {
    jest.describe(name, suite);
    return;
  }
  jest.describe(name, () => {
    jest.it.skip(whyMissing(missing), () => undefined);
  });
};
