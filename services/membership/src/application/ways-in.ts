import type { CallContext } from '@jiangong/service-host';
import type { PersonHandled, PersonOrders } from './person-orders.ts';

type Asked = Readonly<{ personId: string; reason: string }>;

/** What officers and leaders do with a person's way in. The gateway, which keeps it, hears of each. */
export const waysIn = (people: PersonOrders) => ({
  /** Takes it away: a lost device, an identity of another issuer. */
  end: async ({ personId, reason }: Asked, call: CallContext): Promise<PersonHandled> =>
    people.send(
      personId,
      { type: 'EndSignIn', endedBy: call.caller.personId ?? '', reason, now: call.now },
      { rpc: 'EndSignIn', open: {}, personal: { reason } },
      call,
    ),
  /** Offers a way back to who lost the password. */
  offerReset: async ({ personId, reason }: Asked, call: CallContext): Promise<PersonHandled> =>
    people.send(
      personId,
      { type: 'OfferSignInReset', offeredBy: call.caller.personId ?? '', reason, now: call.now },
      { rpc: 'OfferSignInReset', open: {}, personal: { reason } },
      call,
    ),
  /** Hands out the code of the person's link. */
  vouch: async ({ personId }: Pick<Asked, 'personId'>, call: CallContext): Promise<PersonHandled> =>
    people.send(
      personId,
      { type: 'VouchForSignIn', vouchedBy: call.caller.personId ?? '', now: call.now },
      { rpc: 'VouchForSignIn', open: {}, personal: {} },
      call,
    ),
  /** Takes a lost second factor away. */
  endSecondFactor: async ({ personId, reason }: Asked, call: CallContext): Promise<PersonHandled> =>
    people.send(
      personId,
      { type: 'EndSecondFactor', endedBy: call.caller.personId ?? '', reason, now: call.now },
      { rpc: 'EndSecondFactor', open: {}, personal: { reason } },
      call,
    ),
});
