import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createListener, createPool } from '@jiangong/database/postgres';
import {
  type Broker,
  factsTopic,
  NewerRelayError,
  partitionOfStream,
  postgresRelayStore,
  RELAY_LEASE_MS,
  textOfKey,
} from '@jiangong/messaging/broker';
import { MemoryBroker, publicFact } from '@jiangong/messaging/testing';
import { openBrokerBench } from './broker-bench.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

const CONTEXT = 'evaluation';
const TOPIC = factsTopic('test', CONTEXT);
const on = (stream: string, position: number, data: unknown = { n: position }) =>
  publicFact({ type: 'evaluation.Thing.v1', data, position, stream: `evaluation.${stream}` });
const partitionOf = (stream: string): number => partitionOfStream(`evaluation.${stream}`, TOPIC.partitions);

/** Two streams of different partitions. */
const [A, B] = ['a', ['b', 'c', 'd', 'e'].find((stream) => partitionOf(stream) !== partitionOf('a')) ?? ''] as [
  string,
  string,
];

describe('a relay and an inbox', () => {
  let broker: MemoryBroker;
  let bench: Awaited<ReturnType<typeof openBrokerBench>>;
  const all = async () =>
    (await bench.facts.read({ contexts: [CONTEXT], after: 0, through: 1_000, limitMax: 1_000 })).facts;
  const places = async () => (await all()).map(({ position, ordinal }) => `${position}/${ordinal}`);
  const sent = (): number =>
    Array.from({ length: TOPIC.partitions }, (_, p) => broker.records(TOPIC.name, p).length).reduce((a, b) => a + b, 0);
  const open = async (over: Broker): Promise<void> => {
    bench = await openBrokerBench(over, { contexts: [CONTEXT], prefix: 'test', consumer: 'gateway' });
  };
  beforeEach(async () => {
    broker = new MemoryBroker();
    await open(broker);
  });
  afterEach(async () => bench.close());

  it('a batch that was acknowledged and not kept is sent again, exactly, and changes nothing', async () => {
    await bench.write(CONTEXT, [on(A, 1), on(B, 2), on(A, 3)], 3);
    await bench.until(CONTEXT, 3);
    const before = await all();
    await bench.relays[0]?.stop();
    await bench.database.admin.query(
      `update messaging.relay set position = 0, ordinal = 0, watermark = 0, tails = '[]'`,
    );
    const [first] = broker.records(TOPIC.name, partitionOf(A));
    const relay = bench.startRelayOf(CONTEXT, broker);
    await bench.write(CONTEXT, [on(B, 4)], 4);
    await bench.until(CONTEXT, 4);
    await relay.stop();
    const again = broker
      .records(TOPIC.name, partitionOf(A))
      .filter(({ headers }) => headers['ce_id'] === first?.headers['ce_id']);
    expect(again.map(({ headers, value }) => [headers, value])).toStrictEqual([
      [first?.headers, first?.value],
      [first?.headers, first?.value],
    ]);
    expect(await all()).toStrictEqual([...before, on(B, 4)]);
  });

  it('one relay holds the lease; when it is silent another takes over, and the silent one may keep nothing', async () => {
    await bench.write(CONTEXT, [on(A, 1)], 1);
    await bench.until(CONTEXT, 1);
    await bench.relays[0]?.stop();
    const url = bench.database.url(CONTEXT);
    const sql = createPool({ url, schema: CONTEXT, connectionsMax: 1 });
    const listener = createListener({ url });
    const store = postgresRelayStore(CONTEXT, { sql, listener });
    const frozen = await store.claim({ generation: 1, holder: 'frozen', leaseMs: 200 });
    expect(await store.claim({ generation: 1, holder: 'other', leaseMs: 200 })).toBeUndefined();
    expect(await store.claim({ generation: 1, holder: 'frozen', leaseMs: 200 })).toMatchObject({
      epoch: (frozen?.epoch ?? 0) + 1,
    });
    const relay = bench.startRelayOf(CONTEXT, broker);
    await bench.write(CONTEXT, [on(A, 2)], 2);
    await bench.until(CONTEXT, 2);
    expect(frozen && (await store.keep({ ...frozen, watermark: 99 }, RELAY_LEASE_MS))).toBe(false);
    await relay.stop();
    expect((await sql.query('select watermark from messaging.relay')).rows).toStrictEqual([{ watermark: 2 }]);
    await listener.close();
    await sql.close();
  });

  it('a producer keeps its own relay only', async () => {
    const sql = createPool({ url: bench.database.url('membership'), schema: 'membership', connectionsMax: 1 });
    const forged = `insert into messaging.relay values ('evaluation', 1, 1, 'x', now(), 0, 0, 0, '[]')`;
    await expect(sql.query(forged)).rejects.toThrow('row-level security');
    await sql.close();
  });

  it('a topic that lost acknowledged records is told everything again', async () => {
    await bench.write(CONTEXT, [on(A, 1), on(A, 2)], 2);
    await bench.until(CONTEXT, 2);
    await bench.relays[0]?.stop();
    broker.truncate(TOPIC.name, partitionOf(A), 0);
    const before = sent();
    const relay = bench.startRelayOf(CONTEXT, broker);
    await bench.write(CONTEXT, [on(A, 3)], 3);
    await bench.until(CONTEXT, 3);
    await relay.stop();
    expect(await places()).toStrictEqual(['1/0', '2/0', '3/0']);
    expect(sent()).toBeGreaterThanOrEqual(before + 3);
  });

  it('a topic that loses its last records under a running relay is told everything again', async () => {
    await bench.write(CONTEXT, [on(A, 1)], 1);
    await bench.until(CONTEXT, 1);
    const kept = broker.records(TOPIC.name, partitionOf(A)).length;
    await bench.write(CONTEXT, [on(A, 2)], 2);
    await bench.until(CONTEXT, 2);
    broker.truncate(TOPIC.name, partitionOf(A), kept);
    await bench.write(CONTEXT, [on(A, 3)], 3);
    const positions = (): readonly (string | undefined)[] =>
      broker.records(TOPIC.name, partitionOf(A)).map(({ headers }) => headers['ce_jgposition']);
    while (!positions().includes('2')) await new Promise((resolve) => setTimeout(resolve, 5));
    await bench.until(CONTEXT, 3);
    expect(await places()).toStrictEqual(['1/0', '2/0', '3/0']);
  });

  it('a missing fact stops its partition and no other, and is told; sending again heals it', async () => {
    await bench.write(CONTEXT, [on(A, 1), on(B, 2)], 2);
    await bench.until(CONTEXT, 2);
    await bench.relays[0]?.stop();
    const tail = { previous: { position: 5, ordinal: 0 }, offset: null };
    const tails = Array.from({ length: TOPIC.partitions }, (_, p) =>
      p === partitionOf(A)
        ? tail
        : { previous: p === partitionOf(B) ? { position: 2, ordinal: 0 } : null, offset: null },
    );
    await bench.database.admin.query('update messaging.relay set tails = $1', [JSON.stringify(tails)]);
    await bench.write(CONTEXT, [on(A, 6), on(B, 7)], 7);
    const relay = bench.startRelayOf(CONTEXT, broker);
    while ((await places()).length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await places()).toStrictEqual(['1/0', '2/0', '7/0']);
    expect(bench.inbox.lag()[CONTEXT]).toMatchObject({ stopped: 1 });
    expect(await bench.facts.translated([CONTEXT])).toStrictEqual({ evaluation: 2 });
    await relay.stop();
    await bench.database.admin.query(
      `update messaging.relay set position = 0, ordinal = 0, watermark = 0, tails = '[]'`,
    );
    const healing = bench.startRelayOf(CONTEXT, broker);
    await bench.until(CONTEXT, 7);
    await healing.stop();
    expect(await places()).toStrictEqual(['1/0', '2/0', '6/0', '7/0']);
    expect(bench.inbox.lag()[CONTEXT]).toStrictEqual({ seconds: 0, stopped: 0 });
  });

  it('another content under a place stops its partition and no other, and what was taken stays', async () => {
    await bench.write(CONTEXT, [on(A, 1), on(B, 2)], 2);
    await bench.until(CONTEXT, 2);
    const [genuine] = broker.records(TOPIC.name, partitionOf(A));
    if (!genuine) throw new Error('nothing was sent');
    broker.put(TOPIC.name, partitionOf(A), { ...genuine, value: Buffer.from('{"n":"forged"}') });
    await bench.write(CONTEXT, [on(A, 3), on(B, 4)], 4);
    while ((await places()).length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await all()).toStrictEqual([on(A, 1), on(B, 2), on(B, 4)]);
    expect(bench.inbox.lag()[CONTEXT]).toMatchObject({ stopped: 1 });
    expect(await bench.facts.translated([CONTEXT])).toStrictEqual({ evaluation: 2 });
  });

  it('a record that is none of ours is kept as evidence and holds nobody up', async () => {
    broker.put(TOPIC.name, 1, { key: 'k', headers: {}, value: Buffer.from('hello') });
    await bench.write(CONTEXT, [on(A, 1), on(B, 2)], 2);
    await bench.until(CONTEXT, 2);
    expect((await bench.database.admin.query('select * from gateway.inbox_stray')).rows).toStrictEqual([
      { topic: TOPIC.name, partition: 1, record_offset: 0, error_class: 'NO_CLOUD_EVENT' },
    ]);
  });

  it('a new telling replaces the old one, place by place, and an older program may not tell any more', async () => {
    await bench.write(CONTEXT, [on(A, 1), on(A, 2), on(A, 3)], 3);
    await bench.until(CONTEXT, 3);
    await bench.relays[0]?.stop();
    await bench.database.admin.query('delete from messaging.public_fact');
    await bench.write(CONTEXT, [on(A, 1, { renewed: true }), on(A, 3), on(A, 4)], 4);
    const relay = bench.startRelayOf(CONTEXT, broker, 2);
    await bench.until(CONTEXT, 4);
    await relay.stop();
    expect(await all()).toStrictEqual([on(A, 1, { renewed: true }), on(A, 3), on(A, 4)]);
    expect(
      (await bench.store.progress()).find((found) => textOfKey(found) === `${TOPIC.name}/${partitionOf(A)}`),
    ).toMatchObject({
      generation: 2,
      renewsThrough: null,
    });
    const url = bench.database.url(CONTEXT);
    const sql = createPool({ url, schema: CONTEXT, connectionsMax: 1 });
    const listener = createListener({ url });
    const older = postgresRelayStore(CONTEXT, { sql, listener });
    await expect(older.claim({ generation: 1, holder: 'old', leaseMs: 1 })).rejects.toThrow(NewerRelayError);
    await listener.close();
    await sql.close();
  });
});
