import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { keyFor, openBox, sealBox } from '../../application/sealed-box.ts';
import type { Flow } from '../oidc/relying-party.ts';
import { cookieOptions } from './session-cookie.ts';

const FLOW_SECONDS = 15 * 60;
/** Sign-ins of one browser under way at a time. */
const FLOWS_MAX = 4;
const flowSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  invitation: z.string().nullable(),
  startedAt: z.number(),
});

/** A sign-in under way, sealed into a cookie of its own: two tabs may sign in at once, and nothing is stored for who never returns. */
export const flowCookies = (masterKey: Buffer, secure: boolean) => {
  const key = keyFor(masterKey, 'sign-in-flow');
  const prefix = `${secure ? '__Host-' : ''}jiangong-flow-`;
  const nameOf = (state: string): string => `${prefix}${createHash('sha256').update(state).digest('hex').slice(0, 8)}`;
  return {
    remember(request: FastifyRequest, reply: FastifyReply, flow: Flow): void {
      const others = Object.keys(request.cookies).filter((name) => name.startsWith(prefix));
      // Sign-ins begun and left lying would fill the request's headers one day.
      if (others.length >= FLOWS_MAX) for (const name of others) reply.clearCookie(name, cookieOptions(secure));
      const sealed = sealBox(key, 'flow', Buffer.from(JSON.stringify({ ...flow, startedAt: Date.now() }), 'utf8'));
      reply.setCookie(nameOf(flow.state), sealed.toString('base64url'), {
        ...cookieOptions(secure),
        maxAge: FLOW_SECONDS,
      });
    },
    /** The flow that a return with this state belongs to; undefined when this browser did not start it, or too long ago. */
    recall(request: FastifyRequest, state: string): Flow | undefined {
      const cookie = request.cookies[nameOf(state)];
      if (cookie === undefined) return undefined;
      try {
        const flow = flowSchema.parse(
          JSON.parse(openBox(key, 'flow', Buffer.from(cookie, 'base64url')).toString('utf8')),
        );
        return flow.state === state && Date.now() - flow.startedAt < FLOW_SECONDS * 1_000 ? flow : undefined;
      } catch {
        // A cookie we did not seal is as good as none: the person starts again.
        return undefined;
      }
    },
    forget(reply: FastifyReply, state: string): void {
      reply.clearCookie(nameOf(state), cookieOptions(secure));
    },
  };
};

export type FlowCookies = ReturnType<typeof flowCookies>;
