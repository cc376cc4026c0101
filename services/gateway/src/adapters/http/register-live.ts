import type { Logger } from '@jiangong/telemetry';
import type { FastifyInstance } from 'fastify';
import { EdgeError } from '../../application/problem.ts';
import type { RequiredFactor } from '../../application/required-factor.ts';
import type { Sessions } from '../../application/sessions.ts';
import type { ReadMarks } from '../../application/shared-memory.ts';
import { markingWhatIsHeard } from './heard-marks.ts';
import type { LiveHub, Place } from './live-hub.ts';
import { headerText, secureHeaders } from './request-marks.ts';
import { sessionOf } from './register-routes.ts';

export type LiveParts = Readonly<{
  sessions: Sessions;
  readMarks: ReadMarks;
  log: Logger;
  secure: boolean;
  hub: LiveHub;
  requiredFactor: RequiredFactor;
  connectionsMax: number;
  perSessionMax: number;
}>;

const RETRY_MS = 2_000;

/** Where the listener broke off; undefined: it was nowhere yet. */
export const lastSeenOf = (header: string | undefined): Place | 'unknown' | undefined => {
  if (header === undefined || header === '') return undefined;
  const [, position, ordinal] = /^(\d{1,15})\.(\d{1,4})$/u.exec(header) ?? [];
  return position === undefined || ordinal === undefined
    ? 'unknown'
    : { position: Number(position), ordinal: Number(ordinal) };
};

/** Counts connections, of all and of each session. */
const places = (connectionsMax: number, perSessionMax: number) => {
  const taken = new Map<string, number>();
  let all = 0;
  return {
    take(sessionId: string): boolean {
      const own = taken.get(sessionId) ?? 0;
      if (all >= connectionsMax || own >= perSessionMax) return false;
      taken.set(sessionId, own + 1);
      all += 1;
      return true;
    },
    leave(sessionId: string): void {
      const own = taken.get(sessionId) ?? 0;
      if (own <= 1) taken.delete(sessionId);
      else taken.set(sessionId, own - 1);
      all -= 1;
    },
  };
};

export const LIVE_PATH = '/v1/live';

/** `GET /v1/live`: what changes, as server-sent events: types and ids, filtered by the listener's grants. */
export const registerLive = (scope: FastifyInstance, parts: LiveParts): void => {
  const seats = places(parts.connectionsMax, parts.perSessionMax);
  scope.get(LIVE_PATH, { exposeHeadRoute: false }, async (request, reply) => {
    const found = await sessionOf(request, parts);
    if (typeof found === 'string') throw new EdgeError(found === 'none' ? 'NOT_SIGNED_IN' : 'SESSION_INVALID');
    const { sessionId, personId } = found.session;
    await parts.requiredFactor.check(personId);
    if (!seats.take(sessionId)) throw new EdgeError('TOO_MANY_LIVE_CONNECTIONS', { retryAfterSeconds: 30 });
    reply.hijack();
    const response = reply.raw;
    response.on('close', () => seats.leave(sessionId));
    response.writeHead(200, {
      ...secureHeaders(parts.secure),
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
      // Its connection carries nothing after it: a gateway that stops need not wait until it has been idle.
      connection: 'close',
      'x-correlation-id': request.correlationId,
    });
    response.write(`retry: ${RETRY_MS}\n\n`);
    const listener = {
      personId,
      response,
      sees: markingWhatIsHeard(parts, found),
      stillThere: async () =>
        (await parts.sessions.lives(found.token)) && !(await parts.requiredFactor.isDue(personId)),
    };
    await parts.hub.add(listener, lastSeenOf(headerText(request.headers['last-event-id'])));
  });
};
