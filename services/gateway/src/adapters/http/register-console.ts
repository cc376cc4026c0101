import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where the build puts files whose names change with their content. */
const ASSETS = 'assets';

/** Stands in the built page where the nonce of its styles belongs; every answer has another one. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';
const NONCE_BYTES = 16;

const FILES_KEPT = 'public, max-age=31536000, immutable';
const FILES_ASKED_FOR_AGAIN = 'public, no-cache';

/** Scripts and styles of ours alone; a style that a script adds carries the nonce of its page. */
const consolePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    // The score sheet's, which opens it again without a network.
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

/** A script beside the page is a worker's, which lives by the policy of its own answer: it may ask this origin, and nothing more. */
const WORKER_POLICY = "default-src 'none'; connect-src 'self'";

/** The first step of an address: `v1` of `/v1/me?x=y`. */
const firstStep = (address: string): string => /^\/([^/?]*)/u.exec(address)?.[1] ?? '';

/** What the gateway itself answers at, told by the routes put on it after this call: no page of the console begins so. */
export const takenAddresses = (fastify: FastifyInstance): ReadonlySet<string> => {
  const taken = new Set<string>();
  fastify.addHook('onRoute', ({ url }) => void taken.add(firstStep(url)));
  return taken;
};

/** `favicon.ico` is a file; `merit-projects.entries-1341cedc-…`, the name of a stream, is none. */
const FILE = /\.[a-z\d]{1,8}$/iu;

/** A navigation to a page of the console, and not a program that has mistaken an address, nor a file that is not there. */
const isPage = (url: string, accept: string | undefined, taken: ReadonlySet<string>): boolean => {
  const first = firstStep(url);
  const last = (url.split('?')[0] ?? '').split('/').at(-1) ?? '';
  return first !== ASSETS && !taken.has(first) && !FILE.test(last) && accept?.includes('text/html') === true;
};

/**
 * Serves a built console: its files as they lie there, precompressed where there is a `.br` or `.gz` beside them, and its one page at every
 * address that is nobody else's. Which files there are is read at the start; a file that has the name of one of our addresses ends it.
 */
export const registerConsole = async (
  scope: FastifyInstance,
  { directory, taken }: Readonly<{ directory: string; taken: ReadonlySet<string> }>,
): Promise<void> => {
  const page = await readFile(join(directory, 'index.html'), 'utf8');
  const ours = new Set([...taken].filter((step) => step !== ''));
  await scope.register(async (files) => {
    files.addHook('onRoute', (route) => {
      route.config = { ...route.config, asset: true };
    });
    await files.register(fastifyStatic, {
      root: directory,
      wildcard: false,
      globIgnore: ['index.html', '**/*.br', '**/*.gz', '**/*.map'],
      index: false,
      decorateReply: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const kept = path.includes(`${sep}${ASSETS}${sep}`) || path.startsWith(`/${ASSETS}/`);
        void reply.header('cache-control', kept ? FILES_KEPT : FILES_ASKED_FOR_AGAIN);
        if (!kept && /\.js(?:\.br|\.gz)?$/u.test(path)) void reply.header('content-security-policy', WORKER_POLICY);
      },
    });
  });
  scope.get('/*', async (request, reply) => {
    if (!isPage(request.url, request.headers.accept, ours)) return reply.callNotFound();
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', consolePolicy(nonce))
      .send(page.replaceAll(NONCE_PLACEHOLDER, nonce));
  });
};
