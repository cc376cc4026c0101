import { isUtf8 } from 'node:buffer';
import { DATA_BYTES_MAX, type Entry, ENTRY_BYTES_MAX, sha256Hex } from './entry.ts';
import { APPEND_EVENTS_MAX, type NewEvent, type StreamAppend } from './event-store.ts';
import { type Link, linkOf } from './sealed-events.ts';

/** The longest name of a stream, in characters. */
export const STREAM_NAME_CHARS_MAX = 200;

/** The append contradicts itself: nothing was stored, and the same append never will be. A bug of the caller. */
export class InvalidAppend extends Error {
  override readonly name = 'InvalidAppend';
}

/** Counts and sizes: what every adapter checks before it sends anything. Throws `InvalidAppend`. */
export const checkSizes = ({ stream, events }: StreamAppend): void => {
  if (stream.length === 0 || stream.length > STREAM_NAME_CHARS_MAX)
    throw new InvalidAppend(`a stream's name has 1 to ${STREAM_NAME_CHARS_MAX} characters, not ${stream.length}`);
  if (events.length === 0 || events.length > APPEND_EVENTS_MAX)
    throw new InvalidAppend(`an append has 1 to ${APPEND_EVENTS_MAX} events, not ${events.length}`);
  for (const { type, entryBytes, dataBytes } of events) {
    if (entryBytes.length >= ENTRY_BYTES_MAX)
      throw new InvalidAppend(`the entry of ${type} is ${entryBytes.length} bytes`);
    if (dataBytes.length >= DATA_BYTES_MAX) throw new InvalidAppend(`the data of ${type} is ${dataBytes.length} bytes`);
  }
};

/** The data is JSON in UTF-8; readers rely on it. */
const isJson = (bytes: Uint8Array): boolean => {
  if (!isUtf8(bytes)) return false;
  try {
    JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
    return true;
  } catch {
    return false;
  }
};

/** What is wrong with an event by itself: its hash, its data, or what its entry says about it. */
const faultOf = (event: NewEvent, entry: Entry): string | undefined => {
  if (sha256Hex(event.entryBytes) !== event.hash) return 'hash is not the hash of the entry';
  if (sha256Hex(event.dataBytes) !== entry.dataHash) return 'dataHash is not the hash of the data';
  if (!isJson(event.dataBytes)) return 'data is not JSON in UTF-8';
  if (entry.v !== 1) return `entry says form ${String(entry.v)}`;
  if (entry.type !== event.type) return `entry says type ${entry.type}`;
  if (entry.eventId !== event.eventId) return `entry says event id ${entry.eventId}`;
  return undefined;
};

const misplaced = (link: Link, expected: Link): string | undefined => {
  if (link.stream !== expected.stream) return `entry says stream ${link.stream}`;
  if (link.revision !== expected.revision) return `entry says revision ${link.revision}, not ${expected.revision}`;
  if (link.prev !== expected.prev) return 'prev is not the hash of the entry before';
  return undefined;
};

/** The link of an event, after a look at the event itself unless we sealed it in this process. */
const soundLink = (event: NewEvent, stream: string): Link => {
  const known = linkOf(event);
  if (known) return known;
  const entry = JSON.parse(event.entryBytes.toString('utf8')) as Entry;
  const fault = faultOf(event, entry);
  if (fault) throw new InvalidAppend(`event ${event.eventId} (${event.type}) of ${stream}: ${fault}`);
  return entry;
};

/**
 * Re-derives everything an append claims about itself: each entry is the next link of the chain that starts at `expected`.
 * Throws `InvalidAppend`. The PostgreSQL adapter has the same rules inside the database, where nobody is believed.
 */
export const checkChain = (append: StreamAppend): void => {
  checkSizes(append);
  const { stream, expected } = append;
  let revision = expected === 'no-stream' ? 0 : expected.revision + 1;
  let prev = expected === 'no-stream' ? null : expected.hash;
  for (const event of append.events) {
    const fault = misplaced(soundLink(event, stream), { stream, revision, prev });
    if (fault) throw new InvalidAppend(`event ${event.eventId} (${event.type}) of ${stream}: ${fault}`);
    revision += 1;
    prev = event.hash;
  }
};
