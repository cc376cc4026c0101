import { expect, it } from '@jest/globals';
import { aadOf } from '@jiangong/privacy';
import { vaultOverKeys } from '../src/vault-over-keys.ts';

const stream = 'membership.person-0b0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c11';
/** Sealed on 2026-11-23. Values like this one stand in logs for ever, so today's code must open it. */
const sealed = {
  keyId: 'person/0b0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c11',
  nonce: 'zNKilehb_6y6XE8h',
  ciphertext:
    'fvBT40_jQKrQMVX4AHAefMhjNFwXOR7n2E9gkU7zVf1ZSCzSxUTkb59ykgm4WwDqs1JX06bVTKfFpOOLlfui7mlRDQYK2_NjjkLjLxlapus',
};

it('what was sealed when the first events were stored is still opened', async () => {
  const key = Buffer.alloc(32, 7);
  const vault = vaultOverKeys({
    find: async () => new Map([[sealed.keyId, key]]),
    create: async () => key,
    destroy: async () => undefined,
  });
  expect(await vault.open(sealed, aadOf({ stream, type: 'PersonRegistered.v1', field: 'name' }))).toBe(
    '王小明（虚构）',
  );
  expect(await vault.fingerprint('person/a', { name: '王小明' })).toBe('vwHb1gv2hsAW1272Sso3qzBEUMvy9n1Ocy3jJ7I-rZU');
});
