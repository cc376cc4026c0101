import { createRemoteJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';
import { EdgeError } from '../../application/problem.ts';
import type { OutsideSignOut } from '../../application/outside-sign-out.ts';

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const NAME_CHARS_MAX = 500;
/** A token is sent at once; an older one is a repeat or an issuer whose clock is wrong. */
export const LOGOUT_TOKEN_SECONDS = 5 * 60;
const CLOCK_SECONDS = 60;

const name = z.string().min(1).max(NAME_CHARS_MAX);

/** OpenID Connect Back-Channel Logout 1.0, 2.4: an event, a session or a subject, an id of its own, and never a nonce. */
const claimsSchema = z.object({
  iss: name,
  jti: name,
  sub: name.optional(),
  sid: name.optional(),
  events: z.object({ [LOGOUT_EVENT]: z.looseObject({}) }),
  nonce: z.undefined().optional(),
});

export type IssuerKeys = Readonly<{ issuer: string; jwksUri: string }>;

/** Checks logout tokens of the issuer outside; its keys are fetched, and fetched again when it signs with others. */
export const logoutTokens = (clientId: string, keysOf: () => Promise<IssuerKeys>) => {
  let known: Readonly<{ issuer: string; keys: ReturnType<typeof createRemoteJWKSet> }> | undefined;
  const ready = async () => {
    if (known === undefined) {
      const { issuer, jwksUri } = await keysOf();
      known = { issuer, keys: createRemoteJWKSet(new URL(jwksUri)) };
    }
    return known;
  };
  /** Whose sessions end. Refusals: LOGOUT_TOKEN_INVALID, ISSUER_UNAVAILABLE. */
  return async (token: string): Promise<OutsideSignOut> => {
    const { issuer, keys } = await ready();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: clientId,
        maxTokenAge: LOGOUT_TOKEN_SECONDS,
        clockTolerance: CLOCK_SECONDS,
        requiredClaims: ['iat', 'jti', 'events'],
      });
      const claims = claimsSchema.parse(payload);
      if (claims.sub === undefined && claims.sid === undefined) throw new Error('neither sid nor sub');
      return { issuer, jti: claims.jti, sid: claims.sid ?? null, subject: claims.sub ?? null };
    } catch (error) {
      throw new EdgeError('LOGOUT_TOKEN_INVALID', { cause: error });
    }
  };
};
