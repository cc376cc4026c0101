import { describe, expect, it } from '@jest/globals';
import { FETCH_SILENCE_MS_MAX, FetchWatch } from '../src/kafka/fetch-watch.ts';

describe('a fetch that hangs', () => {
  it('is noticed after its time, also while other brokers answer', () => {
    const watch = new FetchWatch();
    watch.heard(1, 0);
    watch.heard(2, 0);
    watch.heard(2, FETCH_SILENCE_MS_MAX);
    expect(() => watch.look(FETCH_SILENCE_MS_MAX)).not.toThrow();
    expect(() => watch.look(FETCH_SILENCE_MS_MAX + 1)).toThrow('broker 1');
  });
  it('is no fetch that waits for what is in hand', async () => {
    const watch = new FetchWatch();
    watch.heard(1, 0);
    const { promise, resolve } = Promise.withResolvers<void>();
    const working = watch.during(() => promise);
    expect(() => watch.look(10 * FETCH_SILENCE_MS_MAX)).not.toThrow();
    resolve();
    await working;
    expect(() => watch.look(11 * FETCH_SILENCE_MS_MAX)).not.toThrow();
    expect(() => watch.look(11 * FETCH_SILENCE_MS_MAX + 1)).toThrow('broker 1');
  });
});
