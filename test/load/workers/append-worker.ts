import { randomUUID } from 'node:crypto';
import { createListener } from '@jiangong/database/postgres';
import type { StreamEnd } from '@jiangong/event-store';
import { createPostgresEventStore } from '@jiangong/event-store/postgres';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { underLoad } from '../measure.ts';
import { eventBytes, sampleData, sealedSample } from '../sample-event.ts';

/** One loaded process of the append bench; told what to do by its first argument, answers over IPC. */
export type AppendOrder = Readonly<{
  driver: 'ours' | 'raw' | 'emmett';
  url: string;
  clients: number;
  seconds: number;
  writers?: number;
}>;

/** A client changes to a new stream after so many events. */
const STREAM_EVENTS = 10;

const order = JSON.parse(process.argv[2] as string) as AppendOrder;

type Driver = Readonly<{ append: (client: number) => Promise<unknown>; close: () => Promise<void> }>;

const ours = (): Driver => {
  const listener = createListener(order);
  const store = createPostgresEventStore({
    url: order.url,
    listener,
    ...(order.writers === undefined ? {} : { writerConnectionsMax: order.writers }),
  });
  const lanes = new Map<number, { stream: string; end: StreamEnd }>();
  return {
    append: async (client) => {
      const known = lanes.get(client);
      const lane =
        known && known.end !== 'no-stream' && known.end.revision < STREAM_EVENTS - 1
          ? known
          : { stream: `bench.entry-${randomUUID()}`, end: 'no-stream' as StreamEnd };
      const event = sealedSample(lane.stream, lane.end);
      const outcome = await store.append({ stream: lane.stream, expected: lane.end, events: [event] });
      if (outcome.kind !== 'appended') throw new Error('a client alone on its stream met a conflict');
      lanes.set(client, { stream: lane.stream, end: { revision: outcome.revision, hash: event.hash } });
    },
    close: async () => {
      await store.close();
      await listener.close();
    },
  };
};

const raw = (): Driver => {
  const pool = new pg.Pool({ connectionString: order.url, max: order.clients });
  const payload = 'x'.repeat(eventBytes());
  return {
    append: () => pool.query({ name: 'raw', text: 'insert into raw_event (payload) values ($1)', values: [payload] }),
    close: () => pool.end(),
  };
};

const emmett = (): Driver => {
  const store = getPostgreSQLEventStore(order.url);
  const lanes = new Map<number, { stream: string; version: bigint | undefined }>();
  return {
    append: async (client) => {
      const known = lanes.get(client);
      const lane =
        known?.version !== undefined && known.version < BigInt(STREAM_EVENTS)
          ? known
          : { stream: `bench-${randomUUID()}`, version: undefined };
      const { nextExpectedStreamVersion } = await store.appendToStream(
        lane.stream,
        [{ type: 'EntryDeclared', data: sampleData, metadata: { correlationId: randomUUID(), causationId: null } }],
        { expectedStreamVersion: lane.version ?? 'STREAM_DOES_NOT_EXIST' },
      );
      lanes.set(client, { stream: lane.stream, version: nextExpectedStreamVersion });
    },
    close: () => store.close(),
  };
};

const driver = { ours, raw, emmett }[order.driver]();
const result = await underLoad(order.clients, order.seconds, driver.append);
await driver.close();
process.send?.(result);
process.disconnect();
