import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startBenchServer } from './bench-server.ts';
import { BENCHES, type BenchOptions } from './benches.ts';
import { type BenchReport, machine, reportOf, tableOf } from './report.ts';

const ALL = 'all';
const USAGE = `npm run bench -- ${[ALL, ...Object.keys(BENCHES)].join('|')} [--json] [--report FILE] [--seconds 3] [--rounds 3] [--events 100000] [--minutes 20] [--only driver-clients-processes,…] [--before CHECKOUT]`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    report: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    events: { type: 'string', default: '100000' },
    minutes: { type: 'string', default: '20' },
    only: { type: 'string' },
    before: { type: 'string' },
  },
});
const [name = ''] = positionals;
/** Twenty minutes are asked for by name. */
const names = name === ALL ? Object.keys(BENCHES).filter((one) => one !== 'soak') : [name];
if (!names.every((one) => one in BENCHES)) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
const { only, before } = values;
const options: BenchOptions = {
  seconds: Number(values.seconds),
  rounds: Number(values.rounds),
  events: Number(values.events),
  minutes: Number(values.minutes),
  ...(only === undefined ? {} : { only }),
  ...(before === undefined ? {} : { before }),
};
const server = await startBenchServer();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void server.stop().then(() => process.exit(130)));
try {
  const reports: BenchReport[] = [];
  for (const one of names) {
    const { results, ratios } = await (BENCHES[one] as (typeof BENCHES)[string])(server, options);
    const report = { bench: one, machine: machine(server.version), results, ratios };
    reports.push(report);
    if (!values.json) process.stderr.write(`${one}\n${tableOf(results)}\n\n${tableOf(ratios)}\n\n`);
    process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : `${JSON.stringify(report)}\n`);
  }
  if (values.report !== undefined) await writeFile(values.report, reportOf(reports));
} finally {
  await server.stop();
}
