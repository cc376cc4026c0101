import { createHash } from 'node:crypto';
import { typedCode } from '@jiangong/wording';
import { addressSourceOf } from './address-source.ts';
import { takeOf } from './hand-in.ts';
import type { RateLimits } from './rate-limit.ts';

/** How fast one code, one address, and one block of them may do something by codes; a school sits behind one address. */
export const CODE_LIMITS = {
  code: { name: 'requests-of-an-entry-code', perMinute: 30 },
  address: { name: 'entry-codes-of-an-address', perMinute: 600 },
  block: { name: 'entry-codes-of-a-block', perMinute: 2_000 },
  files: { name: 'files-of-an-entry-code', perMinute: 6 },
  filesOfAddress: { name: 'entry-code-files-of-an-address', perMinute: 120 },
} as const;

/** By a hash: no limit keeps a code. However it is typed it is the same code (as where codes are kept), and counts as one. */
const keyOf = (typed: string): string =>
  createHash('sha256')
    .update(`limited ${typedCode(typed)}`, 'utf8')
    .digest('base64url');

type Asked = Readonly<{ code: string; address: string; file?: boolean }>;

/** Takes one request by a code out of each limit that it counts in. Refusals: TOO_MANY_REQUESTS. */
export const takeOfCode =
  (rateLimits: RateLimits) =>
  async ({ code, address, file = false }: Asked): Promise<void> => {
    const at = addressSourceOf(address);
    await takeOf(rateLimits, CODE_LIMITS.address, at.source);
    await takeOf(rateLimits, CODE_LIMITS.block, at.block);
    await takeOf(rateLimits, CODE_LIMITS.code, keyOf(code));
    if (!file) return;
    await takeOf(rateLimits, CODE_LIMITS.filesOfAddress, at.source);
    await takeOf(rateLimits, CODE_LIMITS.files, keyOf(code));
  };
