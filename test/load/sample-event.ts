import { randomUUID } from 'node:crypto';
import { type NewEvent, type OrderContext, sealEntries, type StreamEnd } from '@jiangong/event-store';

/** The data of a bench event: 294 bytes of JSON, as the peers' figures were taken with. */
export const sampleData = {
  entryId: '5b0f6f7e-3f0b-5c67-9a51-0f4b8f3c8f10',
  editionId: '9d7f2b1c-51f4-5d5c-8a0a-6f2d1c3b4a59',
  unitId: '1c2d3e4f-5a6b-5c7d-8e9f-0a1b2c3d4e5f',
  leaderPersonId: '0f1e2d3c-4b5a-5968-8776-655443322110',
  title: 'Merit project of the year, to the letter',
  stage: 'declaration',
  pointsHundredths: 9550,
};

const context = (): OrderContext => ({
  actor: {
    kind: 'person',
    id: '0f1e2d3c-4b5a-5968-8776-655443322110',
    organization: '1c2d3e4f-5a6b-5c7d-8e9f-0a1b2c3d4e5f',
    role: 'unit-officer',
    grant: '3f2e1d0c-4b5a-5968-8776-655443322110',
  },
  requestId: randomUUID(),
  now: '2021-11-05T03:04:05.678Z',
  correlationId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  causationId: null,
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  policyVersion: '1',
});

/** One event with the whole envelope, chained to the end of its stream. */
export const sealedSample = (stream: string, end: StreamEnd, data: unknown = sampleData): NewEvent => {
  const [event] = sealEntries(stream, end, [{ type: 'EntryDeclared.v1', data }], {
    ...context(),
    requestHash: 'ab'.repeat(32),
    recordedAt: '2021-11-05T03:04:05.679Z',
  });
  return event as NewEvent;
};

/** Entry and data of one event together, in bytes: what the raw peers insert. */
export const eventBytes = (): number => {
  const event = sealedSample(`bench.entry-${randomUUID()}`, { revision: 4, hash: 'ab'.repeat(32) });
  return event.entryBytes.length + event.dataBytes.length;
};
