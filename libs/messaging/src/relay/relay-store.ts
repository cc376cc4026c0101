import type { RelayedFact } from '../broker/fact-records.ts';
import type { Place } from '../broker/place.ts';

/** One partition as the relay left it. */
export type PartitionTail = Readonly<{
  /** The last fact sent to it. */
  previous: Place | null;
  /** The offset of the last record it acknowledged. */
  offset: number | null;
}>;

/** How far a context's facts are in its topic, acknowledged. Everything beyond may be there too: it is sent again. */
export type RelayState = Readonly<{
  /** Rises with each holder: a holder that was believed dead is refused by it. */
  epoch: number;
  /** The translator's version. */
  generation: number;
  /** The last fact acknowledged. */
  place: Place;
  /** The last position that every partition was told to be complete. */
  watermark: number;
  /** By partition; empty before the first record. */
  tails: readonly PartitionTail[];
}>;

/** What the producer's database holds for its relay. */
export interface RelayStore {
  /**
   * Takes the relay of the context for `leaseMs`; undefined while somebody else has it. A higher generation begins from nothing.
   * Throws `NewerRelayError` when a higher generation has been told already.
   */
  claim(claim: Readonly<{ generation: number; holder: string; leaseMs: number }>): Promise<RelayState | undefined>;
  /**
   * How far the context is translated (0: nothing), and its next facts after a place up to there, at most `limitMax`. Of one moment:
   * fewer than `limitMax` are all.
   */
  pending(after: Place, limitMax: number): Promise<Readonly<{ translated: number; facts: readonly RelayedFact[] }>>;
  /** Keeps the state and the lease; false when somebody else has taken over since: then nothing is kept. */
  keep(state: RelayState, leaseMs: number): Promise<boolean>;
  /** Gives the relay up at once, so that the next one need not wait for the lease. */
  release(epoch: number): Promise<void>;
  /** Calls back soon after the translator moved; may miss one. */
  onTranslated(wake: () => void): Promise<() => Promise<void>>;
}

/** An older program must not tell an older reading of the log after a newer one. */
export class NewerRelayError extends Error {
  override readonly name = 'NewerRelayError';
}
