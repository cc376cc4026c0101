import { isDatabaseAway } from '@jiangong/database/postgres';
import type { Logger } from '@jiangong/telemetry';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EdgeReason } from '../../application/edge-reasons.ts';
import { EdgeError, languageOf, problemOf } from '../../application/problem.ts';
import { InvalidInput } from '../../routes/route-input.ts';
import { ServiceRefusal } from '../grpc/refusal-from-grpc.ts';
import { inputProblem } from './input-problem.ts';
import { isUtf8Address } from './utf8-text.ts';
import { readAway } from './read-away.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** What Fastify itself refuses. */
const fastifyReasons = new Map<string, EdgeReason>([
  ['FST_ERR_CTP_BODY_TOO_LARGE', 'BODY_TOO_LARGE'],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'CONTENT_TYPE_NOT_SUPPORTED'],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', 'MALFORMED_REQUEST'],
  ['FST_ERR_CTP_INVALID_JSON_BODY', 'MALFORMED_JSON'],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', 'MALFORMED_JSON'],
  ['FST_ERR_BAD_URL', 'MALFORMED_REQUEST'],
  ['FST_ERR_MAX_PARAM_LENGTH', 'URL_TOO_LONG'],
]);

/** An address that Fastify can not read: its escapes are broken, or what they stand for is not UTF-8. */
export const badAddress = (error: Error, request: FastifyRequest): Error =>
  'code' in error && error.code === 'FST_ERR_BAD_URL' && !isUtf8Address(request.raw.url ?? '')
    ? new EdgeError('MALFORMED_TEXT', { field: 'url' })
    : error;

/** For what arrives with a status only (Nest's own exceptions). */
const statusReasons = new Map<number, EdgeReason>([
  [400, 'MALFORMED_REQUEST'],
  [404, 'ROUTE_NOT_FOUND'],
  [405, 'METHOD_NOT_ALLOWED'],
  [413, 'BODY_TOO_LARGE'],
  [415, 'CONTENT_TYPE_NOT_SUPPORTED'],
]);

/** The gateway's own database is started again within seconds. */
const AWAY_RETRY_AFTER_SECONDS = 1;

const statusOf = (error: object): number | undefined => {
  if ('getStatus' in error && typeof error.getStatus === 'function') {
    const status: unknown = error.getStatus();
    return typeof status === 'number' ? status : undefined;
  }
  return 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
};

/** The refusal behind an error; undefined for an accident of our own. */
export const refusalOf = (error: unknown): EdgeError | ServiceRefusal | undefined => {
  if (error instanceof EdgeError || error instanceof ServiceRefusal) return error;
  if (error instanceof InvalidInput) return inputProblem(error);
  if (typeof error !== 'object' || error === null) return undefined;
  if (isDatabaseAway(error))
    return new EdgeError('UPSTREAM_UNAVAILABLE', { retryAfterSeconds: AWAY_RETRY_AFTER_SECONDS });
  const code = 'code' in error && typeof error.code === 'string' ? fastifyReasons.get(error.code) : undefined;
  if (code !== undefined) return new EdgeError(code);
  if (error instanceof SyntaxError && statusOf(error) === 400) return new EdgeError('MALFORMED_JSON');
  const byStatus = statusReasons.get(statusOf(error) ?? 0);
  return byStatus === undefined ? undefined : new EdgeError(byStatus);
};

/** Answers any failure as application/problem+json. What broke inside is logged and not told. */
export const answerFailure = async (
  error: unknown,
  { request, reply, log }: { request: FastifyRequest; reply: FastifyReply; log: Logger },
): Promise<void> => {
  const refusal = refusalOf(error);
  const said = refusal ?? new EdgeError('INTERNAL');
  if (refusal === undefined)
    log.error(
      { err: error, route: request.routeOptions.url ?? null, correlationId: request.correlationId },
      'a request failed',
    );
  if (said.retryAfterSeconds !== undefined) reply.header('retry-after', String(said.retryAfterSeconds));
  if (said.said.status === 413) {
    reply.header('connection', 'close');
    await readAway(request.raw);
  }
  // The rest of what came too slowly is not waited for.
  if (said.said.status === 408) reply.header('connection', 'close');
  await reply
    .code(said.said.status)
    .header('content-type', PROBLEM_TYPE)
    .header('content-language', languageOf(request.headers['accept-language']))
    .header('vary', 'accept-language')
    .send(
      JSON.stringify({
        ...problemOf(said.said, languageOf(request.headers['accept-language'])),
        correlationId: request.correlationId,
      }),
    );
};
