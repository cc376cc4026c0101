import { randomUUID } from 'node:crypto';
import { childTraceparent, type Logger } from '@jiangong/telemetry';
import { activeTraceparent } from '@jiangong/telemetry/node';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isSameSiteRequest } from '../../application/origin-check.ts';
import { type FreshSignIn, isFresh } from '../../application/fresh-sign-in.ts';
import { type Naming, nameAnswer } from '../../routes/naming/name-answers.ts';
import { EdgeError } from '../../application/problem.ts';
import type { Admission } from '../../application/admission.ts';
import type { Sender, Shares } from '../../application/shares.ts';
import { answerOnce } from '../../application/order-answers.ts';
import type { RequiredFactor } from '../../application/required-factor.ts';
import { checkAskedHeaders, expectedRevisionOf, idempotencyKeyOf } from '../../application/request-headers.ts';
import type { Session, Sessions } from '../../application/sessions.ts';
import type { SharedMemory } from '../../application/shared-memory.ts';
import type { Route, RouteAnswer } from '../../routes/route.ts';
import { type Known, nameServices } from '../grpc/name-services.ts';
import { type CallFacts, type OutletParts, outletFor } from '../grpc/outlet.ts';
import { ServiceRefusal } from '../grpc/refusal-from-grpc.ts';
import type { TokenSubject } from '../grpc/service-tokens.ts';
import { orderKeyOf } from './order-key.ts';
import { headerText } from './request-marks.ts';
import { type Place, placeText } from './live-hub.ts';
import { BEHIND_HEADER, sendRevalidated } from './revalidated.ts';
import { sessionTokenOf } from './session-cookie.ts';

export type RestParts = Readonly<{
  sessions: Sessions;
  outlet: OutletParts;
  shared: Pick<SharedMemory, 'orderAnswers' | 'readMarks'>;
  admission: Admission;
  /** Names that were asked for a moment ago. */
  remembered: Pick<Known, 'forEverybody' | 'ofPeople'>;
  log: Logger;
  /** Of files that come in; absent: the routes take none. */
  shares?: Shares;
  ownOrigin: string;
  secure: boolean;
  queryDeadlineMs: number;
  orderDeadlineMs: number;
  freshSignIn: FreshSignIn;
  requiredFactor: RequiredFactor;
  /** Up to where live changes have been told. */
  livePlace: () => Place;
}>;

/** What the gateway's own routes may use of the request. */
export type LocalContext = Readonly<{
  request: FastifyRequest;
  reply: FastifyReply;
  session: Session | undefined;
  requestId: string;
  /** Whether whoever asks signed in a moment ago, as the request came: what goes on after it does not lose that. */
  fresh: boolean;
}>;

/** Names are waited for so long; then the answer goes out without them. */
export const NAMES_MS_MAX = 2_500;

/** The clock of the service that answered: by it, not by the browser's, pages say what is late and what may still be done. */
const TIME_HEADER = 'x-platform-time';

/** From where a page that begins with this answer listens, so that it misses nothing of what comes before its stream is open. */
export const LIVE_PLACE_HEADER = 'x-live-place';

const fastifyPath = (path: string): string => path.replaceAll(/\{(\w+)\}/gu, ':$1');

/** The living session of a request. A cookie that is there but worth nothing is told apart from none. */
export const sessionOf = async (
  request: FastifyRequest,
  parts: Pick<RestParts, 'sessions' | 'secure'>,
): Promise<{ token: string; session: Session } | 'none' | 'invalid'> => {
  const token = sessionTokenOf(request, parts.secure);
  if (token === undefined) return 'none';
  const session = await parts.sessions.find(token);
  return session === undefined ? 'invalid' : { token, session };
};

/** Refuses what a page of another site makes a browser send. */
export const checkOrigin = (request: FastifyRequest, ownOrigin: string): void => {
  const headers = { origin: request.headers.origin, secFetchSite: headerText(request.headers['sec-fetch-site']) };
  if (!isSameSiteRequest(headers, ownOrigin)) throw new EdgeError('CROSS_SITE_REQUEST');
};

