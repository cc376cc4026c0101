import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RateAnswer } from '../src/application/rate-limit.ts';
import type { SharedMemory } from '../src/application/shared-memory.ts';
import type { Throttle, ThrottleRule } from '../src/application/sign-in-throttle.ts';

/** Two gateways with one shared memory: the same object where it is a single process's. */
export type SharedBench = Readonly<{ one: SharedMemory; other: SharedMemory; close: () => Promise<void> }>;

const MINUTELY = { name: 'contract', perMinute: 60 } as const;

const refusals = (answers: readonly RateAnswer[]): readonly RateAnswer[] => answers.filter(({ allowed }) => !allowed);

/** Tries until it is so; the test's own time limit ends it. */
const eventually = async <T>(look: () => Promise<T>, wanted: (found: T) => boolean): Promise<T> => {
  for (;;) {
    const found = await look();
    if (wanted(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

const rateLimits = (bench: () => SharedBench): void => {
  it('a bucket empties for both gateways together, and says when to come back', async () => {
    const key = randomUUID();
    const { one, other } = bench();
    const answers: RateAnswer[] = [];
    for (let n = 0; n < 31; n += 1)
      answers.push(await one.rateLimits.take(MINUTELY, key), await other.rateLimits.take(MINUTELY, key));
    expect(answers.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => ({ allowed: true })));
    expect(answers.slice(60)).toEqual([
      { allowed: false, retryAfterSeconds: 1 },
      { allowed: false, retryAfterSeconds: 1 },
    ]);
  });

  it('the wait is as long as a token takes', async () => {
    const rare = { name: 'contract-rare', perMinute: 2 };
    const key = randomUUID();
    for (let n = 0; n < 2; n += 1) await bench().one.rateLimits.take(rare, key);
    expect(await bench().other.rateLimits.take(rare, key)).toEqual({ allowed: false, retryAfterSeconds: 30 });
  });

  it('a bucket fills again, steadily and not at once', async () => {
    const quick = { name: 'contract-quick', perMinute: 120 };
    const key = randomUUID();
    const take = async (): Promise<RateAnswer> => bench().one.rateLimits.take(quick, key);
    await Promise.all(Array.from({ length: 120 }, take));
    await eventually(take, ({ allowed }) => !allowed);
    await eventually(take, ({ allowed }) => allowed);
    const next = await Promise.all(Array.from({ length: 20 }, take));
    expect(refusals(next).length).toBeGreaterThan(0);
  });

  it('keys and limits do not touch each other', async () => {
    const key = randomUUID();
    for (let n = 0; n < 60; n += 1) await bench().one.rateLimits.take(MINUTELY, key);
    expect(await bench().one.rateLimits.take(MINUTELY, randomUUID())).toEqual({ allowed: true });
    expect(await bench().one.rateLimits.take({ ...MINUTELY, name: 'contract-beside' }, key)).toEqual({ allowed: true });
  });

  it('many at once take no more than there is', async () => {
    const key = randomUUID();
    const { one, other } = bench();
    const answers = await Promise.all(
      Array.from({ length: 100 }, async (_, n) => (n % 2 ? one : other).rateLimits.take(MINUTELY, key)),
    );
    // One more than the burst may have come back while they were asked.
    expect([39, 40]).toContain(refusals(answers).length);
  });
};

const throttles = (bench: () => SharedBench): void => {
  const rule = (more: Partial<ThrottleRule> = {}): ThrottleRule => ({
    name: `contract-${randomUUID()}`,
    freeFailures: 3,
    firstWaitMs: 4_000,
    longestWaitMs: 10_000,
    forgetAfterMs: 60_000,
    ...more,
  });
  /** One throttle where there is one gateway: it counts for itself. */
  const both = (of: ThrottleRule): readonly [Throttle, Throttle] => {
    const { one, other } = bench();
    const throttle = one.throttle(of);
    return [throttle, one === other ? throttle : other.throttle(of)];
  };

  it('some failures are free, each further one doubles the wait up to the longest, at every gateway', async () => {
    const throttle = bench().one.throttle(rule());
    const waits: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      await throttle.failed('a');
      waits.push(await throttle.waitSeconds('a'));
    }
    expect(waits).toEqual([0, 0, 4, 8, 10, 10]);
    expect(await throttle.waitSeconds('b')).toBe(0);
  });

  it('failures count for both gateways together, and a success clears them for both', async () => {
    const [one, other] = both(rule());
    for (const throttle of [one, other, one]) await throttle.failed('a');
    expect(await other.waitSeconds('a')).toBe(4);
    await one.succeeded('a');
    expect(await other.waitSeconds('a')).toBe(0);
  });

  it('beginning counts where nobody waits, in one step however many begin at once, and not where somebody must wait', async () => {
    const throttle = bench().one.throttle(rule());
    const waits = await Promise.all(Array.from({ length: 10 }, async () => throttle.begin('a')));
    expect(waits.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 4, 4, 4, 4, 4, 4, 4]);
    expect(await throttle.waitSeconds('a')).toBe(4);
  });

  it('what failed long ago is forgotten', async () => {
    const throttle = bench().one.throttle(
      rule({ freeFailures: 1, firstWaitMs: 60_000, longestWaitMs: 60_000, forgetAfterMs: 50 }),
    );
    await throttle.failed('a');
    await eventually(
      async () => throttle.waitSeconds('a'),
      (wait) => wait === 0,
    );
  });
};

const orderAnswers = (bench: () => SharedBench): void => {
  const answer = {
    body: { entryId: 'p', receipt: { events: [], revision: 3, position: 9, repeated: false } },
    revision: 3,
    position: 9,
  };

  it('an order belongs to who claims it first, until its answer is kept; then all are given it, whole', async () => {
    const { one, other } = bench();
    const key = randomUUID();
    expect(await one.orderAnswers.claim(key, 'mine')).toEqual({ kind: 'mine' });
    expect(await one.orderAnswers.claim(key, 'mine')).toEqual({ kind: 'mine' });
    expect(await other.orderAnswers.claim(key, 'yours')).toEqual({ kind: 'under-way' });
    await one.orderAnswers.keep(key, answer);
    expect(await other.orderAnswers.claim(key, 'yours')).toEqual({ kind: 'answered', answer });
    expect(await other.orderAnswers.claim(randomUUID(), 'yours')).toEqual({ kind: 'mine' });
  });

  it('a claim given up is free again; nobody gives up the claim of another', async () => {
    const { one, other } = bench();
    const key = randomUUID();
    await one.orderAnswers.claim(key, 'mine');
    await other.orderAnswers.release(key, 'yours');
    expect(await other.orderAnswers.claim(key, 'yours')).toEqual({ kind: 'under-way' });
    await one.orderAnswers.release(key, 'mine');
    expect(await other.orderAnswers.claim(key, 'yours')).toEqual({ kind: 'mine' });
  });

  it('an answer that is kept is not given up', async () => {
    const { one } = bench();
    const key = randomUUID();
    await one.orderAnswers.claim(key, 'mine');
    await one.orderAnswers.keep(key, answer);
    await one.orderAnswers.release(key, 'mine');
    expect(await one.orderAnswers.claim(key, 'yours')).toEqual({ kind: 'answered', answer });
  });

  it('a large answer is not kept, and holds nobody up', async () => {
    const { one } = bench();
    const key = randomUUID();
    await one.orderAnswers.claim(key, 'mine');
    await one.orderAnswers.keep(key, { body: 'x'.repeat(9_000) });
    expect(await one.orderAnswers.claim(key, 'yours')).toEqual({ kind: 'mine' });
  });

  it('of many who claim at once one has it', async () => {
    const { one, other } = bench();
    const key = randomUUID();
    const claims = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => (n % 2 ? one : other).orderAnswers.claim(key, `ticket ${n}`)),
    );
    expect(claims.filter(({ kind }) => kind === 'mine')).toHaveLength(1);
  });
};

