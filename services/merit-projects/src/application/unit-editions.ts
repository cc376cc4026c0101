import { type Checked, type Handled, type OrderContext, withPreconditions } from '@jiangong/event-store';
import { fieldCodec } from '@jiangong/privacy';
import type { Ground } from '@jiangong/service-host';
import { type EditionTerms, termsFor } from '../domain/edition/terms.ts';
import { unitEditionDecider } from '../domain/unit-edition/decider.ts';
import type { UnitEditionFact } from '../domain/unit-edition/facts.ts';
import type { UnitEditionOrder } from '../domain/unit-edition/orders.ts';
import type { UnitEditionRefusal } from '../domain/unit-edition/refusals.ts';
import type { UnitEdition } from '../domain/unit-edition/state.ts';
import type { Editions } from './editions.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { sealedFields } from './sealed-fields.ts';
import { unitEditionStream } from './streams.ts';

export type EntryHandled = Handled<UnitEditionFact, UnitEditionRefusal | ReferenceRefusal>;

/** Which unit's entries in which edition an order goes to, and what it carries beside the order itself. */
export type UnitEditionCall = Readonly<{
  editionId: string;
  unitId: string;
  /** What the request hash is taken over. Never what must not be guessed from a hash: names, contacts, reasons of inspectors. */
  body: unknown;
  context: OrderContext;
  expectedRevision?: number | undefined;
}>;

export type MakeOrder = (
  terms: EditionTerms,
) => Promise<Checked<UnitEditionOrder, ReferenceRefusal>> | Checked<UnitEditionOrder, ReferenceRefusal>;

/** How use cases reach the entries of a unit: the edition is read from its stream first, then the order is decided. */
export const unitEditions = (ground: Ground, editions: Editions) => {
  const decider = withPreconditions<
    UnitEdition,
    UnitEditionOrder,
    UnitEditionFact,
    UnitEditionRefusal,
    ReferenceRefusal
  >(unitEditionDecider);
  const handle = ground.handler(
    decider,
    fieldCodec<UnitEditionFact>(ground.privacy, sealedFields, { keepsStates: true }),
  );
  return {
    send: async (call: UnitEditionCall, make: MakeOrder): Promise<EntryHandled> => {
      const { editionId, unitId, body, context, expectedRevision } = call;
      const terms = termsFor(await editions.read(editionId), unitId);
      const order = terms
        ? await make(terms)
        : { kind: 'refused' as const, refusal: { reason: 'EDITION_NOT_FOUND' as const, field: 'editionId' } };
      return handle({
        stream: unitEditionStream(editionId, unitId),
        order,
        body,
        context,
        ...(expectedRevision === undefined ? {} : { expectedRevision }),
      });
    },
  };
};

export type UnitEditions = ReturnType<typeof unitEditions>;
