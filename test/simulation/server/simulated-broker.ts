import type {
  Broker,
  ConsumeOptions,
  Consumption,
  OutgoingRecord,
  PartitionBatch,
  TopicDefinition,
  Verdict,
} from '@jiangong/messaging/broker';
import type { World } from '../kernel/world.ts';
import type { BrokerServer } from './broker-server.ts';

/** The link between the services and the broker. */
export const BROKER = 'broker';

const FETCH_RECORDS_MAX = 40;
const EMPTY_FETCH_MS = 200;
const STOPPED_RETRY_MS = 5_000;
const FAILED_RETRY_MS_MAX = 600;

/** One acknowledged or doubtful send in so many is found in the topic a second time, later: a client that sent again by itself. */
const SENT_TWICE = 0.03;
const SENT_TWICE_MS_MAX = 1_500;

/** One fetch in so many reads something again that was taken. */
const READ_AGAIN = 0.05;

type Parts = Readonly<{ world: World; server: BrokerServer; id: string; hostile: () => boolean }>;

const keyOf = ({ topic, partition }: Readonly<{ topic: string; partition: number }>): string => `${topic}/${partition}`;

/** One member of a group: fetches its share, hands it over, and moves on by the verdicts. */
class SimulatedConsumption implements Consumption {
  readonly #parts: Parts;
  readonly #options: ConsumeOptions;
  readonly #offsets = new Map<string, number>();
  readonly #restUntil = new Map<string, number>();
  #mine = new Set<string>();
  #heardAt: number;
  #open = true;
  readonly #running: Promise<void>;

  constructor(parts: Parts, options: ConsumeOptions) {
    this.#parts = parts;
    this.#options = options;
    this.#heardAt = parts.world.nowMs;
    this.#running = this.#run();
  }

  silentMs(): number {
    return this.#parts.world.nowMs - this.#heardAt;
  }

  async stop(): Promise<void> {
    this.#open = false;
    await this.#running;
  }

  async #run(): Promise<void> {
    const { world, server, id } = this.#parts;
    const { group, topics } = this.#options;
    while (this.#open) {
      try {
        for (const { name, partitions } of topics) server.prepare(name, partitions);
        const batches = await world.call(BROKER, `fetch by ${group}`, () => this.#fetch());
        this.#heardAt = world.nowMs;
        if (batches.length === 0) await world.sleep(world.dice.random() * EMPTY_FETCH_MS, 'empty fetch');
        else await this.#take(batches);
      } catch {
        // A consumer goes on through every trouble; what was not taken comes again.
        await world.sleep(world.dice.random() * FAILED_RETRY_MS_MAX, 'consumer begins again');
      }
    }
    server.leave(group, id);
  }

  /** At the brokers: the share of this member, and what stands there; in any order of partitions, in pieces of any size. */
  #fetch(): readonly PartitionBatch[] {
    const { world, server, id, hostile } = this.#parts;
    const { group, topics } = this.#options;
    const share = server.share(group, id, topics);
    const batches: PartitionBatch[] = [];
    for (const place of share) {
      const key = keyOf(place);
      // A partition that comes anew is read from the group's committed offset: the inbox knows better and says so.
      if (!this.#mine.has(key)) this.#offsets.set(key, server.committed(group, key));
      if ((this.#restUntil.get(key) ?? 0) > world.nowMs) continue;
      const offset = this.#offsets.get(key) ?? 0;
      const from = hostile() && world.dice.chance(READ_AGAIN) ? world.dice.between(0, offset) : offset;
      const batch = server.read(place.topic, place.partition, {
        from,
        limit: hostile() ? world.dice.between(1, FETCH_RECORDS_MAX) : FETCH_RECORDS_MAX,
      });
      if (batch) batches.push(batch);
    }
    this.#mine = new Set(share.map(keyOf));
    return batches
      .map((batch) => ({ batch, at: world.dice.random() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ batch }) => batch);
  }

  async #take(batches: readonly PartitionBatch[]): Promise<void> {
    const { world, server } = this.#parts;
    const verdicts = await this.#options.take(batches);
    const taken: [string, number][] = [];
    for (const [index, batch] of batches.entries()) {
      const key = keyOf(batch);
      const offset = this.#moved(batch, verdicts[index]);
      if (offset === undefined) this.#restUntil.set(key, world.nowMs + STOPPED_RETRY_MS);
      else this.#offsets.set(key, offset);
      if (offset !== undefined && verdicts[index]?.kind === 'taken') taken.push([key, offset]);
    }
    await world.call(BROKER, 'commit offsets', () => {
      for (const [key, offset] of taken) server.commit(this.#options.group, key, offset);
    });
  }

  #moved({ records }: PartitionBatch, verdict: Verdict | undefined): number | undefined {
    if (verdict?.kind === 'taken') return (records.at(-1)?.offset ?? 0) + 1;
    return verdict?.kind === 'read-from' ? verdict.offset : undefined;
  }
}

/**
 * The broker as one life reaches it. As hostile as the port allows: a send may do nothing, a part of it or all of it and fail, and be
 * found again later; records come again, from any earlier offset; partitions come in any order; members come and go.
 */
export const simulatedBroker = (parts: Parts): Broker => {
  const { world, server, hostile } = parts;
  const consumptions = new Set<SimulatedConsumption>();
  const sendTo = (
    topic: string,
    partition: number,
    records: readonly OutgoingRecord[],
  ): Promise<readonly [number, number]> =>
    world.call(BROKER, `send ${records.length} to ${topic}/${partition}`, () => {
      if (hostile() && world.dice.chance(SENT_TWICE)) {
        const again = records.slice(0, world.dice.between(1, records.length));
        world.after(
          world.dice.random() * SENT_TWICE_MS_MAX,
          `sent again to ${topic}/${partition}`,
          null,
          () => void server.append(topic, partition, again),
        );
      }
      return [partition, server.append(topic, partition, records)];
    });
  return {
    prepare: ({ name, partitions }: TopicDefinition) =>
      world.call(BROKER, `prepare ${name}`, () => server.prepare(name, partitions)),
    send: async (topic, records) => {
      const byPartition = [...Map.groupBy(records, ({ partition }) => partition)];
      return new Map(await Promise.all(byPartition.map(([partition, some]) => sendTo(topic, partition, some))));
    },
    consume: (options) => {
      const consumption = new SimulatedConsumption(parts, options);
      consumptions.add(consumption);
      return consumption;
    },
    close: async () => void (await Promise.all([...consumptions].map((consumption) => consumption.stop()))),
  };
};
