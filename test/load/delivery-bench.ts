import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import type { BenchDatabase, BenchServer } from './bench-server.ts';
import { median, measured } from './measure.ts';
import type { DeliveryOrder } from './workers/delivery-worker.ts';

export type DeliveryResult = Readonly<{
  driver: string;
  writers: number;
  perSecond: number;
  lagP50: number;
  lagP99: number;
  missing: number;
  twice: number;
}>;

/** After the last acknowledgement the reader gets so long for the rest. */
const PATIENCE_MS = 3_000;

type Times = readonly (readonly [string, number])[];

const start = (order: DeliveryOrder): ChildProcess =>
  fork(fileURLToPath(new URL('./workers/delivery-worker.ts', import.meta.url)), [JSON.stringify(order)], {
    execArgv: ['--conditions=source', '--no-warnings'],
  });
const heard = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`a delivery worker ended with ${String(code)}`)));
  });

const once = async (
  { url, adminUrl }: BenchDatabase,
  driver: 'ours' | 'emmett',
  writers: number,
  perSecond: number,
): Promise<DeliveryResult> => {
  const base = {
    driver,
    url: driver === 'ours' ? url : adminUrl,
    perSecond: perSecond / writers,
    count: Math.ceil((perSecond * 3) / writers),
  };
  const reader = start({ ...base, role: 'reader', writer: -1 });
  await heard(reader);
  const acknowledged = (
    await Promise.all(Array.from({ length: writers }, (_, writer) => heard(start({ ...base, role: 'writer', writer }))))
  ).flat() as Times;
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const answer = heard(reader);
  reader.send('stop');
  const seen = (await answer) as Times;
  const seenAt = new Map(seen);
  const lags = acknowledged.flatMap(([key, at]) => (seenAt.has(key) ? [((seenAt.get(key) as number) - at) / 1e6] : []));
  const { p50, p99 } = measured(lags, 1);
  return {
    driver,
    writers,
    perSecond,
    lagP50: p50,
    lagP99: p99,
    missing: acknowledged.length - lags.length,
    twice: seen.length - seenAt.size,
  };
};

/** From the acknowledgement at the writer to the reader in another process; negative: the reader saw it first. */
export const deliveryBench = async (server: BenchServer, rounds: number): Promise<readonly DeliveryResult[]> => {
  const database = await server.fresh();
  const emmett = getPostgreSQLEventStore(database.adminUrl);
  await emmett.schema.migrate();
  await emmett.close();
  const cases = [
    ['ours', 1, 20],
    ['emmett', 1, 20],
    ['ours', 1, 500],
    ['emmett', 1, 500],
    ['ours', 4, 2_000],
  ] as const;
  const runs: DeliveryResult[][] = cases.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, [driver, writers, perSecond]] of cases.entries())
      runs[index]?.push(await once(database, driver, writers, perSecond));
  return runs.map((results) => ({
    ...(results[0] as DeliveryResult),
    lagP50: median(results.map(({ lagP50 }) => lagP50)),
    lagP99: median(results.map(({ lagP99 }) => lagP99)),
    missing: results.reduce((sum, { missing }) => sum + missing, 0),
    twice: results.reduce((sum, { twice }) => sum + twice, 0),
  }));
};
