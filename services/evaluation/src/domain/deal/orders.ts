import type { Candidate } from '../round/holders.ts';
import type { OrderSecrets } from '../round/draw-secrets.ts';

/** Where somebody belonged before: units, with the first day on which he did not any more. */
export type FormerHome = Readonly<{ homeId: string; leftOn: string }>;

/** Somebody who sits, as he stands now. */
export type Sitting = Candidate & Readonly<{ former: readonly FormerHome[] }>;

/** What of the seats is known outside of the round. */
export type DealGround = Readonly<{
  people: readonly Sitting[];
  /** Seats whose sheet somebody has begun, or handed in. */
  begun: readonly string[];
  /** Seats that handed in under the closing under way: nothing more can be asked of them. */
  handedIn: readonly string[];
  /** Seats that handed in at all: left, what they judged is judged. */
  everHandedIn: readonly string[];
}>;

/** What was missing is dealt out: everything at first, later what a seat left behind or a conflict took away. */
export type DealEntries = Readonly<{
  type: 'DealEntries';
  now: string;
  lot: string;
  loads: readonly Readonly<{ seatId: string; atMost: number }>[];
  secrets: OrderSecrets;
  ground: DealGround;
}>;
