import { setTimeout as sleep } from 'node:timers/promises';
import { nestLog } from '@jiangong/service-host/nest';
import type { Logger } from '@jiangong/telemetry';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerFailure, badAddress } from './adapters/http/answer-failure.ts';
import { refuseBrokenRequest } from './adapters/http/broken-request.ts';
import { REQUEST_MS_MAX } from './adapters/http/arriving-body.ts';
import { type FrontDoor, serverBehind, type Turns, turnsAmong } from './adapters/http/front-door.ts';
import { methodsAt } from './adapters/http/register-routes.ts';
import { markAnswer } from './adapters/http/request-marks.ts';
import { asDoor, openDoors, refuseTaken } from './adapters/http/listening-doors.ts';
import { closeUnused } from './adapters/http/unused-connections.ts';
import { signInParts } from './adapters/oidc/sign-in-parts.ts';
import { postgresHandInStore } from './adapters/postgres/hand-in-store.ts';
import { sweepOidcPayloads } from './adapters/postgres/oidc-adapter.ts';
import { postgresAccountStore } from './adapters/postgres/account-store.ts';
import { postgresUsedOnce } from './adapters/postgres/used-once.ts';
import { postgresNoticeOutbox, postgresNoticeStore } from './adapters/postgres/notice-store.ts';
import { accountOwner } from './adapters/grpc/account-owner.ts';
import { tellNotices, untoldNotices } from './application/tell-notices.ts';
import { postgresSignInStore } from './adapters/postgres/sign-in-store.ts';
import { postgresResetRequestStore } from './adapters/postgres/reset-request-store.ts';
import { postgresLinkStore } from './adapters/postgres/link-store.ts';
import { NOTICES_KEPT_MS } from './application/account-notices.ts';
import { DEVICE_KEPT_MS, SIGN_INS_KEPT_MS } from './application/sign-ins.ts';
import { RESET_REQUEST_MS } from './application/reset-password.ts';
import { admission } from './application/admission.ts';
import type { ShareLimits } from './application/shares.ts';
import { SOURCES_KEPT_MS } from './application/hand-in-limits.ts';
import { makeCodedLink, SET_UP_LINK_MS } from './application/one-time-links.ts';
import { GatewayModule } from './gateway.module.ts';
import { openEvidence } from './open-evidence.ts';
import { localParts } from './local-parts.ts';
import { openParts, type Parts } from './open-parts.ts';
import type { Exports } from './application/exports.ts';
import { exportsOf } from './open-exports.ts';
import { draftsOf } from './open-drafts.ts';
import { declaredRoutes, registerHttp } from './register-http.ts';
import type { Settings } from './settings.ts';

const JSON_BYTES_MAX = 1_048_576;
/** A path parameter is an id, a hash or a link's token; longer ones are nobody's. */
const PARAMETER_CHARS_MAX = 200;
/** Bodies are watched one by one (`arriving-body.ts`), heads by the server. */
const HEADERS_MS_MAX = 20_000;
const KEEP_ALIVE_MS = 65_000;
/** Files that come in at once, and wait: each takes its sender's time and some megabytes, and must not take the place of the others. */
const FILES_IN_FLIGHT_MAX = 16;
/** Whole offices are behind one address. */
const FILE_SHARES: ShareLimits = { perPerson: 3, perAddress: FILES_IN_FLIGHT_MAX / 2 };
const FLUSH_EVERY_MS = 5_000;
const SWEEP_EVERY_MS = 10 * 60_000;
/** Longer than a file that has come in takes to be registered and kept. */
/** How soon inbox and mail tell of what happened to somebody's way in. */
const NOTICES_TOLD_EVERY_MS = 1_000;
const DESTROYED_EVERY_MS = 5 * 60_000;

/** The first officer's way in. The code is not in the link: a link seen in a log of addresses or a history opens nothing. */
export type SetUpLink = Readonly<{ url: string; code: string }>;

export type Gateway = Readonly<{
  /** Where this process answers. */
  url: string;
  parts: Parts;
  exports: Exports;
  /** The one-time link and code of an empty platform; undefined once there is an account. */
  setUpLink: SetUpLink | undefined;
  /** Account notices that nobody was told of yet, up to the limit of one run. */
  untoldNotices: () => Promise<number>;
  close: () => Promise<void>;
}>;

const turnsOf = ({ admission: limits }: Settings): Turns => ({
  requests: admission(limits),
  files: admission({ inFlightMax: FILES_IN_FLIGHT_MAX, waitingMax: FILES_IN_FLIGHT_MAX }),
});

const adapterOf = (settings: Settings, log: Logger, door: FrontDoor): FastifyAdapter =>
  new FastifyAdapter({
    serverFactory: serverBehind(door, {
      requestTimeout: REQUEST_MS_MAX,
      headersTimeout: HEADERS_MS_MAX,
      keepAliveTimeout: KEEP_ALIVE_MS,
    }),
    bodyLimit: JSON_BYTES_MAX,
    routerOptions: { maxParamLength: PARAMETER_CHARS_MAX },
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    forceCloseConnections: 'idle',
    // What still comes in over a connection that was open is answered, not refused.
    return503OnClosing: false,
    clientErrorHandler: refuseBrokenRequest(log, settings.secure),
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      markAnswer(request, reply, settings.secure);
      void answerFailure(badAddress(error, request), { request, reply, log });
    },
  });

