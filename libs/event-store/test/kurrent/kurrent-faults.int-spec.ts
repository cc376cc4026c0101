import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AppendOutcome, StreamAppend } from '@jiangong/event-store';
import { endOf, sampleAppend } from '@jiangong/event-store/testing';
import { type KurrentBench, startBench } from './kurrent-bench.ts';

jest.setTimeout(60_000);

let bench: KurrentBench;
let answers: Promise<void>;
const fact = { type: 'Cut.v1', data: { a: 1 } };
const fresh = (name: string): StreamAppend => sampleAppend(`contract.${name}`, 'no-stream', [fact], name);

beforeEach(async () => {
  answers = Promise.resolve();
  bench = await startBench({ answerAfter: () => answers });
});
afterEach(async () => bench?.close());

/** Looks until it holds, at most ten seconds: another process has to come to it. */
const until = async (what: string, holds: () => Promise<boolean> | boolean): Promise<void> => {
  for (let looks = 0; looks < 200; looks++) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error(`never: ${what}`);
};

describe('the log in KurrentDB, when something breaks', () => {
  it('goes on after the node was away: a follower sees each event once, a writer writes again', async () => {
    const { store, troubles } = bench.open();
    await store.append(fresh('before'));
    const seen: number[] = [];
    const ending = new AbortController();
    const following = (async () => {
      for await (const page of store.follow({ after: 0, pageMax: 10, signal: ending.signal }))
        seen.push(...page.events.map(({ position }) => position));
    })();
    await until('the first event is seen', () => seen.length === 1);
    bench.killNode();
    await expect(store.append(fresh('away'))).rejects.toMatchObject({ name: 'LogAway' });
    await bench.startNode();
    const after = sampleAppend('contract.after', 'no-stream', [fact, fact], 'after');
    let outcome: AppendOutcome | undefined;
    await until('an append is taken again', async () => {
      outcome = await store.append(after).catch(() => undefined); // the first tries may meet the closed connection
      return outcome !== undefined;
    });
    expect(outcome).toStrictEqual({ kind: 'appended', revision: 1, firstPosition: 2, lastPosition: 3 });
    await until('the follower is there', () => seen.length === 3);
    ending.abort();
    await following;
    expect(seen).toStrictEqual([1, 2, 3]);
    expect(troubles.length).toBeGreaterThan(0);
  });

  it('an append whose answer is lost rejects; its events get their positions all the same, and a repeat meets them', async () => {
    const { store } = bench.open();
    answers = new Promise(() => undefined);
    const lost = fresh('lost');
    const losing = store.append(lost);
    losing.catch(() => undefined); // it may fall before anybody looks
    await until('it is stored', () => bench.log.stream('jiangong.contract.lost').length === 1);
    bench.killNode();
    await expect(losing).rejects.toMatchObject({ name: 'LogAway' });
    answers = Promise.resolve();
    await bench.startNode();
    await until('it has its position', async () => (await store.head()) === 1);
    expect(await store.append(lost)).toStrictEqual({ kind: 'conflict', actual: endOf(lost) });
    expect(await store.head()).toBe(1);
  });

  it('another process takes the order over when the taker ends, and when it is cut off without a word', async () => {
    const first = bench.open();
    await first.store.append(fresh('one'));
    const second = bench.open();
    await first.close();
    expect(await second.store.append(fresh('two'))).toMatchObject({ kind: 'appended', firstPosition: 2 });
    const holder = async (): Promise<unknown> =>
      (await bench.database.admin.query('select term, holder from log.order_taker')).rows[0];
    expect(await holder()).toMatchObject({ term: 2 });
    // As if the taker hung for longer than its lease: somebody else's term begins, and the taker learns of it from the database alone.
    await bench.database.admin.query(
      "update log.order_taker set term = term + 1, holder = 'stranger', held_until = clock_timestamp() + interval '1 second'",
    );
    const third = fresh('three');
    expect(await second.store.append(third)).toMatchObject({ kind: 'appended', firstPosition: 3 });
    expect(await holder()).toMatchObject({ term: 4 });
    expect(second.troubles.some((trouble) => trouble.includes('taken over'))).toBe(true);
  });

  it('gives positions to our streams alone: neither to those of the server nor to those of another deployment', async () => {
    const foreign = (stream: string): unknown =>
      bench.log.write(stream, 'no_stream', [
        { id: crypto.randomUUID(), type: '$T', isJson: true, data: Buffer.from('{}'), metadata: new Uint8Array() },
      ]);
    for (let index = 0; index < 40; index++)
      foreign(index % 2 === 0 ? `$stats-${index}` : `other.contract.project-${index}`);
    const { store } = bench.open();
    await store.append(fresh('ours'));
    for (let index = 40; index < 80; index++) foreign(`$stats-${index}`);
    await store.append(fresh('ours too'));
    expect((await store.readLog({ after: 0, limitMax: 10 })).events.map(({ stream }) => stream)).toStrictEqual([
      'contract.ours',
      'contract.ours too',
    ]);
  });

  it('an event in our streams that is not what it says stops the order before it, loudly, and nothing behind it is numbered', async () => {
    const { store, troubles } = bench.open();
    await store.append(fresh('good'));
    const [{ entryBytes }] = fresh('bad').events as [StreamAppend['events'][number]];
    const data = Buffer.concat([entryBytes, Buffer.from('\n{"forged":true}')]);
    bench.log.write('jiangong.contract.bad', 'no_stream', [
      { id: crypto.randomUUID(), type: 'Cut.v1', isJson: false, data, metadata: new Uint8Array() },
    ]);
    await until('trouble is told', () => troubles.some((trouble) => trouble.includes('the order stands before it')));
    await expect(store.append(fresh('behind'))).rejects.toThrow('have no position yet');
    expect(await store.head()).toBe(1);
  });

  it('notices when KurrentDB gives back other bytes than it was given', async () => {
    const { store } = bench.open();
    await store.append(fresh('kept'));
    const event = bench.log.all[0] as { data: Uint8Array };
    event.data = Buffer.from(Buffer.from(event.data).toString('utf8').replace('"v":1', '"v":2'));
    await expect(store.readStream('contract.kept')).rejects.toThrow('not what it was');
    await expect(store.readLog({ after: 0, limitMax: 1 })).rejects.toThrow('not what it was');
  });

  it('says what the server takes when an append is larger', async () => {
    const { store } = bench.open();
    const large = sampleAppend(
      'contract.large',
      'no-stream',
      [1, 2].map((part) => ({ type: 'Large.v1', data: { text: 'x'.repeat(600_000), part } })),
      'large',
    );
    await expect(store.append(large)).rejects.toMatchObject({
      name: 'InvalidAppend',
      message: expect.stringContaining('MaxAppendSize'),
    });
    expect(await store.head()).toBe(0);
  });
});
