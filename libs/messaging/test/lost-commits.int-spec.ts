import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Projection } from '@jiangong/read-models';
import type { Translator } from '@jiangong/messaging';
import { append, openStage, type Stage } from '@jiangong/messaging/testing';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

const WAIT_MS = 10_000;
const STREAM = 'organizations.organization-a';

const counts: Projection = {
  name: 'counts',
  version: 1,
  tables: 'create table if not exists stream_count (stream text primary key, events int not null)',
  tableNames: ['stream_count'],
  source: { kind: 'log', streamPrefixes: ['organizations.'] },
  apply: async (rows, { stream }) => {
    await rows.query(
      'insert into stream_count values ($1, 1) on conflict (stream) do update set events = stream_count.events + 1',
      [stream],
    );
  },
};

const translator: Translator = {
  context: 'organizations',
  streamPrefixes: ['organizations.'],
  translate: ({ type, data }) => [{ type: `organizations.${type}`, data }],
};

describe('commits of read models do not wait for the disk: what a crash of the database takes back', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage();
  });
  afterEach(async () => stage.close());

  it('is taken again by a process that lives through it, whether something new comes or not', async () => {
    const { readers, pool } = await stage.start('organizations', { projections: [counts], translator });
    const first = await append(stage.store, STREAM, { type: 'Founded.v1', data: {} });
    const second = await append(stage.store, STREAM, { type: 'Renamed.v1', data: {} });
    await readers.waitFor(second, WAIT_MS);
    const crash = (): Promise<unknown> =>
      pool.transaction(async (client) => {
        await client.query("update reader_checkpoint set position = $1 where reader = 'counts'", [first]);
        await client.query('update stream_count set events = 1');
      });
    const countedAt = async (position: number): Promise<unknown> => {
      for (const until = performance.now() + WAIT_MS; performance.now() < until;) {
        const { rows } = await pool.query<{ position: number }>(
          "select position from reader_checkpoint where reader = 'counts'",
        );
        if ((rows[0]?.position ?? 0) >= position) break;
        await readers.lag();
      }
      return (await pool.query('select events from stream_count')).rows;
    };
    await crash();
    expect(await countedAt(second)).toStrictEqual([{ events: 2 }]);
    await crash();
    const third = await append(stage.store, STREAM, { type: 'Moved.v1', data: {} });
    expect(await countedAt(third)).toStrictEqual([{ events: 3 }]);
    expect((await readers.lag()).events).toBe(0);
    expect((await readers.rebuildAndCompare('counts')).equal).toBe(true);
    expect((await readers.rebuildAndCompare('translator')).equal).toBe(true);
  });
});
