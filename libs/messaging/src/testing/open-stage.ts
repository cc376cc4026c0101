import { createListener, createPool } from '@jiangong/database/postgres';
import { freshDatabase } from '@jiangong/database/testing';
import { type Actor, canonicalBytes, type EventStore, type Fact, sealEntries, sha256Hex } from '@jiangong/event-store';
import { MemoryEventStore } from '@jiangong/event-store/memory';
import { randomUUID } from 'node:crypto';
import type { ReadersOptions, ServiceReaders } from '../log/running.ts';
import { startReaders } from '../log/start-readers.ts';

/** The moment of everything on the stage. */
export const NOW = '2021-03-01T01:02:03.004Z';

const SOMEBODY: Actor = { kind: 'person', id: 'person-1', organization: null, role: null, grant: null };

/** Appends facts to a stream as one order of somebody. Answers the last position. */
export const append = (store: EventStore, stream: string, ...facts: readonly Fact[]): Promise<number> =>
  appendAs(store, { stream, actor: SOMEBODY, now: NOW }, ...facts);

/** Appends facts to a stream as one order. Answers the last position. */
export const appendAs = async (
  store: EventStore,
  { stream, actor, now }: Readonly<{ stream: string; actor: Actor; now: string }>,
  ...facts: readonly Fact[]
): Promise<number> => {
  const last = (await store.readStream(stream)).at(-1);
  const end = last ? { revision: last.revision, hash: last.hash } : 'no-stream';
  const events = sealEntries(stream, end, facts, {
    actor,
    requestId: randomUUID(),
    requestHash: sha256Hex(canonicalBytes(facts.map(({ type }) => type))),
    now,
    recordedAt: now,
    correlationId: '00000000-0000-4000-8000-00000000c0de',
    causationId: null,
    traceparent: null,
    policyVersion: null,
  });
  const outcome = await store.append({ stream, expected: end, events });
  if (outcome.kind !== 'appended') throw new Error('a test met a conflict');
  return outcome.lastPosition;
};

/** One line of a service's log. */
type Told = { level: string; fields: object; message: string };

/** A database, a log in memory, and services that read it. */
export const openStage = async () => {
  const database = await freshDatabase();
  const store = new MemoryEventStore();
  const told: Told[] = [];
  const closers: (() => Promise<void>)[] = [];
  const teller = (level: string) => (fields: object, message: string) => void told.push({ level, fields, message });
  const start = async (service: string, options: Pick<ReadersOptions, 'projections'> & Partial<ReadersOptions>) => {
    const url = database.url(service);
    const pool = createPool({ url, schema: service.replaceAll('-', '_'), connectionsMax: 4 });
    const listener = createListener({ url });
    const log = { info: teller('info'), warn: teller('warn'), error: teller('error') };
    const readers: ServiceReaders = await startReaders({
      store,
      pool,
      listener,
      log,
      now: () => NOW,
      random: () => 0,
      ...options,
    });
    let open = true;
    const stop = async (): Promise<void> => {
      if (!open) return;
      open = false;
      await readers.stop();
      await listener.close();
      await pool.close();
    };
    closers.push(stop);
    return { readers, pool, stop };
  };
  return {
    database,
    store,
    told,
    start,
    close: async () => {
      for (const stop of closers) await stop();
      await database.drop();
    },
  };
};

export type Stage = Awaited<ReturnType<typeof openStage>>;
