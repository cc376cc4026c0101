import type { IncomingRecord, OutgoingRecord, PartitionBatch } from '@jiangong/messaging/broker';

type Member = { readonly id: string; heardAtMs: number };
type Group = { readonly members: Member[]; readonly committed: Map<string, number> };

/** A member that says nothing for so long loses its partitions, as with the real consumer's session. */
export const SESSION_MS = 8_000;

/** The brokers' side: records by topic and partition, kept for ever, and who reads what in each group. */
export class BrokerServer {
  readonly #topics = new Map<string, IncomingRecord[][]>();
  readonly #groups = new Map<string, Group>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get topics(): ReadonlyMap<string, readonly (readonly IncomingRecord[])[]> {
    return this.#topics;
  }

  prepare(topic: string, partitions: number): readonly number[] {
    const logs = this.#topics.get(topic) ?? Array.from({ length: partitions }, () => []);
    this.#topics.set(topic, logs);
    return logs.map(({ length }) => length);
  }

  /** Answers the last offset. */
  append(topic: string, partition: number, records: readonly OutgoingRecord[]): number {
    const log = this.#topics.get(topic)?.[partition];
    if (!log) throw new Error(`no partition ${partition} of ${topic}`);
    for (const { key, headers, value } of records)
      log.push({ offset: log.length, key, headers: { ...headers }, value: Buffer.from(value) });
    return log.length - 1;
  }

  /** The member is heard of; answers the partitions that are its share of the topics now. */
  share(
    group: string,
    id: string,
    topics: readonly Readonly<{ name: string; partitions: number }>[],
  ): readonly Readonly<{ topic: string; partition: number }>[] {
    const { members } = this.#group(group);
    const known = members.find((member) => member.id === id);
    if (known) known.heardAtMs = this.#now();
    else members.push({ id, heardAtMs: this.#now() });
    for (const member of [...members])
      if (this.#now() - member.heardAtMs > SESSION_MS) members.splice(members.indexOf(member), 1);
    const mine = members.findIndex((member) => member.id === id);
    const all = topics.flatMap(({ name, partitions }) =>
      Array.from({ length: partitions }, (_, partition) => ({ topic: name, partition })),
    );
    return all.filter((_, index) => index % members.length === mine);
  }

  leave(group: string, id: string): void {
    const { members } = this.#group(group);
    const index = members.findIndex((member) => member.id === id);
    if (index >= 0) members.splice(index, 1);
  }

  commit(group: string, key: string, offset: number): void {
    this.#group(group).committed.set(key, offset);
  }

  committed(group: string, key: string): number {
    return this.#group(group).committed.get(key) ?? 0;
  }

  read(
    topic: string,
    partition: number,
    { from, limit }: Readonly<{ from: number; limit: number }>,
  ): PartitionBatch | undefined {
    const log = this.#topics.get(topic)?.[partition] ?? [];
    const records = log.slice(from, from + limit);
    return records.length === 0 ? undefined : { topic, partition, records, end: log.length };
  }

  #group(name: string): Group {
    const found = this.#groups.get(name) ?? { members: [], committed: new Map<string, number>() };
    this.#groups.set(name, found);
    return found;
  }
}
