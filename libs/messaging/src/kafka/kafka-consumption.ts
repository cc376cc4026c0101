import type { Consumer, EachBatchPayload, IHeaders, Kafka, KafkaMessage } from 'kafkajs';
import type { ConsumeOptions, Consumption, IncomingRecord, PartitionBatch } from '../broker/broker.ts';
import type { Pauses } from '../broker/pauses.ts';
import type { TransportParts } from '../fact-transport.ts';
import { FetchWatch } from './fetch-watch.ts';
import { GatheredBatches } from './gathered-batches.ts';
import { failureOf } from './kafka-options.ts';

/**
 * A consumer that does not say it lives for so long loses its partitions to another one. kafkajs has no static membership: after a
 * kill the successor waits for this time. Nothing is lost by a false alarm, since the inbox ignores what it has.
 */
export const SESSION_TIMEOUT_MS = 8_000;
const HEARTBEAT_MS = 1_500;
const REBALANCE_TIMEOUT_MS = 10_000;

/** The broker answers an empty fetch after so long: how soon a paused partition is looked at again. */
const FETCH_WAIT_MS = 500;

/** Bytes in hand from one broker, and from one partition of it. The next fetch waits until all of them are taken. */
export const FETCH_BYTES_MAX = 8_388_608;
export const FETCH_PARTITION_BYTES_MAX = 2_097_152;

/** What the group is told of taken offsets is a hint for other tools and for a start without a database: now and then is enough. */
const OFFSET_COMMIT_MS = 1_000;

/** How often it is looked whether a fetch hangs. */
const WATCH_MS = 1_000;

/** A consumer that was told to stop is left to itself after so long. */
const STOP_MS_MAX = 3_000;

/** A partition whose records can not be taken is looked at again after so long. */
export const STOPPED_RETRY_MS = 5_000;

const headersOf = (headers: IHeaders | undefined): Readonly<Record<string, string>> => {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    const one = Array.isArray(value) ? value[0] : value;
    if (one !== undefined) texts[name] = one.toString();
  }
  return texts;
};

const recordOf = ({ offset, key, headers, value }: KafkaMessage): IncomingRecord => ({
  offset: Number(offset),
  key: key === null ? null : key.toString(),
  headers: headersOf(headers),
  value: value ?? new Uint8Array(),
});

type Parts = Readonly<{
  client: () => Kafka;
  options: ConsumeOptions;
  pauses: Pauses;
  log: TransportParts['log'];
  ready: () => Promise<void>;
}>;

