import type { CallContext } from '@jiangong/service-host';
import type { PersonHandled, PersonOrders } from './person-orders.ts';

/** Takes a person's way in away: a lost password, an identity of another issuer. The gateway hears of it. */
export const endSignIn =
  (people: PersonOrders) =>
  async (
    { personId, reason }: Readonly<{ personId: string; reason: string }>,
    call: CallContext,
  ): Promise<PersonHandled> =>
    people.send(
      personId,
      { type: 'EndSignIn', endedBy: call.caller.personId ?? '', reason, now: call.now },
      { rpc: 'EndSignIn', open: {}, personal: { reason } },
      call,
    );
