import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HttpClient } from '../../journeys/demo/http/http-client.ts';
import type { OpenApi } from '../hostile/open-api.ts';
import { gatherKnown } from './known-values.ts';
import { readRun } from './read-run.ts';
import { type RunPerson, runPeople } from './run-people.ts';
import { LEFT_OUT, runSettings } from './run-settings.ts';
import { TABLE_HEAD, tableRow } from './table.ts';

const PRIVATE = 0o600;
const CONNECTIONS_MAX = 4;
/** So long requests are made up for one role; after that the next one has its turn, whatever was reached. */
const SECONDS_PER_ROLE_MAX = 180;
/** Values that would end the run's own sessions, or mean something else in each place. */
const NEVER_KNOWN = ['sessionId', 'kind'];

const { values, positionals } = parseArgs({
  // What stands behind `--` is for schemathesis itself: `-- --include-method GET`.
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    'sign-ins': { type: 'string' },
    program: { type: 'string', default: 'schemathesis' },
    out: { type: 'string' },
    examples: { type: 'string', default: '1' },
    phases: { type: 'string', default: 'fuzzing' },
    roles: { type: 'string' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: String(SECONDS_PER_ROLE_MAX) },
    'at-a-time': { type: 'string', default: '2' },
  },
});
const { url, 'sign-ins': signIns, out, program } = values;
if (url === undefined || signIns === undefined || out === undefined)
  throw new Error('needs --url, --sign-ins (the file that a platform with the sample writes) and --out');

const ended = (command: string, args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    // It ends with 1 where it found something: the report tells what.
    child.once('exit', (code) =>
      code === 0 || code === 1 ? resolve() : reject(new Error(`schemathesis ended with ${String(code)}`)),
    );
  });

const client = new HttpClient(url, CONNECTIONS_MAX);
const directory = out;
await mkdir(directory, { recursive: true });
const { body } = await client.send({ method: 'GET', path: '/openapi.json' });
const document = JSON.parse(body.toString('utf8')) as OpenApi;
const people = await runPeople(client, signIns);

const known = new Map<string, Set<string>>();
for (const { cookie } of people.values()) await gatherKnown(client, document, { cookie, known });
// Nobody of the run is put out of office by another, or by himself.
for (const some of known.values())
  for (const { personId } of people.values()) if (personId !== undefined) some.delete(personId);
for (const name of NEVER_KNOWN) known.delete(name);
process.stderr.write(`known: ${[...known].map(([name, { size }]) => `${name} ${size}`).join(', ')}\n`);

const runAs = async (role: string, { cookie }: RunPerson): Promise<string> => {
  const settings = join(directory, `${role}.toml`);
  const report = join(directory, `${role}.ndjson`);
  await writeFile(settings, runSettings(known, cookie), { mode: PRIVATE });
  const began = performance.now();
  await ended(program, [
    ...['--config-file', settings, 'run', `${url}/openapi.json`],
    ...['--phases', values.phases, '--max-examples', values.examples, '--seed', values.seed, '--no-shrink'],
    ...['--max-time', values.seconds],
    ...['--generation-database', 'none', '--suppress-health-check', 'all', '--warnings', 'off'],
    ...['--report', 'ndjson', '--report-ndjson-path', report],
    ...LEFT_OUT.flatMap((path) => ['--exclude-path', path]),
    ...positionals,
  ]);
  const read = readRun(await readFile(report, 'utf8'));
  await writeFile(join(directory, `${role}.json`), JSON.stringify(read, null, 1));
  const row = tableRow(role, read, Math.round((performance.now() - began) / 1_000));
  process.stdout.write(`${row}\n`);
  const kinds = Map.groupBy(
    read.findings,
    ({ check, operation, status, reason }) => `${check} ${status} ${reason} ${operation}`,
  );
  for (const [kind, some] of [...kinds].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    process.stdout.write(`  ${kind}: ${some.length}\n`);
  return row;
};

const rows = new Map<string, string>();
const wanted = values.roles?.split(',');
const waiting = [...people].filter(([role]) => wanted?.includes(role) ?? true);
const runNext = async (): Promise<void> => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) rows.set(next[0], await runAs(...next));
};
await Promise.all(Array.from({ length: Number(values['at-a-time']) }, runNext));
await writeFile(join(directory, 'table.md'), [TABLE_HEAD, ...rows.values(), ''].join('\n'));
client.close();
