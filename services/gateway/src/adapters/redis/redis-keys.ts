import { createHmac } from 'node:crypto';
import { keyFor, openBox, sealBox } from '../../application/sealed-box.ts';

const PREFIX = 'jiangong:gateway';
const DIGEST_CHARS = 32;

/**
 * Names and contents as Redis sees them. A name is a keyed hash: no login name, address or session stands in it, and two platforms
 * on one Redis never meet. Contents are sealed under the installation's master key and bound to their name.
 */
export type RedisKeys = Readonly<{
  of: (kind: string, name: string) => string;
  seal: (key: string, text: string) => string;
  /** Undefined for what was not sealed by us for this name. */
  open: (key: string, sealed: string) => string | undefined;
}>;

export const redisKeys = (masterKey: Buffer): RedisKeys => {
  const naming = keyFor(masterKey, 'redis-names');
  const sealing = keyFor(masterKey, 'redis-contents');
  return {
    of: (kind, name) =>
      `${PREFIX}:${kind}:${createHmac('sha256', naming).update(`${kind}\n${name}`, 'utf8').digest('base64url').slice(0, DIGEST_CHARS)}`,
    seal: (key, text) => sealBox(sealing, key, Buffer.from(text, 'utf8')).toString('base64url'),
    open: (key, sealed) => {
      try {
        return openBox(sealing, key, Buffer.from(sealed, 'base64url')).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
};
