import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { append, openStage, type Stage } from '@jiangong/messaging/testing';
import type { Projection } from '@jiangong/read-models';
import { A, B, counting, fact, ofLog, WAIT_MS } from './counting-projection.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

describe('a poison event', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage();
  });
  afterEach(async () => stage.close());

  it('parks its stream after five tries, without a word of its content; the rest flows; a retry brings it back', async () => {
    let failing: string | undefined = 'Poison.v1';
    const healthy = counting(ofLog, {
      name: 'healthy',
      tables: 'create table if not exists healthy (position int primary key)',
      tableNames: ['healthy'],
    });
    const projections = [
      counting(ofLog, {}, () => failing),
      {
        ...healthy,
        apply: async (rows, event) => rows.write('insert into healthy values ($1)', [event.position]),
      } satisfies Projection,
    ];
    const { readers, pool } = await stage.start('organizations', { projections });
    await append(stage.store, A, fact('Founded.v1'), fact('Poison.v1'), fact('Renamed.v1'));
    const position = await append(stage.store, B, fact('Founded.v1'));
    expect(await readers.waitFor(position, WAIT_MS)).toBe(true);
    const counts = 'select stream, events, last_type from stream_count order by stream';
    expect((await pool.query(counts)).rows).toStrictEqual([
      { stream: A, events: 1, last_type: 'Founded.v1' },
      { stream: B, events: 1, last_type: 'Founded.v1' },
    ]);
    expect((await pool.query('select position from healthy order by position')).rows).toHaveLength(4);
    const parked = await readers.parked();
    expect(
      parked.map(({ reader, stream, position: at, type, errorClass, tries }) => ({
        reader,
        stream,
        at,
        type,
        errorClass,
        tries,
      })),
    ).toStrictEqual([
      { reader: 'counts', stream: A, at: 2, type: 'Poison.v1', errorClass: 'TypeError', tries: 5 },
      { reader: 'counts', stream: A, at: 3, type: 'Renamed.v1', errorClass: 'BEHIND_PARKED', tries: 0 },
    ]);
    expect(JSON.stringify(stage.told)).not.toContain('张三');
    expect(stage.told.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(await readers.retryParked('counts', A)).toStrictEqual({ done: 0, left: 2 });
    failing = undefined;
    expect(await readers.retryParked('counts', A)).toStrictEqual({ done: 2, left: 0 });
    expect(await readers.parked()).toStrictEqual([]);
    await readers.waitFor(await append(stage.store, A, fact('Moved.v1')), WAIT_MS);
    expect((await pool.query(counts)).rows[0]).toStrictEqual({ stream: A, events: 4, last_type: 'Moved.v1' });
    expect((await readers.rebuildAndCompare('counts')).equal).toBe(true);
  });

  it('can be skipped with a reason; what waits behind it goes on, also after a restart, and a rebuild leaves out the same', async () => {
    const projections = [counting(ofLog, {}, () => 'Poison.v1')];
    const first = await stage.start('organizations', { projections });
    await first.readers.waitFor(await append(stage.store, A, fact('Founded.v1'), fact('Poison.v1')), WAIT_MS);
    await first.stop();
    const { readers, pool } = await stage.start('organizations', { projections });
    await readers.waitFor(await append(stage.store, A, fact('Renamed.v1')), WAIT_MS);
    expect(await readers.skipParked('counts', A, 'not the first one', 3)).toStrictEqual({ done: 0, left: 2 });
    expect(await readers.skipParked('counts', A, 'written by a test', 2)).toStrictEqual({ done: 1, left: 0 });
    expect((await pool.query('select events, last_type from stream_count')).rows).toStrictEqual([
      { events: 2, last_type: 'Renamed.v1' },
    ]);
    expect((await pool.query('select type, skipped_why from parked_event')).rows).toStrictEqual([
      { type: 'Poison.v1', skipped_why: 'written by a test' },
    ]);
    expect((await readers.rebuildAndCompare('counts')).equal).toBe(true);
  });

  it.each([
    ['nobody asks a question after', false],
    ['the next event asks a question after', true],
  ])('whose change %s is found out among those that went together, and parked', async (_, asks) => {
    const kept: Projection = {
      ...counting(ofLog),
      tables: `create table if not exists kept (position int primary key, stream text check (stream <> '${B}'))`,
      tableNames: ['kept'],
      apply: async (rows, { position, stream }) => {
        rows.write('insert into kept values ($1, $2)', [position, stream]);
        if (asks && stream === A) await rows.query('select count(*) from kept');
      },
    };
    await append(stage.store, B, fact('Founded.v1'));
    const last = await append(stage.store, A, fact('Founded.v1'), fact('Renamed.v1'));
    const { readers, pool } = await stage.start('organizations', { projections: [kept] });
    expect(await readers.waitFor(last, WAIT_MS)).toBe(true);
    expect(
      (await readers.parked()).map(({ stream, position, errorClass }) => ({ stream, position, errorClass })),
    ).toStrictEqual([{ stream: B, position: 1, errorClass: '23514' }]);
    expect(await readers.retryParked('counts', B)).toStrictEqual({ done: 0, left: 1 });
    expect((await pool.query('select position from kept order by position')).rows).toStrictEqual([
      { position: 2 },
      { position: 3 },
    ]);
  });
});
