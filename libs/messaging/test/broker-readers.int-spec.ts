import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { FactTransport, Translator } from '@jiangong/messaging';
import { type Broker, brokerTransport, jitteredPauses } from '@jiangong/messaging/broker';
import { append, MemoryBroker, openStage, type Stage } from '@jiangong/messaging/testing';
import type { Projection } from '@jiangong/read-models';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

const WAIT_MS = 20_000;
const A = 'organizations.organization-a';
const B = 'organizations.organization-b';

const tell: Translator = {
  context: 'organizations',
  streamPrefixes: ['organizations.'],
  translate: ({ type, data }) => [{ type: `organizations.${type}`, data }],
};

const seen: Projection = {
  name: 'seen',
  version: 1,
  tables: 'create table if not exists seen (position int primary key, stream text not null, type text not null)',
  tableNames: ['seen'],
  source: { kind: 'public-facts', contexts: ['organizations'] },
  apply: async (rows, { position, stream, type }) =>
    void (await rows.query('insert into seen values ($1, $2, $3)', [position, stream, type])),
};

/** A broker that damages the data of one type on the way. */
const damaging = (broker: MemoryBroker, type: string): Broker => ({
  prepare: (topic) => broker.prepare(topic),
  send: (topic, records) =>
    broker.send(
      topic,
      records.map((record) => (record.headers['ce_type'] === type ? { ...record, value: '{"name":' } : record)),
    ),
  consume: (options) => broker.consume(options),
  close: async () => undefined,
});

describe('the readers of a service whose facts come by way of a broker', () => {
  let stage: Stage;
  const broker = { memory: new MemoryBroker() };
  const over = (service: string, given: Broker): FactTransport =>
    brokerTransport(() => ({
      broker: given,
      service,
      topicPrefix: 'test',
      holder: crypto.randomUUID(),
      pauses: jitteredPauses(() => 0),
      ticks: () => performance.now(),
    }));
  beforeEach(async () => {
    stage = await openStage();
    broker.memory = new MemoryBroker();
  });
  afterEach(async () => stage.close());

  it('see the same as those who read the log, and are ready when they have seen all of it', async () => {
    await append(stage.store, A, { type: 'Founded.v1', data: { id: 'a' } });
    await stage.start('organizations', {
      projections: [],
      translator: tell,
      transport: over('organizations', broker.memory),
    });
    const { readers, pool } = await stage.start('evaluation', {
      projections: [seen],
      transport: over('evaluation', broker.memory),
    });
    await readers.ready;
    const last = await append(stage.store, B, { type: 'Founded.v1', data: { id: 'b' } });
    expect(await readers.waitFor(last, WAIT_MS)).toBe(true);
    expect((await pool.query('select * from seen order by position')).rows).toStrictEqual([
      { position: 1, stream: A, type: 'organizations.Founded.v1' },
      { position: 2, stream: B, type: 'organizations.Founded.v1' },
    ]);
    expect((await readers.rebuildAndCompare('seen')).equal).toBe(true);
    expect(readers.transport.lag().inbox).toStrictEqual({ organizations: { seconds: 0, stopped: 0 } });
  });

  it('park the stream of a fact that can not be read, and no other; it is skipped by the order that skips any', async () => {
    const damaged = damaging(broker.memory, 'organizations.Renamed.v1');
    await stage.start('organizations', {
      projections: [],
      translator: tell,
      transport: over('organizations', damaged),
    });
    const { readers, pool } = await stage.start('evaluation', {
      projections: [seen],
      transport: over('evaluation', damaged),
    });
    await append(
      stage.store,
      A,
      { type: 'Founded.v1', data: {} },
      { type: 'Renamed.v1', data: { name: '甲' } },
      { type: 'Moved.v1', data: {} },
    );
    const last = await append(stage.store, B, { type: 'Founded.v1', data: {} });
    expect(await readers.waitFor(last, WAIT_MS)).toBe(true);
    const positions = async () =>
      (await pool.query<{ position: number }>('select position from seen order by position')).rows.map(
        ({ position }) => position,
      );
    expect(await positions()).toStrictEqual([1, 4]);
    expect(
      (await readers.parked()).map(({ stream, position, errorClass }) => ({ stream, position, errorClass })),
    ).toStrictEqual([
      { stream: A, position: 2, errorClass: 'UndecodableFactError' },
      { stream: A, position: 3, errorClass: 'BEHIND_PARKED' },
    ]);
    expect(await readers.retryParked('seen', A)).toStrictEqual({ done: 0, left: 2 });
    expect(await readers.skipParked('seen', A, 'damaged on the way', 2)).toStrictEqual({ done: 1, left: 0 });
    expect(await positions()).toStrictEqual([1, 3, 4]);
  });
});
