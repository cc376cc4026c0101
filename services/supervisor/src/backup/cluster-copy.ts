import { execFile } from 'node:child_process';
import { access, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createPool, isDatabaseAway, startEmbeddedPostgres } from '@jiangong/database/postgres';

const run = promisify(execFile);

/** What a copy of a running cluster leaves out (PostgreSQL's manual, "Making a Base Backup Using the Low Level API"), and our archive. */
const LEFT_OUT = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pgsql_tmp',
  'postmaster.pid',
  'postmaster.opts',
  'log',
  'archive',
  'start.log',
];

/** Made anew, empty, in a restored cluster. */
const EMPTY = [
  'pg_wal',
  'pg_wal/archive_status',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
];

/** The server archives into a folder of its own cluster, the one place that is certainly its; from there it is taken away. */
const ARCHIVE = 'archive';

/** The log of what is written reaches the archive after so many seconds at most, however little it is. */
export const archiveSettings = (seconds: number): readonly string[] => [
  'archive_mode=on',
  `archive_timeout=${seconds}`,
  `archive_command='mkdir -p ${ARCHIVE} && test ! -f ${ARCHIVE}/%f && cp %p ${ARCHIVE}/%f.part && sync ${ARCHIVE}/%f.part && mv ${ARCHIVE}/%f.part ${ARCHIVE}/%f'`,
];

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false, // nothing archived yet, or already taken
  );

/** With owners and times: the server's user owns its cluster. */
const copy = (from: string, to: string): Promise<unknown> => run('cp', ['-a', from, to]);

/** Takes what was archived to the backup, each file whole or not at all; answers how many were new. */
export const takeArchive = async (cluster: string, backup: string): Promise<number> => {
  const [from, to] = [join(cluster, ARCHIVE), join(backup, 'wal')];
  await mkdir(to, { recursive: true, mode: 0o700 });
  if (!(await isThere(from))) return 0;
  const names = (await readdir(from)).filter((name) => !name.endsWith('.part'));
  for (const name of names) {
    await copy(join(from, name), join(to, `${name}.part`));
    await run('mv', [join(to, `${name}.part`), join(to, name)]);
    await rm(join(from, name));
  }
  return names.length;
};

/** A copy of the running cluster, good together with the log archived since it began. */
export const copyCluster = async (adminUrl: string, cluster: string, to: string): Promise<void> => {
  const admin = createPool({ url: adminUrl, connectionsMax: 1, applicationName: 'jiangong backup' });
  try {
    // Start and stop must be said on one connection: a transaction holds it, and writes nothing.
    await admin.transaction(async (client) => {
      await client.query(
        "select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)",
      );
      await client.query("select pg_backup_start('jiangong', true)");
      await mkdir(to, { recursive: true, mode: 0o700 });
      for (const name of await readdir(cluster))
        if (!LEFT_OUT.includes(name)) await copy(join(cluster, name), join(to, name));
      const { rows } = await client.query<{ labelfile: string; spcmapfile: string }>(
        'select labelfile, spcmapfile from pg_backup_stop(true)',
      );
      await writeFile(join(to, 'backup_label'), rows[0]?.labelfile ?? '');
    });
  } finally {
    await admin.close();
  }
};

const LOOK_EVERY_MS = 200;

/** A year of a province goes through in minutes; what takes longer is stuck. */
const RECOVERY_MS_MAX = 3_600_000;

/** The server says that it has started while it still goes through the log, and lets nobody in: until it does. */
const recovered = async (url: string): Promise<void> => {
  const admin = createPool({ url, connectionsMax: 1, applicationName: 'jiangong restore', onTrouble: () => undefined });
  try {
    for (const until = performance.now() + RECOVERY_MS_MAX; ; await sleep(LOOK_EVERY_MS)) {
      const inRecovery = await admin.query<{ still: boolean }>('select pg_is_in_recovery() as still').then(
        ({ rows }) => rows[0]?.still ?? true,
        (error: unknown) => {
          if (!isDatabaseAway(error)) throw error;
          return true;
        },
      );
      if (!inRecovery) return;
      if (performance.now() > until) throw new Error(`the log was not gone through within ${RECOVERY_MS_MAX} ms`);
    }
  } finally {
    await admin.close();
  }
};

export type Recovery = Readonly<{ base: string; wal: string; directory: string; until: string | undefined }>;

/** Makes a cluster of a copy, and lets it go through the archived log up to its end or to a moment. The directory holds no cluster yet. */
export const recoverCluster = async ({ base, wal, directory, until }: Recovery): Promise<void> => {
  const cluster = join(directory, 'cluster');
  await copy(base, cluster);
  await copy(wal, join(cluster, 'restored-wal'));
  const { uid, gid } = await stat(join(cluster, 'PG_VERSION'));
  for (const name of EMPTY) await mkdir(join(cluster, name), { recursive: true, mode: 0o700 });
  // Read before the server knows abbreviations of zones: an offset instead of Z.
  const target =
    until === undefined
      ? ''
      : `recovery_target_time = '${until.replace('T', ' ').replace('Z', '+00')}'\nrecovery_target_action = 'promote'\n`;
  const kept = await readFile(join(cluster, 'postgresql.auto.conf'), 'utf8');
  // Nobody is let in before it is done.
  await writeFile(
    join(cluster, 'postgresql.auto.conf'),
    `${kept}restore_command = 'cp restored-wal/%f %p'\nhot_standby = off\n${target}`,
  );
  await writeFile(join(cluster, 'recovery.signal'), '');
  await run('chown', ['-R', `${uid}:${gid}`, cluster]);
  await run('chmod', ['700', cluster]);
  const server = await startEmbeddedPostgres({ directory });
  try {
    await recovered(server.url);
  } finally {
    await server.stop();
  }
  await writeFile(join(cluster, 'postgresql.auto.conf'), kept);
  await rm(join(cluster, 'restored-wal'), { recursive: true });
};
