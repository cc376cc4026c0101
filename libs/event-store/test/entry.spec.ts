import { describe, expect, it } from '@jest/globals';
import { canonicalBytes, type Entry, sealEntries, sha256Hex } from '@jiangong/event-store';
import { sampleContext } from '@jiangong/event-store/testing';
import fc from 'fast-check';
import { entryBytesOf } from '../src/entry.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const maybe = fc.option(text);
const entries: fc.Arbitrary<Entry> = fc.record({
  v: fc.constant(1),
  eventId: text,
  stream: text,
  revision: fc.nat(),
  type: text,
  occurredAt: text,
  recordedAt: text,
  actor: fc.record({
    kind: fc.constantFrom('person', 'system', 'anonymous', 'protected'),
    id: maybe,
    organization: maybe,
    role: maybe,
    grant: maybe,
  }),
  policyVersion: maybe,
  requestId: maybe,
  requestHash: maybe,
  correlationId: text,
  causationId: maybe,
  traceparent: maybe,
  dataHash: text,
  prev: maybe,
});

describe('the entry', () => {
  it('is written as RFC 8785 writes it, whatever its strings hold', () => {
    fc.assert(fc.property(entries, (entry) => entryBytesOf(entry).equals(canonicalBytes(entry))));
    const [entry] = fc.sample(entries, 1) as [Entry];
    const odd = { ...entry, stream: '\\ud 建功 😀 \u0001"\\' };
    expect(entryBytesOf(odd)).toStrictEqual(canonicalBytes(odd));
    expect(() => entryBytesOf({ ...entry, stream: 'lone \ud800' })).toThrow();
  });

  it('stays what it is: bytes and hashes of one event, frozen', () => {
    const [event] = sealEntries(
      'contract.project-1',
      'no-stream',
      [{ type: 'ProjectPlanned.v1', data: { title: '建功' } }],
      {
        ...sampleContext('frozen'),
        requestHash: 'ab'.repeat(32),
        recordedAt: '2021-11-05T03:04:05.679Z',
      },
    );
    const dataHash = sha256Hex(Buffer.from('{"title":"建功"}'));
    expect(event?.entryBytes.toString('utf8')).toBe(
      `{"actor":{"grant":"${sampleContext('').actor.grant}","id":"${sampleContext('').actor.id}","kind":"person","organization":"${sampleContext('').actor.organization}","role":"unit-officer"},` +
        `"causationId":null,"correlationId":"${sampleContext('frozen').correlationId}","dataHash":"${dataHash}","eventId":"${event?.eventId}","occurredAt":"2021-11-05T03:04:05.678Z",` +
        `"policyVersion":"policy-1","prev":null,"recordedAt":"2021-11-05T03:04:05.679Z","requestHash":"${'ab'.repeat(32)}","requestId":"${sampleContext('frozen').requestId}","revision":0,` +
        `"stream":"contract.project-1","traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01","type":"ProjectPlanned.v1","v":1}`,
    );
    expect(event?.eventId).toBe('6a24938d-2210-5370-a7cb-44a67ca14535');
    expect(event?.hash).toBe('43edf27a134b8d623522b31f3e07944debdb5f7c2c5f9501e12eff9703c14356');
  });
});
