import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ProcessManager, PublicFact } from '@jiangong/messaging';
import { IDLE_KEEP_MS } from '@jiangong/read-models/postgres';
import { append, openStage, type Stage } from '@jiangong/messaging/testing';
import { A, B, counting, fact, ofFacts, ofLog, tell, WAIT_MS } from './counting-projection.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

describe('the readers of a service', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage();
  });
  afterEach(async () => stage.close());

  it('fold history, then what comes, and say when a position is passed', async () => {
    await append(stage.store, A, fact('Founded.v1'), fact('Renamed.v1'));
    await append(stage.store, 'membership.person-1', fact('Registered.v1'));
    const { readers, pool } = await stage.start('organizations', { projections: [counting(ofLog)] });
    await readers.ready;
    const position = await append(stage.store, B, fact('Founded.v1'));
    expect(await readers.waitFor(position, WAIT_MS)).toBe(true);
    expect((await pool.query('select * from stream_count order by stream')).rows).toStrictEqual([
      { stream: A, events: 2, last_type: 'Renamed.v1' },
      { stream: B, events: 1, last_type: 'Founded.v1' },
    ]);
    expect(await readers.waitFor(position + 1, 5)).toBe(false);
    expect(await readers.lag()).toStrictEqual({
      head: 4,
      events: 0,
      seconds: 0,
      byReader: { log: { events: 0, seconds: 0 }, counts: { events: 0, seconds: 0 } },
    });
  });

  it('go on after a stop where they stood, and nothing is counted twice', async () => {
    const first = await stage.start('organizations', { projections: [counting(ofLog)] });
    await first.readers.waitFor(await append(stage.store, A, fact('Founded.v1')), WAIT_MS);
    await first.stop();
    const position = await append(stage.store, A, fact('Renamed.v1'));
    const second = await stage.start('organizations', { projections: [counting(ofLog)] });
    expect(await second.readers.waitFor(position, WAIT_MS)).toBe(true);
    expect((await second.pool.query('select events from stream_count')).rows).toStrictEqual([{ events: 2 }]);
  });

  it('two processes of one service share the work and count nothing twice', async () => {
    const one = await stage.start('organizations', { projections: [counting(ofLog)] });
    const two = await stage.start('organizations', { projections: [counting(ofLog)] });
    let position = 0;
    for (let n = 0; n < 40; n++) position = await append(stage.store, n % 2 ? A : B, fact('Renamed.v1', { n }));
    expect(
      await Promise.all([one.readers.waitFor(position, WAIT_MS), two.readers.waitFor(position, WAIT_MS)]),
    ).toStrictEqual([true, true]);
    expect((await one.pool.query('select sum(events)::int as events from stream_count')).rows).toStrictEqual([
      { events: 40 },
    ]);
  });

  it('a second process starts while the first writes: it waits for nobody’s tables', async () => {
    const indexed = counting(ofLog, {
      tables: `${counting(ofLog).tables}; create index if not exists stream_count_events on stream_count (events)`,
    });
    const one = await stage.start('organizations', { projections: [indexed] });
    await one.readers.waitFor(await append(stage.store, A, fact('Founded.v1')), WAIT_MS);
    await one.pool.transaction(async (client) => {
      await client.query('lock table stream_count, parked_event in row exclusive mode');
      const two = await stage.start('organizations', { projections: [indexed] });
      await two.readers.ready;
      await two.stop();
    });
  });

  it('a newer version takes the tables over while the older still runs, and the older writes nothing any more', async () => {
    const older = await stage.start('organizations', { projections: [counting(ofLog)] });
    await older.readers.waitFor(await append(stage.store, A, fact('Founded.v1')), WAIT_MS);
    const newer = await stage.start('organizations', {
      projections: [
        counting(ofLog, {
          version: 2,
          tables:
            'create table if not exists stream_count (stream text primary key, events int not null, last_type text not null, seen int)',
        }),
      ],
    });
    await newer.readers.ready;
    const position = await append(stage.store, A, fact('Renamed.v1'), fact('Renamed.v1'));
    expect(await newer.readers.waitFor(position, WAIT_MS)).toBe(true);
    expect(await older.readers.waitFor(position, 300)).toBe(false);
    expect((await newer.pool.query('select events from stream_count')).rows).toStrictEqual([{ events: 3 }]);
    expect(
      (await newer.pool.query("select version, position from reader_checkpoint where reader = 'counts'")).rows,
    ).toStrictEqual([{ version: 2, position: 3 }]);
  });

  it('a higher version rebuilds from zero, a lower one refuses to start', async () => {
    const first = await stage.start('organizations', { projections: [counting(ofLog)] });
    await first.readers.waitFor(await append(stage.store, A, fact('Founded.v1')), WAIT_MS);
    await first.stop();
    const renewed = counting(ofLog, {
      version: 2,
      tables:
        'create table if not exists stream_count (stream text primary key, events int not null, last_type text not null, extra int)',
      apply: async (rows, event) => {
        await rows.query('insert into stream_count values ($1, 10, $2, 7)', [event.stream, event.type]);
      },
    });
    const second = await stage.start('organizations', { projections: [renewed] });
    await second.readers.ready;
    expect((await second.pool.query('select * from stream_count')).rows).toStrictEqual([
      { stream: A, events: 10, last_type: 'Founded.v1', extra: 7 },
    ]);
    await second.stop();
    await expect(stage.start('organizations', { projections: [counting(ofLog)] })).rejects.toThrow(
      'counts is at version 2',
    );
  });

  it('a read model that is ahead of the log refuses to start', async () => {
    const { stop, readers, pool } = await stage.start('organizations', { projections: [counting(ofLog)] });
    await readers.ready;
    await pool.query(`update reader_checkpoint set position = 99 where reader = 'counts'`);
    await stop();
    await expect(stage.start('organizations', { projections: [counting(ofLog)] })).rejects.toThrow('the log ends at 0');
  });
});

