import { describe, expect, it } from '@jest/globals';
import { UNKNOWN_DEVICE } from './devices.ts';
import { type Session, Sessions, type SessionStore } from './sessions.ts';

const inMemoryStore = (): SessionStore & { rows: Map<string, Session>; finds: number } => {
  const rows = new Map<string, Session>();
  const store = {
    rows,
    finds: 0,
    outsideOf: async () => undefined,
    removeOfIssuer: async () => [],
    async insert(hash: Buffer, session: Session) {
      rows.set(hash.toString('hex'), session);
    },
    async find(hash: Buffer) {
      store.finds += 1;
      return rows.get(hash.toString('hex'));
    },
    async touch(sessions: readonly Session[]) {
      for (const fresh of sessions)
        for (const [key, old] of rows) if (old.sessionId === fresh.sessionId) rows.set(key, fresh);
    },
    async remove(hash: Buffer) {
      rows.delete(hash.toString('hex'));
    },
    async ofPerson(personId: string, limit: number) {
      const own = [...rows.values()].filter((session) => session.personId === personId);
      return own.toSorted((one, other) => other.seenAt - one.seenAt).slice(0, limit);
    },
    async removeNamed(personId: string, sessionId: string) {
      const [key] =
        [...rows].find(([, session]) => session.personId === personId && session.sessionId === sessionId) ?? [];
      if (key === undefined) return undefined;
      rows.delete(key);
      return Buffer.from(key, 'hex');
    },
    async removeOthers(personId: string, sessionId: string) {
      const ended = [...rows].filter(([, one]) => one.personId === personId && one.sessionId !== sessionId);
      for (const [key] of ended) rows.delete(key);
      return ended.map(([key]) => Buffer.from(key, 'hex'));
    },
    async removeOf(personId: string) {
      const ended = [...rows].filter(([, session]) => session.personId === personId).map(([key]) => key);
      for (const key of ended) rows.delete(key);
      return ended.map((key) => Buffer.from(key, 'hex'));
    },
    async sweep({ seenBefore, createdBefore }: { seenBefore: number; createdBefore: number }) {
      for (const [key, session] of rows)
        if (session.seenAt < seenBefore || session.createdAt < createdBefore) rows.delete(key);
    },
  };
  return store;
};

const MINUTE = 60_000;
const limits = { idleMs: 30 * MINUTE, absoluteMs: 120 * MINUTE };

const world = () => {
  const store = inMemoryStore();
  const clock = { now: 1_000_000 };
  return {
    store,
    clock,
    sessions: new Sessions(store, limits, () => clock.now),
    other: new Sessions(store, limits, () => clock.now),
  };
};

describe('sessions', () => {
  it('a forged cookie is nobody', async () => {
    const { sessions, store } = world();
    expect(await sessions.find('x')).toBeUndefined();
    expect(await sessions.find('A'.repeat(43))).toBeUndefined();
    expect(store.finds).toBe(1);
  });

  it("the cookie's value is not stored", async () => {
    const { sessions, store } = world();
    const { token } = await sessions.begin('p1', { device: UNKNOWN_DEVICE });
    expect(JSON.stringify([...store.rows])).not.toContain(token);
  });

  it('many requests cost one look-up', async () => {
    const { sessions, other, store } = world();
    const { token } = await sessions.begin('p1', { device: UNKNOWN_DEVICE });
    for (let n = 0; n < 100; n += 1) expect((await other.find(token))?.personId).toBe('p1');
    expect(store.finds).toBe(1);
  });

  it('an idle session ends, a busy one ends at its absolute age', async () => {
    const { sessions, clock } = world();
    const idle = await sessions.begin('p1', { device: UNKNOWN_DEVICE });
    const busy = await sessions.begin('p2', { device: UNKNOWN_DEVICE });
    for (let minutes = 0; minutes < 119; minutes += 29) {
      expect((await sessions.find(busy.token))?.personId).toBe('p2');
      clock.now += 29 * MINUTE;
      await sessions.flush(false);
    }
    expect(await sessions.find(idle.token)).toBeUndefined();
    expect(await sessions.find(busy.token)).toBeUndefined();
  });

  it('a sign-out here is noticed by another gateway within seconds', async () => {
    const { sessions, other, clock } = world();
    const { token } = await sessions.begin('p1', { device: UNKNOWN_DEVICE });
    expect(await other.find(token)).toBeDefined();
    await sessions.end(token);
    expect(await sessions.find(token)).toBeUndefined();
    clock.now += 10_001;
    expect(await other.find(token)).toBeUndefined();
  });

  it('the newest position moves forward only, and survives a restart once written', async () => {
    const { sessions, other, clock } = world();
    const { token } = await sessions.begin('p1', { device: UNKNOWN_DEVICE });
    sessions.advance(token, 7);
    sessions.advance(token, 3);
    clock.now += 1;
    expect((await sessions.find(token))?.position).toBe(7);
    await sessions.flush(true);
    expect((await other.find(token))?.position).toBe(7);
  });

  it('ending all sessions of a person leaves the others', async () => {
    const { sessions } = world();
    const mine = [
      await sessions.begin('p1', { device: UNKNOWN_DEVICE }),
      await sessions.begin('p1', { device: UNKNOWN_DEVICE }),
    ];
    const theirs = await sessions.begin('p2', { device: UNKNOWN_DEVICE });
    await sessions.endAllOf('p1');
    for (const { token } of mine) expect(await sessions.find(token)).toBeUndefined();
    expect(await sessions.find(theirs.token)).toBeDefined();
  });

  it('a person sees the own living sessions, the one used last first', async () => {
    const { sessions, clock } = world();
    const ended = await sessions.begin('p1', { device: UNKNOWN_DEVICE });
    clock.now += 31 * MINUTE;
    const older = await sessions.begin('p1', { device: UNKNOWN_DEVICE });
    clock.now += MINUTE;
    const newer = await sessions.begin('p1', { device: UNKNOWN_DEVICE });
    await sessions.begin('p2', { device: UNKNOWN_DEVICE });
    clock.now += MINUTE;
    await sessions.find(older.token);
    const living = await sessions.livingOf('p1');
    const device = UNKNOWN_DEVICE;
    expect(living).toEqual([
      { sessionId: older.session.sessionId, createdAt: clock.now - 2 * MINUTE, seenAt: clock.now, device },
      { sessionId: newer.session.sessionId, createdAt: clock.now - MINUTE, seenAt: clock.now - MINUTE, device },
    ]);
    expect(await sessions.find(ended.token)).toBeUndefined();
  });

  it('ends one session by its name, for its own person only', async () => {
    const { sessions } = world();
    const one = await sessions.begin('p1', { device: UNKNOWN_DEVICE });
    const other = await sessions.begin('p1', { device: UNKNOWN_DEVICE });
    expect(await sessions.endNamed('p2', one.session.sessionId)).toBe(false);
    expect(await sessions.find(one.token)).toBeDefined();
    expect(await sessions.endNamed('p1', one.session.sessionId)).toBe(true);
    expect(await sessions.find(one.token)).toBeUndefined();
    expect(await sessions.find(other.token)).toBeDefined();
  });

  it('asking whether a session lives does not keep it alive', async () => {
    const { sessions, clock } = world();
    const { token } = await sessions.begin('p1', { device: UNKNOWN_DEVICE });
    for (let n = 0; n < 29; n += 1) {
      expect(await sessions.lives(token)).toBe(true);
      clock.now += MINUTE;
    }
    clock.now += MINUTE;
    expect(await sessions.lives(token)).toBe(false);
  });
});
