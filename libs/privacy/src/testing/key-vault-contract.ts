import { describe, expect, it } from '@jest/globals';
import { ERASED, KeyDestroyedError, KeyMissingError, type KeyVault } from '../index.ts';

const aad = 'membership.person-1 PersonRegistered.v1 name';

/** What every vault promises. `make` gives a vault; `again` a second one over the same keys, as another process has. */
export const keyVaultContract = (
  name: string,
  make: () => Promise<{ vault: KeyVault; again: () => KeyVault }>,
): void => {
  describe(`key vault: ${name}`, () => {
    it('gives back what was sealed, in any process', async () => {
      const { vault, again } = await make();
      const value = { name: '王小明', marks: [1, 2, 3], none: null };
      const sealed = await vault.seal('person/a1', value, aad);
      expect(await vault.open(sealed, aad)).toEqual(value);
      expect(await again().open(sealed, aad)).toEqual(value);
      expect(sealed.keyId).toBe('person/a1');
    });

    it('seals the same value differently each time and hides its length', async () => {
      const { vault } = await make();
      const [one, two, short] = [
        await vault.seal('person/a2', '王小明', aad),
        await vault.seal('person/a2', '王小明', aad),
        await vault.seal('person/a2', 1, aad),
      ];
      expect(one.nonce).not.toBe(two.nonce);
      expect(one.ciphertext).not.toBe(two.ciphertext);
      expect(one.ciphertext).toHaveLength(short.ciphertext.length);
    });

    it('opens a value nowhere but where it was sealed', async () => {
      const { vault } = await make();
      const sealed = await vault.seal('person/a3', '王小明', aad);
      await expect(vault.open(sealed, `${aad}x`)).rejects.toThrow();
    });

    it('opens no altered value and none under another key', async () => {
      const { vault } = await make();
      const sealed = await vault.seal('person/a4', '王小明', aad);
      await vault.seal('person/b4', 'other', aad);
      const flipped = Buffer.from(sealed.ciphertext, 'base64url');
      flipped[0] = (flipped[0] ?? 0) ^ 1;
      await expect(vault.open({ ...sealed, ciphertext: flipped.toString('base64url') }, aad)).rejects.toThrow();
      await expect(vault.open({ ...sealed, keyId: 'person/b4' }, aad)).rejects.toThrow();
    });

    it('reads a value as erased once its key is destroyed, and leaves others readable', async () => {
      const { vault, again } = await make();
      const gone = await vault.seal('person/a5', '王小明', aad);
      const kept = await vault.seal('person/b5', '李红', aad);
      await vault.destroy('person/a5');
      await vault.destroy('person/a5');
      expect(
        await vault.openAll([
          { sealed: gone, aad },
          { sealed: kept, aad },
        ]),
      ).toEqual([ERASED, '李红']);
      expect(await again().open(gone, aad)).toBe(ERASED);
    });

    it('never brings a destroyed name back, even one that was never used', async () => {
      const { vault, again } = await make();
      await vault.destroy('person/a6');
      await expect(vault.seal('person/a6', '王小明', aad)).rejects.toThrow(KeyDestroyedError);
      await expect(again().seal('person/a6', '王小明', aad)).rejects.toThrow(KeyDestroyedError);
    });

    it('does not mistake a lost key for an erasure', async () => {
      const { vault } = await make();
      const sealed = await vault.seal('person/a7', '王小明', aad);
      await expect(vault.open({ ...sealed, keyId: 'person/lost' }, aad)).rejects.toThrow(KeyMissingError);
    });

    it('agrees on one key when two processes use a name for the first time at once', async () => {
      const { vault, again } = await make();
      const other = again();
      const sealed = await Promise.all([
        vault.seal('person/a8', 1, aad),
        other.seal('person/a8', 2, aad),
        vault.seal('person/a8', 3, aad),
      ]);
      expect(await other.openAll(sealed.map((one) => ({ sealed: one, aad })))).toEqual([1, 2, 3]);
      expect(await vault.open(sealed[1], aad)).toBe(2);
    });

    it('gives the same value the same fingerprint under one key only, and none once it is destroyed', async () => {
      const { vault, again } = await make();
      const first = await vault.fingerprint('person/aa', { b: 1, a: '王' });
      expect(first).toMatch(/^[\w-]{43}$/);
      expect(await again().fingerprint('person/aa', { a: '王', b: 1 })).toBe(first);
      expect(await vault.fingerprint('person/ab', { a: '王', b: 1 })).not.toBe(first);
      await vault.destroy('person/aa');
      expect(await vault.fingerprint('person/aa', { a: '王', b: 1 })).toBe(ERASED);
    });

    it('refuses a name without a purpose and the mark of an erased value', async () => {
      const { vault } = await make();
      await expect(vault.seal('nobody/a' as 'person/a', 1, aad)).rejects.toThrow('not a key name');
      await expect(vault.seal('person/a9', ERASED, aad)).rejects.toThrow();
      await expect(vault.seal('person/a9', undefined, aad)).rejects.toThrow();
    });
  });
};
