import { importSPKI, jwtVerify } from 'jose';
import type { Caller } from '../call-context.ts';

/** At most so many verified tokens are remembered; the oldest go first. */
export const VERIFIED_TOKENS_MAX = 5_000;

/** A service token is good for five minutes; one that says longer is not the gateway's. */
export const SERVICE_TOKEN_SECONDS_MAX = 300;

/** Who signs service tokens. */
export const SERVICE_TOKEN_ISSUER = 'jiangong-gateway';

/** Tells who calls from a service token, or `undefined` when it is forged, expired or for another service. */
export type TokenVerifier = (token: string) => Promise<Caller | undefined>;

/**
 * Verifies EdDSA tokens of the gateway for one audience. A token is verified once and remembered until it expires.
 * Uses real time also under a moved clock: sessions are real (decisions.md 11).
 */
export const tokenVerifier = async (
  publicKeyPem: string,
  audience: string,
  nowMs: () => number = Date.now,
): Promise<TokenVerifier> => {
  const key = await importSPKI(publicKeyPem, 'EdDSA');
  const verified = new Map<string, { caller: Caller; expiresMs: number }>();
  return async (token) => {
    const known = verified.get(token);
    if (known) return known.expiresMs > nowMs() ? known.caller : undefined;
    const caller = await jwtVerify(token, key, {
      audience,
      issuer: SERVICE_TOKEN_ISSUER,
      algorithms: ['EdDSA'],
      currentDate: new Date(nowMs()),
    }).then(
      ({ payload }) => {
        const kind = payload['kind'];
        if ((kind !== 'person' && kind !== 'system' && kind !== 'anonymous') || typeof payload.exp !== 'number')
          return undefined;
        if (payload.exp - (payload.iat ?? 0) > SERVICE_TOKEN_SECONDS_MAX) return undefined;
        const sid = payload['sid'];
        return {
          caller: {
            kind,
            personId: kind === 'person' ? (payload.sub ?? null) : null,
            sessionId: typeof sid === 'string' ? sid : null,
          } satisfies Caller,
          expiresMs: payload.exp * 1_000,
        };
      },
      // A token that does not verify is an answer, not an accident: the caller is told SERVICE_TOKEN_INVALID.
      () => undefined,
    );
    if (!caller) return undefined;
    if (verified.size >= VERIFIED_TOKENS_MAX) verified.delete(verified.keys().next().value as string);
    verified.set(token, caller);
    return caller.caller;
  };
};
