import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Session } from '../../application/sessions.ts';
import type { Route } from '../../routes/route.ts';
import { headerText } from './request-marks.ts';

/**
 * What stands for an order that may be asked for again: its sender, address, key, condition and contents. Undefined for what is no such
 * order: a question, one without a key, one of nobody, and what the gateway answers itself (there are links in it).
 */
export const orderKeyOf = (
  request: FastifyRequest,
  { order, rpcPath }: Pick<Route, 'order' | 'rpcPath'>,
  session: Session | undefined,
): string | undefined => {
  const key = headerText(request.headers['idempotency-key']);
  if (!order || rpcPath === null || session === undefined || key === undefined) return undefined;
  const said = [
    session.personId,
    request.method,
    request.url,
    key.trim().toLowerCase(),
    request.headers['if-match'] ?? '',
    request.body ?? null,
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
};
