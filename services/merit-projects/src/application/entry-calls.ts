import type { Actor, Checked } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { EditionTerms } from '../domain/edition/terms.ts';
import type { UnitEditionOrder } from '../domain/unit-edition/orders.ts';
import type { CampaignKnowledge, EntryPlace } from './ports.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import type { EntryHandled, UnitEditions } from './unit-editions.ts';

/** What every order to an entry begins with. */
export type OrderBase = Readonly<{ entryId: string; now: string; terms: EditionTerms }>;

export type MakeProjectOrder = (
  base: OrderBase,
  place: EntryPlace,
) => Promise<Checked<UnitEditionOrder, ReferenceRefusal>> | Checked<UnitEditionOrder, ReferenceRefusal>;

/** One order of a caller to one entry: finds where it is kept, and carries `If-Match`. */
export const entryCalls = (unitEditions: UnitEditions, knowledge: CampaignKnowledge) => {
  const sendTo = (
    place: EntryPlace,
    body: unknown,
    call: CallContext,
    make: MakeProjectOrder,
  ): Promise<EntryHandled> => {
    const { entryId, editionId, unitId } = place;
    const { expectedRevision } = call;
    return unitEditions.send({ editionId, unitId, body, context: call, expectedRevision }, (terms) =>
      make({ entryId, now: call.now, terms }, place),
    );
  };
  return {
    sendTo,
    send: async (entryId: string, body: unknown, call: CallContext, make: MakeProjectOrder): Promise<EntryHandled> => {
      const place = await knowledge.entry(entryId);
      if (!place) return { kind: 'refused', refusal: { reason: 'ENTRY_NOT_FOUND', field: 'entryId' } };
      return sendTo(place, body, call, make);
    },
  };
};

export type EntryCalls = ReturnType<typeof entryCalls>;

/**
 * The call as its events keep it when who calls must not be known: in another name, and without the correlation and trace that
 * the caller's other requests may share.
 */
export const unlinkable = (call: CallContext, actor: Actor): CallContext => ({
  ...call,
  actor,
  correlationId: call.requestId,
  causationId: null,
  traceparent: null,
  caller: { kind: 'anonymous', personId: null, sessionId: null },
});
