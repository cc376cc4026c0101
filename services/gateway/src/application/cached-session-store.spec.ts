import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { memoryCache } from '../adapters/memory/memory-cache.ts';
import { cachedSessionStore } from './cached-session-store.ts';
import { UNKNOWN_DEVICE } from './devices.ts';
import { type Session, Sessions, type SessionStore, TRUSTED_FOR_MS } from './sessions.ts';

const HOUR = 3_600_000;
const PERSON = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a21';

/** What the table keeps, and how slowly it answers. */
const table = (clock: { now: number }, slownessMs: () => number): SessionStore => {
  const rows = new Map<string, Session>();
  const lacking = async (): Promise<never> => Promise.reject(new Error('not asked here'));
  return {
    insert: async (hash, session) => void rows.set(hash.toString('hex'), session),
    find: async (hash) => {
      const found = rows.get(hash.toString('hex'));
      clock.now += slownessMs();
      return found;
    },
    removeOf: async () => {
      rows.clear();
      return [];
    },
    touch: async () => undefined,
    outsideOf: lacking,
    removeOfIssuer: lacking,
    remove: lacking,
    ofPerson: lacking,
    removeNamed: lacking,
    removeOthers: lacking,
    sweep: lacking,
  };
};

describe('a session that ended elsewhere', () => {
  it('is over here within the time that is promised, whenever it was looked up and however slow the table was', async () => {
    const waits = fc.array(fc.integer({ min: 0, max: TRUSTED_FOR_MS }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(waits, fc.integer({ min: 0, max: 50 }), async (steps, slow) => {
        const clock = { now: 1_000_000 };
        const store = table(clock, () => slow);
        const here = new Sessions(
          // Nobody tells this gateway's memory: another process ended it.
          cachedSessionStore(
            store,
            memoryCache(() => clock.now),
          ),
          { idleMs: HOUR, absoluteMs: HOUR },
          () => clock.now,
        );
        const { token } = await here.begin(PERSON, { device: UNKNOWN_DEVICE });
        for (const step of steps) {
          clock.now += step;
          expect(await here.find(token)).toBeDefined();
        }
        await store.removeOf(PERSON);
        const ended = clock.now;
        // Asked all the time: each answer may keep it a little longer.
        while (clock.now < ended + TRUSTED_FOR_MS) {
          clock.now += 100;
          await here.find(token);
        }
        clock.now += slow;
        expect(await here.find(token)).toBeUndefined();
      }),
    );
  });
});
