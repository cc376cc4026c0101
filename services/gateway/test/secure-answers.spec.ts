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
  markRequests(fastify, {
    secure,
    requestsPerMinute: { address: 1_000, session: 1_000 },
    rateLimits,
    sessions: { known: () => undefined },
  });
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

describe('whose limit a request counts against', () => {
  const KNOWN = 'k'.repeat(43);
  const gateway = async () => {
    const fastify = Fastify();
    await fastify.register(cookie);
    const { rateLimits } = memoryShared(() => 0);
    markRequests(fastify, {
      secure: true,
      requestsPerMinute: { address: 2, session: 3 },
      rateLimits,
      sessions: { known: (token) => (token === KNOWN ? 'its session' : undefined) },
    });
    fastify.get('/read', async () => 'ok');
    fastify.get('/told-by-nobody', { config: { unlinkable: true } }, async () => 'ok');
    fastify.get('/asset.js', { config: { asset: true } }, async () => 'ok');
    const refused = async (url: string, times: number, token?: string): Promise<number> => {
      let count = 0;
      for (let n = 0; n < times; n += 1) {
        const headers = token === undefined ? {} : { cookie: `${sessionCookieName(true)}=${token}` };
        if ((await fastify.inject({ method: 'GET', url, headers })).statusCode !== 200) count += 1;
      }
      return count;
    };
    return { refused, close: async () => fastify.close() };
  };

  it('a session that is known here has a limit of its own, whatever others behind its address do', async () => {
    const { refused, close } = await gateway();
    expect([await refused('/read', 3), await refused('/read', 4, KNOWN)]).toEqual([1, 1]);
    await close();
  });

  it('a cookie that is worth nothing, and what may be tied to no session, count against the address', async () => {
    const { refused, close } = await gateway();
    expect([await refused('/read', 3, 'f'.repeat(43)), await refused('/told-by-nobody', 1, KNOWN)]).toEqual([1, 1]);
    await close();
  });

  it('files of the console count against nobody, also where the address has nothing left', async () => {
    const { refused, close } = await gateway();
    expect([await refused('/read', 3), await refused('/asset.js', 50)]).toEqual([1, 0]);
    await close();
  });
});
