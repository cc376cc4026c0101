import type { Span } from '@opentelemetry/api';
import { attributeNames, metricNames } from '@jiangong/telemetry';
import {
  beginSpan,
  entryTraceparent,
  failSpan,
  gaugeOf,
  isLeftOut,
  redMetrics,
  withSpan,
  withTraceparent,
} from '@jiangong/telemetry/node';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { headerText } from './request-marks.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** From the request's first byte to its answer's last; undefined until it begins, and where its trace is not recorded. */
    span: Span | undefined;
    /** The trace that a request without a span continues. */
    leftOut: string | null;
  }
  interface FastifyContextConfig {
    /** Nothing may tie the request to its sender's others: its trace begins here. */
    unlinkable?: boolean;
  }
}

const SCOPE = 'gateway';

/** Who asked went away before the answer was out. */
const CLIENT_GONE = 'CLIENT_GONE';

class ServerFault extends Error {
  override readonly name = 'ServerFault';
}

const outcomeOf = (status: number): 'ok' | 'refused' | 'failed' =>
  status < 400 ? 'ok' : status < 500 ? 'refused' : 'failed';

/** The pattern of the route, never the address itself: that would hold ids. */
const routeOf = (request: FastifyRequest) => ({
  [attributeNames.httpMethod]: request.method,
  [attributeNames.httpRoute]: request.routeOptions.url ?? 'unknown',
});

/** The console's files: each page that is opened would drive the calls of the last minutes out of the traces. Metrics count them. */
const isFile = ({ routeOptions }: FastifyRequest): boolean => routeOptions.config.asset === true;

const begin = (request: FastifyRequest): void => {
  if (isFile(request)) return;
  const parent = request.routeOptions.config.unlinkable
    ? null
    : entryTraceparent(headerText(request.headers['traceparent']));
  if (isLeftOut(parent)) {
    request.leftOut = parent;
    return;
  }
  const name = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
  request.span = beginSpan({ scope: SCOPE, name, kind: 'server', parent, attributes: routeOf(request) });
};

const inSpanOf = (request: FastifyRequest, work: () => unknown): unknown => {
  const { span, leftOut } = request;
  if (span === undefined) return leftOut === null ? work() : withTraceparent(leftOut, work);
  if (!request.routeOptions.config.unlinkable) span.setAttribute(attributeNames.correlation, request.correlationId);
  return withSpan(span, work);
};

/**
 * Rate, errors and duration of every route, and a span for each request in which its handler works. First of all hooks, so that what
 * another one refuses is counted too; before any route is put there.
 */
export const traceRequests = (fastify: FastifyInstance): void => {
  const metrics = redMetrics(SCOPE, metricNames.requestDuration);
  let inFlight = 0;
  gaugeOf(SCOPE, metricNames.requestsInFlight, () => inFlight);
  fastify.decorateRequest('span', undefined);
  fastify.decorateRequest('leftOut', null);
  const ended = (request: FastifyRequest, reply: FastifyReply): void => {
    inFlight -= 1;
    const { span } = request;
    const gone = !reply.raw.writableFinished;
    const outcome = gone ? 'refused' : outcomeOf(reply.statusCode);
    if (outcome === 'failed' && span) failSpan(span, new ServerFault());
    span?.setAttribute(attributeNames.httpStatus, reply.statusCode);
    span?.setAttribute(attributeNames.outcome, gone ? CLIENT_GONE : outcome);
    span?.end();
    const operation = { ...routeOf(request), ...(gone ? {} : { [attributeNames.httpStatus]: reply.statusCode }) };
    metrics.record({
      operation,
      outcome,
      seconds: reply.elapsedTime / 1_000,
      ...(gone ? { reason: CLIENT_GONE } : {}),
    });
  };
  fastify.addHook('onRequest', async (request, reply) => {
    inFlight += 1;
    begin(request);
    reply.raw.once('close', () => ended(request, reply));
  });
  fastify.addHook('onRoute', (route) => {
    const { handler } = route;
    route.handler = function traced(request, reply) {
      return inSpanOf(request, () => handler.call(this, request, reply));
    };
  });
};
