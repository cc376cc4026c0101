import { describe, expect, it } from '@jest/globals';
import { regressions } from './regressions.ts';
import { runSeed, type SeedResult } from './run-seed.ts';
import type { SentCommand } from './workload/history.ts';

const WAIT_MS = 60_000;

/** One without a broker, one with. */
const [BY_LOG, BY_BROKER] = [1, 2];

/** So many runs refuse what came too early here and there, and none of it everywhere. */
const STORIES = 4;
const KINDS_LEAST = 20;

/** Keys of what is sealed are real dice, and so are the hashes of what they seal; everything else must be the same. */
const withoutHashes = (result: SeedResult): string =>
  JSON.stringify(result, (key, value: unknown) => (key === 'hash' ? null : value));

describe('the simulation', () => {
  it.each([BY_LOG, BY_BROKER])(
    'plays seed %d twice the same, step by step',
    async (seed) => {
      const [first, second] = [await runSeed(seed), await runSeed(seed)];
      expect(withoutHashes(second)).toBe(withoutHashes(first));
      expect(first.steps).toBeGreaterThan(1_000);
      expect(first.breaches).toEqual([]);
    },
    WAIT_MS,
  );

  it(
    'has a seed for each way of the public facts',
    async () => {
      expect((await runSeed(BY_LOG)).records).toBeUndefined();
      expect((await runSeed(BY_BROKER)).records).toBeGreaterThan(0);
    },
    WAIT_MS,
  );

  it(
    'plays different seeds differently',
    async () => {
      expect((await runSeed(3)).traceHash).not.toBe((await runSeed(4)).traceHash);
    },
    WAIT_MS,
  );

  it(
    'is taken at its word: no order of the story is refused in every run',
    async () => {
      const sent: SentCommand[] = [];
      for (let seed = 1; seed <= STORIES; seed += 1) sent.push(...(await runSeed(seed)).history);
      const kindOf = ({ what }: SentCommand): string => what.replace(/ \S+$/u, '');
      const done = new Set(sent.filter(({ ending }) => ending.kind === 'acknowledged').map(kindOf));
      expect(sent.map(kindOf).filter((kind) => !done.has(kind))).toEqual([]);
      expect(done.size).toBeGreaterThan(KINDS_LEAST);
    },
    WAIT_MS,
  );

  it.each(regressions)(
    'holds with seed $seed, which once failed: $found',
    async ({ seed }) => {
      expect((await runSeed(seed)).breaches).toEqual([]);
    },
    WAIT_MS,
  );

  it(
    'puts the clock, the timers and the dice back',
    async () => {
      const before = [
        globalThis.setTimeout,
        globalThis.setInterval,
        globalThis.setImmediate,
        Date.now,
        Math.random,
        performance.now,
        Error.stackTraceLimit,
      ];
      await runSeed(1);
      expect([
        globalThis.setTimeout,
        globalThis.setInterval,
        globalThis.setImmediate,
        Date.now,
        Math.random,
        performance.now,
        Error.stackTraceLimit,
      ]).toEqual(before);
    },
    WAIT_MS,
  );
});
