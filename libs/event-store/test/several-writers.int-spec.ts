import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createListener } from '@jiangong/database/postgres';
import { type FreshDatabase, freshDatabase } from '@jiangong/database/testing';
import type { StoredEvent } from '@jiangong/event-store';
import { createPostgresEventStore, type PostgresEventStore } from '@jiangong/event-store/postgres';

const WRITERS = 4;
const APPENDS = 800;
/** The victim is killed when so many of its appends are acknowledged, far from its end. */
const KILL_AFTER = 150;

type Said = { kind: 'sending' | 'stored' | 'refused' | 'done'; ids: readonly string[]; firstPosition: number };

/** What a writer said: each event's acknowledged position, and what was sent without an answer. */
class Witness {
  readonly stored = new Map<string, number>();
  readonly refused = new Set<string>();
  readonly unanswered = new Set<string>();
  acknowledged = 0;

  hear(said: Said): void {
    for (const [index, id] of (said.ids ?? []).entries()) {
      if (said.kind === 'sending') this.unanswered.add(id);
      else this.unanswered.delete(id);
      if (said.kind === 'refused') this.refused.add(id);
      if (said.kind === 'stored') this.stored.set(id, said.firstPosition + index);
    }
    if (said.kind === 'stored') this.acknowledged += 1;
  }
}

const program = fileURLToPath(new URL('./log-writer.ts', import.meta.url));

const startWriter = (
  url: string,
  name: string,
  witness: Witness,
  onHeard: (child: ChildProcess) => void,
): Promise<unknown> => {
  const child = fork(program, [url, name, String(APPENDS)], { execArgv: ['--conditions=source'] });
  child.on('message', (said: Said) => {
    witness.hear(said);
    onHeard(child);
  });
  // What a child said may still be on its way when it has exited: the channel closes behind its last word.
  return Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
};

let database: FreshDatabase;
let store: PostgresEventStore;
let events: readonly StoredEvent[] = [];
const witnesses = Array.from({ length: WRITERS }, () => new Witness());

/** A reader that follows from the first moment and ends when it has passed the last position. */
const followed = async (writing: Promise<unknown>): Promise<readonly StoredEvent[]> => {
  const seen: StoredEvent[] = [];
  const ending = new AbortController();
  let target: number | undefined;
  void writing.then(async () => {
    target = await store.head();
    if (seen.length >= target) ending.abort();
  });
  for await (const page of store.follow({ after: 0, pageMax: 300, signal: ending.signal })) {
    seen.push(...page.events);
    if (target !== undefined && page.through >= target) break;
  }
  return seen;
};

describe('several writing processes, one of them killed in the middle', () => {
  beforeAll(async () => {
    database = await freshDatabase();
    const url = database.url('merit-projects');
    const listener = createListener({ url });
    store = createPostgresEventStore({ url, listener });
    const writing = Promise.all(
      witnesses.map((witness, index) =>
        startWriter(url, `w${index}`, witness, (child) => {
          if (index === 0 && witness.acknowledged >= KILL_AFTER) child.kill('SIGKILL');
        }),
      ),
    );
    events = await followed(writing);
    await listener.close();
  }, 90_000);
  afterAll(async () => {
    await store?.close();
    await database?.drop();
  });

  it('the reader saw every position once, in order, without a gap', () => {
    expect(events.length).toBeGreaterThan((WRITERS - 1) * APPENDS);
    expect(events.map(({ position }) => position)).toStrictEqual(events.map((_, index) => index + 1));
  });

  it('what the reader saw is what is stored', async () => {
    const { rows } = await database.admin.query<{ position: number; hash: string }>(
      "select position, encode(hash, 'hex') as hash from log.event order by position",
    );
    expect(events.map(({ position, hash }) => ({ position, hash }))).toStrictEqual(rows);
  });

  it('every acknowledged event is there once, at the position that was told', () => {
    const positions = new Map(events.map(({ eventId, position }) => [eventId, position]));
    expect(positions.size).toBe(events.length);
    for (const { stored, refused } of witnesses) {
      for (const [id, position] of stored) expect(positions.get(id)).toBe(position);
      for (const id of refused) expect(positions.has(id)).toBe(false);
    }
  });

  it('nothing is there that was not sent: only the killed writer left appends without an answer', () => {
    const known = new Set(witnesses.flatMap(({ stored, unanswered }) => [...stored.keys(), ...unanswered]));
    expect(events.filter(({ eventId }) => !known.has(eventId))).toStrictEqual([]);
    expect(witnesses.slice(1).map(({ unanswered }) => unanswered.size)).toStrictEqual([0, 0, 0]);
    expect(witnesses[0]?.acknowledged).toBeGreaterThanOrEqual(KILL_AFTER);
    expect(witnesses[0]?.acknowledged).toBeLessThan(APPENDS);
  });

  it('every stream is chained from revision 0 on, the shared one as well', () => {
    const ends = new Map<string, StoredEvent>();
    for (const event of events) {
      const before = ends.get(event.stream);
      expect({ revision: event.revision, prev: event.entry.prev }).toStrictEqual({
        revision: before ? before.revision + 1 : 0,
        prev: before?.hash ?? null,
      });
      ends.set(event.stream, event);
    }
    expect(ends.get('several.shared-1')?.revision).toBeGreaterThan(APPENDS / 16);
  });
});
