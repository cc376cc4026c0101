import { hasInterrupting } from '../../application/account-notices.ts';
import type Provider from 'oidc-provider';
import { changePassword } from '../../application/own-account.ts';
import {
  FACTOR_THROTTLE,
  needsSecondFactor,
  ownSecondFactor,
  proveSecondFactor,
} from '../../application/second-factor.ts';
import { ownPasskeys } from '../../application/own-passkeys.ts';
import { askForPasskey, passkeyOwner } from '../../application/passkeys.ts';
import { signInByPasskey } from '../../application/sign-in-by-passkey.ts';
import { signInLog } from '../../application/sign-in-log.ts';
import { recordSignIn } from '../../application/sign-ins.ts';
import { signIn } from '../../application/sign-in.ts';
import { ACCOUNT_THROTTLE, ADDRESS_THROTTLE } from '../../application/sign-in-throttle.ts';
import { requiredFactor } from '../../application/required-factor.ts';
import { personOfExternal } from '../../application/external-identity.ts';
import type { Parts } from '../../open-parts.ts';
import { flowCookies } from '../http/flow-cookie.ts';
import { readSamplePeople } from '../http/sample-people.ts';
import type { SignInParts } from '../http/sign-in-needs.ts';
import { SECOND_FACTOR_PATH, SECOND_FACTOR_ROUTE } from '../http/sign-in-paths.ts';
import { mayEnter } from '../postgres/end-access.ts';
import { personOfIdentity, postgresAccountStore } from '../postgres/account-store.ts';
import { postgresLinkStore } from '../postgres/link-store.ts';
import { postgresNoticeStore } from '../postgres/notice-store.ts';
import { postgresSignInStore } from '../postgres/sign-in-store.ts';
import { postgresSecondFactorStore } from '../postgres/second-factor-store.ts';
import { secondSteps } from '../http/second-step.ts';
import { timeCodes } from '../otp/time-codes.ts';
import { passkeyProofs } from '../webauthn/passkey-proofs.ts';
import {
  builtInIssuer,
  callbackUrlOf,
  CLIENT_ID,
  clientSecretOf,
  ISSUER_PATH,
  SIGNING_ALGORITHM,
} from './built-in-issuer.ts';
import { logoutTokens } from './logout-tokens.ts';
import { outsideSessions } from './outside-sessions.ts';
import { outsideSignOut } from '../../application/outside-sign-out.ts';
import { postgresUsedOnce } from '../postgres/used-once.ts';
import { type RelyingParty, relyingParty } from './relying-party.ts';

/** The gateway's own issuer is called over loopback, whatever its public name. */
const overLoopback =
  (publicUrl: string, listening: () => string) =>
  async (url: string, options: RequestInit): Promise<Response> =>
    fetch(url.startsWith(publicUrl) ? `${listening()}${url.slice(publicUrl.length)}` : url, options);

const relyingPartyOf = ({ settings, masterKey }: Parts, listening: () => string): RelyingParty => {
  const external = settings.externalIssuer;
  const callbackUrl = callbackUrlOf(settings.publicUrl);
  if (external !== undefined)
    return relyingParty({
      ...external,
      callbackUrl,
      alwaysAsk: false,
      insecure: external.issuer.startsWith('http://127.0.0.1'),
    });
  return relyingParty({
    issuer: `${settings.publicUrl}${ISSUER_PATH}`,
    clientId: CLIENT_ID,
    clientSecret: clientSecretOf(masterKey),
    callbackUrl,
    alwaysAsk: true,
    insecure: !settings.secure,
    idTokenAlgorithm: SIGNING_ALGORITHM,
    reach: async (url, options) => overLoopback(settings.publicUrl, listening)(url, options as RequestInit),
  });
};

type FactorPorts = Parameters<typeof needsSecondFactor>[0];

/** Whose roles ask for a second factor, and whether they have one. */
const requiredOf = ({ settings, access }: Parts, factorPorts: FactorPorts) =>
  requiredFactor({
    roles: settings.secondFactorRoles,
    grantsOf: access.grantsOf,
    hasFactor: needsSecondFactor(factorPorts),
    enrolAt: { page: SECOND_FACTOR_PATH, route: SECOND_FACTOR_ROUTE },
    now: () => new Date().toISOString(),
  });

/** What signing in needs, with the built-in issuer or with one from outside. `listening` is where this process answers. */
export const signInParts = async (parts: Parts, listening: () => string): Promise<SignInParts> => {
  const { settings, database, masterKey, sessions, shared } = parts;
  const { publicUrl, secure, externalIssuer: external } = settings;
  const provider: Provider | null =
    external === undefined ? await builtInIssuer(database, { publicUrl, secure, masterKey }) : null;
  const party = relyingPartyOf(parts, listening);
  const personOfIdentityOutside = personOfExternal({
    links: postgresLinkStore(database),
    personOfIdentity: async (identity) => personOfIdentity(database, identity),
  });
  const tell = signInLog(parts.log, provider === null ? 'external' : 'built-in');
  const passwords = {
    accounts: postgresAccountStore(database),
    byAccount: shared.throttle(ACCOUNT_THROTTLE),
    byAddress: shared.throttle({ ...ADDRESS_THROTTLE, freeFailures: settings.signInFreeFailuresAddress }),
  };
  const notices = postgresNoticeStore(database);
  const sampleFile = settings.sampleSignIns;
  const proofs = passkeyProofs(parts, notices, tell);
  const owner = passkeyOwner(proofs);
  const factorPorts = {
    factors: postgresSecondFactorStore(database),
    passkeys: proofs.passkeys,
    passkeyOwner: owner,
    codes: timeCodes,
    byPerson: shared.throttle(FACTOR_THROTTLE),
    ...{ notices, sessions, tell, masterKey, nowMs: Date.now },
  };
  return {
    sessions,
    relyingParty: party,
    outside: provider === null ? outsideSessions(masterKey, party, `${publicUrl}/`) : null,
    outsideSignOut:
      external === undefined
        ? null
        : outsideSignOut({
            read: logoutTokens(external.clientId, party.keys),
            used: postgresUsedOnce(database),
            sessions,
            tell,
            nowMs: Date.now,
          }),
    provider,
    checkCredentials: signIn(passwords),
    changePassword: changePassword({ ...passwords, sessions, tell, notices, nowMs: Date.now }),
    personOf: async (signedIn, invitation) =>
      provider === null ? personOfIdentityOutside(signedIn, invitation) : signedIn.subject,
    samplePeople: sampleFile === undefined ? null : async () => readSamplePeople(sampleFile),
    throttles: passwords,
    factor: {
      needed: needsSecondFactor(factorPorts),
      required: requiredOf(parts, factorPorts),
      prove: proveSecondFactor(factorPorts),
      steps: secondSteps(masterKey, Date.now),
      own: ownSecondFactor(factorPorts),
    },
    passkeys: {
      signIn: signInByPasskey({ passkeyOwner: owner, byAddress: passwords.byAddress }),
      ask: askForPasskey(proofs),
      own: ownPasskeys({ ...factorPorts, ...proofs }),
    },
    flows: flowCookies(masterKey, secure),
    publicUrl,
    secure,
    mayEnter: mayEnter(database),
    recordSignIn: recordSignIn(postgresSignInStore(database), notices),
    tell,
    hasNotices: hasInterrupting(notices),
  };
};
