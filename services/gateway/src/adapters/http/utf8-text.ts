import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { EdgeError } from '../../application/problem.ts';

/** Without a byte order mark. */
const utf8 = new TextDecoder('utf-8');

const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/iu;
const UTF8_NAMES = new Set(['utf-8', 'utf8']);

/** A body says what it is written in, or nothing; UTF-8 it must be. */
const checkCharset = (contentType: string | undefined): void => {
  const charset = CHARSET.exec(contentType ?? '')?.[1];
  if (charset !== undefined && !UTF8_NAMES.has(charset.toLowerCase()))
    throw new EdgeError('CHARSET_NOT_SUPPORTED', { field: 'Content-Type' });
};

/** A body as text. Bytes that are not UTF-8 (GBK, mostly) are refused, never read as something else. */
export const bodyText = (request: FastifyRequest, body: Buffer): string => {
  checkCharset(request.headers['content-type']);
  if (!isUtf8(body)) throw new EdgeError('MALFORMED_TEXT', { field: 'body' });
  return utf8.decode(body);
};

const ESCAPES = /(?:%[0-9a-f]{2})+/giu;

/** Percent escapes as the bytes that they stand for; runs of them belong together. */
const escapesAreUtf8 = (text: string): boolean =>
  [...text.matchAll(ESCAPES)].every(([run]) => isUtf8(Buffer.from(run.replaceAll('%', ''), 'hex')));

/** Node reads what stands on the wire as Latin-1: every character is one byte. */
const bytesAreUtf8 = (text: string): boolean => isUtf8(Buffer.from(text, 'latin1'));

/** An address, or a form's body: what stands there, and what its escapes stand for. */
export const isUtf8Address = (text: string): boolean => bytesAreUtf8(text) && escapesAreUtf8(text);

export const isUtf8Form = (text: string): boolean => escapesAreUtf8(text);

/** Cookies of others come along, whatever they were written in; our own are ASCII. */
const NOT_LOOKED_AT = new Set(['cookie']);

const brokenHeaderOf = (headers: FastifyRequest['headers']): string | undefined =>
  Object.entries(headers).find(
    ([name, value]) => !NOT_LOOKED_AT.has(name) && [value ?? ''].flat().some((one) => !bytesAreUtf8(one)),
  )?.[0];

/** No request goes on whose address or headers are not UTF-8. */
export const checkTexts = (fastify: FastifyInstance): void => {
  fastify.addHook('onRequest', async (request: FastifyRequest) => {
    if (!isUtf8Address(request.raw.url ?? '')) throw new EdgeError('MALFORMED_TEXT', { field: 'url' });
    const header = brokenHeaderOf(request.headers);
    if (header !== undefined) throw new EdgeError('MALFORMED_TEXT', { field: header });
  });
};
