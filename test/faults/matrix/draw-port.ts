import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the range of outgoing connections: a killed process finds its port free again (services/supervisor does the same). */
const PORT_MIN = 15_000;
const PORT_MAX = 32_000;
const DRAWS_MAX = 100;

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false; // somebody has it: another is drawn
  }
  server.close();
  await once(server, 'close');
  return true;
};

/** A port of the loopback that nobody uses now. */
export const drawPort = async (): Promise<number> => {
  for (let draw = 1; draw <= DRAWS_MAX; draw += 1) {
    const port = randomInt(PORT_MIN, PORT_MAX);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port on the loopback');
};
