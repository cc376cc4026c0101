import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { EdgeError } from '../../application/problem.ts';
import type { RateLimit, RateLimits } from '../../application/rate-limit.ts';
import { givenCorrelationId } from '../../application/request-headers.ts';
import type { Sessions } from '../../application/sessions.ts';
import { sessionTokenOf } from './session-cookie.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Joins everything that follows from this request. */
    correlationId: string;
  }
  interface FastifyContextConfig {
    /** A file of the console that every browser loads: it is the same for everybody, and counts against nobody's limit. */
    asset?: boolean;
  }
}

export const URL_CHARS_MAX = 4_096;

export const headerText = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

export const secureHeaders = (secure: boolean): Readonly<Record<string, string>> => ({
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: a form on such a page is sent with `Origin: null`, which older browsers leave without anything to tell it by.
  'referrer-policy': 'same-origin',
  'content-security-policy': API_POLICY,
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
});

export type MarkOptions = Readonly<{
  secure: boolean;
  requestsPerMinute: Readonly<{ address: number; session: number }>;
  rateLimits: RateLimits;
  sessions: Pick<Sessions, 'known'>;
}>;

/** Gives a request its correlation id and its answer the headers that keep a browser careful. */
export const markAnswer = (request: FastifyRequest, reply: FastifyReply, secure: boolean): void => {
  request.correlationId = givenCorrelationId(headerText(request.headers['x-correlation-id'])) ?? randomUUID();
  reply.headers(secureHeaders(secure));
  reply.header('x-correlation-id', request.correlationId);
};

const timesNamed = (rawHeaders: readonly string[], name: string): number => {
  let times = 0;
  for (let index = 0; index < rawHeaders.length; index += 2)
    if (rawHeaders[index]?.length === name.length && rawHeaders[index]?.toLowerCase() === name) times += 1;
  return times;
};

/**
 * Whose limit a request counts against: its session's where this gateway knows it, so that an office of seventy behind one address is not
 * one sender; else its address's, also for a cookie that is worth nothing or was never seen here.
 */
const sender = ({ secure, requestsPerMinute, sessions }: MarkOptions) => {
  const ofSession: RateLimit = { name: 'requests-of-a-session', perMinute: requestsPerMinute.session };
  const ofAddress: RateLimit = { name: 'requests-of-an-address', perMinute: requestsPerMinute.address };
  return (request: FastifyRequest): readonly [RateLimit, string] => {
    // The session behind what may be tied to nobody is not even looked at.
    const token = request.routeOptions.config.unlinkable ? undefined : sessionTokenOf(request, secure);
    const session = token === undefined ? undefined : sessions.known(token);
    return session === undefined ? [ofAddress, request.ip] : [ofSession, session];
  };
};

/** What every request goes through first, known route or not: ids, headers, the length of the address, the limit of its sender. */
export const markRequests = (fastify: FastifyInstance, options: MarkOptions): void => {
  const senderOf = sender(options);
  fastify.decorateRequest('correlationId', '');
  fastify.addHook('onRequest', async (request: FastifyRequest, reply) => {
    markAnswer(request, reply, options.secure);
    // Which of two hosts is meant is for nobody to guess: a proxy before us may have looked at the other (RFC 9112 §3.2).
    if (timesNamed(request.raw.rawHeaders, 'host') > 1) throw new EdgeError('MALFORMED_REQUEST', { field: 'host' });
    if (request.raw.url !== undefined && request.raw.url.length > URL_CHARS_MAX) throw new EdgeError('URL_TOO_LONG');
    if (request.routeOptions.config.asset === true) return;
    const answer = await options.rateLimits.take(...senderOf(request));
    if (!answer.allowed) throw new EdgeError('TOO_MANY_REQUESTS', { retryAfterSeconds: answer.retryAfterSeconds });
  });
};
