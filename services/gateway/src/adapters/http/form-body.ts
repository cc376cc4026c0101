import type { FastifyInstance, FastifyRequest } from 'fastify';

const FORM_BYTES_MAX = 16_384;
const FORM_FIELDS_MAX = 50;

/** Forms of our own pages: one value a field. */
export const acceptForms = (scope: FastifyInstance): void => {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_BYTES_MAX },
    async (_request: FastifyRequest, body: string) =>
      Object.fromEntries([...new URLSearchParams(body)].slice(0, FORM_FIELDS_MAX)),
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
