import { describe, expect, it } from '@jest/globals';
import type { Grant } from '@jiangong/access';
import { mends } from './mends.ts';

const NOW = '2026-11-29T02:00:00.000Z';

const granted = (role: Grant['role'], organizationPath: string, until: string | null = null): Grant => ({
  ...{ grantId: 'g', personId: 'me', role, organizationId: 'root', organizationPath },
  ...{ from: '2026-01-01T00:00:00.000Z', until },
});

const asked = async (grants: readonly Grant[], ...roots: readonly string[]): Promise<boolean> =>
  mends({ grantsOf: async () => grants, rootPath: async () => roots[0], now: () => NOW })('me');

describe('who mends what is parked', () => {
  it('is an operator of the whole tree, for as long as the role is in force', async () => {
    expect(await asked([granted('operator', '/root/')], '/root/')).toBe(true);
    expect(await asked([granted('operator', '/root/', '2026-11-01T00:00:00.000Z')], '/root/')).toBe(false);
    expect(await asked([granted('operator', '/root/unit/')], '/root/')).toBe(false);
    expect(await asked([granted('committee-officer', '/root/')], '/root/')).toBe(false);
    expect(await asked([granted('operator', '/root/')])).toBe(false);
  });
});
