import { requestIdOf } from '@jiangong/event-store';
import type { PublicFact } from '@jiangong/messaging';
import type { RoundOrder } from '../domain/round/decider.ts';
import type { Evaluation } from './evaluation.ts';

/** Sends orders that follow from a fact. Request ids derive from it, so that a fact that comes again changes nothing. */
export const ordersOf =
  ({ ground, sendRound }: Evaluation, name: string) =>
  (fact: PublicFact) => {
    let sent = 0;
    return async (roundId: string, order: RoundOrder): Promise<boolean> => {
      sent += 1;
      const context = ground.systemContext({
        name,
        requestId: requestIdOf(`${name} ${fact.eventId} ${fact.ordinal} ${sent} ${roundId}`),
        correlationId: fact.correlationId,
        causationId: fact.eventId,
        traceparent: fact.traceparent,
      });
      const handled = await sendRound(roundId, order, { body: { order: order.type, eventId: fact.eventId }, context });
      if (handled.kind === 'accepted') return true;
      const { reason } = handled.refusal;
      if (reason === 'TOO_MUCH_CONTENTION') throw new Error(`${order.type} of round ${roundId}: too much contention`);
      // A refusal is an answer, not an accident: the round tells where it stands, and people have ways on.
      ground.log.warn({ roundId, order: order.type, reason }, 'a round did not follow a fact');
      return false;
    };
  };

export type Send = ReturnType<ReturnType<typeof ordersOf>>;
