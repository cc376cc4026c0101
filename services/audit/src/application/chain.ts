import { type Entry, sha256Hex } from '@jiangong/event-store';

/** An event as stored: the bytes, and the hash that stands for it in the log. */
export type LinkedEvent = Readonly<{
  revision: number;
  entry: Entry;
  entryBytes: Uint8Array;
  dataBytes: Uint8Array;
  hash: string;
}>;

const fits = (event: LinkedEvent, expected: Readonly<{ revision: number; prev: string | null }>): boolean =>
  event.entry.revision === expected.revision &&
  event.revision === expected.revision &&
  event.entry.prev === expected.prev &&
  event.entry.dataHash === sha256Hex(event.dataBytes) &&
  event.hash === sha256Hex(event.entryBytes);

/**
 * How many events of a stream, from its first on, are what their hashes say and follow one another without a gap. All of
 * them: nothing of the stream was altered, dropped or put in between; the end itself is proved by the log's tree alone.
 */
export const chainedEvents = (events: readonly LinkedEvent[]): number => {
  let prev: string | null = null;
  for (const [revision, event] of events.entries()) {
    if (!fits(event, { revision, prev })) return revision;
    prev = event.hash;
  }
  return events.length;
};
