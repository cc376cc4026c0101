import { describe, expect, it } from '@jest/globals';
import { MUTANTS } from './mutants.ts';
import { runSeed } from './run-seed.ts';

/** So many seeds may let a planted mistake through before the simulation counts as blind to it. */
const SEEDS_MAX = 60;
const WAIT_MS = 120_000;

describe('planted mistakes', () => {
  it.each(MUTANTS)(
    'finds $name',
    async (mutant) => {
      let found: readonly string[] = [];
      for (let seed = 1; seed <= SEEDS_MAX && !mutant.caughtBy.some((id) => found.includes(id)); seed++)
        found = (await runSeed(seed, mutant)).breaches.map(({ invariant }) => invariant);
      expect(mutant.caughtBy.filter((id) => found.includes(id))).not.toEqual([]);
    },
    WAIT_MS,
  );
});
