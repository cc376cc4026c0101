import { hash } from 'node:crypto';
import { canonicalText } from './canonical-text.ts';

/** Who acted. `protected` is an objector: the id is a pseudonym that only the case file can resolve. */
export type Actor = Readonly<{
  kind: 'person' | 'system' | 'anonymous' | 'protected';
  id: string | null;
  organization: string | null;
  role: string | null;
  grant: string | null;
}>;

/**
 * The hashed entry of an event (decisions.md 1). Frozen: every key is always present, null where there is none; hashes are
 * lower-case hex; times are UTC with milliseconds. `prev` is the hash of the stream's previous entry.
 */
export type Entry = Readonly<{
  v: 1;
  eventId: string;
  stream: string;
  /** From 0, without gaps. */
  revision: number;
  type: string;
  /** When it became true. */
  occurredAt: string;
  /** The writer's clock at the append. */
  recordedAt: string;
  actor: Actor;
  policyVersion: string | null;
  requestId: string | null;
  requestHash: string | null;
  correlationId: string;
  causationId: string | null;
  traceparent: string | null;
  dataHash: string;
  prev: string | null;
}>;

/** An entry must stay below this: audit-log.md, "Entry < 60,000 bytes". */
export const ENTRY_BYTES_MAX = 60_000;

/** The data of one event must stay below this. */
export const DATA_BYTES_MAX = 1_000_000;

/** RFC 8785 bytes. Throws on what JSON can not say (undefined at the top, NaN, a lone surrogate): that is a bug. */
export const canonicalBytes = (value: unknown): Buffer => {
  const text = canonicalText(value);
  if (text === undefined) throw new Error('nothing to write: the value has no JSON form');
  return Buffer.from(text, 'utf8');
};

/**
 * RFC 8785 bytes of an entry: its keys written in their sorted order, which is four times faster than sorting them. The form
 * of strings and integers is ECMAScript's own; a lone surrogate is left to `canonicalBytes`, which refuses it.
 */
export const entryBytesOf = (entry: Entry): Buffer => {
  const {
    actor,
    causationId,
    correlationId,
    dataHash,
    eventId,
    occurredAt,
    policyVersion,
    prev,
    recordedAt,
    requestHash,
    requestId,
    revision,
    stream,
    traceparent,
    type,
    v,
  } = entry;
  const { grant, id, kind, organization, role } = actor;
  const sorted = {
    actor: { grant, id, kind, organization, role },
    causationId,
    correlationId,
    dataHash,
    eventId,
    occurredAt,
    policyVersion,
    prev,
    recordedAt,
    requestHash,
    requestId,
    revision,
    stream,
    traceparent,
    type,
    v,
  };
  const text = JSON.stringify(sorted);
  return text.includes('\\ud') ? canonicalBytes(sorted) : Buffer.from(text, 'utf8');
};

/** SHA-256 as lower-case hex. */
export const sha256Hex = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');
