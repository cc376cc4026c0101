import { randomBytes, randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { EvidenceStore } from '@jiangong/evidence';
import { imagePreview } from '@jiangong/evidence/preview';
import { childTraceparent, metricNames } from '@jiangong/telemetry';
import { gaugeOf } from '@jiangong/telemetry/node';
import type { FastifyInstance } from 'fastify';
import { acceptFiles, acceptInTime, acceptJson, acceptNothing } from './adapters/http/accept-bodies.ts';
import { answerFailure } from './adapters/http/answer-failure.ts';
import type { ExportRouteParts } from './adapters/http/export-routes.ts';
import { sessionTokenOf } from './adapters/http/session-cookie.ts';
import { outletFor } from './adapters/grpc/outlet.ts';
import { compressReads } from './adapters/http/compress-reads.ts';
import { registerConsole, takenAddresses } from './adapters/http/register-console.ts';
import { registerDocs } from './adapters/http/docs-page.ts';
import type { Turns } from './adapters/http/front-door.ts';
import { openApiDocument } from './adapters/http/openapi-document.ts';
import { ownRoutes } from './adapters/http/own-routes.ts';
import { problemPage } from './adapters/http/problem-page.ts';
import { type Readiness, registerHealth } from './adapters/http/register-health.ts';
import { registerIssuer } from './adapters/http/register-issuer.ts';
import { registerLive } from './adapters/http/register-live.ts';
import { type LocalContext, registerRoutes, type RestParts } from './adapters/http/register-routes.ts';
import { ownAccountLinks, registerOwnAccount } from './adapters/http/register-own-account.ts';
import { registerSignIn, signOut, type SignInParts } from './adapters/http/register-sign-in.ts';
import { registerWelcome } from './adapters/http/register-welcome.ts';
import { markRequests } from './adapters/http/request-marks.ts';
import { checkTexts } from './adapters/http/utf8-text.ts';
import { traceRequests } from './adapters/http/trace-requests.ts';
import { foundingServices } from './adapters/grpc/founding-services.ts';
import { objectionService } from './adapters/grpc/objection-service.ts';
import { postgresHandInStore } from './adapters/postgres/hand-in-store.ts';
import { confirmObjection, handInFile } from './application/confirm-objection.ts';
import { handIn } from './application/hand-in.ts';
import { postgresAccountStore } from './adapters/postgres/account-store.ts';
import { postgresLinkStore } from './adapters/postgres/link-store.ts';
import type { Admission } from './application/admission.ts';
import { acceptInvitation, checkInvitation, setUpPlatform } from './application/founding.ts';
import type { Exports } from './application/exports.ts';
import { invite } from './application/invite.ts';
import { previews } from './adapters/memory/previews.ts';
import { EdgeError } from './application/problem.ts';
import { type ShareLimits, shares } from './application/shares.ts';
import { endOwnSession, endSessionsOf, ownSessions } from './application/own-account.ts';
import { draftsOf } from './open-drafts.ts';
import type { Parts } from './open-parts.ts';
import { serviceRoutes } from './routes/index.ts';
import type { Route } from './routes/route.ts';

export type HttpParts = Readonly<{
  parts: Parts;
  signIn: SignInParts;
  evidence: EvidenceStore;
  exports: Exports;
  turns: Turns;
  shares: ShareLimits;
  /** True from the order to stop on. */
  leaving: () => boolean;
}>;

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
  return { handIn: handIn(ports), handInFile: handInFile(ports), confirmObjection: confirmObjection(ports) };
};

/** Each page of an export is a call of its own, later than the request that asked for it. */
const exportParts = ({ parts: { outlet, sessions, settings }, exports }: HttpParts): ExportRouteParts => ({
  exports,
  isSignedIn: async ({ request }) => {
    const token = sessionTokenOf(request, settings.secure);
    return token !== undefined && sessions.lives(token);
  },
  outletOf: ({ request, session }) => {
    if (session === undefined) throw new EdgeError('NOT_SIGNED_IN');
    const { personId, sessionId, position } = session;
    const facts = {
      subject: { kind: 'person', personId, sessionId } as const,
      ...{ requestId: randomUUID(), correlationId: request.correlationId, traceparent: childTraceparent(undefined) },
      ...{ expectedRevision: undefined, afterPosition: position, deadlineMs: settings.queryDeadlineMs },
    };
    return outletFor(outlet, facts, () => undefined);
  },
});

const localParts = (http: HttpParts) => {
  const { parts, signIn, evidence } = http;
  const { database, settings } = parts;
  const links = postgresLinkStore(database);
  const accounts = postgresAccountStore(database);
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
    invite: invite({ links, hasAccount: accounts.hasPerson, nowMs: Date.now }),
    signOut: async ({ request, reply }: LocalContext) => signOut(request, reply, signIn),
    evidence,
    preview: previews({ open: async (sha256) => evidence.open(sha256), draw: imagePreview }),
    ...objectionParts(http),
    drafts: draftsOf(parts),
    exporting: exportParts(http),
    account: {
      secure: settings.secure,
      changePassword: signIn.changePassword,
      ownSessions: ownSessions(signIn),
      endOwnSession: endOwnSession({ ...signIn, nowMs: Date.now }),
      endSessionsOf: endSessionsOf(signIn),
    },
  };
};

