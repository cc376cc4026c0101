import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The `__Host-` prefix binds a cookie to this host and to https; a browser refuses it on plain http. */
export const sessionCookieName = (secure: boolean): string => (secure ? '__Host-jiangong' : 'jiangong');

export const cookieOptions = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure }) as const;

export const sessionTokenOf = (request: FastifyRequest, secure: boolean): string | undefined =>
  request.cookies[sessionCookieName(secure)];

/** A session cookie of the browser: gone when it closes, and in any case when the session ends on our side. */
export const setSessionCookie = (reply: FastifyReply, secure: boolean, token: string): void => {
  reply.setCookie(sessionCookieName(secure), token, cookieOptions(secure));
};

export const clearSessionCookie = (reply: FastifyReply, secure: boolean): void => {
  reply.clearCookie(sessionCookieName(secure), cookieOptions(secure));
};
