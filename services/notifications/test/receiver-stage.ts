import { createServer } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { issueCertificate, makeAuthority } from '@jiangong/service-host/certificates';

/** What another system got. */
export type Got = Readonly<{ headers: IncomingHttpHeaders; body: string }>;

/** What it answers next: a status, a redirect, or nothing at all. */
export type Saying = number | 'redirect' | 'nothing';

const HOUR_MS = 3_600_000;

/** Another system: a real HTTPS server on the loopback, under a certificate of its own authority for `localhost`. */
export const openReceiver = async () => {
  const got: Got[] = [];
  const answers: Saying[] = [];
  const nowMs = Date.now();
  const authority = await makeAuthority('somebody else', nowMs);
  const { certificate, key } = await issueCertificate(authority, {
    service: 'localhost',
    notBeforeMs: nowMs,
    notAfterMs: nowMs + HOUR_MS,
  });
  const server = createServer({ cert: certificate, key }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = answers.shift() ?? 200;
      if (answer === 'nothing') return;
      got.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      if (answer === 'redirect') response.writeHead(302, { location: 'https://localhost/elsewhere' });
      else response.writeHead(answer);
      // An answer without an end must not hold the sender.
      response.write('so much to say', () => undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    got,
    answers,
    ca: authority.certificatePem,
    port,
    address: `https://localhost:${port}/jiangong`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
