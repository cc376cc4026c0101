import { ReplayedEvent } from './replayed-event.ts';

/** Message types of the server's answers: rows of a COPY, rows of a query. */
const ROW_KINDS = { copy: 0x64, query: 0x44 } as const;
/** CopyOutResponse, BindComplete, ParseComplete, NoticeResponse, ParameterStatus, NotificationResponse: nothing for us. */
const PASSED_OVER = new Set([0x48, 0x32, 0x31, 0x4e, 0x53, 0x41]);
/** Type byte and length of a message. */
const MESSAGE_HEADER_BYTES = 5;
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** Signature, flags, and the length of an extension that no version uses. */
const FILE_HEADER_BYTES = SIGNATURE.length + 8;
const NOTHING = Buffer.alloc(0);

/** What a piece of the socket's bytes held: rows, and from the first message that ends them on, what is not ours. */
export type Decoded = Readonly<{ events: readonly ReplayedEvent[]; rest: Buffer | undefined }>;

/** Takes the server's binary rows apart, whatever pieces they come in, without copying them. */
export class RowDecoder {
  readonly #rowKind: number;
  #pending: Buffer = NOTHING;
  #headerSeen: boolean;

  constructor(kind: keyof typeof ROW_KINDS) {
    this.#rowKind = ROW_KINDS[kind];
    this.#headerSeen = kind === 'query';
  }

  decode(piece: Buffer): Decoded {
    const bytes = this.#pending.length === 0 ? piece : Buffer.concat([this.#pending, piece]);
    const events: ReplayedEvent[] = [];
    let at = 0;
    while (at + MESSAGE_HEADER_BYTES <= bytes.length) {
      const kind = bytes[at] as number;
      if (kind !== this.#rowKind && !PASSED_OVER.has(kind)) return { events, rest: bytes.subarray(at) };
      const end = at + 1 + bytes.readUInt32BE(at + 1);
      if (end > bytes.length) break;
      if (kind === this.#rowKind) this.#row(bytes, at + MESSAGE_HEADER_BYTES, end, events);
      at = end;
    }
    this.#pending = at === bytes.length ? NOTHING : bytes.subarray(at);
    return { events, rest: undefined };
  }

  /** One row; in a COPY, before the first one the file's header, after the last one the trailer. */
  #row(bytes: Buffer, begin: number, end: number, events: ReplayedEvent[]): void {
    let at = begin;
    if (!this.#headerSeen) {
      if (bytes.compare(SIGNATURE, 0, SIGNATURE.length, at, at + SIGNATURE.length) !== 0)
        throw new Error('this is no binary COPY');
      this.#headerSeen = true;
      at += FILE_HEADER_BYTES;
      if (at === end) return;
    }
    if (bytes.readInt16BE(at) !== -1) events.push(new ReplayedEvent(bytes, at, end));
  }
}
