import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { asDoor, DOORS, openDoors, refuseTaken } from './listening-doors.ts';

const HOST = '127.0.0.1';
const CONNECTIONS = 4 * DOORS;
const BUSY_MS = 5;

let server: Server;
let closeDoors: () => void = () => undefined;

afterEach(async () => {
  closeDoors();
  server.closeAllConnections();
  await new Promise((resolve) => void server.close(resolve));
});

/** A server every turn of whose loop takes a while. */
const start = async (): Promise<number> => {
  server = createServer((_, response) => void response.end('here'));
  const tire = (): void => {
    for (const until = performance.now() + BUSY_MS; performance.now() < until;);
    if (server.listening) setImmediate(tire);
  };
  await new Promise<void>((resolve) => void server.listen(asDoor({ port: 0, host: HOST }), resolve));
  const { port } = server.address() as AddressInfo;
  closeDoors = await openDoors(server, { port, host: HOST });
  tire();
  return port;
};

/** What came back on a new connection. */
const ask = (port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(
      port,
      HOST,
      () => void socket.write('GET / HTTP/1.1\r\nhost: gateway\r\nconnection: close\r\n\r\n'),
    );
    let said = '';
    socket.setEncoding('utf8').on('data', (piece: string) => (said += piece));
    socket.on('end', () => resolve(said)).on('error', reject);
  });

describe('the doors of the gateway', () => {
  it('take a crowd of new connections in few turns of a busy loop', async () => {
    const port = await start();
    let turns = 0;
    const count = (): void => {
      turns += 1;
      if (server.listening) setImmediate(count);
    };
    count();
    const answers = await Promise.all(Array.from({ length: CONNECTIONS }, () => ask(port)));
    expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 200 OK') && answer.endsWith('here'))).toHaveLength(
      CONNECTIONS,
    );
    expect(turns).toBeLessThan(CONNECTIONS / 2);
  });

  it('are shared with nobody: a port on which somebody listens is refused', async () => {
    const port = await start();
    await expect(refuseTaken({ port, host: HOST })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('let nobody in once they are closed', async () => {
    const port = await start();
    closeDoors();
    await new Promise((resolve) => void server.close(resolve));
    await expect(ask(port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await refuseTaken({ port, host: HOST });
  });
});
