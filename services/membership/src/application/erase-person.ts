import type { ProcessManager } from '@jiangong/messaging';
import type { KeyVault } from '@jiangong/privacy';
import type { CallContext } from '@jiangong/service-host';
import type { PersonHandled, PersonOrders } from './person-orders.ts';
import { personKey } from './person-stream.ts';

export type SetLegalHold = Readonly<{ personId: string; held: boolean; reason: string }>;
export type RequestErasure = Readonly<{ personId: string; reason: string }>;
export type ConfirmErasure = Readonly<{ personId: string }>;

/** Holding a record, and erasing it: the fact first, then the key, so that a crash in between leaves a fact to act on. */
export const erasePerson = (people: PersonOrders, vault: KeyVault) => ({
  hold: ({ personId, held, reason }: SetLegalHold, call: CallContext): Promise<PersonHandled> =>
    people.send(
      personId,
      { type: 'SetLegalHold', held, reason, now: call.now },
      { rpc: 'SetLegalHold', open: { held }, personal: { reason } },
      call,
    ),
  request: ({ personId, reason }: RequestErasure, call: CallContext): Promise<PersonHandled> => {
    const order = { type: 'RequestErasure', requestedBy: call.caller.personId ?? '', reason, now: call.now } as const;
    return people.send(personId, order, { rpc: 'RequestErasure', open: {}, personal: { reason } }, call);
  },
  withdraw: ({ personId, reason }: RequestErasure, call: CallContext): Promise<PersonHandled> => {
    const order = { type: 'WithdrawErasure', withdrawnBy: call.caller.personId ?? '', reason, now: call.now } as const;
    return people.send(personId, order, { rpc: 'WithdrawErasure', open: {}, personal: { reason } }, call);
  },
  confirm: async ({ personId }: ConfirmErasure, call: CallContext): Promise<PersonHandled> => {
    const order = { type: 'ConfirmErasure', confirmedBy: call.caller.personId ?? '', now: call.now } as const;
    const handled = await people.send(
      personId,
      order,
      { rpc: 'ConfirmErasure', open: { personId }, personal: null },
      call,
    );
    if (handled.kind === 'accepted') await vault.destroy(personKey({ personId }));
    return handled;
  },
});

/** Destroys the key of whoever was erased, also when the process that confirmed it died right after the append. */
export const keyDestroyer = (vault: KeyVault): ProcessManager => ({
  name: 'key-destroyer',
  contexts: ['membership'],
  handle: async ({ type, data }) => {
    if (type === 'membership.PersonErased.v1') await vault.destroy(personKey(data as Readonly<{ personId: string }>));
  },
});
