import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { Database } from '@jiangong/database';
import { createPool } from '@jiangong/database/postgres';
import { freshDatabase, type FreshDatabase } from '@jiangong/database/testing';
import { NOBODY, type ProjectedEvent } from '@jiangong/read-models';
import { openReaderGroup, type PageReader, type ReaderGroup } from '@jiangong/read-models/postgres';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

const SCHEMA = 'organizations';
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const event = (position: number): ProjectedEvent => ({
  position,
  eventId: `event-${position}`,
  stream: 'organizations.organization-a',
  revision: position,
  type: 'Founded.v1',
  data: {},
  occurredAt: '2026-03-02T01:00:00.000Z',
  actor: NOBODY,
  correlationId: 'c',
  causationId: null,
  traceparent: null,
  hash: '',
});

let database: FreshDatabase;
let pool: Database;

const open = async (told: number[]): Promise<ReaderGroup> => {
  const reader = (name: string, wants: boolean, moved?: PageReader['moved']): PageReader => ({
    name,
    version: 1,
    wants: () => wants,
    install: async () => undefined,
    reset: async () => undefined,
    apply: async () => undefined,
    ...(moved === undefined ? {} : { moved }),
  });
  return openReaderGroup({
    pool,
    readers: [reader('busy', true), reader('idle', false, async (_client, through) => void told.push(through))],
    log: silent,
    backoff: { wait: async () => undefined },
    signal: new AbortController().signal,
  });
};

const kept = async (): Promise<unknown> =>
  (await pool.query('select reader, position from reader_checkpoint order by reader')).rows.map((row) =>
    Object.values(row as object),
  );

beforeEach(async () => {
  database = await freshDatabase();
  pool = createPool({ url: database.url(SCHEMA), schema: SCHEMA, connectionsMax: 4, applicationName: 'test' });
});
afterEach(async () => {
  await pool.close();
  await database.drop();
});

it('a checkpoint never moves without its reader being told, also where another process moved that of its neighbour', async () => {
  const toldHere: number[] = [];
  const [here, elsewhere] = [await open(toldHere), await open([])];
  await here.take({ events: [], through: 5 }, 0);
  await elsewhere.take({ events: [{ event: event(5), ordinal: 0 }], through: 5 }, 0);
  expect(await kept()).toStrictEqual([
    ['busy', 5],
    ['idle', 0],
  ]);
  await here.keep();
  expect([await kept(), toldHere]).toStrictEqual([
    [
      ['busy', 5],
      ['idle', 0],
    ],
    [],
  ]);
  await here.keep();
  expect([await kept(), toldHere]).toStrictEqual([
    [
      ['busy', 5],
      ['idle', 5],
    ],
    [5],
  ]);
});
