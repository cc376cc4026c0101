import { randomInt } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { GRPC_SERVICES, type ServiceName } from './service-names.ts';

export type Ports = Readonly<Record<ServiceName | 'database', number>>;

/** Where the gateway listens when nobody says otherwise and it is free. */
export const GATEWAY_PORT_DEFAULT = 8080;

/**
 * Ports are drawn from below the range from which Linux takes the near ends of outgoing connections (32768 on): a service that is
 * down for a moment finds its port free again, and nobody who tries to reach it meanwhile is connected to himself.
 */
const PORT_MIN = 15_000;
const PORT_MAX = 32_000;
const DRAWS_MAX = 200;

const NAMES = [...GRPC_SERVICES, 'gateway', 'database'] as const;

/** Listens on a port; `undefined` when somebody has it or we may not. */
const hold = (port: number, host: string): Promise<Server | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen(port, host, () => resolve(server));
  });

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening socket has no port');
  return address.port;
};

const release = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

const readKept = async (path: string): Promise<Partial<Ports>> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Partial<Ports>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
};

const LOOPBACK = '127.0.0.1';

const holdAny = async (host: string): Promise<Server> => {
  for (let draw = 1; draw <= DRAWS_MAX; draw++) {
    const server = await hold(randomInt(PORT_MIN, PORT_MAX), host);
    if (server) return server;
  }
  throw new Error(`no free port on ${host}`);
};

/** Where the gateway shall listen: `port` or nowhere; `preferred` if it is free. */
export type GatewayWish = Readonly<{ host: string; port?: number | undefined; preferred?: number | undefined }>;

const firstChoice = (name: (typeof NAMES)[number], kept: Partial<Ports>, wish: GatewayWish): number | undefined =>
  name === 'gateway' ? (wish.port ?? kept.gateway ?? wish.preferred) : kept[name];

/**
 * The ports of the last run where they are free, else other free ones; kept for the next run. All are held at once while
 * choosing, so that none is given twice. Throws when the gateway's port was asked for and is taken.
 */
export const choosePorts = async (directory: string, gateway: GatewayWish): Promise<Ports> => {
  const path = join(directory, 'ports.json');
  const kept = await readKept(path);
  const held = new Map<string, Server>();
  try {
    for (const name of NAMES) {
      const host = name === 'gateway' ? gateway.host : LOOPBACK;
      const wanted = firstChoice(name, kept, gateway);
      const first = wanted === undefined ? undefined : await hold(wanted, host);
      if (!first && name === 'gateway' && gateway.port !== undefined) throw new Error(`port ${gateway.port} is taken`);
      held.set(name, first ?? (await holdAny(host)));
    }
    const ports = Object.fromEntries([...held].map(([name, server]) => [name, portOf(server)])) as Ports;
    await writeFile(`${path}.new`, JSON.stringify(ports), { mode: 0o600 });
    await rename(`${path}.new`, path);
    return ports;
  } finally {
    await Promise.all([...held.values()].map(release));
  }
};
