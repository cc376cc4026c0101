import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import {
  factsTopic,
  jitteredPauses,
  openInbox,
  partitionOfStream,
  TopicDiffersError,
} from '@jiangong/messaging/broker';
import { openKafkaBroker } from '@jiangong/messaging/kafka';
import { publicFact } from '@jiangong/messaging/testing';
import { silentLogger } from '@jiangong/telemetry';
import { describeOn, startKafka } from '@jiangong/test-servers';
import kafkajs from 'kafkajs';
import { openBrokerBench } from './broker-bench.ts';

/** Groups are formed, brokers killed and started here, on a machine that may be busy. */
jest.setTimeout(180_000);

const CONTEXT = 'evaluation';
const STREAMS = 8;
const shared = (): readonly string[] => (process.env['TEST_KAFKA_BROKERS'] ?? '').split(',');
const pauses = jitteredPauses(Math.random);

const open = (brokers: readonly string[], prefix: string) =>
  openKafkaBroker({ brokers, topicPrefix: prefix, service: 'gateway' }, { pauses, log: silentLogger });

/** Facts of several streams at the positions `(after, through]`. */
const factsFrom = (after: number, through: number) =>
  Array.from({ length: through - after }, (_, n) =>
    publicFact({
      type: 'evaluation.Thing.v1',
      data: { n: after + n + 1 },
      position: after + n + 1,
      stream: `evaluation.round-${n % STREAMS}`,
    }),
  );

const bench = async (brokers: readonly string[]) => {
  const prefix = `faults-${crypto.randomUUID()}`;
  const opened = await openBrokerBench(open(brokers, prefix), { contexts: [CONTEXT], prefix, consumer: 'gateway' });
  let told = 0;
  return {
    ...opened,
    prefix,
    group: `${prefix}.gateway`,
    topic: factsTopic(prefix, CONTEXT),
    /** Tells so many facts more; answers the last position. */
    tell: async (count: number) => {
      await opened.write(CONTEXT, factsFrom(told, told + count), told + count);
      told += count;
      return told;
    },
    /** Every fact told until now is there once, in order, with its content. */
    complete: async () => {
      await opened.until(CONTEXT, told);
      const page = await opened.facts.read({ contexts: [CONTEXT], after: 0, through: told, limitMax: 1_000 });
      return (
        JSON.stringify(page.facts.map(({ position, data }) => [position, data])) ===
        JSON.stringify(factsFrom(0, told).map(({ position, data }) => [position, data]))
      );
    },
  };
};

const asAdmin = async <T>(brokers: readonly string[], work: (admin: kafkajs.Admin) => Promise<T>): Promise<T> => {
  const admin = new kafkajs.Kafka({ brokers: [...brokers], logLevel: kafkajs.logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
};

describeOn('kafka', 'a topic of facts', () => {
  it('is made with its settings, keeps everything for ever, and is refused with other partitions', async () => {
    const prefix = `topic-${crypto.randomUUID()}`;
    const broker = open(shared(), prefix);
    const topic = factsTopic(prefix, CONTEXT);
    expect(await broker.prepare(topic)).toStrictEqual([0, 0, 0]);
    expect(await broker.prepare(topic)).toStrictEqual([0, 0, 0]);
    const names = [...Object.keys(topic.config), 'min.insync.replicas'];
    const { resources } = await asAdmin(shared(), (admin) =>
      admin.describeConfigs({
        includeSynonyms: false,
        resources: [{ type: kafkajs.ConfigResourceTypes.TOPIC, name: topic.name, configNames: names }],
      }),
    );
    const found = Object.fromEntries(
      resources[0]?.configEntries.map(({ configName, configValue }) => [configName, configValue]) ?? [],
    );
    expect(found).toStrictEqual({ ...topic.config, 'min.insync.replicas': '1' });
    await expect(broker.prepare({ ...topic, partitions: 4 })).rejects.toThrow(TopicDiffersError);
    await broker.close();
  });
});

describeOn('kafka', 'facts by way of Kafka, when things go wrong', () => {
  let opened: Awaited<ReturnType<typeof bench>>;
  beforeAll(async () => {
    opened = await bench(shared());
  });
  afterAll(async () => opened.close());

  it('a second consumer takes its share, and the first one’s when that goes: nothing is lost or taken twice', async () => {
    await opened.tell(40);
    const second = open(shared(), opened.prefix);
    const inbox = await openInbox({
      broker: second,
      store: opened.store,
      topics: [opened.topic],
      group: opened.group,
      ticks: () => performance.now(),
      log: silentLogger,
    });
    await asAdmin(shared(), async (admin) => {
      const members = async () => (await admin.describeGroups([opened.group])).groups[0]?.members.length;
      while ((await members()) !== 2) await opened.tell(5);
    });
    await opened.inbox.stop();
    await opened.tell(40);
    expect(await opened.complete()).toBe(true);
    await inbox.stop();
    await second.close();
  });

  it('the group’s offsets are a hint: behind or ahead of the database, the database is right', async () => {
    const restart = async () => {
      const broker = open(shared(), opened.prefix);
      const inbox = await openInbox({
        broker,
        store: opened.store,
        topics: [opened.topic],
        group: opened.group,
        ticks: () => performance.now(),
        log: silentLogger,
      });
      return async () => {
        await inbox.stop();
        await broker.close();
      };
    };
    await asAdmin(shared(), (admin) =>
      admin.resetOffsets({ groupId: opened.group, topic: opened.topic.name, earliest: true }),
    );
    await opened.tell(3);
    const stopBehind = await restart();
    expect(await opened.complete()).toBe(true);
    await stopBehind();
    await opened.database.admin.query('delete from gateway.inbox_fact');
    await opened.database.admin.query(
      `update gateway.inbox_partition set next_offset = null, generation = 0, last_position = null, last_ordinal = null, told = 0, watermark = 0`,
    );
    const stopAhead = await restart();
    await opened.tell(3);
    expect(await opened.complete()).toBe(true);
    await stopAhead();
  });
});

describeOn('own-kafka', 'facts by way of a broker that dies', () => {
  it('wait while it is away and flow when it is back: none is lost, none is taken twice', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'jiangong-kafka-'));
    const server = await startKafka({ brokers: 1, directory });
    const opened = await bench(server.bootstrap);
    try {
      await opened.tell(30);
      expect(await opened.complete()).toBe(true);
      await server.broker(1).kill('SIGKILL');
      await opened.tell(30);
      expect(await opened.facts.translated([CONTEXT])).toStrictEqual({ evaluation: 30 });
      await server.broker(1).start();
      expect(await opened.complete()).toBe(true);
    } finally {
      await opened.close();
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    }
  });

  it('a stream stays in its partition', () => {
    expect(new Set(factsFrom(0, 40).map(({ stream }) => `${stream} ${partitionOfStream(stream, 3)}`)).size).toBe(
      STREAMS,
    );
  });
});
