import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DEVICE_KEPT_MS } from '../../application/sign-ins.ts';
import { cookieOptions } from './session-cookie.ts';

const MARK_BYTES = 24;
const MARK_FORM = /^[\w-]{32}$/u;
const MS_PER_SECOND = 1_000;

const markName = (secure: boolean): string => (secure ? '__Host-jiangong-device' : 'jiangong-device');

/**
 * What a browser is known again by, so that a person's list of sign-ins says which one was new: a number of chance in a cookie. It opens nothing,
 * is looked at when somebody signs in and at no other time, and is kept here only as a hash bound to the person.
 */
export const deviceMarkOf = (request: FastifyRequest, reply: FastifyReply, secure: boolean): string => {
  const name = markName(secure);
  const given = request.cookies[name];
  const mark = given !== undefined && MARK_FORM.test(given) ? given : randomBytes(MARK_BYTES).toString('base64url');
  reply.setCookie(name, mark, { ...cookieOptions(secure), maxAge: DEVICE_KEPT_MS / MS_PER_SECOND });
  return mark;
};
