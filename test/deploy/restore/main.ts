import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createPool } from '@jiangong/database/postgres';
import { HttpClient } from '../../journeys/demo/http/http-client.ts';
import { signIn } from '../../journeys/demo/http/sign-in.ts';
import { ChildPlatform } from '../../journeys/demo/platform/child-platform.ts';
import { FIRST_OFFICER } from '../../journeys/demo/world/people.ts';
import { Small } from '../cluster/small-committee.ts';
import { thisVersion } from '../cluster/version.ts';

const run = promisify(execFile);

/** The database gives what it wrote to its archive after at most so long, and the backup takes it from there as often. */
const ARCHIVE_SECONDS = 3;
const ORDERS_AFTER_COPY = 40;
const REACHABLE = 0o755;
const PAUSE_MS = 150;

const startedMs = performance.now();
const say = (line: string): void =>
  void process.stdout.write(`${((performance.now() - startedMs) / 1_000).toFixed(1).padStart(7)} s  ${line}\n`);

type Entry = Readonly<{ position: number; hash: string; event_id: string }>;

/** The whole log as the superuser of a data directory sees it, with what is wrong with its chain. */
const readLog = async (data: string): Promise<Readonly<{ entries: readonly Entry[]; broken: number }>> => {
  const { database } = JSON.parse(await readFile(join(data, 'ports.json'), 'utf8')) as { database: number };
  const password = await readFile(join(data, 'database/superuser-password'), 'utf8');
  const admin = createPool({
    url: `postgres://jiangong_admin:${encodeURIComponent(password)}@127.0.0.1:${database}/jiangong`,
    connectionsMax: 1,
  });
  try {
    const { rows } = await admin.query<Entry & { good: boolean }>(
      `select position, encode(hash, 'hex') as hash, entry::json->>'eventId' as event_id,
              sha256(convert_to(entry, 'UTF8')) = hash and entry::json->>'prev' is not distinct from encode(lag(hash) over (partition by stream order by revision), 'hex')
                and position = row_number() over (order by position) as good
         from log.event order by position`,
    );
    return { entries: rows, broken: rows.filter(({ good }) => !good).length };
  } finally {
    await admin.close();
  }
};

type Acknowledged = Readonly<{ eventId: string; atMs: number }>;

const order = async (small: Small): Promise<Acknowledged> => {
  const body = {
    parentId: small.committee,
    kind: 'unit',
    nameZh: '演练单位（虚构）',
    nameEn: 'A unit of the rehearsal (invented)',
    code: '',
  };
  const answer = await small.send(small.officer, '/v1/organizations', { key: randomUUID(), body });
  if (answer.status >= 300) throw new Error(`an order was answered ${answer.status}`);
  const { receipt } = JSON.parse(answer.body.toString('utf8')) as {
    receipt: { events: readonly { eventId: string }[] };
  };
  return { eventId: receipt.events[0]?.eventId ?? '', atMs: Date.now() };
};

const job = async (program: string, ...given: readonly string[]): Promise<void> => {
  const { stdout } = await run(process.execPath, [thisVersion.program('supervisor', program), ...given]);
  say(`  ${stdout.trim()}`);
};

/** Kills the supervisor and its database at once, as a machine that is gone: its services end by themselves. */
const lose = async (platform: ChildPlatform, data: string): Promise<void> => {
  const pids = Object.values(
    JSON.parse(await readFile(join(data, 'children.json'), 'utf8')) as Record<string, { pid: number }>,
  ).map(({ pid }) => pid);
  const postmaster = Number((await readFile(join(data, 'database/cluster/postmaster.pid'), 'utf8')).split('\n')[0]);
  for (const pid of [platform.pid ?? 0, ...pids, postmaster]) if (pid > 0) process.kill(pid, 'SIGKILL');
};

type Restored = Readonly<{ from: string; to: string; key: string; until?: string }>;

