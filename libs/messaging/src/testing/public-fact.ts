import type { PublicFact } from '../public-fact.ts';

/** A public fact for a test: give what matters, the rest is filled in. */
export const publicFact = (given: Partial<PublicFact> & Pick<PublicFact, 'type' | 'data'>): PublicFact => {
  const context = given.type.slice(0, given.type.indexOf('.'));
  const position = given.position ?? 1;
  return {
    position,
    ordinal: 0,
    context,
    stream: `${context.replaceAll('_', '-')}.thing-1`,
    revision: position - 1,
    eventId: `00000000-0000-5000-8000-${position.toString(16).padStart(12, '0')}`,
    occurredAt: '2021-01-04T01:00:00.000Z',
    correlationId: '00000000-0000-4000-8000-00000000c0de',
    traceparent: null,
    ...given,
  };
};
