import { randomBytes } from 'node:crypto';
import type { SqlClient } from '@jiangong/database';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type Configuration, type JWK } from 'oidc-provider';
import { postgresOidcAdapter } from '../postgres/oidc-adapter.ts';
import { PAGE_POLICY } from '../http/page.ts';
import { refusalPage } from '../http/problem-page.ts';
import { EdgeError } from '../../application/problem.ts';
import { keyFor } from '../../application/sealed-box.ts';
import { sealedSecret } from '../postgres/sealed-secrets.ts';

export const ISSUER_PATH = '/oidc';
export const CLIENT_ID = 'web';
export const SIGNING_ALGORITHM = 'ES256';

const CODE_SECONDS = 60;
const TOKEN_SECONDS = 60;
const INTERACTION_SECONDS = 15 * 60;
/** The issuer's own session only carries a sign-in through its redirects: every new sign-in asks for the password. */
const ISSUER_SESSION_SECONDS = 15 * 60;

export type IssuerOptions = Readonly<{ publicUrl: string; secure: boolean; masterKey: Buffer }>;

const newSigningKeys = async (): Promise<Buffer> => {
  const { privateKey } = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  const key = {
    ...(await exportJWK(privateKey)),
    use: 'sig',
    alg: SIGNING_ALGORITHM,
    kid: randomBytes(8).toString('hex'),
  };
  return Buffer.from(JSON.stringify([key]), 'utf8');
};

/** The secret between the gateway as a client and its own issuer; the same in every gateway of the installation. */
export const clientSecretOf = (masterKey: Buffer): string => keyFor(masterKey, 'oidc-web-client').toString('base64url');

export const callbackUrlOf = (publicUrl: string): string => `${publicUrl}/sign-in/callback`;

const configurationOf = (options: IssuerOptions, keys: JWK[], sql: SqlClient): Configuration => ({
  adapter: postgresOidcAdapter(sql),
  jwks: { keys },
  clients: [
    {
      client_id: CLIENT_ID,
      client_secret: clientSecretOf(options.masterKey),
      application_type: 'web',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: [callbackUrlOf(options.publicUrl)],
      token_endpoint_auth_method: 'client_secret_basic',
      id_token_signed_response_alg: SIGNING_ALGORITHM,
    },
  ],
  clientDefaults: { id_token_signed_response_alg: SIGNING_ALGORITHM },
  responseTypes: ['code'],
  scopes: ['openid'],
  cookies: {
    keys: [keyFor(options.masterKey, 'oidc-cookies').toString('base64url')],
    long: { httpOnly: true, sameSite: 'lax', secure: options.secure, signed: true },
    short: { httpOnly: true, sameSite: 'lax', secure: options.secure, signed: true },
  },
  features: {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    resourceIndicators: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    userinfo: { enabled: false },
  },
  // What the issuer itself refuses a browser, as a page of ours in both languages; programs get OAuth's own words.
  renderError: (context, { error }) => {
    context.type = 'html';
    context.set('content-security-policy', PAGE_POLICY);
    context.body = refusalPage({ ...new EdgeError('SIGN_IN_FAILED').said, status: context.status, reason: error });
  },
  pkce: { required: () => true },
  interactions: { url: (_context, interaction) => `/sign-in/login/${interaction.uid}` },
  ttl: {
    AuthorizationCode: CODE_SECONDS,
    AccessToken: TOKEN_SECONDS,
    IdToken: TOKEN_SECONDS,
    Interaction: INTERACTION_SECONDS,
    Grant: INTERACTION_SECONDS,
    Session: ISSUER_SESSION_SECONDS,
  },
  // An account is its person's id: the only claim there is.
  findAccount: (_context, personId) => ({ accountId: personId, claims: () => ({ sub: personId }) }),
  // The one client is the platform itself: nobody is asked whether it may sign them in to itself.
  async loadExistingGrant(context) {
    const { client, session, provider } = context.oidc;
    if (client === undefined || session?.accountId === undefined) return undefined;
    const known = session.grantIdFor(client.clientId);
    const found = known === undefined ? undefined : await provider.Grant.find(known);
    if (found !== undefined && found.accountId === session.accountId) return found;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
});

/** The built-in OIDC issuer: local accounts, one client, signing keys sealed in the gateway's schema. */
export const builtInIssuer = async (sql: SqlClient, options: IssuerOptions): Promise<Provider> => {
  const bytes = await sealedSecret(sql, options.masterKey, { name: 'oidc-signing-keys', make: newSigningKeys });
  const keys: unknown = JSON.parse(bytes.toString('utf8'));
  if (!Array.isArray(keys)) throw new Error('the signing keys are not a list');
  const provider = new Provider(`${options.publicUrl}${ISSUER_PATH}`, configurationOf(options, keys, sql));
  // The gateway writes X-Forwarded-* itself before it hands a request over, so its own name is always the public one.
  provider.proxy = true;
  // The library lets pages of every origin read its description and keys; ours are for the platform itself alone.
  provider.use(async (context, next) => {
    await next();
    for (const header of ['Access-Control-Allow-Origin', 'Access-Control-Expose-Headers']) context.remove(header);
  });
  return provider;
};
