import type { Actor } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import { type By, SYSTEM } from '../domain/by.ts';

/** Who gives an order, as the rule book knows it. */
export const byOf = ({ actor }: Readonly<{ actor: Actor }>): By =>
  actor.kind === 'system'
    ? SYSTEM
    : { personId: actor.id ?? '', role: actor.role ?? '', organizationId: actor.organization ?? '' };

/**
 * The call as its events keep it when who calls must not be known: in another name, and without the correlation and trace that
 * the caller's other requests may share.
 */
export const unlinkable = (call: CallContext, actor: Actor): CallContext => ({
  ...call,
  actor,
  correlationId: call.requestId,
  causationId: null,
  traceparent: null,
  caller: { kind: 'anonymous', personId: null, sessionId: null },
});
