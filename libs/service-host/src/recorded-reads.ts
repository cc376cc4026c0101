import {
  aggregateIdOf,
  canonicalBytes,
  type EventStore,
  type Fact,
  sealEntries,
  sha256Hex,
} from '@jiangong/event-store';
import type { CallContext } from './call-context.ts';
import type { Clock } from './ground.ts';

/** What was looked at: the RPC, and the thing by kind and id (no kind: an export or a list over everything). */
export type ReadSubject = Readonly<{ service: string; rpc: string; resourceKind: string; resourceId: string }>;

/** Somebody looked at a personal record, a sealed score or an export (audit-log.md, "Privacy of reading"). */
export type RecordWasRead = Fact<'RecordWasRead.v1', ReadSubject>;

/** The streams of recorded reads: one a request, so that recording never waits for another reader. */
export const READ_STREAM_PREFIX = 'audit.read-';

const streamOf = (context: CallContext, { rpc }: ReadSubject): string =>
  `${READ_STREAM_PREFIX}${aggregateIdOf(`${context.requestId} ${context.actor.id ?? ''} ${rpc}`, 'read')}`;

/**
 * Appends the read to the log, and resolves when it is durable. The same request recorded again is the same event.
 * Rejects when the log does not answer: what was not recorded must not be answered.
 */
export const recordRead = async (
  ports: Readonly<{ store: EventStore; clock: Clock }>,
  subject: ReadSubject,
  context: CallContext,
): Promise<void> => {
  const fact: RecordWasRead = { type: 'RecordWasRead.v1', data: subject };
  const stream = streamOf(context, subject);
  const events = sealEntries(stream, 'no-stream', [fact], {
    ...context,
    requestHash: sha256Hex(canonicalBytes(subject)),
    recordedAt: ports.clock.now(),
  });
  // A conflict means that this very request was recorded before: the stream holds nothing else.
  await ports.store.append({ stream, expected: 'no-stream', events });
};
