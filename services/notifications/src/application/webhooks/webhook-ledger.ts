import type { Ending } from '../mail/delivery-ledger.ts';

/** A fact for all webhooks that want its kind. `subject`: what is kept in order. */
export type FactToTell = Readonly<{
  eventId: string;
  ordinal: number;
  type: string;
  subject: string;
  position: number;
  body: string;
}>;

/** A delivery that this process holds until its lease ends. */
export type LeasedPosting = Readonly<{
  deliveryId: string;
  sort: string;
  webhookId: string;
  address: string;
  body: string;
  tries: number;
  leasedUntil: string;
}>;

/** Deliveries to other systems: rows of the same ledger as letters. */
export interface WebhookLedger {
  subscribe(webhookId: string, facts: readonly string[]): Promise<void>;
  /** Nothing more comes, and what waits is given up. */
  unsubscribe(webhookId: string, now: string): Promise<void>;
  /** Queues a fact once for every webhook that wants it; beyond `WAITING_MAX` it is written down as not sent. */
  queue(fact: FactToTell, now: string): Promise<void>;
  queueTest(test: Readonly<{ webhookId: string; deliveryId: string; body: string; now: string }>): Promise<void>;
  /** Takes what is due of webhooks that are active, of each subject the oldest only, and of no webhook more than its share. */
  lease(now: string): Promise<readonly LeasedPosting[]>;
  /** Writes down what became of it, unless the lease passed to somebody else meanwhile. */
  settle(leased: LeasedPosting, ending: Ending, now: string): Promise<void>;
  /** Since when a webhook has had nothing but failures, this try included; null after a success. */
  failingSince(leased: LeasedPosting, failed: boolean, now: string): Promise<string | null>;
  /** The count of failing days begins anew. */
  forgive(webhookId: string): Promise<void>;
  /** Gives up what has waited too long, and forgets what was settled long ago. */
  lapse(createdBefore: string, settledBefore: string, now: string): Promise<void>;
}
