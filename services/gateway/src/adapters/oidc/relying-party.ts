import * as client from 'openid-client';
import type { IssuerKeys } from './logout-tokens.ts';
import { EdgeError } from '../../application/problem.ts';

/** What must be remembered of a sign-in between its start and its return; it travels in a sealed cookie. */
export type Flow = Readonly<{
  state: string;
  nonce: string;
  verifier: string;
  next: string;
  /** The invitation that this sign-in accepts (external issuers only): it ties the identity to its person. */
  invitation: string | null;
}>;

export type RelyingPartyOptions = Readonly<{
  issuer: string;
  clientId: string;
  clientSecret: string;
  callbackUrl: string;
  /** Ask for the password at every sign-in, even where the issuer still knows the browser. */
  alwaysAsk: boolean;
  /** Plain http is for the built-in issuer on loopback only. */
  insecure: boolean;
  idTokenAlgorithm?: string;
  /** How the issuer is reached from here, when not by its public name. */
  reach?: client.CustomFetch;
}>;

/** `sid` and `idToken`: for ending the session at the issuer too, and being told of its end there. */
export type SignedIn = Readonly<{ issuer: string; subject: string; sid: string | null; idToken: string }>;

export interface RelyingParty {
  begin(wish: { next: string; invitation: string | null }): Promise<{ location: string; flow: Flow }>;
  finish(returned: URL, flow: Flow): Promise<SignedIn>;
  /** Where the browser ends its session at the issuer; undefined where the issuer has no such place, or can not be asked. */
  endSessionAt(idToken: string, returnTo: string): Promise<string | undefined>;
  keys(): Promise<IssuerKeys>;
}

const CALL_SECONDS = 10;

const discover = async (options: RelyingPartyOptions): Promise<client.Configuration> => {
  const metadata =
    options.idTokenAlgorithm === undefined ? {} : { id_token_signed_response_alg: options.idTokenAlgorithm };
  const configuration = await client.discovery(
    new URL(options.issuer),
    options.clientId,
    metadata,
    client.ClientSecretBasic(options.clientSecret),
    {
      timeout: CALL_SECONDS,
      ...(options.reach === undefined ? {} : { [client.customFetch]: options.reach }),
      ...(options.insecure ? { execute: [client.allowInsecureRequests] } : {}),
    },
  );
  return configuration;
};

/** The code flow with PKCE against any OIDC issuer, the built-in one included. Discovery happens at the first sign-in, and again after it failed. */
export const relyingParty = (options: RelyingPartyOptions): RelyingParty => {
  let known: Promise<client.Configuration> | undefined;
  const configuration = async (): Promise<client.Configuration> => {
    known ??= discover(options);
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw new EdgeError('ISSUER_UNAVAILABLE', { retryAfterSeconds: 5, cause: error });
    }
  };
  return {
    async begin({ next, invitation }) {
      const verifier = client.randomPKCECodeVerifier();
      const flow: Flow = { state: client.randomState(), nonce: client.randomNonce(), verifier, next, invitation };
      const location = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: options.callbackUrl,
        scope: 'openid',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: flow.state,
        nonce: flow.nonce,
        ...(options.alwaysAsk ? { prompt: 'login' } : {}),
      });
      return { location: location.href, flow };
    },
    async finish(returned, flow) {
      const issuer = await configuration();
      const tokens = await client
        .authorizationCodeGrant(issuer, returned, {
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          pkceCodeVerifier: flow.verifier,
          idTokenExpected: true,
        })
        .catch((error: unknown) => {
          throw new EdgeError('SIGN_IN_FAILED', { cause: error });
        });
      const claims = tokens.claims();
      if (claims === undefined) throw new EdgeError('SIGN_IN_FAILED');
      const { sid } = claims;
      return {
        issuer: claims.iss,
        subject: claims.sub,
        sid: typeof sid === 'string' ? sid : null,
        idToken: tokens.id_token ?? '',
      };
    },
    async endSessionAt(idToken, returnTo) {
      const issuer = await configuration().catch((error: unknown) => {
        // Our own session ends whether or not the issuer answers.
        if (error instanceof EdgeError) return undefined;
        throw error;
      });
      if (issuer?.serverMetadata().end_session_endpoint === undefined) return undefined;
      return client.buildEndSessionUrl(issuer, { id_token_hint: idToken, post_logout_redirect_uri: returnTo }).href;
    },
    async keys() {
      const { issuer, jwks_uri: jwksUri } = (await configuration()).serverMetadata();
      if (jwksUri === undefined) throw new EdgeError('ISSUER_UNAVAILABLE', { retryAfterSeconds: 5 });
      return { issuer, jwksUri };
    },
  };
};
