import type { FastifyInstance, FastifyRequest } from 'fastify';
import { EdgeError } from '../../application/problem.ts';
import { bodyText, isUtf8Form } from './utf8-text.ts';

const FORM_BYTES_MAX = 16_384;
const FORM_FIELDS_MAX = 50;

/** Forms of our own pages: one value a field. */
export const acceptForms = (scope: FastifyInstance): void => {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit: FORM_BYTES_MAX },
    async (request: FastifyRequest, body: Buffer) => {
      const text = bodyText(request, body);
      if (!isUtf8Form(text)) throw new EdgeError('MALFORMED_TEXT', { field: 'body' });
      return Object.fromEntries([...new URLSearchParams(text)].slice(0, FORM_FIELDS_MAX));
    },
  );
};

/** One field of a form, '' when it is missing or too long to be meant. */
export const formText = (body: unknown, field: string, charsMax: number): string => {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, field) : undefined;
  return typeof value === 'string' && value.length <= charsMax ? value : '';
};

/** Browsers get pages, programs get problems. */
export const wantsPage = (request: FastifyRequest): boolean =>
  !(request.headers.accept ?? 'text/html').includes('application/json');
