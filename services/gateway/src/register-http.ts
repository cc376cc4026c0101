import cookie from '@fastify/cookie';
import { metricNames } from '@jiangong/telemetry';
import { gaugeOf } from '@jiangong/telemetry/node';
import type { FastifyInstance } from 'fastify';
import { acceptFiles, acceptInTime, acceptJson, acceptNothing } from './adapters/http/accept-bodies.ts';
import { answerFailure } from './adapters/http/answer-failure.ts';
import { compressReads } from './adapters/http/compress-reads.ts';
import { registerConsole, takenAddresses } from './adapters/http/register-console.ts';
import { registerDocs } from './adapters/http/docs-page.ts';
import { openApiDocument } from './adapters/http/openapi-document.ts';
import { ownRoutes } from './adapters/http/own-routes.ts';
import { problemPage } from './adapters/http/problem-page.ts';
import { type Readiness, registerHealth } from './adapters/http/register-health.ts';
import { registerIssuer } from './adapters/http/register-issuer.ts';
import { registerLive } from './adapters/http/register-live.ts';
import { type LocalContext, registerRoutes, type RestParts } from './adapters/http/register-routes.ts';
import { ownAccountLinks, registerOwnAccount } from './adapters/http/register-own-account.ts';
import { registerSignIn } from './adapters/http/register-sign-in.ts';
import { registerNotices } from './adapters/http/register-notices.ts';
import { registerPasskeys } from './adapters/http/register-passkeys.ts';
import { registerSecondFactor } from './adapters/http/register-second-factor.ts';
import { registerBackChannel } from './adapters/http/register-back-channel.ts';
import { registerReset } from './adapters/http/register-reset.ts';
import { registerVerify } from './adapters/http/register-verify.ts';
import { certificateService } from './adapters/grpc/certificate-service.ts';
import { registerWelcome } from './adapters/http/register-welcome.ts';
import { markRequests } from './adapters/http/request-marks.ts';
import { checkTexts } from './adapters/http/utf8-text.ts';
import { traceRequests } from './adapters/http/trace-requests.ts';
import type { Admission } from './application/admission.ts';
import { shares } from './application/shares.ts';
import { serviceRoutes } from './routes/index.ts';
import type { Route } from './routes/route.ts';
import type { HttpParts } from './http-parts.ts';
import type { LocalParts } from './local-parts.ts';

const restParts = (
  { parts: { settings, sessions, outlet, shared, log, remembered, hub }, signIn }: HttpParts,
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
  requiredFactor: signIn.factor.required,
  livePlace: () => hub.place,
  freshSignIn: { withinMs: settings.freshSignInMs, nowMs: Date.now },
});

/** Every declared route: the services' and the gateway's own. */
export const declaredRoutes = (local: LocalParts): readonly Route<LocalContext>[] => [
  ...serviceRoutes,
  ...ownRoutes(local),
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
      log,
      readMarks: http.parts.shared.readMarks,
      secure: settings.secure,
      hub,
      requiredFactor: http.signIn.factor.required,
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

const registerPages = async (fastify: FastifyInstance, http: HttpParts, local: LocalParts): Promise<void> => {
  const { parts, signIn } = http;
  const { settings, sessions, log } = parts;
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
      accountLinks: ownAccountLinks({ passwords, passkeys: local.passkeys.possible }),
      external:
        settings.externalIssuer === undefined ? null : { relyingParty: signIn.relyingParty, flows: signIn.flows },
    });
  });
  await fastify.register(async (scope) => {
    scope.setErrorHandler(problemPage(log));
    registerVerify(scope, { certificate: certificateService(parts.outlet, settings.queryDeadlineMs) });
  });
  await fastify.register(async (scope) => {
    scope.setErrorHandler(problemPage(log));
    acceptInTime(scope);
    registerOwnAccount(scope, { ...local.account, sessions, publicUrl: settings.publicUrl, passwords });
  });
  await fastify.register(async (scope) => {
    scope.setErrorHandler(problemPage(log));
    acceptInTime(scope);
    registerNotices(scope, { ...local, sessions, secure: settings.secure, publicUrl: settings.publicUrl });
  });
  const { outsideSignOut } = signIn;
  if (outsideSignOut !== null)
    await fastify.register(async (scope) => {
      scope.setErrorHandler(async (error, request, reply) => answerFailure(error, { request, reply, log }));
      acceptInTime(scope);
      registerBackChannel(scope, outsideSignOut);
    });
  if (!passwords) return;
  await fastify.register(async (scope) => {
    scope.setErrorHandler(problemPage(log));
    acceptInTime(scope);
    registerSecondFactor(scope, { ...local, sessions, publicUrl: settings.publicUrl });
  });
  if (local.passkeys.possible)
    await fastify.register(async (scope) => {
      scope.setErrorHandler(problemPage(log));
      acceptInTime(scope);
      registerPasskeys(scope, { ...local, sessions, publicUrl: settings.publicUrl });
    });
  await fastify.register(async (scope) => {
    scope.setErrorHandler(problemPage(log));
    acceptInTime(scope);
    registerReset(scope, { ...local, publicUrl: settings.publicUrl });
  });
};

/** Puts everything the gateway answers on one Fastify. */
export const registerHttp = async (
  fastify: FastifyInstance,
  http: HttpParts,
  { local, routes }: Readonly<{ local: LocalParts; routes: readonly Route<LocalContext>[] }>,
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
  await registerPages(fastify, http, local);
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
    await fastify.register(async (scope) => {
      // An address that is nobody's and that is refused comes here, too.
      scope.setErrorHandler(async (error, request, reply) => answerFailure(error, { request, reply, log }));
      await registerConsole(scope, { directory: consoleDirectory, taken });
    });
};
