import { createServer, type Server } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { type Browser, locationOf } from './browser.ts';

export const OUTSIDE_SECRET = 'a secret of the two alone, long enough';

export type OutsideIssuer = Readonly<{ url: string; server: Server; privateKey: CryptoKey }>;

/** An organization's own issuer: it knows everybody who comes as `subject`. */
export const startIssuer = async (platform: () => string, subject: () => string): Promise<OutsideIssuer> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const privateJwk = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: 'outside' };
  const known: { provider?: Provider } = {};
  const server = createServer((request, response) => {
    const uid = /^\/known\/(.+)$/u.exec(request.url ?? '')?.[1];
    if (uid === undefined) void known.provider?.callback()(request, response);
    else void known.provider?.interactionFinished(request, response, { login: { accountId: subject() } });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  known.provider = new Provider(url, {
    clients: [
      {
        client_id: 'jiangong',
        client_secret: OUTSIDE_SECRET,
        redirect_uris: [`${platform()}/sign-in/callback`],
        post_logout_redirect_uris: [`${platform()}/`],
        backchannel_logout_uri: `${platform()}/v1/sign-out/back-channel`,
        backchannel_logout_session_required: true,
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    cookies: { keys: ['test'] },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    jwks: { keys: [privateJwk] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    interactions: { url: (_context, interaction) => `/known/${interaction.uid}` },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({
        clientId: 'jiangong',
        accountId: context.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  return { url, server, privateKey };
};

/** Follows a sign-in through the other issuer and back. Cookies of both live in one jar: names do not clash. */
export const through = async (issuerUrl: string, who: Browser, first: Response): Promise<Response> => {
  let response = first;
  for (let hops = 0; hops < 8 && response.status >= 300 && response.status < 400; hops += 1) {
    const next = new URL(locationOf(response), issuerUrl);
    response = await who.fetch(next.href, { headers: { accept: 'application/json' } });
    if (next.pathname === '/sign-in/callback') return response;
  }
  return response;
};