const subjectOf = (session: Session | undefined): TokenSubject =>
  session === undefined
    ? { kind: 'anonymous' }
    : { kind: 'person', personId: session.personId, sessionId: session.sessionId };

const admitted = async (
  request: FastifyRequest,
  route: Pick<Route, 'order' | 'public' | 'unlinkable' | 'beforeSecondFactor'>,
  parts: RestParts,
) => {
  if (route.order) checkOrigin(request, parts.ownOrigin);
  // The session is not even looked at: its read mark would tie the request to it.
  if (route.unlinkable) return undefined;
  const found = await sessionOf(request, parts);
  if (typeof found === 'string') {
    if (!route.public) throw new EdgeError(found === 'none' ? 'NOT_SIGNED_IN' : 'SESSION_INVALID');
    return undefined;
  }
  if (!route.beforeSecondFactor) {
    // What is open to everybody stays so, and is answered as to everybody.
    if (!route.public) await parts.requiredFactor.check(found.session.personId);
    else if (await parts.requiredFactor.isDue(found.session.personId)) return undefined;
  }
  // What the session saw at another gateway.
  parts.sessions.advance(found.token, await parts.shared.readMarks.of(found.session.sessionId));
  return found;
};

/** What ties the calls of a request to the sender's other requests; made up anew where nothing may. */
const linksOf = (request: FastifyRequest, { unlinkable }: Pick<Route, 'unlinkable'>) =>
  unlinkable
    ? { correlationId: randomUUID(), traceparent: childTraceparent(undefined) }
    : {
        correlationId: request.correlationId,
        traceparent: activeTraceparent() ?? childTraceparent(headerText(request.headers['traceparent'])),
      };

type Found = Awaited<ReturnType<typeof admitted>>;

/** What the calls of one request carry. `began` is the reading of the clock at its arrival: what it waited is taken off its time. */
const callFactsOf = (
  request: FastifyRequest,
  route: Route<LocalContext>,
  given: { parts: RestParts; found: Found; began: number },
) => ({
  subject: subjectOf(given.found?.session),
  requestId:
    (route.order ? idempotencyKeyOf(headerText(request.headers['idempotency-key'])) : undefined) ?? randomUUID(),
  ...linksOf(request, route),
  expectedRevision: route.order ? expectedRevisionOf(request.headers['if-match']) : undefined,
  afterPosition: given.found?.session.position ?? 0,
  fresh: isFresh(given.found?.session, given.parts.freshSignIn),
  deadlineMs:
    (route.order ? given.parts.orderDeadlineMs : given.parts.queryDeadlineMs) - (performance.now() - given.began),
});

const pause = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The session's next question, here or at another gateway, will show what was just answered. */
const remember = async (parts: RestParts, found: Found, { position }: Pick<RouteAnswer, 'position'>): Promise<void> => {
  if (found === undefined || position === undefined || position === 0) return;
  parts.sessions.advance(found.token, position);
  await parts.shared.readMarks.advance(found.session.sessionId, position);
};

/** What the page asks after this answer shows at least what was told live before it: from there on it listens. */
const tellLivePlace = async (parts: RestParts, found: Found, reply: FastifyReply): Promise<void> => {
  const place = parts.livePlace();
  await remember(parts, found, place);
  reply.header(LIVE_PLACE_HEADER, placeText(place));
};

/** In the sender's share of the files that come in, where these are files; then in turn. */
const inTurnOf = async <T>({ shares, admission }: RestParts, sender: Sender, work: () => Promise<T>): Promise<T> => {
  const inTurn = async (): Promise<T> => admission.inTurn(work);
  return shares === undefined ? inTurn() : shares.within(sender, inTurn);
};

