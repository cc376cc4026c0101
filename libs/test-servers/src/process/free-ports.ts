import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** Below the range from which Linux takes the near ends of outgoing connections: a server that was killed finds its port free again. */
const PORT_MIN = 15_000;
const PORT_MAX = 32_000;
const DRAWS_MAX = 200;

const hold = async (port: number): Promise<Server | undefined> => {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined;
    throw error;
  }
};

/** So many ports of the loopback that nobody uses now; all are held while drawing, so none is given twice. */
export const freePorts = async (count: number): Promise<readonly number[]> => {
  const held = new Map<number, Server>();
  try {
    for (let draw = 1; held.size < count; draw++) {
      if (draw > DRAWS_MAX) throw new Error('no free port on the loopback');
      const port = randomInt(PORT_MIN, PORT_MAX);
      const server = held.has(port) ? undefined : await hold(port);
      if (server) held.set(port, server);
    }
    return [...held.keys()];
  } finally {
    await Promise.all([...held.values()].map((server) => once(server.close(), 'close')));
  }
};
