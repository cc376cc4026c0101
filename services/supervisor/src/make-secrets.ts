import { randomBytes } from 'node:crypto';
import { access, chmod, chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { urlOf } from '@jiangong/database/postgres';
import { ensureCertificates } from './certificates.ts';
import { ensureSecrets } from './data-directory.ts';
import { SERVICE_NAMES } from './service-names.ts';

const USAGE = 'make-secrets --out DIR [--database HOST:PORT/NAME]';
const PASSWORD_BYTES = 32;

/** Passwords of the servers beside the platform. */
const SERVER_PASSWORDS = [
  'postgres-password',
  'redis-password',
  's3-access-key',
  's3-secret-key',
  'grafana-password',
  'kurrent-password',
  'kurrent-admin-password',
] as const;

/** The authority's key goes into no container; the master key has a rule of its own. */
const KEPT_CLOSED = new Set(['authority.key', 'master-key']);

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false, // not there, or not ours to see: the write says which
  );

/** What is there stays: a secret that changed under running services would lock them out. */
const writeOnce = async (path: string, make: () => string): Promise<void> => {
  if (!(await exists(path))) await writeFile(path, make(), { mode: 0o600 });
};

/** Whom our containers run as (deploy/docker). */
const CONTAINER_ID = 65_532;

/** The one secret that its reader refuses when others may read it. Only root can give it away; else it stays with who made it. */
const giveMasterKey = async (path: string): Promise<void> => {
  if (process.getuid?.() === 0) await chown(path, CONTAINER_ID, CONTAINER_ID);
  await chmod(path, 0o400);
};

/**
 * A container sees only what is mounted into it, as a user of its own whom this machine does not know: what lies inside can be read by
 * all, and the one folder around it is entered by its owner alone.
 */
const openToContainers = async (folder: string): Promise<void> => {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      await openToContainers(path);
      await chmod(path, 0o755);
    } else if (!KEPT_CLOSED.has(entry.name)) await chmod(path, 0o444);
  }
};

/**
 * Makes every secret of an installation that runs without a supervisor, as one file a secret, and renews certificates that run out soon.
 * Repeated, it keeps what is there. The master key is wanted for every restore: keep a copy apart from all backups.
 */
const makeSecrets = async (out: string, database: string): Promise<void> => {
  const at = (name: string): string => join(out, 'secrets', name);
  await mkdir(at(''), { recursive: true, mode: 0o700 });
  const secrets = await ensureSecrets({ path: out, masterKeyFile: at('master-key') });
  await writeOnce(at('service-token-private.pem'), () => secrets.serviceTokenPrivateKey);
  await writeOnce(at('service-token-public.pem'), () => secrets.serviceTokenPublicKey);
  for (const name of SERVER_PASSWORDS)
    await writeOnce(at(name), () => randomBytes(PASSWORD_BYTES).toString('base64url'));
  const password = await readFile(at('postgres-password'), 'utf8');
  await writeOnce(at('postgres-url'), () => `postgres://postgres:${password}@${database}`);
  await mkdir(at('database-url'), { recursive: true, mode: 0o700 });
  for (const service of SERVICE_NAMES)
    await writeOnce(at(`database-url/${service}`), () =>
      urlOf(`postgres://x@${database}`, { service, password: secrets.databasePasswords[service] }),
    );
  const renewed = await ensureCertificates(at('tls'), Date.now());
  await openToContainers(at(''));
  await giveMasterKey(at('master-key'));
  process.stdout.write(
    `secrets are in ${join(out, 'secrets')}${renewed.length > 0 ? `; new certificates for ${renewed.join(', ')}` : ''}\n`,
  );
};

const { values } = parseArgs({
  options: { out: { type: 'string' }, database: { type: 'string', default: 'postgres:5432/jiangong' } },
});
if (values.out === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else await makeSecrets(resolve(values.out), values.database);
