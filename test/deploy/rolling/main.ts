import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { HttpClient } from '../../journeys/demo/http/http-client.ts';
import { Cluster, isMember, SERVICES } from '../cluster/cluster.ts';
import { type Installation, prepareInstallation } from '../cluster/installation.ts';
import type { Replica } from '../cluster/replica.ts';
import { Small } from '../cluster/small-committee.ts';
import { makeNextVersion, NEXT_TABLE, thisVersion } from '../cluster/version.ts';
import { CLIENTS, type LoadReport, startLoad } from './steady-load.ts';

/** The load runs so long before the first and after the last replacement. */
const CALM_MS = 3_000;

/** A new replica is left in peace for so long before the next one goes, as the chart's `minReadySeconds` (5) has it. */
const MIN_READY_MS = 3_000;

/** What the readers may take after the load has ended. */
const CATCH_UP_MS_MAX = 30_000;

const FAILURES_SHOWN_MAX = 20;

const { values } = parseArgs({ strict: true, options: { only: { type: 'string' } } });
/** What is replaced: everything, or what was named (the rest runs once). */
const replaced: ReadonlySet<string> = new Set(values.only?.split(',') ?? [...SERVICES, 'gateway']);
for (const name of replaced)
  if (!isMember(name)) throw new Error(`--only takes ${[...SERVICES, 'gateway'].join(', ')}; not ${name}`);

const startedMs = performance.now();
const nowMs = (): number => performance.now() - startedMs;
const say = (line: string): void =>
  void process.stdout.write(`${(nowMs() / 1_000).toFixed(1).padStart(7)} s  ${line}\n`);

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Acknowledged events that do not stand in the log exactly once. */
const notOnce = async ({ admin }: Installation, { acknowledged }: LoadReport): Promise<readonly string[]> => {
  const ids = acknowledged.flatMap(({ eventIds }) => eventIds);
  const { rows } = await admin.query<{ id: string; times: number }>(
    `select a.id, count(e.position)::int as times from unnest($1::text[]) a(id)
       left join log.event e on e.entry::json->>'eventId' = a.id group by a.id having count(e.position) <> 1`,
    [ids],
  );
  return rows.map(({ id, times }) => `${id}: ${times} times`);
};

/** The new read model must hold what the log holds, though both versions served while it was built. */
const newReadModelIsWhole = async ({ admin }: Installation): Promise<string | undefined> => {
  for (const until = nowMs() + CATCH_UP_MS_MAX; ; await wait(100)) {
    const { rows } = await admin.query<{ counted: number; logged: number }>(
      `select (select coalesce(sum(events), 0)::int from organizations.${NEXT_TABLE}) as counted,
              (select count(*)::int from log.event where stream like 'organizations.%') as logged`,
    );
    const found = rows[0] ?? { counted: 0, logged: -1 };
    if (found.counted === found.logged) return undefined;
    if (nowMs() > until) return `the new read model counted ${found.counted} of ${found.logged} events`;
  }
};

const logIsWhole = async ({ admin }: Installation): Promise<string | undefined> => {
  const { rows } = await admin.query<{ events: number; head: number; streams: number; chained: number }>(
    `select count(*)::int as events, max(position)::int as head, count(distinct stream)::int as streams,
            count(*) filter (where revision > 0 and entry::json->>'prev' = encode(before, 'hex'))::int as chained
       from (select e.*, lag(hash) over (partition by stream order by revision) as before from log.event e) e`,
  );
  const { events = 0, head = -1, streams = 0, chained = -1 } = rows[0] ?? {};
  return events === head && events - streams === chained
    ? undefined
    : `the log: ${events} events, the last position ${head}, ${chained} of ${events - streams} chained`;
};

const replaceAll = async (cluster: Cluster, installation: Installation): Promise<readonly number[]> => {
  const next = await makeNextVersion(join(installation.directory, 'next'));
  await installation.migrate(next);
  const stopped: number[] = [];
  const replace = async (replica: Replica): Promise<void> => {
    const tookMs = await replica.stop();
    stopped.push(tookMs);
    await replica.start(next);
    await wait(MIN_READY_MS);
    say(`${replica.plan.name} is of ${replica.version}; the old one had ended in ${(tookMs / 1_000).toFixed(1)} s`);
  };
  for (const replica of cluster.all) if (replaced.has(replica.plan.service)) await replace(replica);
  return stopped;
};

const rehearse = async (installation: Installation, cluster: Cluster): Promise<readonly string[]> => {
  await cluster.start(thisVersion);
  say(`${cluster.all.length} processes of ${thisVersion.name} are ready, with mutual TLS`);
  const client = new HttpClient(cluster.balancer.origin, CLIENTS * 2);
  try {
    const small = await Small.found(client, await cluster.setUpLink());
    const { report, end } = startLoad(small, nowMs);
    await wait(CALM_MS);
    say(`under load: ${CLIENTS} clients, orders and questions, nothing sent twice`);
    const stopped = await replaceAll(cluster, installation);
    await wait(CALM_MS);
    await end();
    const took = report.tookMs.toSorted((one, other) => one - other);
    say(
      `${report.orders} orders, ${report.questions} questions, ${report.failures.length} failed; p50 ${percentile(took, 0.5).toFixed(0)} ms, p99 ${percentile(took, 0.99).toFixed(0)} ms`,
    );
    say(`a replica ended within ${(Math.max(...stopped) / 1_000).toFixed(1)} s of SIGTERM`);
    for (const { atMs, what, why } of report.failures.slice(0, FAILURES_SHOWN_MAX))
      say(`  failed at ${(atMs / 1_000).toFixed(1)} s: ${what}: ${why}`);
    const wrong = [
      ...(await notOnce(installation, report)),
      await newReadModelIsWhole(installation),
      await logIsWhole(installation),
    ];
    if (report.acknowledged.length === 0) wrong.push('nothing was acknowledged: the rehearsal proves nothing');
    return [
      ...(report.failures.length > 0 ? [`${report.failures.length} requests failed`] : []),
      ...wrong.filter((one) => one !== undefined),
    ];
  } finally {
    client.close();
  }
};

const directory = await mkdtemp(join(tmpdir(), 'jiangong-rolling-'));
const installation = await prepareInstallation(directory, thisVersion);
const cluster = await Cluster.plan(installation, replaced);
const messageOf = (error: unknown): readonly string[] => [error instanceof Error ? error.message : String(error)];
const wrong = await rehearse(installation, cluster).catch(messageOf);
// What went wrong with the rehearsal itself is told first; an end that is not in order counts, too.
const atTheEnd = await cluster.stop().then(() => [], messageOf);
await installation.stop();
const all = [...wrong, ...atTheEnd];
if (all.length === 0) await rm(directory, { recursive: true, force: true });
for (const one of all.slice(0, FAILURES_SHOWN_MAX)) say(one);
say(
  all.length === 0
    ? 'held: no request failed, every acknowledged order stands in the log once'
    : `FAILED (kept in ${directory})`,
);
if (all.length > 0) process.exitCode = 1;
