import { describe, expect, it } from '@jest/globals';
import { timeCodes } from './time-codes.ts';

/** The secret of RFC 6238, appendix B; its codes there have eight digits, of which these are the last six. */
const SECRET = Buffer.from('12345678901234567890', 'ascii');

describe('codes by time', () => {
  it.each([
    [59_000, '287082'],
    [1_111_111_109_000, '081804'],
    [1_234_567_890_000, '005924'],
    [20_000_000_000_000, '353130'],
  ])('at %d ms are those of RFC 6238', (nowMs, code) => {
    expect(timeCodes.stepOf(SECRET, code, nowMs)).toBe(Math.floor(nowMs / 30_000));
  });

  it('are taken one step early or late, and no more', () => {
    const [nowMs, code] = [1_111_111_109_000, '081804'];
    const step = Math.floor(nowMs / 30_000);
    expect([-30_000, 30_000].map((moved) => timeCodes.stepOf(SECRET, code, nowMs + moved))).toEqual([step, step]);
    expect([-60_000, 60_000].map((moved) => timeCodes.stepOf(SECRET, code, nowMs + moved))).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('a secret is 160 bits of chance, in a form that every generator reads', () => {
    const secret = timeCodes.newSecret();
    expect(secret).toHaveLength(20);
    const uri = new URL(timeCodes.uriOf(secret, 'wang'));
    expect([uri.protocol, uri.host, uri.searchParams.get('secret')]).toEqual([
      'otpauth:',
      'totp',
      timeCodes.textOf(secret),
    ]);
  });
});
