import { describe, expect, it } from '@jest/globals';
import type { ServiceStatus } from './child-messages.ts';
import { isQuiet, type Statuses, untilQuiet } from './quiet.ts';

const still: ServiceStatus = { ready: true, lag: 0, head: 7, due: 0, busy: 0, parked: 0 };

describe('quiet', () => {
  it('all stand still at the same end of the log; who reads no log does not count there', () => {
    expect(isQuiet({ a: still, b: still, gateway: { ...still, head: null } })).toBe(true);
  });

  it.each([
    ['one does not answer', undefined],
    ['one is not ready', { ...still, ready: false }],
    ['one lags', { ...still, lag: 1 }],
    ['a moment is due', { ...still, due: 1 }],
    ['a call is in hand', { ...still, busy: 1 }],
    ['the log grew between two looks', { ...still, head: 8 }],
  ])('not when %s', (_, other) => expect(isQuiet({ a: still, b: other })).toBe(false));

  it('parked events do not keep it from coming to rest: they are told', () => {
    expect(isQuiet({ a: { ...still, parked: 2 } })).toBe(true);
  });

  it('is believed only when seen twice at the same end of the log', async () => {
    const looks: Statuses[] = [
      { a: still },
      { a: { ...still, head: 8 } },
      { a: { ...still, head: 8, busy: 1 } },
      { a: { ...still, head: 8 } },
      { a: { ...still, head: 8 } },
    ];
    let asked = 0;
    expect(await untilQuiet(async () => looks[asked++] as Statuses, 10_000)).toEqual({
      quiet: true,
      statuses: { a: { ...still, head: 8 } },
    });
    expect(asked).toBe(5);
  });

  it('gives up when the time is over, and says how things stand', async () => {
    const busy = { a: { ...still, busy: 3 } };
    expect(await untilQuiet(async () => busy, 30)).toEqual({ quiet: false, statuses: busy });
  });
});
