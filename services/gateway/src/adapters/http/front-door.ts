import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { attributeNames, metricNames } from '@jiangong/telemetry';
import { redMetrics } from '@jiangong/telemetry/node';
import { type Admission, COME_AGAIN_SECONDS } from '../../application/admission.ts';
import type { EdgeReason } from '../../application/edge-reasons.ts';
import { EdgeError, languageOf, problemOf } from '../../application/problem.ts';
import { givenCorrelationId } from '../../application/request-headers.ts';
import type { Route } from '../../routes/route.ts';
import { LIVE_PATH } from './register-live.ts';
import { PROBLEM_TYPE } from './answer-failure.ts';
import { headerText, secureHeaders } from './request-marks.ts';

const API = '/v1/';

/** What is counted in place of a route: nobody looked which one it would have been. */
const ANY_ROUTE = `${API}*`;

export type FrontDoor = Readonly<{
  /** Whose turn it would be; undefined for what is not worked on in turns. */
  turnsOf: (method: string, path: string) => Admission | undefined;
  /** The methods of the routes at a path; none where nothing is. */
  methodsAt: (path: string) => readonly string[];
  /** True from the order to stop on. */
  leaving: () => boolean;
  secure: boolean;
}>;

/** Turns of everything that is asked, and of the files that come in. */
export type Turns = Readonly<{ requests: Admission; files: Admission }>;

/** Live changes last, so they take no turn. */
export const turnsAmong = (
  routes: readonly Pick<Route, 'method' | 'path' | 'file'>[],
  { requests, files }: Turns,
): FrontDoor['turnsOf'] => {
  const filesIn = new Set(routes.filter(({ file }) => file === 'in').map(({ method, path }) => `${method} ${path}`));
  return (method, path) => {
    if (!path.startsWith(API) || path === LIVE_PATH) return undefined;
    return filesIn.has(`${method} ${path}`) ? files : requests;
  };
};

const pathOf = (url: string): string => {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
};

/** Methods that the router behind knows. HTTP has more (QUERY, PROPFIND, …), and Node reads them all. */
const ROUTED_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

type Refuse = (request: IncomingMessage, response: ServerResponse, more?: Readonly<Record<string, string>>) => void;

/** The same words and headers as every other refusal of the gateway; only the id differs from one to the next. */
const refusing = (reason: EdgeReason, { secure, leaving }: FrontDoor): Refuse => {
  const { said } = new EdgeError(reason);
  const fixed = { ...secureHeaders(secure), 'content-type': PROBLEM_TYPE, vary: 'accept-language' };
  const problems = { zh: problemOf(said, 'zh'), en: problemOf(said, 'en') };
  return (request, response, more = {}) => {
    const language = languageOf(request.headers['accept-language']);
    const correlationId = givenCorrelationId(headerText(request.headers['x-correlation-id'])) ?? randomUUID();
    const body = Buffer.from(JSON.stringify({ ...problems[language], correlationId }), 'utf8');
    const own = { 'content-language': language, 'x-correlation-id': correlationId, 'content-length': body.length };
    response.writeHead(said.status, { ...fixed, ...more, ...own, ...(leaving() ? { connection: 'close' } : {}) });
    response.end(body);
  };
};

/**
 * Stands before everything else: while all turns are taken a request is told so before anything is looked at but its address. In a
 * flood most of the processor goes to those who are sent away, and each turn of the event loop waits for them; so they cost as little as
 * can be: no hooks, no span, one count.
 */
export const withFrontDoor = (handler: RequestListener, door: FrontDoor): RequestListener => {
  const metrics = redMetrics('gateway', metricNames.requestDuration);
  const tooBusy = refusing('TOO_BUSY', door);
  const notFound = refusing('ROUTE_NOT_FOUND', door);
  const notAllowed = refusing('METHOD_NOT_ALLOWED', door);
  const sendAway = (request: IncomingMessage, response: ServerResponse): void => {
    if (ROUTED_METHODS.has(request.method ?? ''))
      return tooBusy(request, response, { 'retry-after': String(COME_AGAIN_SECONDS) });
    const known = door.methodsAt(pathOf(request.url ?? ''));
    return known.length === 0
      ? notFound(request, response)
      : notAllowed(request, response, { allow: known.join(', ') });
  };
  return (request, response) => {
    const { method = '', url = '' } = request;
    if (ROUTED_METHODS.has(method) && !door.turnsOf(method, pathOf(url))?.isFull()) return handler(request, response);
    const began = performance.now();
    sendAway(request, response);
    const operation = {
      [attributeNames.httpMethod]: method,
      [attributeNames.httpRoute]: ANY_ROUTE,
      [attributeNames.httpStatus]: response.statusCode,
    };
    metrics.record({ operation, outcome: 'refused', seconds: (performance.now() - began) / 1_000 });
  };
};

export type ServerTimes = Readonly<{ requestTimeout: number; headersTimeout: number; keepAliveTimeout: number }>;

/** Fastify's server with the front door before it. */
export const serverBehind =
  (door: FrontDoor, times: ServerTimes) =>
  (handler: RequestListener): Server =>
    createServer({ ...times }, withFrontDoor(handler, door));
