import type { Fact, Refusal } from './fact.ts';

/** What a caller may show as a receipt: the event and the hash that stands for it in the log. */
export type Receipt = Readonly<{ eventId: string; type: string; hash: string }>;

export type Accepted<F extends Fact> = Readonly<{
  kind: 'accepted';
  facts: readonly F[];
  receipts: readonly Receipt[];
  /** The stream's last revision after the order; -1 when the stream is still empty. Serves as the ETag. */
  revision: number;
  /** The log position a reader must have passed to see this order; 0 when it changed nothing. */
  position: number;
  /** True when this very order had been accepted before and its first answer is given again. */
  repeated: boolean;
}>;

export type Handled<F extends Fact, R extends Refusal> =
  | Accepted<F>
  | Readonly<{ kind: 'refused'; refusal: R | CommandRefusal }>;

/** Refusals of the handling itself, the same in every context. */
export type CommandRefusal = Refusal<'REQUEST_ID_REUSED' | 'REVISION_CONFLICT' | 'TOO_MUCH_CONTENTION'>;
