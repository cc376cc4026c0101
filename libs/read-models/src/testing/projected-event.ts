import { NOBODY, type ProjectedEvent } from '../projection.ts';

/** An event for a projection's or a translator's test: give what matters, the rest is filled in. */
export const projectedEvent = (
  given: Partial<ProjectedEvent> & Pick<ProjectedEvent, 'type' | 'data'>,
): ProjectedEvent => ({
  position: 1,
  eventId: '00000000-0000-5000-8000-000000000001',
  stream: 'test.thing-1',
  revision: 0,
  occurredAt: '2021-01-04T01:00:00.000Z',
  actor: NOBODY,
  correlationId: '00000000-0000-4000-8000-00000000c0de',
  causationId: null,
  traceparent: null,
  hash: '0'.repeat(64),
  ...given,
});
