import type { Handled } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import {
  deliveryRepairDecider,
  type DeliveryRepairFact,
  type DeliveryRepairOrder,
  type DeliveryRepairRefusal,
} from '../../domain/mail/repairs.ts';
import { DELIVERY_STREAM } from '../streams.ts';
import type { DeliveryLedger } from './delivery-ledger.ts';

export type MendDelivery = Readonly<{ kind: DeliveryRepairOrder['kind']; deliveryId: string; reason: string }>;

/**
 * An operator has a parked delivery tried again, or gives it up. The order is in the log before the row changes: what was not recorded
 * was not done. A repeat after a crash in between changes the row then; one that comes later finds it no longer parked.
 */
export const mendDelivery = (ground: Pick<Ground, 'handler'>, ledger: Pick<DeliveryLedger, 'standingOf' | 'mend'>) => {
  const handle = ground.handler(deliveryRepairDecider);
  return async (
    { kind, deliveryId, reason }: MendDelivery,
    call: CallContext,
  ): Promise<Handled<DeliveryRepairFact, DeliveryRepairRefusal>> => {
    const { channel, state } = (await ledger.standingOf(deliveryId)) ?? { channel: '', state: null };
    const order: DeliveryRepairOrder = { kind, deliveryId, reason, channel, state };
    const handled = await handle({
      stream: DELIVERY_STREAM,
      order,
      body: { rpc: kind, deliveryId, reason },
      context: call,
    });
    if (handled.kind === 'accepted')
      await ledger.mend(deliveryId, kind === 'RetryDelivery' ? 'retry' : 'skip', call.now);
    return handled;
  };
};
