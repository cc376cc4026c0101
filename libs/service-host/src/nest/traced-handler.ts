import type { CommandHandler, Fact, Handled, OrderEnvelope, Refusal } from '@jiangong/event-store';
import { contextOfStream } from '@jiangong/messaging';
import { attributeNames, spanNames } from '@jiangong/telemetry';
import { activeTraceparent, currentTraceparent, inSpan } from '@jiangong/telemetry/node';

/**
 * A command handler inside a span of its own. Its traceparent is what the order's events keep: they lead to this span, and the
 * ids on it and on the append lead back to them. What is told of a refusal is its reason.
 */
export const tracedHandler = <S, O, F extends Fact, R extends Refusal>(
  handle: CommandHandler<S, O, F, R>,
): CommandHandler<S, O, F, R> => {
  const traced = (envelope: OrderEnvelope<O>): Promise<Handled<F, R>> => {
    const { stream, context } = envelope;
    const scope = contextOfStream(stream);
    const attributes = { [attributeNames.stream]: scope, [attributeNames.correlation]: context.correlationId };
    const parent = activeTraceparent() === undefined ? { parent: context.traceparent } : {};
    return inSpan({ scope, name: spanNames.decide, attributes, ...parent }, async (span) => {
      const handled = await handle({ ...envelope, context: { ...context, traceparent: currentTraceparent() } });
      if (handled.kind === 'refused') span.setAttribute(attributeNames.refusal, handled.refusal.reason);
      else
        span.setAttribute(
          attributeNames.eventIds,
          handled.receipts.map(({ eventId }) => eventId),
        );
      span.setAttribute(attributeNames.outcome, handled.kind === 'refused' ? 'refused' : 'ok');
      return handled;
    });
  };
  return Object.assign(traced, { stateOf: handle.stateOf });
};