/** Restores into a fresh directory, starts the platform on it and looks at everything. */
const restoreAndLook = async (
  { from, to, key, until }: Restored,
  before: readonly Entry[],
  login: Readonly<{ name: string; password: string }>,
) => {
  const started = performance.now();
  await job(
    'restore',
    '--from',
    from,
    '--data',
    to,
    '--master-key',
    key,
    ...(until === undefined ? [] : ['--until', until]),
  );
  const platform = await ChildPlatform.start({ dataDirectory: to, now: new Date().toISOString() });
  const rtoMs = performance.now() - started;
  const wrong: string[] = [];
  try {
    await platform.untilQuiet();
    const { entries, broken } = await readLog(to);
    if (broken > 0) wrong.push(`${broken} entries of the restored log are not chained, or not in their place`);
    const other = entries.filter(({ hash }, n) => n < before.length && hash !== before[n]?.hash).length;
    if (other > 0) wrong.push(`${other} entries differ from those that were lost`);
    const { compared = [] } = (await platform.ask({ kind: 'compare?' })) as {
      compared?: readonly { service: string; reader: string; equal: boolean }[];
    };
    for (const { service, reader, equal } of compared)
      if (!equal) wrong.push(`${service}: ${reader} rebuilt from zero differs`);
    if (compared.length === 0) wrong.push('no read model was compared');
    const client = new HttpClient(platform.origin, 2);
    await signIn(client, login.name, login.password);
    client.close();
    say(
      `  ${entries.length} events, chained; ${compared.length} read models equal to their rebuilding; the officer signed in; back after ${(rtoMs / 1_000).toFixed(1)} s`,
    );
    return { wrong, entries, rtoMs };
  } finally {
    await platform.stop();
  }
};

const rehearse = async (directory: string): Promise<readonly string[]> => {
  const [data, backup, key] = [join(directory, 'data'), join(directory, 'backup'), join(directory, 'key-kept-apart')];
  await mkdir(data);
  process.env['ARCHIVE_SECONDS'] = String(ARCHIVE_SECONDS);
  const platform = await ChildPlatform.start({ dataDirectory: data, now: new Date().toISOString() });
  const client = new HttpClient(platform.origin, 4);
  const small = await Small.found(client, platform.setUpLink ?? { url: '', code: '' });
  say('a committee works');
  await cp(join(data, 'secrets/master-key'), key);
  await job('backup', '--data', data, '--to', backup);
  const acknowledged: Acknowledged[] = [];
  let middle: Readonly<{ at: string; count: number }> | undefined;
  let lastShippedMs = Date.now();
  for (let n = 1; n <= ORDERS_AFTER_COPY; n++) {
    acknowledged.push(await order(small));
    await wait(PAUSE_MS);
    if (Date.now() - lastShippedMs > ARCHIVE_SECONDS * 1_000) {
      await job('backup', '--data', data, '--to', backup, '--log-only');
      lastShippedMs = Date.now();
    }
    if (n === ORDERS_AFTER_COPY / 2) {
      await wait(1_000);
      middle = { at: new Date().toISOString(), count: n };
      await wait(1_000);
    }
  }
  const before = (await readLog(data)).entries;
  const lostAtMs = Date.now();
  await lose(platform, data);
  client.close();
  say(`${acknowledged.length} more orders, then the machine is lost`);
  await rm(data, { recursive: true, force: true });

  const officer = small.play.world.people.find(({ code }) => code === FIRST_OFFICER);
  const login = { name: officer?.login ?? '', password: small.play.password(FIRST_OFFICER) };
  say('restored to the end of what was archived');
  const end = await restoreAndLook({ from: backup, to: join(directory, 'restored'), key }, before, login);
  const there = new Set(end.entries.map(({ event_id }) => event_id));
  const missing = acknowledged.filter(({ eventId }) => !there.has(eventId));
  const rpoMs = missing.length === 0 ? 0 : lostAtMs - (missing[0]?.atMs ?? lostAtMs);
  say(
    `RPO measured: ${missing.length} of ${acknowledged.length} orders lost, the oldest ${(rpoMs / 1_000).toFixed(1)} s before the loss. RTO measured: ${(end.rtoMs / 1_000).toFixed(1)} s`,
  );
  say(`restored to ${middle?.at ?? ''}`);
  const toMiddle = await restoreAndLook(
    { from: backup, to: join(directory, 'restored-to-a-moment'), key, until: middle?.at ?? '' },
    before,
    login,
  );
  const kept = new Set(toMiddle.entries.map(({ event_id }) => event_id));
  const wrongMoment = acknowledged.filter(({ eventId }, n) => kept.has(eventId) !== n < (middle?.count ?? 0)).length;
  return [
    ...end.wrong,
    ...toMiddle.wrong,
    ...(wrongMoment > 0 ? [`${wrongMoment} orders stand on the wrong side of the moment`] : []),
  ];
};

const directory = await mkdtemp(join(tmpdir(), 'jiangong-restore-'));
await chmod(directory, REACHABLE);
const wrong = await rehearse(directory).catch((error: unknown) => [(error as Error).message]);
wrong.forEach(say);
say(wrong.length === 0 ? 'held: what was archived came back whole' : `FAILED (kept in ${directory})`);
if (wrong.length === 0) await rm(directory, { recursive: true, force: true });
else process.exitCode = 1;
