import { randomUUID } from 'node:crypto';
import { childTraceparent } from '@jiangong/telemetry';
import { outletFor } from './adapters/grpc/outlet.ts';
import type { ExportRouteParts } from './adapters/http/export-routes.ts';
import { sessionTokenOf } from './adapters/http/session-cookie.ts';
import { EdgeError } from './application/problem.ts';
import type { HttpParts } from './http-parts.ts';

/** Each page of an export is a call of its own, later than the request that asked for it. */
export const exportParts = ({ parts: { outlet, sessions, settings }, exports }: HttpParts): ExportRouteParts => ({
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
