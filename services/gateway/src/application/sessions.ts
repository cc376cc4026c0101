import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Device } from './devices.ts';

/** One signed-in browser or program. The cookie's value is not here: only its hash is kept. */
export type Session = Readonly<{
  /** Names the session in tokens and logs; worth nothing without the cookie. */
  sessionId: string;
  personId: string;
  createdAt: number;
  seenAt: number;
  /** The newest log position this session has seen acknowledged. */
  position: number;
  /** What its browser was when it signed in. */
  device: Device;
}>;

/** What a session that began at an issuer outside keeps of it: to end there too, and to be ended from there. */
export type OutsideSession = Readonly<{ sid: string | null; subject: string; sealedIdToken: Buffer }>;

/** A session as its person may see it. Times: milliseconds since 1970. */
export type OwnSession = Pick<Session, 'sessionId' | 'createdAt' | 'seenAt' | 'device'>;

/** A person is shown so many of their sessions, the ones used last. */
export const OWN_SESSIONS_MAX = 100;

export interface SessionStore {
  insert(tokenHash: Buffer, session: Session, outside: OutsideSession | null): Promise<void>;
  /** What is kept of the issuer outside; undefined for a session of the built-in one. */
  outsideOf(tokenHash: Buffer): Promise<OutsideSession | undefined>;
  /** Ends the session of this name at the issuer outside, or all of its subject where no session is named. Answers the hashes. */
  removeOfIssuer(ended: { sid: string | null; subject: string | null }): Promise<readonly Buffer[]>;
  find(tokenHash: Buffer): Promise<Session | undefined>;
  /** Moves `seenAt` and `position` forward, never back. */
  touch(sessions: readonly Session[]): Promise<void>;
  remove(tokenHash: Buffer): Promise<void>;
  /** Those used last first, at most `limit`; ended ones may be among them. */
  ofPerson(personId: string, limit: number): Promise<readonly Session[]>;
  /** Ends one session of this person. Answers its hash; undefined when there is none of that name. */
  removeNamed(personId: string, sessionId: string): Promise<Buffer | undefined>;
  /** Ends every session of a person but this one. Answers the hashes of what has ended. */
  removeOthers(personId: string, sessionId: string): Promise<readonly Buffer[]>;
  /** Ends every session of a person: a changed password, a lost device. Answers the hashes of what has ended. */
  removeOf(personId: string): Promise<readonly Buffer[]>;
  /** Forgets what ended before the two moments. */
  sweep(limits: { seenBefore: number; createdBefore: number }): Promise<void>;
}

export type SessionLimits = Readonly<{ idleMs: number; absoluteMs: number }>;

/** The longest that a sign-out elsewhere takes to be noticed here. */
export const TRUSTED_FOR_MS = 10_000;

/**
 * A gateway looks a session up again after so long, and what all gateways share is as old at most: each the half, for one may have been
 * read from the other in the last moment of its life.
 */
export const LOOKED_UP_MS = TRUSTED_FOR_MS / 2;

/** `seenAt` and `position` are written behind, at most this often for a session. */
const WRITE_BEHIND_MS = 15_000;

const CACHED_MAX = 20_000;
const TOKEN_BYTES = 32;
const TOKEN_FORM = /^[A-Za-z0-9_-]{43}$/u;

type Cached = { session: { -readonly [K in keyof Session]: Session[K] }; checkedAt: number; writtenAt: number };

const hashOf = (token: string): Buffer => createHash('sha256').update(token, 'ascii').digest();

/** Server-side sessions with a short-lived cache: a request costs no database round trip in the usual case. */
export class Sessions {
  readonly #store: SessionStore;
  readonly #limits: SessionLimits;
  readonly #cache = new LRUCache<string, Cached>({ max: CACHED_MAX });
  readonly #now: () => number;

  constructor(store: SessionStore, limits: SessionLimits, now: () => number) {
    this.#store = store;
    this.#limits = limits;
    this.#now = now;
  }

