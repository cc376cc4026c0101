import { expect, it } from '@jest/globals';
import { postgresRelayStore } from '@jiangong/messaging/broker';
import { postgresPublicFactLog, translatorReader } from '@jiangong/messaging/log';
import type { ProjectedEvent } from '@jiangong/read-models';
import { CONTEXT, type DatabaseBench, groupOf, LEASE_MS, page, PAGE_FACTS, STREAM } from './contract-bench.ts';

export const translatorContract = (bench: () => DatabaseBench): void => {
  it('a translator writes its facts and tells how far it is, in one transaction', async () => {
    const { pool, listener } = bench();
    const facts = postgresPublicFactLog(pool, listener);
    let hear: (told: readonly [string, number]) => void = () => undefined;
    const heard = new Promise<readonly [string, number]>((resolve) => (hear = resolve));
    const stop = await facts.onTranslated((context, position) => hear([context, position]));
    const translate = ({ position }: ProjectedEvent) =>
      position === 2 ? [] : ['First', 'Second'].map((name) => ({ type: `${CONTEXT}.${name}.v1`, data: { position } }));
    const group = await groupOf(
      pool,
      translatorReader({ context: CONTEXT, streamPrefixes: ['merit-projects.'], translate }),
    );
    await group.take(page(0, 3), 0);
    expect(await heard).toEqual([CONTEXT, 3]);
    await stop();
    expect(await facts.translated([CONTEXT, 'unheard'])).toEqual({ [CONTEXT]: 3, unheard: 0 });
    const read = await facts.read({ contexts: [CONTEXT], after: 0, through: 3, limitMax: PAGE_FACTS });
    expect(read.facts.map(({ position, ordinal, type, stream }) => [position, ordinal, type, stream])).toEqual([
      [1, 0, 'merit_projects.First.v1', STREAM],
      [1, 1, 'merit_projects.Second.v1', STREAM],
      [3, 0, 'merit_projects.First.v1', STREAM],
      [3, 1, 'merit_projects.Second.v1', STREAM],
    ]);
    expect((await pool.query('select min(position) as position from messaging.translator')).rows).toEqual([
      { position: 3 },
    ]);
  });
};

export const relayContract = (bench: () => DatabaseBench): void => {
  it('one relay holds the context: others wait for it, and who was replaced keeps nothing', async () => {
    const { pool, listener } = bench();
    const store = postgresRelayStore(CONTEXT, { sql: pool, listener });
    const claim = (holder: string, generation = 1) => store.claim({ generation, holder, leaseMs: LEASE_MS });
    const first = await claim('one');
    expect(first).toEqual({ epoch: 1, generation: 1, place: { position: 0, ordinal: 0 }, watermark: 0, tails: [] });
    expect(await claim('two')).toBeUndefined();
    const pending = await store.pending({ position: 1, ordinal: 0 }, 2);
    expect([pending.translated, pending.facts.map(({ position, ordinal, data }) => [position, ordinal, data])]).toEqual(
      [
        3,
        [
          [1, 1, '{"position":1}'],
          [3, 0, '{"position":3}'],
        ],
      ],
    );
    expect(await store.pending({ position: 3, ordinal: 1 }, 2)).toEqual({ translated: 3, facts: [] });
    const tails = [{ previous: { position: 3, ordinal: 1 }, offset: 7 }];
    expect(
      await store.keep({ epoch: 1, generation: 1, place: { position: 3, ordinal: 1 }, watermark: 3, tails }, LEASE_MS),
    ).toBe(true);
    await store.release(1);
    expect(await claim('two')).toEqual({
      epoch: 2,
      generation: 1,
      place: { position: 3, ordinal: 1 },
      watermark: 3,
      tails,
    });
    expect(
      await store.keep(
        { epoch: 1, generation: 1, place: { position: 9, ordinal: 0 }, watermark: 9, tails: [] },
        LEASE_MS,
      ),
    ).toBe(false);
    expect(await claim('two', 2)).toEqual({
      epoch: 3,
      generation: 2,
      place: { position: 0, ordinal: 0 },
      watermark: 0,
      tails: [],
    });
    await expect(claim('two', 1)).rejects.toThrow('has been told in version 2');
  });
};
