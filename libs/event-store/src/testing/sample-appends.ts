import { requestIdOf } from '../event-ids.ts';
import type { NewEvent, StreamAppend, StreamEnd } from '../event-store.ts';
import type { Fact } from '../fact.ts';
import { type OrderContext, sealEntries } from '../seal-entries.ts';

/** A context for tests: a person acting with a role; the same request name gives the same request id. */
export const sampleContext = (requestName: string): OrderContext => ({
  actor: {
    kind: 'person',
    id: requestIdOf('person'),
    organization: requestIdOf('organization'),
    role: 'unit-officer',
    grant: requestIdOf('grant'),
  },
  requestId: requestIdOf(requestName),
  now: '2021-11-05T03:04:05.678Z',
  correlationId: requestIdOf(`correlation ${requestName}`),
  causationId: null,
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  policyVersion: 'policy-1',
});

/** An append of well-formed events to a stream, chained to its end; `requestName` keeps event ids apart. */
export const sampleAppend = (
  stream: string,
  expected: StreamEnd,
  facts: readonly Fact[],
  requestName: string,
): StreamAppend => ({
  stream,
  expected,
  events: sealEntries(stream, expected, facts, {
    ...sampleContext(requestName),
    requestHash: 'ab'.repeat(32),
    recordedAt: '2021-11-05T03:04:05.679Z',
  }),
});

/** The end of a stream after an append. */
export const endOf = ({ expected, events }: StreamAppend): StreamEnd => ({
  revision: (expected === 'no-stream' ? -1 : expected.revision) + events.length,
  hash: (events.at(-1) as NewEvent).hash,
});
