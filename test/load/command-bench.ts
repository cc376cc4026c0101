import type { BenchServer } from './bench-server.ts';
import { accepted, LoadedPlatform } from './loaded-platform.ts';
import { type Measured, medians, underLoad } from './measure.ts';
import { runWorkers } from './run-workers.ts';
import type { AppendOrder } from './workers/append-worker.ts';

export type CommandResult = Readonly<{ driver: 'bare append' | 'whole command'; clients: number } & Measured>;

const CLIENTS = [1, 64] as const;
/** Until V8 has compiled what an order runs through in every process; seven processes warm up on the same cores. */
const WARM_UP_SECONDS = 15;

/**
 * A whole command (HTTP at the gateway, gRPC, decision, durable append, answer) in turn with a bare append of one event to a log of
 * its own. Both are closed loops; the load program shares the cores.
 */
export const commandBench = async (
  server: BenchServer,
  { seconds, rounds }: { seconds: number; rounds: number },
): Promise<readonly CommandResult[]> => {
  const { url } = await server.fresh();
  const platform = await LoadedPlatform.start(Math.max(...CLIENTS));
  try {
    await underLoad(Math.max(...CLIENTS), WARM_UP_SECONDS, async () => accepted(await platform.foundUnit()));
    const cases = CLIENTS.flatMap((clients) =>
      (['bare append', 'whole command'] as const).map((driver) => ({ driver, clients })),
    );
    const runs = cases.map((): Measured[] => []);
    for (let round = 0; round < rounds; round++)
      for (const [index, { driver, clients }] of cases.entries()) {
        const order: AppendOrder = { driver: 'ours', url, clients, seconds };
        runs[index]?.push(
          driver === 'bare append'
            ? await runWorkers('append-worker.ts', [order])
            : await underLoad(clients, seconds, async () => accepted(await platform.foundUnit())),
        );
        if (driver === 'whole command') await platform.campaign.play.platform.untilQuiet();
      }
    return cases.map((one, index) => ({ ...one, ...medians(runs[index] as Measured[]) }));
  } finally {
    await platform.stop();
  }
};