const restParts = (
  { parts: { settings, sessions, outlet, shared, log, remembered } }: HttpParts,
  turns: Admission,
): RestParts => ({
  remembered,
  log,
  sessions,
  outlet,
  shared,
  admission: turns,
  ownOrigin: settings.publicUrl,
  secure: settings.secure,
  queryDeadlineMs: settings.queryDeadlineMs,
  orderDeadlineMs: settings.orderDeadlineMs,
});

/** Every declared route: the services' and the gateway's own. */
export const declaredRoutes = (http: HttpParts): readonly Route<LocalContext>[] => [
  ...serviceRoutes,
  ...ownRoutes(localParts(http)),
];

const readinessOf = async ({ parts: { database, shared }, leaving }: HttpParts): Promise<Readiness> => {
  const works = !leaving() && (await database.query('select 1')).rows.length === 1;
  if (!works) return 'not-ready';
  return shared.isWhole() ? 'ready' : 'degraded';
};

const registerRest = async (
  fastify: FastifyInstance,
  http: HttpParts,
  routes: readonly Route<LocalContext>[],
): Promise<void> => {
  const { log, settings, hub, sessions } = http.parts;
  const onError = (scope: FastifyInstance): void => {
    scope.setErrorHandler(async (error, request, reply) => answerFailure(error, { request, reply, log }));
  };
  const { requests, files } = http.turns;
  gaugeOf('gateway', metricNames.requestsWaiting, requests.waiting);
  await fastify.register(async (scope) => {
    onError(scope);
    acceptJson(scope);
    acceptInTime(scope);
    await compressReads(scope);
    registerRoutes(
      scope,
      routes.filter(({ file }) => file !== 'in'),
      restParts(http, requests),
    );
    registerDocs(scope, () => openApiDocument(routes, settings.publicUrl));
    registerLive(scope, {
      sessions,
      secure: settings.secure,
      hub,
      connectionsMax: settings.live.connectionsMax,
      perSessionMax: settings.live.perSessionMax,
    });
    registerHealth(scope, async () => readinessOf(http));
  });
  await fastify.register(async (scope) => {
    onError(scope);
    acceptFiles(scope);
    registerRoutes(
      scope,
      routes.filter(({ file }) => file === 'in'),
      { ...restParts(http, files), shares: shares(http.shares) },
    );
  });
};

const registerPages = async (fastify: FastifyInstance, http: HttpParts): Promise<void> => {
  const { parts, signIn } = http;
  const { settings, sessions, log } = parts;
  const local = localParts(http);
  const passwords = settings.externalIssuer === undefined;
  await fastify.register(async (scope) => {
    scope.setErrorHandler(problemPage(log));
    acceptInTime(scope);
    registerSignIn(scope, signIn);
  });
  await fastify.register(async (scope) => {
    scope.setErrorHandler(problemPage(log));
    acceptInTime(scope);
    registerWelcome(scope, {
      sessions,
      secure: settings.secure,
      publicUrl: settings.publicUrl,
      setUp: local.setUp,
      accept: local.accept,
      checkInvitation: local.checkInvitation,
      frontPage: settings.consoleDirectory === undefined,
      accountLinks: ownAccountLinks(passwords),
      external:
        settings.externalIssuer === undefined ? null : { relyingParty: signIn.relyingParty, flows: signIn.flows },
    });
  });
  await fastify.register(async (scope) => {
    scope.setErrorHandler(problemPage(log));
    acceptInTime(scope);
    registerOwnAccount(scope, { ...local.account, sessions, publicUrl: settings.publicUrl, passwords });
  });
};

/** Puts everything the gateway answers on one Fastify. */
export const registerHttp = async (
  fastify: FastifyInstance,
  http: HttpParts,
  routes: readonly Route<LocalContext>[],
): Promise<void> => {
  const { settings, log } = http.parts;
  const taken = takenAddresses(fastify);
  traceRequests(fastify);
  // Before the limits, which look at the cookie.
  await fastify.register(cookie);
  markRequests(fastify, {
    secure: settings.secure,
    requestsPerMinute: settings.requestsPerMinute,
    rateLimits: http.parts.shared.rateLimits,
    sessions: http.parts.sessions,
  });
  checkTexts(fastify);
  // Whoever keeps a connection makes the next one elsewhere.
  fastify.addHook('onSend', async (_request, reply) => {
    if (http.leaving()) void reply.header('connection', 'close');
  });
  acceptNothing(fastify);
  await registerRest(fastify, http, routes);
  await registerPages(fastify, http);
  const { provider } = http.signIn;
  if (provider !== null) {
    provider.on('server_error', (_context, error) => log.error({ err: error }, 'the issuer failed'));
    await fastify.register(async (scope) => {
      scope.setErrorHandler(async (error, request, reply) => answerFailure(error, { request, reply, log }));
      registerIssuer(scope, provider, settings);
    });
  }
  const { consoleDirectory } = settings;
  if (consoleDirectory !== undefined)
    await fastify.register(async (scope) => registerConsole(scope, { directory: consoleDirectory, taken }));
};
