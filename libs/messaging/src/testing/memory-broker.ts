import {
  type Broker,
  type ConsumeOptions,
  type Consumption,
  type IncomingRecord,
  type OutgoingRecord,
  type PartitionBatch,
  TopicDiffersError,
} from '../broker/broker.ts';
import type { TopicDefinition } from '../broker/topics.ts';

/** At most so many records in one batch. */
const BATCH_RECORDS_MAX = 100;

type Log = IncomingRecord[];

/** One member of the one group that reads here: every partition is its. */
class MemoryConsumption implements Consumption {
  readonly #broker: MemoryBroker;
  readonly #options: ConsumeOptions;
  readonly #offsets = new Map<string, number>();
  readonly #stopped = new Set<string>();
  #open = true;
  #running: Promise<void> | undefined;

  constructor(broker: MemoryBroker, options: ConsumeOptions) {
    this.#broker = broker;
    this.#options = options;
  }

  silentMs(): number {
    return 0;
  }

  /** Takes everything there is; resolves when nothing is left or nothing more is taken. */
  drain(): Promise<void> {
    this.#running ??= this.#drain().finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** Looks at stopped partitions again, as a real consumer does after a while. */
  async again(): Promise<void> {
    await this.#running;
    this.#stopped.clear();
    await this.drain();
  }

  async stop(): Promise<void> {
    this.#open = false;
    await this.#running;
  }

  #next(): readonly PartitionBatch[] {
    const batches: PartitionBatch[] = [];
    for (const { name, partitions } of this.#options.topics)
      for (let partition = 0; partition < partitions; partition++) {
        const key = `${name}/${partition}`;
        const log = this.#broker.records(name, partition);
        // What is beyond the end is not there: such a consumer begins at the beginning.
        const known = this.#offsets.get(key) ?? 0;
        const from = known > log.length ? 0 : known;
        const records = log.slice(from, from + BATCH_RECORDS_MAX);
        if (records.length > 0 && !this.#stopped.has(key))
          batches.push({ topic: name, partition, records, end: log.length });
      }
    return batches;
  }

  async #drain(): Promise<void> {
    for (let batches = this.#next(); this.#open && batches.length > 0; batches = this.#next()) {
      const verdicts = await this.#options.take(batches);
      for (const [index, { topic, partition, records }] of batches.entries()) {
        const key = `${topic}/${partition}`;
        const verdict = verdicts[index];
        if (verdict?.kind === 'taken') this.#offsets.set(key, (records.at(-1)?.offset ?? 0) + 1);
        else if (verdict?.kind === 'read-from') this.#offsets.set(key, verdict.offset);
        else this.#stopped.add(key);
      }
    }
  }
}

/** A broker in memory, for tests: what is sent is there at once and is given to every consumer from the first record on. */
export class MemoryBroker implements Broker {
  readonly #topics = new Map<string, Log[]>();
  readonly #consumptions = new Set<MemoryConsumption>();

  async prepare({ name, partitions }: TopicDefinition): Promise<readonly number[]> {
    const found = this.#topics.get(name) ?? Array.from({ length: partitions }, () => []);
    if (found.length !== partitions)
      throw new TopicDiffersError(`${name} has ${found.length} partitions, not ${partitions}`);
    this.#topics.set(name, found);
    return found.map(({ length }) => length);
  }

  async send(topic: string, records: readonly OutgoingRecord[]): Promise<ReadonlyMap<number, number>> {
    const offsets = new Map<number, number>();
    for (const { partition, key, headers, value } of records)
      offsets.set(partition, this.put(topic, partition, { key, headers, value: Buffer.from(value) }));
    await Promise.all([...this.#consumptions].map((consumption) => consumption.drain()));
    return offsets;
  }

  /** Appends any record, also one that no relay would send. Answers its offset. */
  put(topic: string, partition: number, record: Omit<IncomingRecord, 'offset'>): number {
    const log = this.#topics.get(topic)?.[partition];
    if (!log) throw new Error(`no partition ${partition} of ${topic}`);
    log.push({ ...record, offset: log.length });
    return log.length - 1;
  }

  records(topic: string, partition: number): readonly IncomingRecord[] {
    return this.#topics.get(topic)?.[partition] ?? [];
  }

  /** Loses the last records of a partition, as a cluster does that lost all copies. */
  truncate(topic: string, partition: number, length: number): void {
    const log = this.#topics.get(topic)?.[partition];
    if (log) log.length = length;
  }

  consume(options: ConsumeOptions): MemoryConsumption {
    const consumption = new MemoryConsumption(this, options);
    this.#consumptions.add(consumption);
    void consumption.drain();
    return consumption;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#consumptions].map((consumption) => consumption.stop()));
    this.#consumptions.clear();
  }
}
