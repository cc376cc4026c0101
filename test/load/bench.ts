import { parseArgs } from 'node:util';
import { appendBench } from './append-bench.ts';
import { type BenchServer, startBenchServer } from './bench-server.ts';
import { deliveryBench } from './delivery-bench.ts';
import { loadBench } from './load-bench.ts';
import { appendRatios, deliveryRatios, loadRatios, replayRatios } from './ratios.ts';
import { replayBench } from './replay-bench.ts';
import { machine, type Ratio, tableOf } from './report.ts';

type Options = Readonly<{ seconds: number; rounds: number; events: number; only?: string }>;
type Told = Readonly<{ results: readonly Readonly<Record<string, unknown>>[]; ratios: readonly Ratio[] }>;

const told = <R extends Readonly<Record<string, unknown>>>(results: readonly R[], ratios: (results: readonly R[]) => readonly Ratio[]): Told => ({ results, ratios: ratios(results) });

const BENCHES: Readonly<Record<string, (server: BenchServer, options: Options) => Promise<Told>>> = {
  append: async (server, options) => told(await appendBench(server, options), appendRatios),
  load: async (server, options) => told(await loadBench(server, options), loadRatios),
  replay: async (server, options) => told(await replayBench(server, options), replayRatios),
  delivery: async (server, { rounds }) => told(await deliveryBench(server, rounds), deliveryRatios),
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
