import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { SqlClient } from '@jiangong/database';
import { SERVICES } from '../../fault-cases.ts';
import { LogChain } from '../../invariants/log-chain.ts';
import { readLog } from '../../invariants/stored-log.ts';
import type { MatrixCase, Scene } from '../matrix-case.ts';

const EVENTS_LOST = 5;
const REFUSES_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 100;

/** As a DBA can, and nobody else: past the triggers that keep history as it is. */
const asDba = <T>({ platform }: Scene, work: (client: SqlClient) => Promise<T>): Promise<T> =>
  platform.sql.transaction(async (client) => {
    await client.query('set local session_replication_role = replica');
    return work(client);
  });

const saysAheadOfLog = async ({ platform }: Scene): Promise<boolean> =>
  (await readFile(join(platform.directory, 'logs', 'merit-projects.log'), 'utf8')).includes('but the log ends at');

/**
 * The log's table comes from an older backup than the read models. All services are frozen first, so that nobody appends to what is
 * shorter now; started on it they must refuse to serve, until the log is whole again.
 */
const olderLog: MatrixCase = {
  row: 13,
  fault: 'older backup restored',
  point: 'the log is older than the read models',
  alone: true,
  run: async (scene) => {
    const { platform, injected, refusing, broken, workload } = scene;
    await workload.pause();
    await platform.recovered();
    await Promise.all(SERVICES.map((service) => platform.signal(service, 'SIGSTOP')));
    await asDba(scene, async (client) => {
      await client.query(
        `create table public.lost as select * from log.event where position > (select max(position) - ${EVENTS_LOST} from log.event)`,
      );
      await client.query('delete from log.event where position in (select position from public.lost)');
    });
    await Promise.all(SERVICES.map((service) => platform.signal(service, 'SIGKILL')));
    injected('older log');
    workload.resume();
    await refusing(async () => {
      const until = performance.now() + REFUSES_WITHIN_MS;
      while (!(await saysAheadOfLog(scene)) && performance.now() < until) await wait(LOOK_EVERY_MS);
      if (!(await saysAheadOfLog(scene))) broken('no service said that the log ends before what it has read');
      if ((await platform.statuses())['merit-projects']?.ready)
        broken('a service serves over a log that is older than its read models');
    });
    await asDba(scene, async (client) => {
      await client.query('insert into log.event select * from public.lost');
      await client.query('drop table public.lost');
    });
  },
};

/** A byte of one event's data is another: whoever holds the stored bytes against their hashes must name exactly that place. */
const tampered = (point: string, change: string): MatrixCase => ({
  row: 14,
  fault: 'row changed by a DBA',
  point,
  sample: true,
  run: async (scene) => {
    const { platform, injected, broken, dice } = scene;
    const { rows } = await platform.sql.query<{ position: number }>('select position from log.event order by position');
    const position = dice.pick(rows).position;
    await platform.sql.query('create table public.before as select * from log.event where position = $1', [position]);
    await asDba(scene, (client) => client.query(`update log.event set ${change} where position = $1`, [position]));
    injected('update');
    const chain = new LogChain();
    const named: string[] = [];
    for await (const page of readLog(platform.sql, 0)) named.push(...chain.take(page));
    if (!named.some((fault) => fault.startsWith(`I3: position ${position} `)))
      broken(`nobody named position ${position}`);
    await asDba(scene, async (client) => {
      await client.query(
        'update log.event e set data = b.data, entry = b.entry, hash = b.hash from public.before b where e.position = b.position',
      );
      await client.query('drop table public.before');
    });
  },
});

const notYet = (row: number, fault: string, point: string, why: string): MatrixCase => ({
  row,
  fault,
  point,
  notYet: why,
  run: () => Promise.reject(new Error(why)),
});

export const brokenLogCases: readonly MatrixCase[] = [
  olderLog,
  notYet(
    13,
    'older backup restored',
    'of everything together',
    'the log and the read models then agree: only a witness who has seen more can tell, and there is none yet (I4)',
  ),
  tampered('data of an event', `data = data || ' '`),
  tampered('entry of an event', `entry = entry || ' '`),
  notYet(
    14,
    'row changed by a DBA',
    'entry, hash and everything behind it',
    'a history made anew is told from the true one by signed checkpoints only, and there is no signer yet (I4)',
  ),
];
