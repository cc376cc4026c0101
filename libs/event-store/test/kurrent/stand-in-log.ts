/** An event as the stand-in keeps it. `at` is its place in $all: as in a real transaction log, a place in bytes, and commit equals prepare. */
export type StandInEvent = Readonly<{
  at: bigint;
  stream: string;
  revision: bigint;
  id: string;
  type: string;
  isJson: boolean;
  data: Uint8Array;
  metadata: Uint8Array;
  created: bigint;
}>;

export type ProposedEvent = Pick<StandInEvent, 'id' | 'type' | 'isJson' | 'data' | 'metadata'>;

export type ExpectedState = bigint | 'any' | 'no_stream' | 'stream_exists';

export type WriteOutcome =
  | Readonly<{ kind: 'written'; revision: bigint; at: bigint }>
  | Readonly<{ kind: 'wrong-expected-version'; actual: bigint | 'no_stream' }>
  | Readonly<{ kind: 'too-large'; limit: number }>;

/** The server's default for `MaxAppendSize`. */
export const DEFAULT_MAX_APPEND_SIZE = 1_048_576;

/** How the server counts: UTF-16 type name, data, metadata. */
const sizeOf = ({ type, data, metadata }: ProposedEvent): number => type.length * 2 + data.length + metadata.length;

/** What a KurrentDB node keeps, as far as the client can see it. It outlives the stand-in server, as a disk does. */
export class StandInLog {
  readonly all: StandInEvent[] = [];
  readonly #streams = new Map<string, StandInEvent[]>();
  readonly #grown = new Set<() => void>();
  readonly #maxAppendSize: number;
  #end = 0n;

  constructor(maxAppendSize = DEFAULT_MAX_APPEND_SIZE) {
    this.#maxAppendSize = maxAppendSize;
  }

  stream(name: string): readonly StandInEvent[] {
    return this.#streams.get(name) ?? [];
  }

  /** All events or none, one behind the other in $all. A repeat is one by its event ids alone, as in the server: it is answered as written. */
  write(stream: string, expected: ExpectedState, proposed: readonly ProposedEvent[]): WriteOutcome {
    if (proposed.reduce((sum, event) => sum + sizeOf(event), 0) > this.#maxAppendSize)
      return { kind: 'too-large', limit: this.#maxAppendSize };
    const known = this.#streams.get(stream) ?? [];
    const current = BigInt(known.length - 1);
    const after =
      expected === 'no_stream'
        ? -1n
        : expected === 'any'
          ? current
          : expected === 'stream_exists'
            ? known.length > 0
              ? current
              : -2n
            : expected;
    if (after !== current) {
      const repeated = known.slice(Number(after) + 1, Number(after) + 1 + proposed.length);
      const idempotent =
        after >= -1n &&
        repeated.length === proposed.length &&
        repeated.every(({ id }, index) => id === proposed[index]?.id);
      if (!idempotent) return { kind: 'wrong-expected-version', actual: known.length === 0 ? 'no_stream' : current };
      const last = repeated.at(-1) as StandInEvent;
      return { kind: 'written', revision: last.revision, at: last.at };
    }
    for (const event of proposed) {
      this.#end += BigInt(sizeOf(event) + 100); // a record's own head
      const stored: StandInEvent = {
        ...event,
        at: this.#end,
        stream,
        revision: BigInt(known.length),
        created: BigInt(Date.now()) * 10_000n,
      };
      known.push(stored);
      this.all.push(stored);
    }
    this.#streams.set(stream, known);
    for (const wake of this.#grown) wake();
    return { kind: 'written', revision: BigInt(known.length - 1), at: this.#end };
  }

  onGrown(wake: () => void): () => void {
    this.#grown.add(wake);
    return () => void this.#grown.delete(wake);
  }
}