describe('public facts between services', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage();
  });
  afterEach(async () => stage.close());

  it('wait for nobody where an event lies in a stream that its context never tells of', async () => {
    const consumer = await stage.start('evaluation', { projections: [counting(ofFacts)] });
    const translator = { ...tell('organizations'), streamPrefixes: ['organizations.organization-'] };
    const { pool } = await stage.start('organizations', { projections: [], translator });
    await append(stage.store, A, fact('Founded.v1'));
    const untold = await append(stage.store, 'organizations.draft-1', fact('Noted.v1'));
    // Sooner than idle checkpoints are kept.
    expect(await consumer.readers.waitFor(untold, IDLE_KEEP_MS / 2)).toBe(true);
    expect((await pool.query('select type from messaging.public_fact')).rows).toStrictEqual([
      { type: 'organizations.Founded.v1' },
    ]);
  });

  it('are translated, read by another service in log order, and pass positions that concern nobody', async () => {
    const order = counting(ofFacts, {
      tables: 'create table if not exists seen (n int primary key, type text not null, data text not null)',
      tableNames: ['seen'],
      apply: async (rows, event) => {
        await rows.query('insert into seen select count(*), $1, $2 from seen', [
          event.type,
          JSON.stringify(event.data),
        ]);
      },
    });
    const consumer = await stage.start('evaluation', { projections: [order] });
    await stage.start('organizations', { projections: [], translator: tell('organizations') });
    await append(stage.store, A, fact('Founded.v1', { id: 'a' }), fact('SecretKept.v1'));
    await append(stage.store, 'membership.person-1', fact('Registered.v1', { id: 'p' }));
    const last = await append(stage.store, B, fact('Founded.v1', { id: 'b' }));
    expect(await consumer.readers.waitFor(last, 300)).toBe(false);
    await stage.start('membership', { projections: [], translator: tell('membership') });
    expect(await consumer.readers.waitFor(last, WAIT_MS)).toBe(true);
    expect((await consumer.pool.query('select type, data from seen order by n')).rows).toStrictEqual([
      { type: 'organizations.Founded.v1', data: '{"id":"a"}' },
      { type: 'membership.Registered.v1', data: '{"id":"p"}' },
      { type: 'organizations.Founded.v1', data: '{"id":"b"}' },
    ]);
    const nobodys = await append(stage.store, 'audit.reads-1', fact('Noted.v1'));
    expect(await consumer.readers.waitFor(nobodys, WAIT_MS)).toBe(true);
    expect((await consumer.readers.rebuildAndCompare('counts')).equal).toBe(true);
  });

  it('a producer writes no other context’s facts, and nobody truncates them', async () => {
    const { pool } = await stage.start('organizations', { projections: [], translator: tell('organizations') });
    const forged = `insert into messaging.public_fact values (1, 0, 'evaluation', 's', 0, 'e', 't', '{}', '', '', null)`;
    await expect(pool.query(forged)).rejects.toThrow('row-level security');
    await expect(pool.query('truncate messaging.public_fact')).rejects.toThrow('permission denied');
    await expect(pool.query(`insert into messaging.translator values ('evaluation', 9)`)).rejects.toThrow(
      'row-level security',
    );
  });

  it('translating again from zero gives the same rows', async () => {
    const { readers, pool } = await stage.start('organizations', {
      projections: [],
      translator: tell('organizations'),
    });
    const last = await append(
      stage.store,
      A,
      fact('Founded.v1'),
      fact('SecretKept.v1'),
      fact('Renamed.v1', { name: '省直机关' }),
    );
    await readers.waitFor(last, WAIT_MS);
    expect(await readers.rebuildAndCompare('translator')).toMatchObject({
      equal: true,
      position: 3,
      tables: [{ liveRows: 2, rebuiltRows: 2 }],
    });
    await pool.query(`update messaging.public_fact set data = '{"n":2}' where position = 1`);
    expect(await readers.rebuildAndCompare('translator')).toMatchObject({ equal: false });
  });

  it('a process manager hears each fact once it is there, again after a failure, and parks what it can not handle', async () => {
    const heard: string[] = [];
    let failures = 0;
    const process: ProcessManager = {
      name: 'react',
      contexts: ['organizations'],
      handle: async (heardFact: PublicFact) => {
        if (heardFact.type === 'organizations.Poison.v1') throw new RangeError('no');
        if (heardFact.type === 'organizations.Renamed.v1' && failures++ < 2) throw new Error('not yet');
        heard.push(`${heardFact.context} ${heardFact.position}/${heardFact.ordinal} ${heardFact.type}`);
      },
    };
    const first = await stage.start('organizations', {
      projections: [],
      translator: tell('organizations'),
      processes: [process],
    });
    await append(stage.store, A, fact('Founded.v1'));
    await append(stage.store, B, fact('Poison.v1'));
    await append(stage.store, A, fact('Renamed.v1'));
    while ((await first.readers.lag()).events > 0) await new Promise(setImmediate);
    expect([...new Set(heard)]).toStrictEqual([
      'organizations 1/0 organizations.Founded.v1',
      'organizations 3/0 organizations.Renamed.v1',
    ]);
    expect(await first.readers.parked()).toMatchObject([
      { reader: 'process/react', stream: B, errorClass: 'RangeError', tries: 5 },
    ]);
    await first.stop();
    heard.length = 0;
    const second = await stage.start('organizations', {
      projections: [],
      translator: tell('organizations'),
      processes: [process],
    });
    await append(stage.store, A, fact('Moved.v1'));
    while ((await second.readers.lag()).events > 0) await new Promise(setImmediate);
    expect(heard).toStrictEqual(['organizations 4/0 organizations.Moved.v1']);
  });

  it('whoever follows gets pages of facts, from any position on', async () => {
    const { readers } = await stage.start('organizations', { projections: [], translator: tell('organizations') });
    await append(stage.store, A, fact('Founded.v1'), fact('Renamed.v1'), fact('Moved.v1'));
    const abort = new AbortController();
    const types: string[] = [];
    for await (const page of readers.follow({ contexts: ['organizations'], after: 1, signal: abort.signal })) {
      types.push(...page.facts.map(({ type }) => type));
      if (page.through >= 3) abort.abort();
    }
    expect(types).toStrictEqual(['organizations.Renamed.v1', 'organizations.Moved.v1']);
  });
});
