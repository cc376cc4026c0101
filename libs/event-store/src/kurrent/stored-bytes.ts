import { InvalidAppend } from '../check-append.ts';
import type { NewEvent } from '../event-store.ts';

const NEWLINE = 0x0a;

/**
 * What KurrentDB keeps of an event, verbatim: the entry, a newline, the data. An entry is one line, so the first newline ends it.
 * As data and not as metadata, because the client parses metadata that looks like JSON, and its bytes would be gone.
 */
export const bytesOf = ({ entryBytes, dataBytes, type }: NewEvent): Uint8Array => {
  if (entryBytes.includes(NEWLINE)) throw new InvalidAppend(`the entry of ${type} is more than one line`);
  const bytes = new Uint8Array(entryBytes.length + 1 + dataBytes.length);
  bytes.set(entryBytes, 0);
  bytes[entryBytes.length] = NEWLINE;
  bytes.set(dataBytes, entryBytes.length + 1);
  return bytes;
};

/** Entry and data of stored bytes, as buffers of their own. Throws when they are not such bytes. */
export const partsOf = (bytes: Uint8Array): Readonly<{ entryBytes: Buffer; dataBytes: Buffer }> => {
  const end = bytes.indexOf(NEWLINE);
  if (end < 0) throw new Error('no event of ours: its bytes have no entry');
  return { entryBytes: Buffer.from(bytes.subarray(0, end)), dataBytes: Buffer.from(bytes.subarray(end + 1)) };
};
