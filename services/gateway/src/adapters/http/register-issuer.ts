import type { FastifyInstance } from 'fastify';
import type Provider from 'oidc-provider';
import { ISSUER_PATH } from '../oidc/built-in-issuer.ts';

/** Mounts the built-in issuer under `/oidc`. It reads its own bodies and writes its own answers. */
export const registerIssuer = (scope: FastifyInstance, provider: Provider, publicUrl: string): void => {
  const handle = provider.callback();
  const { host, protocol } = new URL(publicUrl);
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
  scope.all(`${ISSUER_PATH}/*`, async (request, reply) => {
    reply.hijack();
    const raw = request.raw as typeof request.raw & { originalUrl?: string };
    raw.originalUrl = raw.url ?? ISSUER_PATH;
    raw.url = raw.originalUrl.slice(ISSUER_PATH.length);
    // Whatever the client calls us, the issuer's name is the public one.
    raw.headers.host = host;
    raw.headers['x-forwarded-host'] = host;
    raw.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    await handle(raw, reply.raw);
  });
};
