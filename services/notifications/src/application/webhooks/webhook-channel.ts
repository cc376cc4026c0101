import type { Tried } from '../../domain/mail/delivery.ts';

/** A fact on its way to another system. `secrets`: each signs. */
export type Posting = Readonly<{
  deliveryId: string;
  address: string;
  body: string;
  secrets: readonly string[];
  now: string;
}>;

/** Posts to other systems. Never throws for what a line or the other side does: it says what became of the try, in a word, within `POST_WITHIN_MS`. */
export interface WebhookChannel {
  post(posting: Posting): Promise<Tried>;
}
