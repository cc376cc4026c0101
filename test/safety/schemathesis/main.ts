import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cookiesFor } from '../../journeys/demo/http/browser.ts';
import { HttpClient } from '../../journeys/demo/http/http-client.ts';
import { signIn } from '../../journeys/demo/http/sign-in.ts';
import type { OpenApi } from '../hostile/open-api.ts';
import { gatherKnown } from './known-values.ts';
import { readRun } from './read-run.ts';
import { LEFT_OUT, runSettings } from './run-settings.ts';

const PRIVATE = 0o600;
const CONNECTIONS_MAX = 4;
const NOBODY = 'nobody';
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
    examples: { type: 'string', default: '3' },
    phases: { type: 'string', default: 'fuzzing' },
    roles: { type: 'string' },
    seed: { type: 'string', default: '1' },
    'at-a-time': { type: 'string', default: '2' },
  },
});
const { url, 'sign-ins': signIns, out, program } = values;
if (url === undefined || signIns === undefined || out === undefined)
  throw new Error('needs --url, --sign-ins (the file that a platform with the sample writes) and --out');

/** One person a role: the first who has it. */
const persons = (tsv: string): ReadonlyMap<string, readonly [login: string, password: string]> => {
  const byRole = new Map<string, readonly [string, string]>();
  for (const line of tsv.split('\n').filter((text) => text !== '')) {
    const [login = '', password = '', role = ''] = line.split('\t');
    if (!byRole.has(role)) byRole.set(role, [login, password]);
  }
  return byRole;
};

const personOf = async (from: HttpClient, cookie: string): Promise<string> => {
  const { body: said } = await from.send({ method: 'GET', path: '/v1/me', headers: { cookie } });
  return (JSON.parse(said.toString('utf8')) as Readonly<{ personId: string }>).personId;
};

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
const people = persons(await readFile(signIns, 'utf8'));
const roles = values.roles?.split(',') ?? [NOBODY, ...people.keys()];

const cookieOf = async (role: string): Promise<string | undefined> => {
  const [login, password] = people.get(role) ?? [];
  if (login === undefined || password === undefined) return undefined;
  return cookiesFor(await signIn(client, login, password), `${client.origin}/v1/me`);
};

const known = new Map<string, Set<string>>();
const own = new Set<string>();
for (const role of [NOBODY, ...people.keys()]) {
  const cookie = await cookieOf(role);
  await gatherKnown(client, document, { cookie, known });
  if (cookie !== undefined) own.add(await personOf(client, cookie));
}
// Nobody of the run is put out of office by another, or by himself.
for (const some of known.values()) for (const personId of own) some.delete(personId);
for (const name of NEVER_KNOWN) known.delete(name);
process.stderr.write(`known: ${[...known].map(([name, { size }]) => `${name} ${size}`).join(', ')}\n`);

const runAs = async (role: string): Promise<void> => {
  const settings = join(directory, `${role}.toml`);
  const report = join(directory, `${role}.ndjson`);
  await writeFile(settings, runSettings(known, await cookieOf(role)), { mode: PRIVATE });
  const began = performance.now();
  await ended(program, [
    ...['--config-file', settings, 'run', `${url}/openapi.json`],
    ...['--phases', values.phases, '--max-examples', values.examples, '--seed', values.seed, '--no-shrink'],
    ...['--generation-database', 'none', '--suppress-health-check', 'all', '--warnings', 'off'],
    ...['--report', 'ndjson', '--report-ndjson-path', report],
    ...LEFT_OUT.flatMap((path) => ['--exclude-path', path]),
    ...positionals,
  ]);
  const read = readRun(await readFile(report, 'utf8'));
  await writeFile(join(directory, `${role}.json`), JSON.stringify(read, null, 1));
  const seconds = Math.round((performance.now() - began) / 1_000);
  const counted = Object.entries(read.statuses).map(([status, count]) => `${count} × ${status}`);
  process.stdout.write(`${role}: ${read.cases} cases in ${seconds} s, ${counted.join(', ')}\n`);
  const kinds = Map.groupBy(
    read.findings,
    ({ check, operation, status, reason }) => `${check} ${status} ${reason} ${operation}`,
  );
  for (const [kind, found] of [...kinds].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    process.stdout.write(`  ${kind}: ${found.length}\n`);
};

const waiting = [...roles];
const runNext = async (): Promise<void> => {
  for (let role = waiting.shift(); role !== undefined; role = waiting.shift()) await runAs(role);
};
await Promise.all(Array.from({ length: Number(values['at-a-time']) }, runNext));
client.close();
