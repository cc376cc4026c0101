import type { Decider, Fact, Refusal } from '@jiangong/event-store';
import { isLine } from '@jiangong/wording';
import type { DeliveryState } from './delivery.ts';
import { DELIVERY_REASON_CHARS_MAX } from './limits.ts';

type Repair = Readonly<{ deliveryId: string; channel: string; reason: string }>;

/** An operator had a parked delivery tried again. */
export type DeliveryRetried = Fact<'DeliveryRetried.v1', Repair>;

/** An operator gave up a parked delivery: it is not sent. */
export type DeliverySkipped = Fact<'DeliverySkipped.v1', Repair>;

export type DeliveryRepairFact = DeliveryRetried | DeliverySkipped;

/** `state`: where the delivery stands now; null when there is none of this id. */
export type DeliveryRepairOrder = Repair &
  Readonly<{ kind: 'RetryDelivery' | 'SkipDelivery'; state: DeliveryState | null }>;

export type DeliveryRepairRefusal = Refusal<'DELIVERY_REASON_INVALID' | 'DELIVERY_NOT_FOUND' | 'DELIVERY_NOT_PARKED'>;

/** Only what is parked is repaired: what waits is tried by itself, and what was sent can not be unsent. */
export const deliveryRepairDecider: Decider<null, DeliveryRepairOrder, DeliveryRepairFact, DeliveryRepairRefusal> = {
  initial: null,
  decide: (_none, { kind, state, deliveryId, channel, reason }) => {
    if (!isLine(reason, { charactersMax: DELIVERY_REASON_CHARS_MAX }))
      return { reason: 'DELIVERY_REASON_INVALID', field: 'reason', details: { charsMax: DELIVERY_REASON_CHARS_MAX } };
    if (state === null) return { reason: 'DELIVERY_NOT_FOUND', field: 'deliveryId' };
    if (state !== 'failed') return { reason: 'DELIVERY_NOT_PARKED', field: 'deliveryId' };
    const data = { deliveryId, channel, reason };
    return [kind === 'RetryDelivery' ? { type: 'DeliveryRetried.v1', data } : { type: 'DeliverySkipped.v1', data }];
  },
  evolve: (state) => state,
};
