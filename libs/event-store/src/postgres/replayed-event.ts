import type { Entry } from '../entry.ts';

/** Fields of a row in binary COPY, in this order. */
export const REPLAY_COLUMNS = 'position, hash, entry, data';

/**
 * An event of a replay: a view into the bytes as they came from the socket, decoded where it is looked at. Keep what you need
 * of it, not the event: it holds its neighbours' bytes in memory.
 */
export class ReplayedEvent {
  readonly position: number;
  readonly #bytes: Buffer;
  readonly #hashAt: number;
  readonly #entryAt: number;
  readonly #dataAt: number;
  readonly #end: number;

  /** `at`: where the row begins, at its field count; `end`: behind it. Throws on anything but our four fields, none null. */
  constructor(bytes: Buffer, at: number, end: number) {
    if (bytes.readInt16BE(at) !== 4 || bytes.readInt32BE(at + 2) !== 8)
      throw new Error('not a row of the log in binary COPY');
    this.#bytes = bytes;
    this.#end = end;
    this.position = bytes.readUInt32BE(at + 6) * 4_294_967_296 + bytes.readUInt32BE(at + 10);
    this.#hashAt = at + 18;
    this.#entryAt = this.#hashAt + bytes.readInt32BE(this.#hashAt - 4) + 4;
    this.#dataAt = this.#entryAt + bytes.readInt32BE(this.#entryAt - 4) + 4;
    if (this.#dataAt + bytes.readInt32BE(this.#dataAt - 4) !== end)
      throw new Error('the fields of a row do not fill it');
  }

  get hash(): string {
    return this.#bytes.toString('hex', this.#hashAt, this.#entryAt - 4);
  }

  get entryBytes(): Buffer {
    return this.#bytes.subarray(this.#entryAt, this.#dataAt - 4);
  }

  get dataBytes(): Buffer {
    return this.#bytes.subarray(this.#dataAt, this.#end);
  }

  /** Parsed anew at each look. */
  get entry(): Entry {
    return JSON.parse(this.#bytes.toString('utf8', this.#entryAt, this.#dataAt - 4)) as Entry;
  }

  /** Parsed anew at each look. */
  get data(): unknown {
    return JSON.parse(this.#bytes.toString('utf8', this.#dataAt, this.#end)) as unknown;
  }
}
