import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOn, type KafkaServer, startKafka } from '@jiangong/test-servers';
import kafkajs, { Kafka, logLevel } from 'kafkajs';

const START_MS_MAX = 240_000;
const TEST_MS_MAX = 120_000;

const clientOf = (brokers: readonly string[]): Kafka =>
  new Kafka({
    brokers: [...brokers],
    clientId: 'test',
    retry: { initialRetryTime: 100, retries: 20, maxRetryTime: 1_000 },
    logLevel: logLevel.NOTHING,
  });

const leaderOf = async (kafka: Kafka, topic: string): Promise<number> => {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    return topics[0]?.partitions[0]?.leader ?? -1;
  } finally {
    await admin.disconnect();
  }
};

/** Made, and led: a broker may hear of a new topic a moment after another, and the client's own wait for leaders ends there. */
const makeTopic = async (kafka: Kafka, topic: string, replicas: number): Promise<void> => {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({
    topics: [{ topic, numPartitions: 1, replicationFactor: replicas }],
    waitForLeaders: false,
  });
  await admin.disconnect();
  for (let led = -1; led < 0;)
    led = await leaderOf(kafka, topic).catch((error: unknown) => {
      if (error instanceof kafkajs.KafkaJSProtocolError && error.retriable) return -1;
      throw error;
    });
};

/** Writes one record with all acknowledgements; resolves when it was acknowledged. */
const write = async (kafka: Kafka, topic: string, value: string): Promise<void> => {
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  await producer.send({ topic, acks: -1, messages: [{ key: 'a stream', value }] });
  await producer.disconnect();
};

/** The first records of a topic, in their order. */
const read = async (kafka: Kafka, topic: string, count: number): Promise<readonly string[]> => {
  const consumer = kafka.consumer({ groupId: `reader-${process.hrtime.bigint()}` });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const seen: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const eachMessage = ({ message }: { message: { value: Buffer | null } }): Promise<void> => {
      seen.push(message.value?.toString() ?? '');
      if (seen.length >= count) resolve();
      return Promise.resolve();
    };
    consumer.run({ eachMessage }).catch(reject);
  });
  await consumer.disconnect();
  return seen;
};

describeOn('kafka', 'the Kafka of the run', () => {
  it(
    'takes records and gives them back in their order',
    async () => {
      const kafka = clientOf((process.env['TEST_KAFKA_BROKERS'] ?? '').split(','));
      const topic = `order-${process.hrtime.bigint()}`;
      await makeTopic(kafka, topic, 1);
      for (const value of ['first', 'second', 'third']) await write(kafka, topic, value);
      expect(await read(kafka, topic, 3)).toStrictEqual(['first', 'second', 'third']);
    },
    TEST_MS_MAX,
  );
});

describeOn('own-kafka', 'one broker of a suite', () => {
  let directory: string;
  let kafka: KafkaServer;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'jiangong-kafka-'));
    kafka = await startKafka({ brokers: 1, directory });
  }, START_MS_MAX);
  afterAll(async () => {
    await kafka.stop();
    await rm(directory, { recursive: true });
  });

  it(
    'keeps, over kill -9 and a start, what was acknowledged',
    async () => {
      const client = clientOf(kafka.bootstrap);
      const { pid } = kafka.broker(1);
      await makeTopic(client, 'kept', 1);
      await write(client, 'kept', 'before');
      await kafka.broker(1).kill('SIGKILL');
      await expect(kafka.broker(1).start()).resolves.toBeUndefined();
      expect(kafka.broker(1).pid).not.toBe(pid);
      await write(client, 'kept', 'after');
      expect(await read(client, 'kept', 2)).toStrictEqual(['before', 'after']);
    },
    TEST_MS_MAX,
  );

  it('is refused a second start while it runs, and knows no other broker', async () => {
    await expect(kafka.broker(1).start()).rejects.toThrow('broker 1 runs already');
    expect(() => kafka.broker(2)).toThrow('this cluster has no broker 2');
  });
});

describeOn('own-kafka', 'three brokers of a suite', () => {
  let directory: string;
  let kafka: KafkaServer;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'jiangong-kafka-'));
    kafka = await startKafka({ brokers: 3, directory });
  }, START_MS_MAX);
  afterAll(async () => {
    await kafka.stop();
    await rm(directory, { recursive: true });
  });

  it(
    'lose the leader of a topic and go on under another, with all that was acknowledged',
    async () => {
      const client = clientOf(kafka.bootstrap);
      await makeTopic(client, 'led', 3);
      await write(client, 'led', 'under the first');
      const first = await leaderOf(client, 'led');
      await kafka.broker(first).kill('SIGKILL');
      await write(client, 'led', 'under another');
      expect(await leaderOf(client, 'led')).not.toBe(first);
      expect(await read(client, 'led', 2)).toStrictEqual(['under the first', 'under another']);
      await kafka.broker(first).start();
    },
    TEST_MS_MAX,
  );
});
