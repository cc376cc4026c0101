import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { recoverCluster } from './backup/cluster-copy.ts';
import { DESTROYED_LIST, readDestroyed, takeOut } from './backup/destroyed-files.ts';
import { ensureDataDirectory } from './data-directory.ts';

const run = promisify(execFile);

const USAGE = `restore --from DIR --data DIR --master-key FILE [--until MOMENT] [--destroyed FILE]

  Makes a data directory (it must not hold a database yet) of a backup and of the master key, which is kept apart from all backups.
  --until MOMENT  goes no further than this moment, in UTC (2026-11-23T05:00:00Z); else to the end of what was archived
  --destroyed FILE  the newest list of destroyed files, where the backup's own is older: what stands on it is not brought back`;

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/u;

type Wanted = Readonly<{ from: string; to: string; masterKey: string; until: string | undefined; destroyed: string }>;

const restore = async ({ from, to, masterKey, until, destroyed }: Wanted): Promise<void> => {
  const copies = (await readdir(join(from, 'base'))).filter((name) => !name.endsWith('.part')).toSorted();
  // Names are moments: the newest copy that began before the moment asked for.
  const limit = until?.replaceAll(/[-:]/gu, '').replace(/\.\d+/u, '');
  const base = copies.filter((name) => limit === undefined || name <= limit).at(-1);
  if (base === undefined) throw new Error(`${from} holds no copy${until === undefined ? '' : ` from before ${until}`}`);
  // Read first: without it files would come back that two persons have destroyed.
  const gone = await readDestroyed(destroyed);
  const data = await ensureDataDirectory(to);
  if ((await readdir(data.path)).includes('database'))
    throw new Error(`${to} holds a database already: nothing is restored over it`);
  await run('mkdir', ['-m', '711', data.database]);
  await run('cp', ['-a', join(from, 'superuser-password'), data.database]);
  for (const secret of await readdir(join(from, 'secrets')))
    await run('cp', ['-a', join(from, 'secrets', secret), join(to, 'secrets')]);
  await run('cp', ['-a', masterKey, data.masterKeyFile]);
  await run('cp', ['-a', join(from, 'evidence'), to]);
  await takeOut(to, gone);
  await recoverCluster({ base: join(from, 'base', base), wal: join(from, 'wal'), directory: data.database, until });
  process.stdout.write(
    `restored the copy ${base} into ${to}${until === undefined ? ', to the end of the archived log' : `, to ${until}`}\n`,
  );
};

const { values } = parseArgs({
  strict: true,
  options: {
    from: { type: 'string' },
    data: { type: 'string' },
    'master-key': { type: 'string' },
    until: { type: 'string' },
    destroyed: { type: 'string' },
  },
});
const { from, data, 'master-key': masterKey, until, destroyed } = values;
if (
  from === undefined ||
  data === undefined ||
  masterKey === undefined ||
  (until !== undefined && !MOMENT.test(until))
) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  const list = resolve(destroyed ?? join(from, DESTROYED_LIST));
  await restore({ from: resolve(from), to: resolve(data), masterKey: resolve(masterKey), until, destroyed: list });
}
