import { createListener, createPool } from '@jiangong/database/postgres';
import { freshDatabase } from '@jiangong/database/testing';
import { canonicalBytes, type EventStore, type Fact, sealEntries, sha256Hex } from '@jiangong/event-store';
import { MemoryEventStore } from '@jiangong/event-store/memory';
import { type ReadersOptions, type ServiceReaders, startReaders } from '@jiangong/messaging/log';
import { randomUUID } from 'node:crypto';

export const NOW = '2021-03-01T01:02:03.004Z';

/** Appends facts to a stream as one order. Answers the last position. */
export const append = async (store: EventStore, stream: string, ...facts: readonly Fact[]): Promise<number> => {
  const last = (await store.readStream(stream)).at(-1);
  const end = last ? { revision: last.revision, hash: last.hash } : 'no-stream';
  const events = sealEntries(stream, end, facts, {
    actor: { kind: 'person', id: 'person-1', organization: null, role: null, grant: null },
    requestId: randomUUID(),
    requestHash: sha256Hex(canonicalBytes(facts.map(({ type }) => type))),
    now: NOW,
    recordedAt: NOW,
    correlationId: '00000000-0000-4000-8000-00000000c0de',
    causationId: null,
    traceparent: null,
    policyVersion: null,
  });
  const outcome = await store.append({ stream, expected: end, events });
  if (outcome.kind !== 'appended') throw new Error('a test met a conflict');
  return outcome.lastPosition;
};

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
    const readers: ServiceReaders = await startReaders({ store, pool, listener, log, now: () => NOW, random: () => 0, ...options });
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
