import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ensureMasterKeyFile } from '@jiangong/privacy/postgres';
import { SERVICE_NAMES, type ServiceName } from './service-names.ts';

/** Where everything lies that is kept between runs. */
export type DataDirectory = Readonly<{
  path: string;
  database: string;
  evidence: string;
  /** What the sample's loader writes: who may sign in with which password. */
  sampleSignIns: string;
  logs: string;
  compileCache: string;
  /** Where the services listen for each other. */
  sockets: string;
  masterKeyFile: string;
}>;

/** What the supervisor alone knows and hands to each service as far as it needs it. */
export type Secrets = Readonly<{
  serviceTokenPrivateKey: string;
  serviceTokenPublicKey: string;
  databasePasswords: Readonly<Record<ServiceName, string>>;
}>;

/**
 * Makes the folders. The directory itself is 0711, not 0700: the embedded server runs as a user of its own when we are root and
 * must pass through to its cluster; everything with content is 0700 or 0600.
 */
export const ensureDataDirectory = async (path: string): Promise<DataDirectory> => {
  await mkdir(path, { recursive: true, mode: 0o711 });
  await chmod(path, 0o711);
  for (const folder of ['secrets', 'evidence', 'logs', 'compile-cache', 'sockets']) {
    await mkdir(join(path, folder), { recursive: true, mode: 0o700 });
    await chmod(join(path, folder), 0o700);
  }
  return {
    path,
    database: join(path, 'database'),
    evidence: join(path, 'evidence'),
    sampleSignIns: join(path, 'sample-sign-ins.tsv'),
    logs: join(path, 'logs'),
    compileCache: join(path, 'compile-cache'),
    sockets: join(path, 'sockets'),
    masterKeyFile: join(path, 'secrets', 'master-key'),
  };
};

const syncDirectory = async (path: string): Promise<void> => {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
};

/** Reads the file, or makes it, 0600 and on the disk before anybody uses what stands in it. */
const readOrMake = async (path: string, make: () => string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const made = make();
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(made);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  await syncDirectory(dirname(path));
  return made;
};

type KeyPair = Readonly<{ privateKey: string; publicKey: string }>;

const newKeyPair = (): KeyPair =>
  generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });

const PASSWORD_BYTES = 32;

const newPasswords = (): Record<ServiceName, string> =>
  Object.fromEntries(
    SERVICE_NAMES.map((service) => [service, randomBytes(PASSWORD_BYTES).toString('base64url')]),
  ) as Record<ServiceName, string>;

/** Makes the secrets at the first start and reads them at every later one. The master key lies in a file of its own. */
export const ensureSecrets = async ({
  path,
  masterKeyFile,
}: Pick<DataDirectory, 'path' | 'masterKeyFile'>): Promise<Secrets> => {
  const secrets = join(path, 'secrets');
  await ensureMasterKeyFile(masterKeyFile);
  const pair = JSON.parse(
    await readOrMake(join(secrets, 'service-token-keys.json'), () => JSON.stringify(newKeyPair())),
  ) as KeyPair;
  const kept = JSON.parse(
    await readOrMake(join(secrets, 'database-passwords.json'), () => JSON.stringify(newPasswords())),
  ) as Partial<Record<ServiceName, string>>;
  const missing = SERVICE_NAMES.filter((service) => kept[service] === undefined);
  if (missing.length > 0)
    throw new Error(
      `database-passwords.json names no password for ${missing.join(', ')}: it was made by another version`,
    );
  return {
    serviceTokenPrivateKey: pair.privateKey,
    serviceTokenPublicKey: pair.publicKey,
    databasePasswords: kept as Record<ServiceName, string>,
  };
};
