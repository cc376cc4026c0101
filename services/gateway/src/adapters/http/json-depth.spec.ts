import { describe, expect, it } from '@jest/globals';
import { isDeeperThan } from './json-depth.ts';

const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

describe('a body', () => {
  it('may be as deep as the limit and no deeper, in lists and in objects', () => {
    expect([isDeeperThan(nested(32), 32), isDeeperThan(nested(33), 32), isDeeperThan(nested(100_000), 32)]).toEqual([
      false,
      true,
      true,
    ]);
    expect([isDeeperThan({ a: { b: 1 } }, 2), isDeeperThan({ a: { b: [] } }, 2)]).toEqual([false, true]);
    expect([isDeeperThan(null, 0), isDeeperThan('text', 0), isDeeperThan(undefined, 0)]).toEqual([false, false, false]);
  });
});
