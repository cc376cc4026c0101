import { crashpoint } from '@jiangong/crashpoints';
import type { Broker, Consumption, PartitionBatch, Verdict } from '../broker/broker.ts';
import { textOfPlace } from '../broker/place.ts';
import { contextOfTopic, type TopicDefinition } from '../broker/topics.ts';
import type { RelayLog } from '../relay/relay.ts';
import {
  type ContentDiffers,
  type InboxStore,
  type PartitionKey,
  type PartitionPlan,
  type PartitionProgress,
  textOfKey,
  untaken,
} from './inbox-store.ts';
import { planBatch } from './plan-batch.ts';

export type InboxParts = Readonly<{
  broker: Broker;
  store: InboxStore;
  /** Of the contexts this service listens to. */
  topics: readonly TopicDefinition[];
  group: string;
  /** Milliseconds that only rise. */
  ticks: () => number;
  log: RelayLog;
}>;

/** A context's facts as this process sees them come. */
export type InboxLag = Readonly<{
  /** Seconds since everything known to be in the topic was last taken here; 0 when nothing is left. */
  seconds: number;
  /** Partitions of which nothing is taken, because a record is missing or differs. */
  stopped: number;
}>;

export type Inbox = Readonly<{
  /** By context. Partitions that another process of the service reads count there. */
  lag(): Readonly<Record<string, InboxLag>>;
  stop(): Promise<void>;
}>;

/** A broker that says nothing for so long may hold anything: its silence counts as lag. */
const SILENCE_MS = 10_000;

type Seen = { behindSince: number | undefined; gap: boolean; differs: boolean };

class OpenInbox implements Inbox {
  readonly #parts: InboxParts;
  /** Offsets that were asked for and have not come yet. */
  readonly #sought = new Map<string, number>();
  readonly #seen = new Map<string, Seen>();
  #consumption: Consumption | undefined;

  constructor(parts: InboxParts) {
    this.#parts = parts;
  }

  start(): void {
    const { broker, group, topics } = this.#parts;
    this.#consumption = broker.consume({ group, topics, take: (batches) => this.#take(batches) });
  }

  lag(): Readonly<Record<string, InboxLag>> {
    const now = this.#parts.ticks();
    const silent = this.#consumption?.silentMs() ?? 0;
    const lags: Record<string, { seconds: number; stopped: number }> = {};
    for (const { name } of this.#parts.topics)
      lags[contextOfTopic(name)] = { seconds: silent > SILENCE_MS ? silent / 1_000 : 0, stopped: 0 };
    for (const [key, { behindSince, gap, differs }] of this.#seen) {
      const lag = lags[contextOfTopic(key.slice(0, key.lastIndexOf('/')))];
      if (!lag) continue;
      if (behindSince !== undefined) lag.seconds = Math.max(lag.seconds, (now - behindSince) / 1_000);
      if (gap || differs) lag.stopped += 1;
    }
    return lags;
  }

  async stop(): Promise<void> {
    await this.#consumption?.stop();
  }

  async #take(batches: readonly PartitionBatch[]): Promise<readonly Verdict[]> {
    const elsewhere = new Map<string, number>();
    const plans = new Map<string, PartitionPlan>();
    const newGaps = new Set<string>();
    const plan = (held: ReadonlyMap<string, PartitionProgress>): readonly PartitionPlan[] => {
      for (const batch of batches) {
        const key = textOfKey(batch);
        const known = held.get(key) ?? untaken(batch, contextOfTopic(batch.topic));
        const planned = planBatch(known, batch, this.#sought.get(key));
        if (planned.kind === 'read-from') elsewhere.set(key, planned.offset);
        else plans.set(key, planned.plan);
        if (planned.kind === 'take' && planned.newGap) newGaps.add(key);
      }
      return [...plans.values()];
    };
    const differing = new Map(
      (await this.#parts.store.take(batches, plan)).map((found) => [textOfKey(found.key), found]),
    );
    crashpoint('after-inbox-commit');
    this.#tellGaps(newGaps, plans);
    return batches.map((batch) => {
      const key = textOfKey(batch);
      const verdict = this.#verdict(batch, {
        plan: plans.get(key),
        differs: differing.get(key),
        offset: elsewhere.get(key),
      });
      return newGaps.has(key) && verdict.kind === 'taken' ? { kind: 'read-from', offset: 0 } : verdict;
    });
  }

  #tellGaps(newGaps: ReadonlySet<string>, plans: ReadonlyMap<string, PartitionPlan>): void {
    for (const key of newGaps) {
      const last = plans.get(key)?.progress.last;
      this.#parts.log.error(
        { partition: key, after: last ? textOfPlace(last) : null },
        'a fact is missing: the partition is read again, and nothing of it is taken until the fact comes',
      );
    }
  }

  #verdict(
    batch: PartitionBatch,
    {
      plan,
      differs,
      offset,
    }: Readonly<{ plan: PartitionPlan | undefined; differs: ContentDiffers | undefined; offset: number | undefined }>,
  ): Verdict {
    const key = textOfKey(batch);
    const seen = this.#seen.get(key) ?? { behindSince: undefined, gap: false, differs: false };
    this.#seen.set(key, seen);
    if (offset !== undefined) {
      this.#sought.set(key, offset);
      seen.behindSince ??= this.#parts.ticks();
      return { kind: 'read-from', offset };
    }
    this.#sought.delete(key);
    if (differs) {
      if (!seen.differs)
        this.#parts.log.error(
          { partition: key, place: textOfPlace(differs.place) },
          'a fact came again with another content: this partition rests',
        );
      seen.differs = true;
      seen.behindSince ??= this.#parts.ticks();
      return { kind: 'stopped' };
    }
    this.#taken(key, { seen, batch, plan });
    return { kind: 'taken' };
  }

  #taken(
    key: string,
    { seen, batch, plan }: Readonly<{ seen: Seen; batch: PartitionBatch; plan: PartitionPlan | undefined }>,
  ): void {
    seen.differs = false;
    seen.gap = plan?.progress.gap ?? false;
    const atEnd = (batch.records.at(-1)?.offset ?? 0) + 1 >= batch.end;
    if (atEnd && !seen.gap) seen.behindSince = undefined;
    else seen.behindSince ??= this.#parts.ticks();
    for (const { offset, errorClass } of plan?.strays ?? [])
      this.#parts.log.error(
        { partition: key, offset, errorClass },
        'a record in the topic is none of ours: it was left out and kept as evidence',
      );
  }
}

/** Installs what a service needs to take the facts of the topics, and begins to take them; without topics there is nothing to take. */
export const openInbox = async (parts: InboxParts): Promise<Inbox> => {
  const partitions: (PartitionKey & { context: string })[] = [];
  for (const { name, partitions: count } of parts.topics)
    for (let partition = 0; partition < count; partition++)
      partitions.push({ topic: name, partition, context: contextOfTopic(name) });
  await parts.store.install(partitions);
  const inbox = new OpenInbox(parts);
  if (parts.topics.length > 0) inbox.start();
  return inbox;
};