const caches = (bench: () => SharedBench): void => {
  it('what one gateway remembers all know, until its time is over', async () => {
    const { one, other } = bench();
    const key = randomUUID();
    expect(await other.cache.get(key)).toBeUndefined();
    await one.cache.put(key, '内容', 60_000);
    expect(await other.cache.get(key)).toBe('内容');
    const short = randomUUID();
    await one.cache.put(short, 'short', 30);
    await eventually(
      async () => other.cache.get(short),
      (text) => text === undefined,
    );
  });

  it('what is there is not overwritten', async () => {
    const { one, other } = bench();
    const key = randomUUID();
    await one.cache.put(key, 'first', 60_000);
    await other.cache.put(key, 'second', 60_000);
    expect(await one.cache.get(key)).toBe('first');
  });

  it('what is forgotten is gone for all, and a late reader does not bring it back', async () => {
    const { one, other } = bench();
    const key = randomUUID();
    await one.cache.put(key, 'text', 60_000);
    await other.cache.forget(key);
    expect(await one.cache.get(key)).toBeUndefined();
    await one.cache.put(key, 'text', 60_000);
    expect([await one.cache.get(key), await other.cache.get(key)]).toEqual([undefined, undefined]);
  });

  it('a mark goes forward at every gateway, and never back', async () => {
    const { one, other } = bench();
    const session = randomUUID();
    expect(await one.readMarks.of(session)).toBe(0);
    await one.readMarks.advance(session, 7);
    await other.readMarks.advance(session, 5);
    expect([await one.readMarks.of(session), await other.readMarks.of(session)]).toEqual([7, 7]);
    expect(await one.readMarks.of(randomUUID())).toBe(0);
  });
};

/** What every adapter of `SharedMemory` must do. */
export const sharedMemoryContract = (name: string, make: () => Promise<SharedBench>): void => {
  describe(`shared memory: ${name}`, () => {
    let bench: SharedBench;
    beforeEach(async () => {
      bench = await make();
    });
    afterEach(async () => {
      // Else something was answered by a stand-in, and the suite has seen nothing of the adapter.
      const whole = [bench.one.isWhole(), bench.other.isWhole()];
      await bench.close();
      expect(whole).toEqual([true, true]);
    });
    describe('rate limits', () => rateLimits(() => bench));
    describe('sign-in throttles', () => throttles(() => bench));
    describe('answers of orders', () => orderAnswers(() => bench));
    describe('cache and read marks', () => caches(() => bench));
  });
};
