import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Says that the read models had not passed the asker's newest order. */
export const BEHIND_HEADER = 'x-read-model-behind';

const NOT_MODIFIED = 304;

/** Whether the asker has this version already (RFC 9110 §13.1.2). Weak and strong are the same here: nothing is put together from parts. */
export const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' ||
    ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//u, '') === etag.replace(/^W\//u, '')));

/**
 * Answers what a browser may keep and asks about again each time. The answer is made anew before it is compared, so rights, recorded
 * reads and limits hold as ever; what is spared is the sending. Weak, since the same answer goes out plain and compressed. Two callers
 * who are shown the same bytes have the same version, and others have another: a 304 never tells anybody what he was not shown.
 */
export const sendRevalidated = async (
  { request, reply }: Readonly<{ request: FastifyRequest; reply: FastifyReply }>,
  body: unknown,
): Promise<FastifyReply> => {
  const text = JSON.stringify(body);
  reply.header('content-type', 'application/json; charset=utf-8');
  // What is known to be behind is not kept.
  if (reply.hasHeader(BEHIND_HEADER)) return reply.send(text);
  const etag = `W/"${createHash('sha256').update(text, 'utf8').digest('base64url')}"`;
  reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'cookie, accept-encoding');
  return isKnown(request.headers['if-none-match'], etag) ? reply.code(NOT_MODIFIED).send() : reply.send(text);
};
