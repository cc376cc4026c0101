import type { DeliveryFailure, DeliveryState, Settled } from '../../domain/mail/delivery.ts';
import type { OptionalKind } from '../../domain/mail/kinds.ts';

/** What a delivery carries: a message of the inbox, the messages of a day in one letter, a code to confirm an address, or word to the old address. */
export const DELIVERY_SORTS = ['message', 'digest', 'address-code', 'address-changed'] as const;
export type DeliverySort = (typeof DELIVERY_SORTS)[number];

/**
 * A delivery that this process holds until its lease ends. `code` and `to` are opened; of a message `to` is looked up now. `readable` is
 * false when one of the two did not open: that is this row's trouble, and nobody else's.
 */
export type Leased = Readonly<{
  deliveryId: string;
  sort: DeliverySort;
  personId: string;
  messageId: string;
  tries: number;
  createdAt: string;
  leasedUntil: string;
  readable: boolean;
  to: string;
  code: string;
  off: readonly OptionalKind[];
}>;

/** What a message says, as the inbox keeps it. */
export type Written = Readonly<{ template: string; version: number; parameters: string }>;

/** How a delivery ended, or that it goes on. */
export type Ending = Settled | Readonly<{ state: 'skipped'; failure: DeliveryFailure; nextTryAt: string }>;

/** A message that goes with a daily letter; `written`: undefined where the read model is being built anew. */
export type Gathered = Readonly<{ deliveryId: string; written: Written | undefined }>;

/** What became of a message of a daily letter that has gone out, or will not. */
export type SettledWithin = Readonly<{ deliveryId: string; state: 'sent' | 'skipped'; failure: DeliveryFailure | '' }>;

/** The ledger of deliveries: rows of this service, kept beside the log since they follow from it but are acted on once. */
export interface DeliveryLedger {
  /** Queues what came into inboxes since the last time; each message once, whatever is rebuilt. How many were looked at. */
  fill(now: string): Promise<number>;
  /** Takes due deliveries that nobody else holds. */
  lease(now: string): Promise<readonly Leased[]>;
  written(messageId: string): Promise<Written | undefined>;
  /** The messages that wait for a daily letter, oldest first; each stays a delivery of its own. */
  gathered(digestId: string): Promise<readonly Gathered[]>;
  /** Writes down what became of it, unless the lease passed to somebody else meanwhile; of a daily letter also of each message in it. */
  settle(leased: Leased, ending: Ending, now: string, within?: readonly SettledWithin[]): Promise<void>;
  /** Where a delivery of any channel stands; null when there is none of this id. */
  standingOf(deliveryId: string): Promise<Readonly<{ channel: string; state: DeliveryState }> | null>;
  /** Puts a parked delivery back into the queue, or gives it up; of any other nothing changes. */
  mend(deliveryId: string, how: 'retry' | 'skip', now: string): Promise<void>;
  /** Forgets what was settled long ago. */
  sweep(settledBefore: string): Promise<void>;
}
