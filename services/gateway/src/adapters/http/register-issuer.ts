import type { FastifyInstance } from 'fastify';
import type Provider from 'oidc-provider';
import { ISSUER_PATH } from '../oidc/built-in-issuer.ts';
import { secureHeaders } from './request-marks.ts';

export type IssuerMount = Readonly<{ publicUrl: string; secure: boolean }>;

/** Mounts the built-in issuer under `/oidc`. It reads its own bodies and writes its own answers, over the headers that all answers have. */
export const registerIssuer = (
  scope: FastifyInstance,
  provider: Provider,
  { publicUrl, secure }: IssuerMount,
): void => {
  const handle = provider.callback();
  const { host, protocol } = new URL(publicUrl);
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
  scope.all(`${ISSUER_PATH}/*`, async (request, reply) => {
    reply.hijack();
    const raw = request.raw as typeof request.raw & { originalUrl?: string };
    raw.originalUrl = raw.url ?? ISSUER_PATH;
    raw.url = raw.originalUrl.slice(ISSUER_PATH.length);
    for (const [name, value] of Object.entries(secureHeaders(secure))) reply.raw.setHeader(name, value);
    reply.raw.setHeader('x-correlation-id', request.correlationId);
    // Whatever the client calls us, the issuer's name is the public one.
    raw.headers.host = host;
    raw.headers['x-forwarded-host'] = host;
    raw.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    await handle(raw, reply.raw);
  });
};
