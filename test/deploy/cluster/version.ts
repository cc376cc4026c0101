import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';

/** A built tree of the platform. */
export type Version = Readonly<{ name: string; program: (service: string, program?: string) => string }>;

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const versionAt = (root: string, name: string): Version => ({
  name,
  program: (service, program = 'main') =>
    program === 'main'
      ? join(root, 'dist/services', service, 'main.js')
      : join(root, 'services', service, 'dist', `${program}.js`),
});

/** What is built here. */
export const thisVersion: Version = versionAt(ROOT, 'this version');

const WITHOUT = new Set(['src', 'test', 'bench', 'node_modules', 'README.md']);

/** Copies what an image holds: the built programs. Vendors are linked, packages of ours are those of the copy. */
const copyTree = async (to: string): Promise<void> => {
  const packages = join(to, 'node_modules', '@jiangong');
  await mkdir(packages, { recursive: true });
  for (const kind of ['libs', 'services']) {
    const filter = (path: string): boolean => !WITHOUT.has(basename(path));
    await cp(join(ROOT, kind), join(to, kind), { recursive: true, filter });
    for (const name of await readdir(join(to, kind)))
      await symlink(join('..', '..', kind, name), join(packages, kind === 'libs' ? name : `${name}-service`));
  }
  for (const name of await readdir(join(ROOT, 'node_modules'))) {
    if (name === '@jiangong' || name.startsWith('.')) continue;
    await symlink(join(ROOT, 'node_modules', name), join(to, 'node_modules', name));
  }
  for (const path of ['package.json', 'dist/services', 'deploy/bundle'])
    await cp(join(ROOT, path), join(to, path), { recursive: true });
};

/** The table that the next version brings. */
export const NEXT_TABLE = 'organization_events_counted';

/**
 * What a next version may bring while the old one still serves: a read model under a name of its own, beside the old ones. It is
 * written as built JavaScript, since the next version is a built tree.
 */
const NEXT_READ_MODEL = `
const counted = {
  name: 'organization-events-counted',
  version: 1,
  tables: 'create table if not exists ${NEXT_TABLE} (stream text primary key, events integer not null)',
  tableNames: ['${NEXT_TABLE}'],
  source: { kind: 'log', streamPrefixes: ['organizations.'] },
  apply: async (rows, { stream }) => {
    await rows.query('insert into ${NEXT_TABLE} as c values ($1, 1) on conflict (stream) do update set events = c.events + 1', [stream]);
  },
};
`;

/** The next version: the same programs as a tree of their own, with one more read model in one of them. */
export const makeNextVersion = async (directory: string): Promise<Version> => {
  await copyTree(directory);
  const path = join(directory, 'services', 'organizations', 'dist', 'organizations-service.js');
  const built = await readFile(path, 'utf8');
  const changed = built.replace(/projections: \[\s*/u, (found) => `${found}counted, `);
  if (changed === built)
    throw new Error('the built service does not name its projections as it did: the next version can not be made');
  const body = changed.replace(
    /export const organizationsService/u,
    `${NEXT_READ_MODEL}export const organizationsService`,
  );
  await writeFile(path, body);
  await promisify(execFile)(process.execPath, [join(directory, 'deploy/bundle/bundle-service.mjs'), 'organizations']);
  return versionAt(directory, 'the next version');
};
