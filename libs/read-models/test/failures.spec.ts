import { describe, expect, it } from '@jest/globals';
import { errorClassOf, isOutage, jitteredBackoff } from '@jiangong/read-models/postgres';

const coded = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

describe('what a failure means', () => {
  it.each(['08006', '40001', '40P01', '53100', '53300', '57P01', '25006', 'ECONNREFUSED', 'EPIPE'])(
    '%s passes: it is no event’s fault',
    (code) => {
      expect(isOutage(coded(code))).toBe(true);
    },
  );

  it.each(['22P02', '23505', '42P01', '25P02'])('%s does not pass', (code) => {
    expect(isOutage(coded(code))).toBe(false);
  });

  it('knows a lost connection that has no code', () => {
    expect(isOutage(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isOutage(Object.assign(new Error('the queue is full'), { name: 'LogOverloaded' }))).toBe(true);
    expect(isOutage(new TypeError("Cannot read properties of undefined (reading 'x')"))).toBe(false);
  });

  it('keeps of an error its class, never its text', () => {
    expect(errorClassOf(coded('23505', 'Key (name)=(张三) already exists'))).toBe('23505');
    expect(errorClassOf(new TypeError('张三'))).toBe('TypeError');
    expect(errorClassOf('thrown text')).toBe('string');
  });

  it('the backoff ends at the abort', async () => {
    const abort = new AbortController();
    const waiting = jitteredBackoff(() => 0.999, abort.signal).wait(9, 60_000, 60_000);
    abort.abort();
    await waiting;
    await jitteredBackoff(() => 0.999, abort.signal).wait(9, 60_000, 60_000);
    expect(abort.signal.aborted).toBe(true);
  });
});
