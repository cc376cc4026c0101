import {
  type Actor,
  canonicalBytes,
  DATA_BYTES_MAX,
  type Entry,
  ENTRY_BYTES_MAX,
  entryBytesOf,
  sha256Hex,
} from './entry.ts';
import { eventIdOf } from './event-ids.ts';
import type { NewEvent, StreamEnd } from './event-store.ts';
import type { Fact } from './fact.ts';
import { sealed } from './sealed-events.ts';

/** Everything about an order that its events will carry. Times are UTC with milliseconds. */
export type OrderContext = Readonly<{
  /** Who asks; together with `requestId` it makes the order recognizable when it comes again. */
  actor: Actor;
  requestId: string;
  /** When the order reached the platform: the domain's `now`, and the facts' `occurredAt`. */
  now: string;
  correlationId: string;
  causationId: string | null;
  traceparent: string | null;
  /** The version of the permission table under which it was allowed. */
  policyVersion: string | null;
}>;

/** Chains facts onto the end of a stream: entries with revision, `prev`, `dataHash`, as the bytes that will be stored. */
export const sealEntries = (
  stream: string,
  end: StreamEnd,
  facts: readonly Fact[],
  context: OrderContext & Readonly<{ requestHash: string; recordedAt: string }>,
): readonly NewEvent[] => {
  let revision = end === 'no-stream' ? -1 : end.revision;
  let prev = end === 'no-stream' ? null : end.hash;
  return facts.map((fact, ordinal) => {
    revision += 1;
    const dataBytes = canonicalBytes(fact.data);
    const entry: Entry = {
      v: 1,
      eventId: eventIdOf(context.requestId, stream, ordinal),
      stream,
      revision,
      type: fact.type,
      occurredAt: context.now,
      recordedAt: context.recordedAt,
      actor: context.actor,
      policyVersion: context.policyVersion,
      requestId: context.requestId,
      requestHash: context.requestHash,
      correlationId: context.correlationId,
      causationId: context.causationId,
      traceparent: context.traceparent,
      dataHash: sha256Hex(dataBytes),
      prev,
    };
    const entryBytes = entryBytesOf(entry);
    if (entryBytes.length >= ENTRY_BYTES_MAX) throw new Error(`entry of ${fact.type} is ${entryBytes.length} bytes`);
    if (dataBytes.length >= DATA_BYTES_MAX) throw new Error(`data of ${fact.type} is ${dataBytes.length} bytes`);
    prev = sha256Hex(entryBytes);
    return sealed({ eventId: entry.eventId, type: fact.type, entryBytes, hash: prev, dataBytes }, entry);
  });
};
