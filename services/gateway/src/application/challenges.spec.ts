import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CHALLENGE_MS, challenges, SEALED_CHALLENGE_CHARS_MAX } from './challenges.ts';

const world = () => {
  const names = new Set<string>();
  let now = Date.parse('2026-11-28T09:00:00.000Z');
  const made = challenges({
    masterKey: randomBytes(32),
    used: { use: async (name) => !names.has(name) && names.add(name) !== undefined, sweep: async () => undefined },
    nowMs: () => now,
  });
  return { ...made, later: (ms: number) => (now += ms) };
};
const refused = { reason: 'PASSKEY_CHALLENGE_ENDED' };

describe('a challenge', () => {
  it('is what was asked, and good once', async () => {
    const { make, take } = world();
    const { challenge, sealed } = make('sign-in x');
    expect(sealed.length).toBeLessThanOrEqual(SEALED_CHALLENGE_CHARS_MAX);
    expect(await take(sealed, 'sign-in x')).toBe(challenge);
    await expect(take(sealed, 'sign-in x')).rejects.toMatchObject(refused);
  });

  it('serves nothing but what it was made for', async () => {
    const { make, take } = world();
    const { sealed } = make('sign-in x');
    await expect(take(sealed, 'sign-in y')).rejects.toMatchObject(refused);
    for (const forged of ['', 'x', `${sealed.slice(0, -4)}AAAA`])
      await expect(take(forged, 'sign-in x')).rejects.toMatchObject(refused);
  });

  it('has an end', async () => {
    const { make, take, later } = world();
    const { sealed } = make('sign-in x');
    const last = make('sign-in x');
    later(CHALLENGE_MS - 1);
    expect(await take(last.sealed, 'sign-in x')).toBe(last.challenge);
    later(1);
    await expect(take(sealed, 'sign-in x')).rejects.toMatchObject(refused);
  });
});
