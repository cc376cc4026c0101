import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from '@jiangong/telemetry';
import type { EdgeReason } from '../../application/edge-reasons.ts';
import { EdgeError, problemOf } from '../../application/problem.ts';
import { PROBLEM_TYPE } from './answer-failure.ts';
import { secureHeaders } from './request-marks.ts';

/** By the parser's code; everything else is malformed. */
const REASONS: Readonly<Record<string, EdgeReason>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
};

/**
 * An answer to what never became a request: the same words and headers as every other refusal. Its headers were not read, so it is in
 * Chinese, with both titles, and its correlation id is ours.
 */
const answerTo = (code: string | undefined, { secure, correlationId }: { secure: boolean; correlationId: string }) => {
  const { said } = new EdgeError(REASONS[code ?? ''] ?? 'MALFORMED_REQUEST');
  const body = JSON.stringify({ ...problemOf(said, 'zh'), correlationId });
  const headers = {
    ...secureHeaders(secure),
    date: new Date().toUTCString(),
    'content-type': PROBLEM_TYPE,
    'content-language': 'zh',
    'content-length': String(Buffer.byteLength(body)),
    'x-correlation-id': correlationId,
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${said.status} ${STATUS_CODES[said.status] ?? said.reason}\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
};

/** What is not even HTTP, has headers beyond all measure, or does not arrive in time is answered on the socket. */
export const refuseBrokenRequest =
  (log: Logger, secure: boolean) =>
  (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const correlationId = randomUUID();
    log.debug({ code: error.code ?? null, correlationId }, 'a broken request');
    if (socket.writable) socket.end(answerTo(error.code, { secure, correlationId }));
  };