/** While nobody can sign in there is one link that lets the first person in; a newer one replaces an older one. */
const setUpLinkOf = async ({ database, settings }: Parts): Promise<SetUpLink | undefined> => {
  if (!(await postgresAccountStore(database).isEmpty())) return undefined;
  const { token, code } = await makeCodedLink(postgresLinkStore(database), {
    purpose: 'set-up',
    personId: null,
    expiresAt: Date.now() + SET_UP_LINK_MS,
  });
  return { url: `${settings.publicUrl}/set-up?token=${token}`, code };
};

const keepHouse = (parts: Parts, exports: Exports, takeDestroyedAway: () => Promise<void>): (() => void) => {
  const { sessions, database, log } = parts;
  const safely = (what: string, work: () => Promise<void>) => () => {
    work().catch((error: unknown) => log.warn({ err: error, what }, 'housekeeping failed; it is tried again'));
  };
  const flush = setInterval(
    safely('sessions', async () => sessions.flush(false)),
    FLUSH_EVERY_MS,
  );
  const sweep = setInterval(
    safely('sweep', async () => {
      await sessions.sweep();
      await sweepOidcPayloads(database);
      await postgresHandInStore(database).sweep(Date.now(), SOURCES_KEPT_MS);
      await draftsOf(parts).sweep();
      await exports.sweep();
      await postgresUsedOnce(database).sweep(Date.now());
      await postgresSignInStore(database).sweep({
        signedInBefore: Date.now() - SIGN_INS_KEPT_MS,
        seenBefore: Date.now() - DEVICE_KEPT_MS,
      });
      await postgresNoticeStore(database).sweep(Date.now() - NOTICES_KEPT_MS);
      await postgresResetRequestStore(database).sweep(Date.now() - RESET_REQUEST_MS);
    }),
    SWEEP_EVERY_MS,
  );
  const takeAway = safely('destroyed files', takeDestroyedAway);
  // At once, too: files that were put back from a copy may be older than what the log says to be destroyed.
  takeAway();
  const destroyed = setInterval(takeAway, DESTROYED_EVERY_MS);
  const notices = setInterval(
    safely(
      'account notices',
      tellNotices({
        outbox: postgresNoticeOutbox(database),
        tell: accountOwner(parts.outlet, parts.settings.orderDeadlineMs),
        nowMs: Date.now,
      }),
    ),
    NOTICES_TOLD_EVERY_MS,
  );
  return () => {
    clearInterval(notices);
    clearInterval(destroyed);
    clearInterval(flush);
    clearInterval(sweep);
  };
};

/** Starts the gateway: the database and the readers first, then the HTTP server. */
export const startGateway = async (settings: Settings, log: Logger): Promise<Gateway> => {
  const parts = await openParts(settings, log);
  let url = '';
  let leaving = false;
  const http = {
    parts,
    signIn: await signInParts(parts, () => url),
    evidence: await openEvidence(settings.evidence),
    exports: exportsOf(parts),
    turns: turnsOf(settings),
    shares: FILE_SHARES,
    leaving: () => leaving,
  };
  const local = localParts(http);
  const routes = declaredRoutes(local);
  const door = {
    turnsOf: turnsAmong(routes, http.turns),
    methodsAt: methodsAt(routes),
    leaving: http.leaving,
    secure: settings.secure,
  };
  const app = await NestFactory.create<NestFastifyApplication>(
    GatewayModule.of({ log, methodsAt: methodsAt(routes) }),
    adapterOf(settings, log, door),
    {
      bodyParser: false,
      logger: nestLog(log),
      abortOnError: false,
    },
  );
  await registerHttp(app.getHttpAdapter().getInstance(), http, { local, routes });
  await parts.access.readers.ready;
  await parts.hub.start();
  const closeUnusedConnections = closeUnused(app.getHttpServer());
  await refuseTaken({ port: settings.port, host: settings.host });
  const firstDoor = asDoor({ port: settings.port, host: settings.host });
  await app.listen(firstDoor);
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : settings.port;
  const closeDoors = await openDoors(app.getHttpServer(), { port, host: settings.host });
  url = `http://${settings.host === '0.0.0.0' ? '127.0.0.1' : settings.host}:${port}`;
  const stopHousekeeping = keepHouse(parts, http.exports, local.takeDestroyedAway);
  return {
    url,
    parts,
    exports: http.exports,
    setUpLink: await setUpLinkOf(parts),
    untoldNotices: untoldNotices(postgresNoticeOutbox(parts.database), Date.now),
    close: async () => {
      leaving = true;
      await sleep(settings.stopNoticeMs);
      stopHousekeeping();
      await parts.hub.stop();
      closeDoors();
      closeUnusedConnections();
      await app.close();
      await parts.close();
    },
  };
};
