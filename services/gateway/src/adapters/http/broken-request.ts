import type { Socket } from 'node:net';
import type { Logger } from '@jiangong/telemetry';
import { EdgeError, problemOf } from '../../application/problem.ts';

/** What is not even HTTP, or has headers beyond all measure, never becomes a request: it is answered on the socket. */
export const refuseBrokenRequest =
  (log: Logger) =>
  (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    log.debug({ code: error.code ?? null }, 'a broken request');
    const { said } = new EdgeError(error.code === 'HPE_HEADER_OVERFLOW' ? 'HEADERS_TOO_LARGE' : 'MALFORMED_REQUEST');
    const body = JSON.stringify(problemOf(said, 'zh'));
    if (socket.writable) {
      socket.end(
        `HTTP/1.1 ${said.status} ${said.reason}\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
      );
    }
  };
