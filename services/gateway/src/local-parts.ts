import { imagePreview } from '@jiangong/evidence/preview';
import { previews } from './adapters/memory/previews.ts';
import { draftsOf } from './open-drafts.ts';
import { EdgeError } from './application/problem.ts';
import type { Session } from './application/sessions.ts';
import { randomBytes } from 'node:crypto';
import { type LocalContext } from './adapters/http/register-routes.ts';
import { signOut } from './adapters/http/register-sign-in.ts';
import { noPasswords } from './adapters/http/reset-routes.ts';
import { foundingServices } from './adapters/grpc/founding-services.ts';
import { destroyedEvidence } from './adapters/grpc/destroyed-evidence.ts';
import { namedEvidence } from './adapters/grpc/named-evidence.ts';
import { objectionService } from './adapters/grpc/objection-service.ts';
import { postgresHandInStore } from './adapters/postgres/hand-in-store.ts';
import { takeOfCode } from './application/code-limits.ts';
import { confirmObjection, handInFile } from './application/confirm-objection.ts';
import { takeDestroyedAway } from './application/destroyed-files.ts';
import { handIn } from './application/hand-in.ts';
import { mends } from './application/mends.ts';
import { objectionStatus } from './application/objection-status.ts';
import { postgresAccountStore } from './adapters/postgres/account-store.ts';
import { postgresLinkStore } from './adapters/postgres/link-store.ts';
import { postgresNoticeStore } from './adapters/postgres/notice-store.ts';
import { postgresSignInStore } from './adapters/postgres/sign-in-store.ts';
import { postgresResetRequestStore } from './adapters/postgres/reset-request-store.ts';
import { acceptInvitation, checkInvitation, setUpPlatform } from './application/founding.ts';
import { handOutCode, invite } from './application/invite.ts';
import { askForReset, offerReset, openResetRequests, resetPassword } from './application/reset-password.ts';
import { bySecondPerson } from './application/second-way.ts';
import { SIGN_INS_SHOWN_MAX } from './application/sign-ins.ts';
import { endOtherSessions, endOwnSession, endSessionsOf, ownSessions } from './application/own-account.ts';
import { exportParts } from './export-parts.ts';
import type { HttpParts } from './http-parts.ts';

/** How the public objects. */
const objectionParts = ({ parts: { database, masterKey, outlet, settings, shared }, evidence }: HttpParts) => {
  const ports = {
    store: postgresHandInStore(database),
    rateLimits: shared.rateLimits,
    masterKey,
    nowMs: Date.now,
    random: randomBytes,
    evidence,
    service: objectionService(outlet, settings.orderDeadlineMs),
  };
  return {
    handIn: handIn(ports),
    handInFile: handInFile(ports),
    confirmObjection: confirmObjection(ports),
    objectionStatus: objectionStatus(ports),
  };
};

/** One-time links for people, whose codes go another way, and what is done by them. */
const linkParts = ({ parts: { database, masterKey, settings, sessions, shared }, signIn }: HttpParts) => {
  const links = postgresLinkStore(database);
  const accounts = postgresAccountStore(database);
  const notices = postgresNoticeStore(database);
  const requests = postgresResetRequestStore(database);
  const { tell } = signIn;
  const made = { links, secondWay: bySecondPerson, masterKey, nowMs: Date.now };
  const passwords = settings.externalIssuer === undefined;
  return {
    invite: invite({ ...made, hasAccount: accounts.hasPerson, isAlone: accounts.isAlone }),
    handOutCode: handOutCode({ ...made, tell }),
    offerReset: passwords ? offerReset({ ...made, accounts, tell }) : noPasswords,
    askForReset: passwords ? askForReset({ ...made, requests, rateLimits: shared.rateLimits }) : noPasswords,
    openResetRequests: openResetRequests({ ...made, requests }),
    resetPassword: passwords
      ? resetPassword({ ...made, accounts, sessions, notices, byAccount: signIn.throttles.byAccount, tell })
      : noPasswords,
    notices,
    nowMs: Date.now,
  };
};

export type LocalParts = ReturnType<typeof localParts>;

/** What the routes and pages that the gateway answers itself are made of. */
export const localParts = (http: HttpParts) => {
  const { parts, signIn, evidence } = http;
  const { database, settings } = parts;
  const links = postgresLinkStore(database);
  const preview = previews({ open: async (sha256) => evidence.open(sha256), draw: imagePreview });
  return {
    setUp: async (founding: Parameters<ReturnType<typeof setUpPlatform>>[0]) =>
      setUpPlatform({
        links,
        services: foundingServices(parts.outlet, settings.orderDeadlineMs),
        passwords: settings.externalIssuer === undefined,
        now: Date.now,
      })(founding),
    accept: acceptInvitation({ links, now: Date.now }),
    checkInvitation: checkInvitation({ links, now: Date.now }),
    ...linkParts(http),
    signOut: async ({ request, reply }: LocalContext) => signOut(request, reply, signIn),
    evidence,
    named: namedEvidence(parts.outlet, settings.queryDeadlineMs),
    publicUrl: settings.publicUrl,
    preview,
    takeDestroyedAway: takeDestroyedAway({
      list: destroyedEvidence(parts.outlet, settings.orderDeadlineMs),
      destroy: async (sha256) => evidence.destroy(sha256),
      forget: preview.forget,
    }),
    ...objectionParts(http),
    takeOfCode: takeOfCode(parts.shared.rateLimits),
    drafts: draftsOf(parts),
    work: { mends: mends({ ...parts.access, now: () => new Date().toISOString() }) },
    exporting: exportParts(http),
    secure: settings.secure,
    secondFactor: signIn.factor.own,
    requiredFactor: signIn.factor.required,
    passkeys: signIn.passkeys.own,
    accountNameOf: async ({ personId }: Session) => {
      const account = await postgresAccountStore(database).ofPerson(personId);
      if (account === undefined) throw new EdgeError('PASSWORD_NOT_HERE');
      return account.login;
    },
    account: {
      secure: settings.secure,
      changePassword: signIn.changePassword,
      ownSessions: ownSessions(signIn),
      endOwnSession: endOwnSession({ ...signIn, nowMs: Date.now }),
      endOtherSessions: endOtherSessions({ ...signIn, nowMs: Date.now }),
      ownSignIns: async ({ personId }: Session) => postgresSignInStore(database).newest(personId, SIGN_INS_SHOWN_MAX),
      endSessionsOf: endSessionsOf(signIn),
    },
  };
};
