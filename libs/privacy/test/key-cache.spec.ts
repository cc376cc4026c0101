import { describe, expect, it } from '@jest/globals';
import { keyCache } from '../src/postgres/key-cache.ts';

describe('key cache', () => {
  it('forgets the least recently used key beyond its limit', () => {
    const cache = keyCache(2, 1_000, () => 0);
    cache.put('a', Buffer.from('a'));
    cache.put('b', Buffer.from('b'));
    cache.get('a');
    cache.put('c', Buffer.from('c'));
    expect(['a', 'b', 'c'].map((name) => cache.get(name) !== undefined)).toEqual([true, false, true]);
  });

  it('looks a key up again once it is old', () => {
    let now = 0;
    const cache = keyCache(2, 1_000, () => now);
    cache.put('a', 'destroyed');
    now = 999;
    expect(cache.get('a')).toBe('destroyed');
    now = 1_000;
    expect(cache.get('a')).toBeUndefined();
  });
});
