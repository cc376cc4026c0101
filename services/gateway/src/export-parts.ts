import { randomUUID } from 'node:crypto';
import { childTraceparent } from '@jiangong/telemetry';
import { nameServices } from './adapters/grpc/name-services.ts';
import { outletFor } from './adapters/grpc/outlet.ts';
import type { ExportRouteParts } from './adapters/http/export-routes.ts';
import { type LocalContext, NAMES_MS_MAX } from './adapters/http/register-routes.ts';
import { sessionTokenOf } from './adapters/http/session-cookie.ts';
import { EdgeError } from './application/problem.ts';
import type { HttpParts } from './http-parts.ts';
import type { RouteOutlet } from './routes/route.ts';

/** Each page of an export is a call of its own, later than the request that asked for it. */
export const exportParts = ({ parts, exports }: HttpParts): ExportRouteParts => {
  const { outlet, sessions, settings, remembered, log } = parts;
  const callsOf = ({ request, session, fresh }: LocalContext, deadlineMs: number): RouteOutlet => {
    if (session === undefined) throw new EdgeError('NOT_SIGNED_IN');
    const { personId, sessionId, position } = session;
    const facts = {
      subject: { kind: 'person', personId, sessionId } as const,
      ...{ requestId: randomUUID(), correlationId: request.correlationId, traceparent: childTraceparent(undefined) },
      ...{ expectedRevision: undefined, afterPosition: position, deadlineMs, fresh },
    };
    return outletFor(outlet, facts, () => undefined);
  };
  return {
    exports,
    isSignedIn: async ({ request }) => {
      const token = sessionTokenOf(request, settings.secure);
      return token !== undefined && sessions.lives(token);
    },
    outletOf: (context) => callsOf(context, settings.queryDeadlineMs),
    namingOf: (context) => ({
      ask: nameServices(callsOf(context, NAMES_MS_MAX), {
        ...remembered,
        afterPosition: context.session?.position ?? 0,
      }),
      public: false,
      onTrouble: (kind, error) => log.warn({ err: error, kind }, 'an export goes without names'),
    }),
  };
};
