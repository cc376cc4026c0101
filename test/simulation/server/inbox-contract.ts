import { expect, it } from '@jest/globals';
import {
  type PartitionKey,
  type PartitionProgress,
  postgresInboxFactLog,
  postgresInboxStore,
  type ReceivedFact,
  untaken,
} from '@jiangong/messaging/broker';
import { CONTEXT, type DatabaseBench, fact, PAGE_FACTS, SCHEMA } from './contract-bench.ts';

const key: PartitionKey = { topic: 'test.merit_projects.facts', partition: 0 };
const other: PartitionKey = { ...key, partition: 1 };
const through = (watermark: number, of: PartitionKey = key): PartitionProgress => ({
  ...untaken(of, CONTEXT),
  nextOffset: watermark,
  generation: 1,
  last: { position: watermark, ordinal: 0 },
  told: watermark,
  watermark,
});
const plan = (progress: PartitionProgress, facts: readonly ReceivedFact[], repeats: readonly ReceivedFact[] = []) => ({
  progress,
  facts,
  repeats,
  strays: [],
});

export const inboxContract = (bench: () => DatabaseBench): void => {
  it('keeps facts and progress together, complete as far as the last of the partitions', async () => {
    const { pool, listener } = bench();
    const store = postgresInboxStore(pool, SCHEMA);
    const facts = postgresInboxFactLog({ sql: pool, listener, schema: SCHEMA });
    await store.install([key, other].map((each) => ({ ...each, context: CONTEXT })));
    await store.install([{ ...key, context: CONTEXT }]);
    expect(await store.progress()).toEqual([untaken(key, CONTEXT), untaken(other, CONTEXT)]);
    let hear: (told: readonly [string, number]) => void = () => undefined;
    const heard = new Promise<readonly [string, number]>((resolve) => (hear = resolve));
    const stop = await facts.onTranslated((context, position) => hear([context, position]));
    expect(await store.take([key], () => [plan(through(3), [fact(1), fact(3)])])).toEqual([]);
    expect(await facts.translated([CONTEXT])).toEqual({ [CONTEXT]: 0 });
    expect(await store.take([key, other], () => [plan(through(2, other), [fact(2)]), plan(through(4), [])])).toEqual(
      [],
    );
    expect(await heard).toEqual([CONTEXT, 2]);
    await stop();
    expect(await store.progress()).toEqual([through(4), through(2, other)]);
    const read = await facts.read({ contexts: [CONTEXT], after: 1, through: 9, limitMax: PAGE_FACTS });
    expect(read.facts.map(({ position, data }) => [position, data])).toEqual([
      [2, { position: 2 }],
      [3, { position: 3 }],
    ]);
  });

  it('a repeat that is what is there changes nothing; one that differs leaves its partition as it was', async () => {
    const store = postgresInboxStore(bench().pool, SCHEMA);
    expect(await store.take([key], () => [plan(through(5), [fact(5)], [fact(3)])])).toEqual([]);
    const differs = await store.take([key], () => [plan(through(6), [fact(6)], [fact(3, { data: '{}' })])]);
    expect(differs.map(({ place }) => place)).toEqual([{ position: 3, ordinal: 0 }]);
    expect((await store.progress())[0]).toEqual(through(5));
  });

  it('a newer telling replaces the rows of the older, and what it passes without telling goes', async () => {
    const { pool, listener } = bench();
    const store = postgresInboxStore(pool, SCHEMA);
    const newer = { ...through(4), generation: 2, renewsThrough: 5 };
    await store.take([key], () => [plan(newer, [fact(3, { data: '{"anew":1}' })])]);
    const facts = postgresInboxFactLog({ sql: pool, listener, schema: SCHEMA });
    const read = await facts.read({ contexts: [CONTEXT], after: 0, through: 9, limitMax: PAGE_FACTS });
    expect(read.facts.map(({ position, data }) => [position, data])).toEqual([
      [2, { position: 2 }],
      [3, { anew: 1 }],
      [5, { position: 5 }],
    ]);
  });

  it('nothing of a transaction that fails is kept', async () => {
    const store = postgresInboxStore(bench().pool, SCHEMA);
    const before = await store.progress();
    const fail = (): never => {
      throw new Error('no plan');
    };
    await expect(store.take([key], fail)).rejects.toThrow('no plan');
    expect(await store.progress()).toEqual(before);
  });
};
