import cookie from '@fastify/cookie';
import { describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { memoryShared } from '../src/adapters/memory/memory-shared.ts';
import { markRequests } from '../src/adapters/http/request-marks.ts';
import { sessionCookieName, setSessionCookie } from '../src/adapters/http/session-cookie.ts';

/** Answers as they leave a gateway that people reach over https. */
const answers = async (secure: boolean) => {
  const fastify = Fastify();
  await fastify.register(cookie);
  const { rateLimits } = memoryShared(() => 0);
  markRequests(fastify, { secure, requestsPerMinuteAddress: 1_000, rateLimits });
  fastify.get('/signed-in', async (_, reply) => {
    setSessionCookie(reply, secure, 'a'.repeat(43));
    return 'ok';
  });
  const answer = await fastify.inject({ method: 'GET', url: '/signed-in' });
  await fastify.close();
  return answer;
};

describe('what a gateway behind https says', () => {
  it('keeps browsers on https for a year, lets nothing be framed, loaded or kept', async () => {
    const { headers } = await answers(true);
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    );
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('binds the cookie of a session to its host and to https', async () => {
    const kept = String((await answers(true)).headers['set-cookie']);
    expect(kept.startsWith('__Host-jiangong=')).toBe(true);
    for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(kept).toContain(attribute);
    expect(kept).not.toContain('Domain');
  });

  it('says nothing of https on the loopback, where there is none', async () => {
    expect((await answers(false)).headers['strict-transport-security']).toBeUndefined();
    expect(sessionCookieName(false)).toBe('jiangong');
  });
});
