import type { BenchServer } from './bench-server.ts';
import { type Measured, medians } from './measure.ts';
import { hasPgbench, pgbenchInsert } from './pgbench.ts';
import { runWorkers } from './run-workers.ts';
import { eventBytes } from './sample-event.ts';
import type { AppendOrder } from './workers/append-worker.ts';

export type AppendResult = Readonly<{ driver: string; clients: number; processes: number } & Measured>;
export type AppendBenchOptions = Readonly<{ seconds: number; rounds: number; only?: string }>;

type Case = Readonly<{ driver: 'ours' | 'raw' | 'emmett' | 'pgbench'; clients: number; processes: number }>;

const CASES: readonly Case[] = [
  { driver: 'pgbench', clients: 1, processes: 1 },
  { driver: 'ours', clients: 1, processes: 1 },
  { driver: 'emmett', clients: 1, processes: 1 },
  { driver: 'pgbench', clients: 64, processes: 1 },
  { driver: 'ours', clients: 64, processes: 1 },
  { driver: 'raw', clients: 64, processes: 1 },
  { driver: 'ours', clients: 256, processes: 1 },
  { driver: 'emmett', clients: 64, processes: 1 },
  { driver: 'ours', clients: 64, processes: 3 },
  { driver: 'ours', clients: 64, processes: 6 },
  { driver: 'raw', clients: 64, processes: 6 },
  { driver: 'emmett', clients: 64, processes: 6 },
];

const split = (clients: number, processes: number): readonly number[] =>
  Array.from(
    { length: processes },
    (_, index) => Math.floor(clients / processes) + (index < clients % processes ? 1 : 0),
  );

/** Every driver in turn, round after round, on one server; medians over the rounds. */
export const appendBench = async (
  server: BenchServer,
  { seconds, rounds, only }: AppendBenchOptions,
): Promise<readonly AppendResult[]> => {
  const database = await server.fresh();
  await database.admin.query('create table public.raw_event (id bigserial primary key, payload text not null)');
  const bytes = eventBytes();
  const pgbench = await hasPgbench();
  const cases = CASES.filter(
    ({ driver, clients, processes }) =>
      (pgbench || driver !== 'pgbench') &&
      (only === undefined || only.split(',').includes(`${driver}-${clients}-${processes}`)),
  );
  const runs = new Map<Case, Measured[]>(cases.map((one) => [one, []]));
  for (let round = 0; round < rounds; round++)
    for (const one of cases) {
      const url = one.driver === 'ours' ? database.url : database.adminUrl;
      const result =
        one.driver === 'pgbench'
          ? await pgbenchInsert(url, { clients: one.clients, seconds, bytes })
          : await runWorkers(
              'append-worker.ts',
              split(one.clients, one.processes).map((clients): AppendOrder => ({
                driver: one.driver as 'ours',
                url,
                clients,
                seconds,
              })),
            );
      runs.get(one)?.push(result);
    }
  return cases.map((one) => ({ ...one, ...medians(runs.get(one) ?? []) }));
};
