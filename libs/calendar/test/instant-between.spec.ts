import { describe, expect, it } from '@jest/globals';
import { instantBetween } from '../src/index.ts';

describe('a share of the time between two instants', () => {
  const [from, until] = ['2026-10-16T00:00:00.000Z', '2026-10-26T00:00:00.000Z'];
  it.each([
    [5_000, '2026-10-21T00:00:00.000Z'],
    [1_000, '2026-10-17T00:00:00.000Z'],
    [0, from],
    [10_000, until],
    [3_333, '2026-10-19T07:59:00.000Z'],
  ])('of %s basis points ends at %s, on a whole minute', (share, at) =>
    expect(instantBetween(from, until, share)).toBe(at),
  );

  it('ends later than it begins, however short it is', () =>
    expect(instantBetween('2026-10-16T00:00:10.000Z', '2026-10-16T00:00:20.000Z', 5_000)).toBe(
      '2026-10-16T00:00:15.000Z',
    ));
});
