import { describe, expect, it } from '@jest/globals';
import { childTraceparent, newTraceparent, parseTraceparent } from './index.ts';
import { activeTraceparent, currentTraceparent, withTraceparent } from './node/index.ts';

const PARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('traceparent', () => {
  it('a new one is a valid one, and another each time', () => {
    const made = Array.from({ length: 100 }, newTraceparent);
    expect(made.every((one) => parseTraceparent(one) !== undefined)).toBe(true);
    expect(new Set(made).size).toBe(100);
  });

  it('a child keeps the trace and the flags and has a span of its own', () => {
    const child = parseTraceparent(childTraceparent(PARENT));
    expect(child).toMatchObject({ traceId: '4bf92f3577b34da6a3ce929d0e0e4736', flags: '01' });
    expect(child?.spanId).not.toBe('00f067aa0ba902b7');
  });

  it.each([
    '',
    'x',
    PARENT.toUpperCase(),
    `${PARENT}-00`,
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-4bf92f3577b34da6a3ce929d0e0e4736-${'0'.repeat(16)}-01`,
  ])('what is not one is not taken for one: %s', (text) => {
    expect(parseTraceparent(text)).toBeUndefined();
    expect(parseTraceparent(childTraceparent(text))).toBeDefined();
  });

  it('stays in force across awaits, only inside, and a malformed one is replaced', async () => {
    await withTraceparent(PARENT, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      expect(currentTraceparent()).toBe(PARENT);
      withTraceparent('rubbish', () => expect(parseTraceparent(currentTraceparent())).toBeDefined());
      expect(currentTraceparent()).toBe(PARENT);
    });
    expect(activeTraceparent()).toBeUndefined();
    expect(parseTraceparent(currentTraceparent())).toBeDefined();
  });
});
