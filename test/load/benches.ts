import { appendBench } from './append-bench.ts';
import type { BenchServer } from './bench-server.ts';
import { commandBench } from './command-bench.ts';
import { crowdedUnitBench, crowdedUnitRatios } from './crowded-unit-bench.ts';
import { deliveryBench } from './delivery-bench.ts';
import { growthBench } from './growth-bench.ts';
import { loadBench } from './load-bench.ts';
import {
  appendRatios,
  commandRatios,
  deliveryRatios,
  growthRatios,
  loadRatios,
  replayRatios,
  startRatios,
  tallyRatios,
} from './ratios.ts';
import { replayBench } from './replay-bench.ts';
import { overloadBench, overloadRatios } from './overload-bench.ts';
import { listsBench, listsRatios } from './lists-bench.ts';
import { readsBench, readsRatios } from './reads-bench.ts';
import type { Ratio } from './report.ts';
import { soakBench, soakRatios } from './soak-bench.ts';
import { startBench } from './start-bench.ts';
import { tallyBench } from './tally-bench.ts';

export type BenchOptions = Readonly<{
  seconds: number;
  rounds: number;
  events: number;
  minutes: number;
  only?: string;
  before?: string;
}>;
/** What a bench showed: its figures, and the ratios that goals are set for. */
export type Told = Readonly<{ results: readonly Readonly<Record<string, unknown>>[]; ratios: readonly Ratio[] }>;
type Bench = (server: BenchServer, options: BenchOptions) => Promise<Told>;

const told = <R extends Readonly<Record<string, unknown>>>(
  results: readonly R[],
  ratios: (results: readonly R[]) => readonly Ratio[],
): Told => ({ results, ratios: ratios(results) });

export const BENCHES: Readonly<Record<string, Bench>> = {
  append: async (server, options) => told(await appendBench(server, options), appendRatios),
  load: async (server, options) => told(await loadBench(server, options), loadRatios),
  replay: async (server, options) => told(await replayBench(server, options), replayRatios),
  delivery: async (server, { rounds }) => told(await deliveryBench(server, rounds), deliveryRatios),
  command: async (server, options) => told(await commandBench(server, options), commandRatios),
  'crowded-unit': async (server, options) => told(await crowdedUnitBench(server, options), crowdedUnitRatios),
  tally: async (_server, { rounds }) => told(await tallyBench(rounds), tallyRatios),
  growth: async (server, options) => told(await growthBench(server, options), growthRatios),
  overload: async (_server, options) => told(await overloadBench(options), overloadRatios),
  soak: async (_server, options) => told(await soakBench(options), soakRatios),
  lists: async (server, options) => told(await listsBench(server, options), listsRatios),
  reads: async (_server, options) => told(await readsBench(options), readsRatios),
  start: async (_server, { rounds }) => told(await startBench(rounds), startRatios),
};
