import { parseArgs } from 'node:util';
import { appendBench } from './append-bench.ts';
import { type BenchServer, startBenchServer } from './bench-server.ts';
import { commandBench } from './command-bench.ts';
import { deliveryBench } from './delivery-bench.ts';
import { growthBench } from './growth-bench.ts';
import { loadBench } from './load-bench.ts';
import { appendRatios, commandRatios, deliveryRatios, growthRatios, loadRatios, replayRatios, startRatios, tallyRatios } from './ratios.ts';
import { replayBench } from './replay-bench.ts';
import { machine, type Ratio, tableOf } from './report.ts';
import { startBench } from './start-bench.ts';
import { tallyBench } from './tally-bench.ts';

type Options = Readonly<{ seconds: number; rounds: number; events: number; only?: string }>;
type Told = Readonly<{ results: readonly Readonly<Record<string, unknown>>[]; ratios: readonly Ratio[] }>;
type Bench = (server: BenchServer, options: Options) => Promise<Told>;

const told = <R extends Readonly<Record<string, unknown>>>(results: readonly R[], ratios: (results: readonly R[]) => readonly Ratio[]): Told => ({ results, ratios: ratios(results) });

const BENCHES: Readonly<Record<string, Bench>> = {
  append: async (server, options) => told(await appendBench(server, options), appendRatios),
  load: async (server, options) => told(await loadBench(server, options), loadRatios),
  replay: async (server, options) => told(await replayBench(server, options), replayRatios),
  delivery: async (server, { rounds }) => told(await deliveryBench(server, rounds), deliveryRatios),
  command: async (server, options) => told(await commandBench(server, options), commandRatios),
  tally: async (_server, { rounds }) => told(await tallyBench(rounds), tallyRatios),
  growth: async (server, options) => told(await growthBench(server, options), growthRatios),
  start: async (_server, { rounds }) => told(await startBench(rounds), startRatios),
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    events: { type: 'string', default: '100000' },
    only: { type: 'string' },
  },
});
const [name = ''] = positionals;
const bench = BENCHES[name];
if (!bench) {
  process.stderr.write(`npm run bench -- ${Object.keys(BENCHES).join('|')} [--json] [--seconds 3] [--rounds 3] [--events 100000] [--only driver-clients-processes,…]\n`);
  process.exit(2);
}
const server = await startBenchServer();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop().then(() => process.exit(130)));
try {
  const { only } = values;
  const options = { seconds: Number(values.seconds), rounds: Number(values.rounds), events: Number(values.events), ...(only === undefined ? {} : { only }) };
  const { results, ratios } = await bench(server, options);
  const report = { bench: name, machine: machine(server.version), results, ratios };
  if (!values.json) process.stderr.write(`${tableOf(results)}\n\n${tableOf(ratios)}\n`);
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : `${JSON.stringify(report)}\n`);
} finally {
  await server.stop();
}
