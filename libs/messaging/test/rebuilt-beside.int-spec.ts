import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Projection } from '@jiangong/read-models';
import { append, openStage, type Stage } from '@jiangong/messaging/testing';
import { A, B, counting, fact, ofFacts, ofLog, tell, WAIT_MS } from './counting-projection.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

/** A version more, with a column more, and one that the database makes itself. */
const next = (source: Projection['source'], more: Partial<Projection> = {}): Projection =>
  counting(source, {
    version: 2,
    tables: `create table if not exists stream_count (stream text primary key, events integer not null, last_type text not null,
               doubled integer not null generated always as (events * 2) stored, first_type text not null);
             create index if not exists stream_count_doubled on stream_count (doubled);`,
    apply: async (rows, { stream, type }) =>
      rows.write(
        `insert into stream_count (stream, events, last_type, first_type) values ($1, 1, $2, $2)
         on conflict (stream) do update set events = stream_count.events + 1, last_type = excluded.last_type`,
        [stream, type],
      ),
    ...more,
  });

const gate = () => {
  const reached = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  return { reached, opened };
};

describe('a read model of a higher version', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage();
  });
  afterEach(async () => stage.close());

  it('is built beside the earlier one, which is whole for who asks and goes on, and is then there at once', async () => {
    const older = await stage.start('organizations', { projections: [counting(ofLog)] });
    await older.readers.waitFor(await append(stage.store, A, fact('Founded.v1'), fact('Renamed.v1')), WAIT_MS);
    const rows = async () =>
      (await older.pool.query('select stream, events from stream_count order by stream')).rows as unknown;
    const { reached, opened } = gate();
    const { apply } = next(ofLog);
    const slow = next(ofLog, {
      apply: async (into, event) => {
        reached.resolve();
        await opened.promise;
        await apply(into, event);
      },
    });
    const starting = stage.start('organizations', { projections: [slow] });
    await reached.promise;
    expect(await rows()).toStrictEqual([{ stream: A, events: 2 }]);
    await older.readers.waitFor(await append(stage.store, B, fact('Founded.v1')), WAIT_MS);
    expect(await rows()).toStrictEqual([
      { stream: A, events: 2 },
      { stream: B, events: 1 },
    ]);
    opened.resolve();
    const newer = await starting;
    // What the earlier program had taken while it was built comes after, from the log.
    const position = await append(stage.store, B, fact('Renamed.v1'));
    expect(await newer.readers.waitFor(position, WAIT_MS)).toBe(true);
    expect((await newer.pool.query('select * from stream_count order by stream')).rows).toStrictEqual([
      { stream: A, events: 2, last_type: 'Renamed.v1', doubled: 4, first_type: 'Founded.v1' },
      { stream: B, events: 2, last_type: 'Renamed.v1', doubled: 4, first_type: 'Founded.v1' },
    ]);
    expect(await newer.readers.rebuildAndCompare('counts')).toMatchObject({ equal: true });
    const { rows: indexes } = await newer.pool.query(
      `select indexname from pg_indexes where schemaname = 'organizations' and tablename = 'stream_count' order by 1`,
    );
    expect(indexes).toStrictEqual([{ indexname: 'stream_count_doubled' }, { indexname: 'stream_count_pkey' }]);
  });

  it('of public facts is built so, too', async () => {
    await stage.start('organizations', { projections: [], translator: tell('organizations') });
    const older = await stage.start('membership', { projections: [counting(ofFacts)] });
    const position = await append(stage.store, A, fact('Founded.v1'));
    await older.readers.waitFor(position, WAIT_MS);
    await older.stop();
    const newer = await stage.start('membership', { projections: [next(ofFacts)] });
    expect((await newer.pool.query('select stream, events, doubled from stream_count')).rows).toStrictEqual([
      { stream: A, events: 1, doubled: 2 },
    ]);
    expect(await newer.readers.waitFor(position, WAIT_MS)).toBe(true);
  });

  it('that can not take an event begins anew in place, and parks that stream alone', async () => {
    const older = await stage.start('organizations', { projections: [counting(ofLog)] });
    await append(stage.store, A, fact('Founded.v1'));
    await older.readers.waitFor(await append(stage.store, B, fact('Founded.v1')), WAIT_MS);
    await older.stop();
    const { apply } = next(ofLog);
    const choosy = next(ofLog, {
      apply: async (into, event) => {
        if (event.stream === A) throw new TypeError('not this one');
        await apply(into, event);
      },
    });
    const newer = await stage.start('organizations', { projections: [choosy] });
    expect(await newer.readers.waitFor(await stage.store.head(), WAIT_MS)).toBe(true);
    expect((await newer.pool.query('select stream, events from stream_count')).rows).toStrictEqual([
      { stream: B, events: 1 },
    ]);
    expect(await newer.readers.parked()).toMatchObject([{ stream: A }]);
  });
});
