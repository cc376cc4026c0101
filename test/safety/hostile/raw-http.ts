import { connect } from 'node:net';
import type { Dice } from '../../journeys/demo/world/seeded-random.ts';
import { badBytes } from './bad-values.ts';

/** Bytes on a fresh connection that are no HTTP, or HTTP that two readers would understand differently. */
export type RawHttp = Readonly<{ transport: 'raw'; bytes: Buffer }>;

const HOST = 'Host: 127.0.0.1\r\n';

const TEXTS: readonly string[] = [
  `POST /v1/organizations HTTP/1.1\r\n${HOST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /v1/me HTTP/1.1\r\n${HOST}\r\n`,
  `POST /v1/organizations HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
  `POST /v1/organizations HTTP/1.1\r\n${HOST}Content-Length: -1\r\n\r\n`,
  `POST /v1/organizations HTTP/1.1\r\n${HOST}Content-Length: 99999999999999999999\r\n\r\n`,
  `POST /v1/organizations HTTP/1.1\r\n${HOST}Transfer-Encoding: xchunked\r\n\r\n`,
  `POST /v1/organizations HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n`,
  `GET /v1/me HTTP/1.1\r\nHost : x\r\n\r\n`,
  `GET /v1/me HTTP/1.1\r\n${HOST}${HOST}\r\n`,
  `GET /v1/me HTTP/1.1\r\n\r\n`,
  `GET /v1/me HTTP/9.9\r\n${HOST}\r\n`,
  `GET  /v1/me  HTTP/1.1\r\n${HOST}\r\n`,
  `GET http://evil.example/v1/me HTTP/1.1\r\n${HOST}\r\n`,
  `GET //evil.example/ HTTP/1.1\r\n${HOST}\r\n`,
  `GET /v1/\u0000 HTTP/1.1\r\n${HOST}\r\n`,
  `GET /v1/me HTTP/1.1\r\n${HOST}X: a\u0000b\r\n\r\n`,
  `GET /v1/me HTTP/1.1\r\n${HOST}X: a\r\n b\r\n\r\n`,
  `GET /v1/me HTTP/1.1\n${HOST}\n`,
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${HOST}\r\n`,
  `GET /v1/me HTTP/1.1\r\n${HOST}${Array.from({ length: 3_000 }, (_, index) => `X-${index}: a\r\n`).join('')}\r\n`,
  `GET /v1/me HTTP/1.1\r\n${HOST}Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
  `GET /v1/me HTTP/1.1\r\n${HOST}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n`,
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
];

export const rawHttp = (dice: Dice): RawHttp => ({
  transport: 'raw',
  bytes: dice.below(4) === 0 ? badBytes(dice, 500) : Buffer.from(dice.pick(TEXTS), 'latin1'),
});

/** What came back within `waitMs`, or until the other side closed. */
export const sendRaw = (host: string, port: number, bytes: Buffer, waitMs: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(port, host, () => socket.write(bytes));
    const end = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Buffer.concat(parts).toString('latin1'));
    };
    const timer = setTimeout(end, waitMs);
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('close', end);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') reject(error);
      else end();
    });
  });
