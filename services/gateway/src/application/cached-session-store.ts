import { LOOKED_UP_MS, type Session, type SessionStore } from './sessions.ts';
import type { Cache } from './shared-memory.ts';

const nameOf = (tokenHash: Buffer): string => `session ${tokenHash.toString('base64url')}`;

/** Looks a session up for all gateways once in `LOOKED_UP_MS`. One that ends is forgotten by all, and stays so. */
export const cachedSessionStore = (store: SessionStore, cache: Cache): SessionStore => ({
  ...store,
  async find(tokenHash) {
    const known = await cache.get(nameOf(tokenHash));
    // Sealed by a gateway of this platform, or in this process: nobody else can have written it.
    if (known !== undefined) return JSON.parse(known) as Session;
    const found = await store.find(tokenHash);
    if (found !== undefined) await cache.put(nameOf(tokenHash), JSON.stringify(found), LOOKED_UP_MS);
    return found;
  },
  async remove(tokenHash) {
    await store.remove(tokenHash);
    await cache.forget(nameOf(tokenHash));
  },
  async removeNamed(personId, sessionId) {
    const ended = await store.removeNamed(personId, sessionId);
    if (ended !== undefined) await cache.forget(nameOf(ended));
    return ended;
  },
  async removeOfIssuer(told) {
    const ended = await store.removeOfIssuer(told);
    for (const tokenHash of ended) await cache.forget(nameOf(tokenHash));
    return ended;
  },
  async removeOthers(personId, sessionId) {
    const ended = await store.removeOthers(personId, sessionId);
    for (const tokenHash of ended) await cache.forget(nameOf(tokenHash));
    return ended;
  },
  async removeOf(personId) {
    const ended = await store.removeOf(personId);
    for (const tokenHash of ended) await cache.forget(nameOf(tokenHash));
    return ended;
  },
});
