import { describe, expect, it } from '@jest/globals';
import { takeOfCode } from './code-limits.ts';
import type { RateLimits } from './rate-limit.ts';

/** The keys that are taken, by limit; everything is allowed. */
const recorded = () => {
  const keys = new Map<string, string[]>();
  const rateLimits: RateLimits = {
    take: (limit, key) => {
      keys.set(limit.name, [...(keys.get(limit.name) ?? []), key]);
      return Promise.resolve({ allowed: true });
    },
  };
  return { keys, take: takeOfCode(rateLimits) };
};

const CODE = 'K3V9T-0QTB7-ZME4X-1C8RD';
const address = '192.0.2.7';

describe('the limits of a code', () => {
  it.each(['k3v9t0qtb7zme4x1c8rd', 'K3V9T 0QTB7 ZME4X 1C8RD', 'K3V9T–OQTB7–ZME4X–lC8RD', ' K-3-V-9-T-0QTB7ZME4XIC8RD'])(
    'count it as one, typed as %s',
    async (typed) => {
      const { keys, take } = recorded();
      await take({ code: CODE, address, file: true });
      await take({ code: typed, address, file: true });
      for (const name of ['requests-of-an-entry-code', 'files-of-an-entry-code']) {
        expect(keys.get(name)).toHaveLength(2);
        expect(new Set(keys.get(name)).size).toBe(1);
      }
    },
  );

  it('count another one alone, and keep neither', async () => {
    const { keys, take } = recorded();
    await take({ code: CODE, address });
    await take({ code: 'K3V9T-0QTB7-ZME4X-1C8RE', address });
    expect(new Set(keys.get('requests-of-an-entry-code')).size).toBe(2);
    expect([...keys.values()].flat().some((key) => key.includes('K3V9T'))).toBe(false);
    expect(keys.has('files-of-an-entry-code')).toBe(false);
  });
});
