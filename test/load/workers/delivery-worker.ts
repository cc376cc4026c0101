import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createListener } from '@jiangong/database/postgres';
import { createPostgresEventStore } from '@jiangong/event-store/postgres';
import { getPostgreSQLEventStore, postgreSQLEventStoreConsumer } from '@event-driven-io/emmett-postgresql';
import { sampleData, sealedSample } from '../sample-event.ts';

/** One process of the delivery bench: a paced writer or a reader. Times are of the machine's monotonic clock, in ns. */
export type DeliveryOrder = Readonly<{
  driver: 'ours' | 'emmett';
  role: 'writer' | 'reader';
  url: string;
  perSecond: number;
  count: number;
  writer: number;
}>;

const order = JSON.parse(process.argv[2] as string) as DeliveryOrder;
const now = (): number => Number(process.hrtime.bigint());

/** Calls `write` so often a second, whether earlier calls have come back or not; answers when each came back. */
const paced = async (write: (index: number) => Promise<unknown>): Promise<readonly [string, number][]> => {
  const acknowledged: [string, number][] = [];
  const begin = performance.now();
  const writes: Promise<void>[] = [];
  for (let index = 0; index < order.count; index++) {
    const waitMs = begin + (index * 1_000) / order.perSecond - performance.now();
    if (waitMs > 1) await sleep(waitMs);
    writes.push(write(index).then(() => void acknowledged.push([`${order.writer}:${index}`, now()])));
  }
  await Promise.all(writes);
  return acknowledged;
};

const keyed = (index: number): typeof sampleData => ({ ...sampleData, title: `${order.writer}:${index}` });

const write = async (): Promise<unknown> => {
  if (order.driver === 'emmett') {
    const store = getPostgreSQLEventStore(order.url);
    return paced((index) =>
      store.appendToStream(`bench-${randomUUID()}`, [{ type: 'EntryDeclared', data: keyed(index) }]),
    );
  }
  const listener = createListener(order);
  const store = createPostgresEventStore({ url: order.url, listener });
  return paced((index) => {
    const stream = `bench.delivery-${randomUUID()}`;
    return store.append({ stream, expected: 'no-stream', events: [sealedSample(stream, 'no-stream', keyed(index))] });
  });
};

/** Keys with the time they were seen, in the order of delivery, until the parent says stop. */
const read = async (): Promise<unknown> => {
  const seen: [string, number][] = [];
  const stopped = new Promise<void>((resolve) => process.once('message', () => resolve()));
  if (order.driver === 'emmett') {
    const consumer = postgreSQLEventStoreConsumer({ connectionString: order.url });
    consumer.reactor({
      processorId: randomUUID(),
      eachMessage: (message) => void seen.push([(message.data as unknown as typeof sampleData).title, now()]),
    });
    void consumer.start();
    process.send?.('ready');
    await stopped;
    return seen;
  }
  const listener = createListener(order);
  const store = createPostgresEventStore({ url: order.url, listener });
  const ending = new AbortController();
  void stopped.then(() => ending.abort());
  const after = await store.head();
  process.send?.('ready');
  for await (const { events } of store.follow({ after, pageMax: 1_000, signal: ending.signal })) {
    const at = now();
    for (const { data } of events) seen.push([(data as typeof sampleData).title, at]);
  }
  return seen;
};

const answer = order.role === 'writer' ? await write() : await read();
process.send?.(answer, () => process.exit(0)); // Emmett's consumer has no end that waits for its poll
