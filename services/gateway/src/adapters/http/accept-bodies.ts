import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { EdgeError } from '../../application/problem.ts';
import { atPace, withinTime } from './arriving-body.ts';
import { isDeeperThan, JSON_DEPTH_MAX } from './json-depth.ts';
import { bodyText } from './utf8-text.ts';

/** JSON, and nothing else: no body at all is as good as an empty one. */
export const acceptJson = (scope: FastifyInstance): void => {
  const parse = scope.getDefaultJsonParser('error', 'error');
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const text = bodyText(request, body);
      if (text === '') return undefined;
      const parsed = await new Promise<unknown>((resolve, reject) => {
        void parse(request, text, (error, value) => (error === null ? resolve(value) : reject(error)));
      });
      if (isDeeperThan(parsed, JSON_DEPTH_MAX)) throw new EdgeError('JSON_TOO_DEEP');
      return parsed;
    },
  );
};

/** Files go through as streams; the route measures and judges them. */
export const acceptFiles = (scope: FastifyInstance): void => {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  scope.addHook('preParsing', async (_request, reply, payload) =>
    atPace({ payload: payload as Readable, answer: reply.raw }),
  );
};

/** What is no file arrives within a time, whatever it is. */
export const acceptInTime = (scope: FastifyInstance): void => {
  scope.addHook('preParsing', async (_request, reply, payload) =>
    withinTime({ payload: payload as Readable, answer: reply.raw }),
  );
};

/** What no route takes is not read either: an unknown address is answered, whatever was sent to it. */
export const acceptNothing = (fastify: FastifyInstance): void => {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume();
    done(null);
  });
};
