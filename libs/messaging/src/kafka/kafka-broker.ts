import type { Admin, Kafka, Producer } from 'kafkajs';
import type { Broker, ConsumeOptions, Consumption, OutgoingRecord } from '../broker/broker.ts';
import type { Pauses } from '../broker/pauses.ts';
import type { TopicDefinition } from '../broker/topics.ts';
import type { TransportParts } from '../fact-transport.ts';
import { KafkaConsumption } from './kafka-consumption.ts';
import { kafkaClient, type KafkaOptions, RETRY } from './kafka-options.ts';
import { endsOf, ensureTopic } from './prepare-topic.ts';
import { sentOffsets } from './sent-offsets.ts';

/** All copies that are in sync have the record: with `min.insync.replicas=2` an acknowledged one survives the loss of a broker. */
const ALL_IN_SYNC = -1;

/** The brokers give up waiting for their copies after so long. */
const ACK_TIMEOUT_MS = 5_000;

/** Kafka behind our port. The only place, with its neighbours in this folder, that knows kafkajs. */
class KafkaBroker implements Broker {
  readonly #client: () => Kafka;
  readonly #pauses: Pauses;
  readonly #log: TransportParts['log'];
  readonly #consumptions = new Set<KafkaConsumption>();
  #producer: Promise<Producer> | undefined;

  constructor(options: KafkaOptions, parts: Readonly<{ pauses: Pauses; log: TransportParts['log'] }>) {
    this.#client = () => kafkaClient(options);
    this.#pauses = parts.pauses;
    this.#log = parts.log;
  }

  prepare(topic: TopicDefinition): Promise<readonly number[]> {
    return this.#asAdmin(async (admin) => {
      await ensureTopic(admin, topic);
      return endsOf(admin, topic);
    });
  }

  async send(topic: string, records: readonly OutgoingRecord[]): Promise<ReadonlyMap<number, number>> {
    this.#producer ??= this.#connectProducer();
    const connecting = this.#producer;
    try {
      const producer = await connecting;
      const messages = records.map(({ partition, key, headers, value }) => ({
        partition,
        key,
        headers: { ...headers },
        value,
      }));
      const sent = await producer.send({ topic, messages, acks: ALL_IN_SYNC, timeout: ACK_TIMEOUT_MS });
      return sentOffsets(sent, records);
    } catch (error) {
      // In doubt: a fresh producer has no memory of what the broker may or may not have.
      this.#producer = undefined;
      await disconnect(connecting);
      throw error;
    }
  }

  consume(options: ConsumeOptions): Consumption {
    const consumption = new KafkaConsumption({
      client: this.#client,
      options,
      pauses: this.#pauses,
      log: this.#log,
      ready: async () => {
        await this.#asAdmin(async (admin) => {
          for (const topic of options.topics) await ensureTopic(admin, topic);
        });
      },
    });
    this.#consumptions.add(consumption);
    return consumption;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#consumptions].map((consumption) => consumption.stop()));
    if (this.#producer) await disconnect(this.#producer);
    this.#producer = undefined;
  }

  async #connectProducer(): Promise<Producer> {
    const producer = this.#client().producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      // Left to itself an idempotent producer of kafkajs tries for ever, and nobody hears of it.
      retry: RETRY,
      createPartitioner:
        () =>
        ({ message }) =>
          message.partition ?? 0,
    });
    await producer.connect();
    return producer;
  }

  async #asAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = this.#client().admin();
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      // What was asked is answered; a connection that does not close in order ends with its socket.
      await admin.disconnect().catch(() => undefined);
    }
  }
}

const disconnect = async (producer: Promise<Producer>): Promise<void> => {
  // It never connected, or is broken already: there is nothing left to close.
  await producer.then((connected) => connected.disconnect()).catch(() => undefined);
};

export const openKafkaBroker = (
  options: KafkaOptions,
  parts: Readonly<{ pauses: Pauses; log: TransportParts['log'] }>,
): Broker => new KafkaBroker(options, parts);
