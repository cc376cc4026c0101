/** How far behind the log something is. */
export type Lag = Readonly<{ events: number; seconds: number }>;

/** The lag of everything in one process, measured against one reading of the log's head. */
export type ReadersLag = Lag &
  Readonly<{
    /** The log's last position when the lag was taken: two readings with the same head and no lag mean quiet. */
    head: number;
    /** By projection, translator or process manager. */
    byReader: Readonly<Record<string, Lag>>;
  }>;

/** What an operator sees of a parked event: never its payload. */
export type ParkedEvent = Readonly<{
  reader: string;
  stream: string;
  position: number;
  ordinal: number;
  eventId: string;
  type: string;
  /** The class of the error, or `BEHIND_PARKED` for an event that waits behind an earlier one of its stream. */
  errorClass: string;
  tries: number;
}>;

/** One table of a projection, rebuilt from zero beside the live one. */
export type TableComparison = Readonly<{
  table: string;
  equal: boolean;
  liveRows: number;
  rebuiltRows: number;
  liveHash: string;
  rebuiltHash: string;
}>;

export type Comparison = Readonly<{
  reader: string;
  /** The checkpoint at which both were compared. */
  position: number;
  equal: boolean;
  tables: readonly TableComparison[];
}>;

/** Everything that reads the log in one process. */
export interface Readers {
  /** Resolves when every projection has passed the log's head of the moment it started: the service is then ready. */
  readonly ready: Promise<void>;
  /** True as soon as every projection has passed the position; false when it has not within the time. Costs nothing when passed. */
  waitFor(position: number, timeoutMs: number): Promise<boolean>;
  lag(): Promise<ReadersLag>;
  parked(): Promise<readonly ParkedEvent[]>;
  /** Tries the stream's parked events again, in order; answers how many went through and how many are left. */
  retryParked(reader: string, stream: string): Promise<Readonly<{ done: number; left: number }>>;
  /**
   * Gives up the stream's first parked event (kept, marked as skipped) and tries the ones behind it. With a position: only when the
   * first stands there.
   */
  skipParked(
    reader: string,
    stream: string,
    why: string,
    position?: number,
  ): Promise<Readonly<{ done: number; left: number }>>;
  /** Rebuilds one projection (or the `translator`) from zero beside the live one and compares them byte by byte. */
  rebuildAndCompare(reader: string): Promise<Comparison>;
  /** Stops taking work, finishes what is in hand, keeps the checkpoints. */
  stop(): Promise<void>;
}