/** One consumer of the group, made again whenever it breaks. */
export class KafkaConsumption implements Consumption {
  readonly #parts: Parts;
  readonly #abort = new AbortController();
  readonly #batches: GatheredBatches;
  readonly #failures = new Map<string, number>();
  #heardAt = performance.now();
  #running: Promise<void>;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#batches = new GatheredBatches(parts.options.take);
    this.#running = this.#keepRunning();
  }

  silentMs(): number {
    return performance.now() - this.#heardAt;
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    // A broker that hangs answers nothing: the group finds out by our silence.
    await Promise.race([this.#running, this.#parts.pauses.pause(STOP_MS_MAX, new AbortController().signal)]);
  }

  async #keepRunning(): Promise<void> {
    const { signal } = this.#abort;
    const { pauses, log, options } = this.#parts;
    for (let failures = 0; !signal.aborted;) {
      const startedAt = performance.now();
      try {
        await this.#parts.ready();
        await this.#runOne(signal);
      } catch (error) {
        if (signal.aborted) return;
        failures = performance.now() - startedAt > 2 * SESSION_TIMEOUT_MS ? 1 : failures + 1;
        log.warn({ group: options.group, failures, ...failureOf(error) }, 'the consumer begins again');
        await pauses.backoff(failures, signal);
      }
    }
  }

  /** Runs one consumer until the stop, or until it breaks. */
  async #runOne(signal: AbortSignal): Promise<void> {
    const { options } = this.#parts;
    const consumer = this.#parts.client().consumer({
      groupId: options.group,
      sessionTimeout: SESSION_TIMEOUT_MS,
      heartbeatInterval: HEARTBEAT_MS,
      rebalanceTimeout: REBALANCE_TIMEOUT_MS,
      maxWaitTimeInMs: FETCH_WAIT_MS,
      maxBytes: FETCH_BYTES_MAX,
      maxBytesPerPartition: FETCH_PARTITION_BYTES_MAX,
      retry: { retries: 2, restartOnFailure: async () => false },
    });
    const taken = new Map<string, { topic: string; partition: number; offset: string }>();
    const crashed = new Promise<never>((_resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    });
    // Awaited below, as soon as the consumer runs; until then nobody else listens.
    crashed.catch(() => undefined);
    const watch = new FetchWatch();
    consumer.on(consumer.events.FETCH_START, ({ payload }) => watch.heard(payload.nodeId, performance.now()));
    consumer.on(consumer.events.FETCH, ({ payload }) => {
      this.#heardAt = performance.now();
      watch.heard(payload.nodeId, this.#heardAt);
    });
    const hung = Promise.withResolvers<never>();
    hung.promise.catch(() => undefined); // awaited below, as `crashed` is
    const watching = setInterval(() => {
      try {
        watch.look(performance.now());
      } catch (error) {
        hung.reject(error as Error);
      }
    }, WATCH_MS);
    const committer = setInterval(() => void this.#commit(consumer, taken), OFFSET_COMMIT_MS);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: options.topics.map(({ name }) => name), fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: options.topics.reduce((sum, { partitions }) => sum + partitions, 0),
        eachBatch: (payload) => watch.during(() => this.#batch(consumer, payload, taken)),
      });
      await Promise.race([
        crashed,
        hung.promise,
        new Promise<void>((resolve) =>
          signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve()),
        ),
      ]);
      await this.#commit(consumer, taken);
    } finally {
      clearInterval(committer);
      clearInterval(watching);
      // It is broken already, or leaves the group by its silence.
      const left = consumer.disconnect().catch(() => undefined);
      // One that hangs does not even end.
      await Promise.race([left, this.#parts.pauses.pause(STOP_MS_MAX, new AbortController().signal)]);
    }
  }

  async #batch(
    consumer: Consumer,
    { batch, resolveOffset, heartbeat, pause, isRunning, isStale }: EachBatchPayload,
    taken: Map<string, { topic: string; partition: number; offset: string }>,
  ): Promise<void> {
    const { topic, partition, messages, highWatermark } = batch;
    const last = messages.at(-1);
    if (!last || !isRunning() || isStale()) return;
    const given: PartitionBatch = { topic, partition, records: messages.map(recordOf), end: Number(highWatermark) };
    const key = `${topic}/${partition}`;
    // A heartbeat that fails says that the group is being shared anew: the fetch loop meets the same answer and joins again.
    const beating = setInterval(() => void heartbeat().catch(() => undefined), HEARTBEAT_MS);
    try {
      const verdict = await this.#batches.add(given);
      this.#failures.delete(key);
      if (verdict.kind === 'taken') {
        resolveOffset(last.offset);
        taken.set(key, { topic, partition, offset: String(Number(last.offset) + 1) });
      } else if (verdict.kind === 'read-from') consumer.seek({ topic, partition, offset: String(verdict.offset) });
      else this.#rest(pause(), STOPPED_RETRY_MS);
    } catch (error) {
      const failures = (this.#failures.get(key) ?? 0) + 1;
      this.#failures.set(key, failures);
      this.#parts.log.warn(
        { partition: key, failures, ...failureOf(error) },
        'a batch could not be taken: it comes again',
      );
      const resume = pause();
      void this.#parts.pauses.backoff(failures, this.#abort.signal).then(resume);
    } finally {
      clearInterval(beating);
    }
  }

  #rest(resume: () => void, ms: number): void {
    void this.#parts.pauses.pause(ms, this.#abort.signal).then(resume);
  }

  async #commit(
    consumer: Consumer,
    taken: Map<string, { topic: string; partition: number; offset: string }>,
  ): Promise<void> {
    if (taken.size === 0) return;
    const offsets = [...taken.values()];
    taken.clear();
    // The database has the true progress: an offset that is not committed means repeats, which are ignored.
    await consumer.commitOffsets(offsets).catch(() => undefined);
  }
}
