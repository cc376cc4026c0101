import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import { headerText } from './request-marks.ts';

/** Smaller answers fit into the first packets as they are. */
const COMPRESSED_FROM_BYTES = 1_024;

/** Brotli's default (11) is for files made once; 4 is quicker than gzip and smaller. */
const BROTLI_QUALITY = 4;

/**
 * Compresses what is read, by `Accept-Encoding`; before any route is put on the scope. A compressed answer's length tells whether what
 * somebody else chose repeats a secret beside it (BREACH), so: no secret is in what is read (codes and links are in answers to orders,
 * which say `compress: false`; cookies are in no body), and what a page of another site made a browser ask for is sent plain.
 */
export const compressReads = async (scope: FastifyInstance): Promise<void> => {
  scope.addHook('onRequest', async (request) => {
    if (headerText(request.headers['sec-fetch-site']) === 'cross-site') request.headers['x-no-compression'] = 'true';
  });
  await scope.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: COMPRESSED_FROM_BYTES,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
    globalDecompression: false,
  });
};