  /** Founds a session and gives the cookie's value. */
  async begin(
    personId: string,
    { device, outside = null }: Readonly<{ device: Device; outside?: OutsideSession | null }>,
  ): Promise<{ token: string; session: Session }> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = this.#now();
    const session: Session = { sessionId: randomUUID(), personId, createdAt: now, seenAt: now, position: 0, device };
    await this.#store.insert(hashOf(token), session, outside);
    this.#remember(token, session, now);
    return { token, session };
  }

  /** The living session behind a cookie; undefined when forged, ended or expired. */
  async find(token: string): Promise<Session | undefined> {
    if (!TOKEN_FORM.test(token)) return undefined;
    const now = this.#now();
    const cached = this.#cache.get(token);
    if (cached !== undefined && now - cached.checkedAt < LOOKED_UP_MS) return this.#alive(token, cached, now);
    const stored = await this.#store.find(hashOf(token));
    if (stored === undefined) {
      this.#cache.delete(token);
      return undefined;
    }
    const merged =
      cached === undefined
        ? stored
        : {
            ...stored,
            seenAt: Math.max(stored.seenAt, cached.session.seenAt),
            position: Math.max(stored.position, cached.session.position),
          };
    const entry = this.#remember(token, merged, now);
    entry.writtenAt = cached?.writtenAt ?? stored.seenAt;
    return this.#alive(token, entry, now);
  }

  /**
   * The id of a session that this gateway has looked up before. Nobody is asked and nothing is kept alive: it says whose limit a request
   * counts against, never what it may.
   */
  known(token: string): string | undefined {
    const cached = this.#cache.peek(token);
    return cached === undefined || this.#expired(cached.session, this.#now()) ? undefined : cached.session.sessionId;
  }

  /** Whether the session still lives; unlike `find` this does not keep it alive. */
  async lives(token: string): Promise<boolean> {
    const now = this.#now();
    const session = await this.#store.find(hashOf(token));
    const seenAt = Math.max(session?.seenAt ?? 0, this.#cache.peek(token)?.session.seenAt ?? 0);
    return session !== undefined && !this.#expired({ ...session, seenAt }, now);
  }

  /** Keeps the newest position this session has seen, for reading its own writes. */
  advance(token: string, position: number): void {
    const cached = this.#cache.get(token);
    if (cached !== undefined && position > cached.session.position) cached.session.position = position;
  }

  async end(token: string): Promise<void> {
    this.#cache.delete(token);
    await this.#store.remove(hashOf(token));
  }

  async outsideOf(token: string): Promise<OutsideSession | undefined> {
    return this.#store.outsideOf(hashOf(token));
  }

  /** Ends what began at the issuer outside and has ended there. */
  async endOfIssuer(told: { sid: string | null; subject: string | null }): Promise<void> {
    const ended = new Set((await this.#store.removeOfIssuer(told)).map((hash) => hash.toString('hex')));
    for (const token of this.#cache.keys()) if (ended.has(hashOf(token).toString('hex'))) this.#cache.delete(token);
  }

  async endAllOf(personId: string): Promise<void> {
    for (const [token, cached] of this.#cache) if (cached.session.personId === personId) this.#cache.delete(token);
    await this.#store.removeOf(personId);
  }

  /** The living sessions of a person, the one used last first. */
  async livingOf(personId: string): Promise<readonly OwnSession[]> {
    const now = this.#now();
    const seen = new Map([...this.#cache.values()].map(({ session }) => [session.sessionId, session.seenAt]));
    const stored = await this.#store.ofPerson(personId, OWN_SESSIONS_MAX);
    return stored
      .map((session) => ({ ...session, seenAt: Math.max(session.seenAt, seen.get(session.sessionId) ?? 0) }))
      .filter((session) => !this.#expired(session, now))
      .map(({ sessionId, createdAt, seenAt, device }) => ({ sessionId, createdAt, seenAt, device }))
      .toSorted((one, other) => other.seenAt - one.seenAt);
  }

  /** Ends one session of a person; false when there is none of that name. */
  async endNamed(personId: string, sessionId: string): Promise<boolean> {
    for (const [token, { session }] of this.#cache)
      if (session.personId === personId && session.sessionId === sessionId) this.#cache.delete(token);
    return (await this.#store.removeNamed(personId, sessionId)) !== undefined;
  }

  /** Ends all sessions of a person but this one. */
  async endOthersOf({ personId, sessionId }: Pick<Session, 'personId' | 'sessionId'>): Promise<void> {
    for (const [token, { session }] of this.#cache)
      if (session.personId === personId && session.sessionId !== sessionId) this.#cache.delete(token);
    await this.#store.removeOthers(personId, sessionId);
  }

  /** Writes what is behind. Called now and then, and at shutdown with `all`. */
  async flush(all: boolean): Promise<void> {
    const now = this.#now();
    const due = [...this.#cache.values()].filter(
      (cached) => cached.session.seenAt > cached.writtenAt && (all || now - cached.writtenAt >= WRITE_BEHIND_MS),
    );
    if (due.length === 0) return;
    await this.#store.touch(due.map((cached) => ({ ...cached.session })));
    for (const cached of due) cached.writtenAt = now;
  }

  async sweep(): Promise<void> {
    const now = this.#now();
    for (const [token, cached] of this.#cache) if (this.#expired(cached.session, now)) this.#cache.delete(token);
    await this.#store.sweep({
      seenBefore: now - this.#limits.idleMs - WRITE_BEHIND_MS,
      createdBefore: now - this.#limits.absoluteMs,
    });
  }

  #expired(session: Session, now: number): boolean {
    return now - session.seenAt >= this.#limits.idleMs || now - session.createdAt >= this.#limits.absoluteMs;
  }

  #alive(token: string, cached: Cached, now: number): Session | undefined {
    if (this.#expired(cached.session, now)) {
      this.#cache.delete(token);
      return undefined;
    }
    cached.session.seenAt = now;
    return cached.session;
  }

  #remember(token: string, session: Session, now: number): Cached {
    const cached: Cached = { session: { ...session }, checkedAt: now, writtenAt: now };
    this.#cache.set(token, cached);
    return cached;
  }
}
