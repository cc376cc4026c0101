import { backoffMs } from '@jiangong/patience';
import { instantAfter } from '@jiangong/calendar';
import { RETRY_WAITS, SEND_TRIES_MAX } from './limits.ts';

/** Where a delivery stands. `failed` is parked: an operator has it tried again or gives it up (`skipped`). */
export const DELIVERY_STATES = ['queued', 'sent', 'failed', 'skipped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/**
 * Why a try came to nothing, in a word that names no address: the server is `away`, too `slow`, `deferred` the letter (4xx), `refused`
 * it (5xx), did not take our `credentials`, offered no encryption (`insecure`); the message is not there (`message-gone`), or what is sealed in the row does not open (`unreadable`).
 * Of other systems: the address leads where nothing may be sent (`address-barred`), it sends elsewhere (`redirected`), it answers no (4xx: `rejected`).
 * Of skipped ones: nobody has an address (`no-address`), the person does without
 * (`switched-off`), the code in it counts no more or it waited too long (`lapsed`), too much waits already (`queue-full`), the webhook was
 * removed (`receiver-gone`), an operator gave it up (`given-up`).
 */
export const DELIVERY_FAILURES = [
  'away',
  'slow',
  'deferred',
  'refused',
  'credentials',
  'insecure',
  'message-gone',
  'unreadable',
  'address-barred',
  'redirected',
  'rejected',
  'no-address',
  'switched-off',
  'lapsed',
  'queue-full',
  'receiver-gone',
  'given-up',
] as const;
export type DeliveryFailure = (typeof DELIVERY_FAILURES)[number];

/** What a channel says of one try. */
export type Tried = Readonly<{ outcome: 'sent' }> | Readonly<{ outcome: 'failed'; failure: DeliveryFailure }>;

export type Settled = Readonly<{ state: DeliveryState; failure: DeliveryFailure | ''; nextTryAt: string }>;

/** A refusal for good is not tried again by itself: the same letter to the same address would be refused again. */
const FOR_GOOD = new Set<DeliveryFailure>(['refused']);

/** The wait before try `tries + 1`: doubles up to a limit, with full jitter above its half. `chance` is in [0, 1). */
export const retryWaitMs = (tries: number, chance: number): number => Math.round(backoffMs(RETRY_WAITS, tries, chance));

/** What becomes of a delivery after a try. */
export const settle = (
  tried: Tried,
  { tries, now, chance }: Readonly<{ tries: number; now: string; chance: number }>,
): Settled => {
  if (tried.outcome === 'sent') return { state: 'sent', failure: '', nextTryAt: now };
  const { failure } = tried;
  if (FOR_GOOD.has(failure) || tries >= SEND_TRIES_MAX) return { state: 'failed', failure, nextTryAt: now };
  const nextTryAt = instantAfter(now, retryWaitMs(tries, chance));
  return { state: 'queued', failure, nextTryAt };
};
