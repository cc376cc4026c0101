import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AppendOutcome, StreamAppend } from '@jiangong/event-store';
import { sampleAppend } from '@jiangong/event-store/testing';
import { type KurrentBench, startBench } from './kurrent-bench.ts';
import { type StandIn, startStandIn } from './stand-in-server.ts';

jest.setTimeout(60_000);

const append = (name: string): StreamAppend =>
  sampleAppend(`contract.${name}`, 'no-stream', [{ type: 'Led.v1', data: {} }], name);

/** The ports of the nodes, the leader's first. */
let ports: readonly number[] = [];
let bench: KurrentBench;
let other: StandIn;

beforeAll(async () => {
  const cluster = (): readonly number[] => ports;
  bench = await startBench({ cluster });
  other = await startStandIn({ log: bench.log, cluster });
  ports = [bench.standIn().port, other.port];
});
afterAll(async () => {
  await bench?.close();
  other?.kill();
});

describe('the log in a cluster of nodes', () => {
  it.each([[0], [1]])('finds the leader, and the next one when it leads no more (round %i)', async (round) => {
    const url = `kurrentdb://127.0.0.1:${ports[0]},127.0.0.1:${ports[1]}?tls=false`;
    const { store, close } = bench.open({ connection: { url } });
    const before = await store.head();
    expect(await store.append(append(`before ${round}`))).toMatchObject({
      kind: 'appended',
      firstPosition: before + 1,
    });
    ports = ports.toReversed();
    let outcome: AppendOutcome | undefined;
    for (let tries = 0; outcome === undefined && tries < 20; tries++) {
      outcome = await store.append(append(`after ${round}`)).catch(() => undefined); // until the open stream to the old leader is given up
      if (!outcome) await sleep(100);
    }
    expect(outcome).toMatchObject({ kind: 'appended', firstPosition: before + 2 });
    expect(await store.readStream(`contract.after ${round}`)).toHaveLength(1);
    expect((await store.readLog({ after: before, limitMax: 5 })).events).toHaveLength(2);
    await close();
  });

  it('asks a node that does not lead only to be sent on', () => {
    expect(other.calls.length).toBeGreaterThan(0);
  });
});