/** How the ids of one answer are named: beside the request's own call, in a time of their own, and never at its cost. */
const namingOf = (
  route: Route<LocalContext>,
  parts: RestParts,
  { facts, sessionId }: Readonly<{ facts: CallFacts; sessionId: string | undefined }>,
): Naming => {
  const { afterPosition, correlationId } = facts;
  const outlet = outletFor(
    parts.outlet,
    { ...facts, expectedRevision: undefined, deadlineMs: NAMES_MS_MAX },
    () => undefined,
  );
  const known = { ...parts.remembered, afterPosition };
  const asCaller = nameServices(outlet, { ...known, sessionId });
  const asPlatform = nameServices(
    outletFor(
      parts.outlet,
      { ...facts, subject: { kind: 'system' }, expectedRevision: undefined, deadlineMs: NAMES_MS_MAX },
      () => undefined,
    ),
    known,
  );
  return {
    ask: async (kind, ids) =>
      kind === 'person' && route.namesPeopleShown ? asPlatform(kind, ids) : asCaller(kind, ids),
    public: route.public,
    onTrouble: (kind, error) => {
      // Who may not ask is told no name: that is no trouble.
      if (error instanceof ServiceRefusal && error.retryAfterSeconds === undefined) return;
      parts.log.warn({ err: error, kind, route: route.path, correlationId }, 'an answer went out without names');
    },
  };
};

const answerOf = async (
  route: Route<LocalContext>,
  parts: RestParts,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
) => {
  const began = performance.now();
  const found = await admitted(request, route, parts);
  const session = found?.session;
  if (route.tellsLivePlace) await tellLivePlace(parts, found, reply);
  checkAskedHeaders(route, {
    idempotencyKey: headerText(request.headers['idempotency-key']),
    ifMatch: request.headers['if-match'],
  });
  return inTurnOf(parts, { personId: session?.personId ?? null, address: request.ip }, async () => {
    const facts = callFactsOf(request, route, { parts, found, began });
    const outlet = outletFor(parts.outlet, facts, ({ behind, now }) => {
      if (behind) reply.header(BEHIND_HEADER, 'true');
      if (now !== undefined) reply.header(TIME_HEADER, now);
    });
    const caller =
      session === undefined
        ? ({ kind: 'anonymous', personId: null } as const)
        : ({ kind: 'person', personId: session.personId } as const);
    const raw = { params: request.params, query: request.query, body: request.body, caller };
    const work = async (): Promise<RouteAnswer> =>
      route.run(raw, outlet, { request, reply, session, requestId: facts.requestId, fresh: facts.fresh });
    const orderKey = orderKeyOf(request, route, session);
    const once = { answers: parts.shared.orderAnswers, pause, nowMs: () => performance.now() };
    const answer = orderKey === undefined ? await work() : await answerOnce(once, orderKey, work);
    await remember(parts, found, answer);
    return {
      ...answer,
      body: await nameAnswer(
        route.names,
        answer.body,
        namingOf(route, parts, { facts, sessionId: session?.sessionId }),
      ),
    };
  });
};

const OK = 200;

const handlerOf =
  (route: Route<LocalContext>, parts: RestParts) => async (request: FastifyRequest, reply: FastifyReply) => {
    const answer = await answerOf(route, parts, { request, reply });
    if (answer.revision !== undefined) reply.header('etag', `"${answer.revision}"`);
    // A part of a file, or word that it has not changed, is said by whoever hands it out.
    if (reply.statusCode === OK) reply.code(route.status);
    if (route.revalidated) return sendRevalidated({ request, reply }, answer.body);
    return reply.send(route.status === 204 ? undefined : answer.body);
  };

/** Puts declared routes on Fastify. */
export const registerRoutes = (
  scope: FastifyInstance,
  routes: readonly Route<LocalContext>[],
  parts: RestParts,
): void => {
  for (const route of routes) {
    scope.route({
      method: route.method,
      url: fastifyPath(route.path),
      handler: handlerOf(route, parts),
      config: { unlinkable: route.unlinkable },
      // Only what is read: codes, links and cookies are in answers to orders. Files are compressed already, or have ranges.
      ...(route.order || route.file !== null ? { compress: false as const } : {}),
    });
  }
};

/** Which methods an address knows: for 405 and its `Allow`. */
export const methodsAt = (routes: readonly Pick<Route, 'method' | 'path'>[]): ((path: string) => readonly string[]) => {
  const known = routes.map(({ method, path }) => ({
    method,
    form: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u'),
  }));
  return (path) => [...new Set(known.filter(({ form }) => form.test(path)).map(({ method }) => method))];
};
