import type { Metadata } from '@grpc/grpc-js';
import { validate as isUuid, v4 as uuidV4 } from 'uuid';
import { refused } from '../refusals.ts';

/** Names of the gRPC metadata that the gateway sends. */
export const callKeys = {
  authorization: 'authorization',
  requestId: 'x-request-id',
  correlationId: 'x-correlation-id',
  causationId: 'x-causation-id',
  traceparent: 'traceparent',
  expectedRevision: 'x-expected-revision',
  afterPosition: 'x-after-position',
} as const;

/** Sent back with an answer that may not yet show the caller's own last order. */
export const BEHIND_KEY = 'x-read-model-behind';

/** Sent back with every answer: this service's clock, by which it decides what may be done now. */
export const NOW_KEY = 'x-platform-time';

const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

const text = (metadata: Metadata, key: string): string | undefined => {
  const value = metadata.get(key)[0];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const count = (metadata: Metadata, key: string): number | undefined => {
  const value = text(metadata, key);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < -1) throw refused({ reason: 'REVISION_CONFLICT', field: key });
  return number;
};

/** What a call says of itself, beside its body and its token. */
export type CallFacts = Readonly<{
  token: string | undefined;
  requestId: string;
  correlationId: string;
  causationId: string | null;
  traceparent: string | null;
  expectedRevision: number | undefined;
  afterPosition: number;
}>;

export const readCallMetadata = (metadata: Metadata): CallFacts => {
  const requestId = text(metadata, callKeys.requestId) ?? uuidV4();
  if (!isUuid(requestId)) throw refused({ reason: 'REQUEST_ID_INVALID', field: 'Idempotency-Key' });
  const traceparent = text(metadata, callKeys.traceparent);
  return {
    token: text(metadata, callKeys.authorization)?.replace(/^Bearer /i, ''),
    requestId,
    correlationId: text(metadata, callKeys.correlationId) ?? requestId,
    causationId: text(metadata, callKeys.causationId) ?? null,
    traceparent: traceparent !== undefined && TRACEPARENT.test(traceparent) ? traceparent : null,
    expectedRevision: count(metadata, callKeys.expectedRevision),
    afterPosition: count(metadata, callKeys.afterPosition) ?? 0,
  };
};
