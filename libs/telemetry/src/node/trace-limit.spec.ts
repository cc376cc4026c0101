import { describe, expect, it } from '@jest/globals';
import { TRACES_PER_SECOND_MAX, TraceLimit } from './index.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

describe('how many traces begin', () => {
  it('is so many in a second and no more; then as many again', () => {
    let now = 0;
    const limit = new TraceLimit(() => now);
    const taken = (): number =>
      Array.from({ length: TRACES_PER_SECOND_MAX * 3 }, () => limit.take()).filter(Boolean).length;
    expect(taken()).toBe(TRACES_PER_SECOND_MAX);
    expect(taken()).toBe(0);
    now += 100;
    expect(taken()).toBe(TRACES_PER_SECOND_MAX / 10);
    now += 60_000;
    expect(taken()).toBe(TRACES_PER_SECOND_MAX);
  });

  it('an outsider names the trace, we decide whether it is recorded', () => {
    const limit = new TraceLimit(() => 0);
    expect(limit.entry(`00-${TRACE}-${SPAN}-00`)).toBe(`00-${TRACE}-${SPAN}-01`);
    while (limit.take()) continue;
    expect(limit.entry(`00-${TRACE}-${SPAN}-01`)).toBe(`00-${TRACE}-${SPAN}-00`);
    expect(limit.entry('rubbish')).toMatch(/-00$/u);
  });

  it('who gives no trace begins one, or one that is not recorded where no more may begin', () => {
    const limit = new TraceLimit(() => 0);
    expect(limit.entry(undefined)).toBeNull();
    expect(limit.entry('rubbish')).toBeNull();
    while (limit.take()) continue;
    expect(limit.entry(undefined)).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/u);
  });
});
