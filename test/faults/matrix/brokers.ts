import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '@jiangong/database';
import { type KafkaServer, startKafka } from '@jiangong/test-servers';
import kafkajs from 'kafkajs';
import { brokerOrder, readTopics, type Told } from '../invariants/broker-order.ts';

export const NODES = [1, 2, 3] as const;

const PREFIX = 'jiangong';

const LED_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 100;
const CONTEXTS = ['organizations', 'membership', 'merit_projects', 'evaluation', 'notifications'] as const;

const topicOf = (context: string): string => `${PREFIX}.${context}.facts`;
const TOPICS = CONTEXTS.map(topicOf);

/** Three real brokers of one platform. */
export class Brokers {
  readonly #kafka: KafkaServer;

  private constructor(kafka: KafkaServer) {
    this.#kafka = kafka;
  }

  static async start(directory: string): Promise<Brokers> {
    return new Brokers(await startKafka({ brokers: 3, directory: join(directory, 'kafka') }));
  }

  /** What the supervisor is told so that the platform talks over these brokers. */
  get environment(): Readonly<Record<string, string>> {
    return { MESSAGING: 'kafka', KAFKA_BROKERS: this.#kafka.bootstrap.join(',') };
  }

  broker(node: number): ReturnType<KafkaServer['broker']> {
    return this.#kafka.broker(node);
  }

  /** The broker that leads a context's first partition now. Waits for one: a topic is made by its relay's first start. */
  async leader(context: (typeof CONTEXTS)[number]): Promise<number> {
    const admin = this.#client().admin();
    await admin.connect();
    try {
      for (const until = performance.now() + LED_WITHIN_MS; ; await wait(LOOK_EVERY_MS)) {
        const leader = await leaderIn(admin, topicOf(context));
        if (leader !== undefined) return leader;
        if (performance.now() > until) throw new Error(`the topic of ${context} has no leader`);
      }
    } finally {
      await admin.disconnect();
    }
  }

  /** A record that nobody can read, as a broken program might send it. */
  async sendGarbage(context: (typeof CONTEXTS)[number]): Promise<void> {
    const producer = this.#client().producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
    await producer.connect();
    try {
      await producer.send({
        topic: topicOf(context),
        messages: [{ partition: 0, key: 'nobody', value: '{', headers: { ce_id: 'garbage' } }],
      });
    } finally {
      await producer.disconnect();
    }
  }

  /** I6 over all topics, and every inbox against what was told. */
  async check(sql: Database): Promise<readonly string[]> {
    const { rows } = await sql.query<{ context: string; place: string; data: string }>(
      `select context, position || '/' || ordinal as place, data from messaging.public_fact`,
    );
    const told: readonly Told[] = rows.map(({ context, place, data }) => ({ topic: topicOf(context), place, data }));
    return [...brokerOrder(await readTopics(this.#kafka.bootstrap, TOPICS), told), ...(await inboxFaults(sql))];
  }

  async stop(): Promise<void> {
    for (const node of NODES) {
      const resumed = this.broker(node).kill('SIGCONT');
      await resumed.catch(() => undefined); // some have ended
    }
    await this.#kafka.stop();
  }

  #client(): kafkajs.Kafka {
    return new kafkajs.Kafka({
      clientId: 'fault-matrix',
      brokers: [...this.#kafka.bootstrap],
      logLevel: kafkajs.logLevel.NOTHING,
    });
  }
}

/** `undefined` while there is none: the topic is not there yet, or a new leader is being found. */
const leaderIn = async (admin: kafkajs.Admin, topic: string): Promise<number | undefined> => {
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    const leader = topics[0]?.partitions.find(({ partitionId }) => partitionId === 0)?.leader;
    return leader === undefined || leader < 1 ? undefined : leader;
  } catch (error) {
    if ((error as { retriable?: boolean }).retriable === true) return undefined;
    throw error;
  }
};

const DIFFERENCES_MAX = 10;

/** Each inbox holds, of the contexts that it hears, exactly what was told. */
const inboxFaults = async (sql: Database): Promise<readonly string[]> => {
  const { rows: schemas } = await sql.query<{ schema: string }>(
    "select table_schema as schema from information_schema.tables where table_name = 'inbox_fact' order by 1",
  );
  const faults: string[] = [];
  for (const { schema } of schemas) {
    const { rows } = await sql.query<{ place: string }>(
      `with heard as (select distinct context from "${schema}".inbox_partition),
            told as (select * from messaging.public_fact where context in (select context from heard))
       select coalesce(told.position, held.position) || '/' || coalesce(told.ordinal, held.ordinal) as place
         from told full join "${schema}".inbox_fact held on held.position = told.position and held.ordinal = told.ordinal
        where told.data is distinct from held.data or told.event_id is distinct from held.event_id or told.type is distinct from held.type
        limit ${DIFFERENCES_MAX}`,
    );
    faults.push(...rows.map(({ place }) => `I6: the inbox of ${schema} differs at ${place} from what was told`));
  }
  return faults;
};
