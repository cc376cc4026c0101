import { ownRoutes } from '../src/adapters/http/own-routes.ts';
import type { LocalContext } from '../src/adapters/http/register-routes.ts';
import { serviceRoutes } from '../src/routes/index.ts';
import type { Route } from '../src/routes/route.ts';

const never = async (): Promise<never> => {
  throw new Error('not called: only declarations are looked at');
};

/** Every declared route, for what is looked at without asking anybody. */
export const everyRoute: readonly Route<LocalContext>[] = [
  ...serviceRoutes,
  ...ownRoutes({
    setUp: never,
    accept: never,
    invite: never,
    handOutCode: never,
    offerReset: never,
    askForReset: never,
    openResetRequests: never,
    resetPassword: never,
    notices: { add: never, unseen: never, see: never, sweep: never },
    nowMs: () => 0,
    secure: true,
    secondFactor: { state: never, begin: never, confirm: never, renewRecoveryCodes: never, remove: never },
    requiredFactor: { isRequired: never, isDue: never, check: never },
    passkeys: {
      ...{ possible: true, list: never, begin: never, register: never, ask: never, rename: never, remove: never },
    },
    accountNameOf: never,
    signOut: never,
    handIn: never,
    handInFile: never,
    confirmObjection: never,
    objectionStatus: never,
    takeOfCode: never,
    named: never,
    account: {
      ...{ secure: true, changePassword: never, ownSessions: never, endOwnSession: never },
      ...{ endOtherSessions: never, ownSignIns: never, endSessionsOf: never },
    },
    drafts: { save: never, read: never, list: never, discard: never, sweep: never },
    preview: Object.assign(never, { forget: () => undefined }),
    work: { mends: never },
    exporting: {
      exports: {
        ...{ begin: never, found: never, list: never, remove: never, sweep: never },
        async *content() {
          yield await never();
        },
      },
      isSignedIn: never,
      namingOf: () => {
        throw new Error('not called: only declarations are looked at');
      },
      outletOf: () => {
        throw new Error('not called: only declarations are looked at');
      },
    },
    publicUrl: 'http://127.0.0.1:8080',
    evidence: { receive: never, keep: never, drop: never, open: never, destroy: never },
  }),
];
