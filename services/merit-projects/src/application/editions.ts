import { type Checked, type Handled, isRefusal, type OrderContext, withPreconditions } from '@jiangong/event-store';
import { fieldCodec } from '@jiangong/privacy';
import type { CallContext, Ground } from '@jiangong/service-host';
import { editionDecider } from '../domain/edition/decider.ts';
import type { EditionFact } from '../domain/edition/facts.ts';
import type { EditionOrder } from '../domain/edition/orders.ts';
import type { EditionRefusal } from '../domain/edition/refusals.ts';
import type { Edition } from '../domain/edition/state.ts';
import type { SeriesRefusal } from '../domain/series/series.ts';
import type { CommendingRefusal } from '../domain/policy/counting.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { sealedOfEditions } from './sealed-fields.ts';
import { editionStream } from './streams.ts';

export type EditionHandled = Handled<
  EditionFact,
  EditionRefusal | ReferenceRefusal | SeriesRefusal | CommendingRefusal
>;

/** How use cases reach an edition: send it an order, or read it from its own stream. */
export const editions = (ground: Ground) => {
  const handle = ground.handler(
    withPreconditions<Edition, EditionOrder, EditionFact, EditionRefusal, ReferenceRefusal>(editionDecider),
    fieldCodec<EditionFact>(ground.privacy, sealedOfEditions, { keepsStates: true }),
  );
  const read = async (editionId: string): Promise<Edition> => (await handle.stateOf(editionStream(editionId))).state;
  return {
    send: (
      editionId: string,
      checked: Checked<EditionOrder, ReferenceRefusal>,
      body: unknown,
      call: CallContext,
    ): Promise<EditionHandled> =>
      handle({
        stream: editionStream(editionId),
        order: checked,
        body,
        context: call,
        ...(call.expectedRevision === undefined ? {} : { expectedRevision: call.expectedRevision }),
      }),
    /** From the platform itself. */
    order: (editionId: string, order: EditionOrder, context: OrderContext): Promise<EditionHandled> =>
      handle({
        stream: editionStream(editionId),
        order: { kind: 'order', order },
        body: { order: order.type, at: context.requestId },
        context,
      }),
    /** What the rule book would say, nothing stored. */
    foresee: async (editionId: string, order: EditionOrder): Promise<EditionRefusal | undefined> => {
      const decision = editionDecider.decide(await read(editionId), order);
      return isRefusal(decision) ? decision : undefined;
    },
    read,
    /** Everything that happened to it, from the beginning; nothing that is sealed is opened. */
    facts: async (editionId: string): Promise<readonly EditionFact[]> =>
      (await ground.store.readStream(editionStream(editionId))).map(
        ({ type, data }) => ({ type, data }) as EditionFact,
      ),
  };
};

export type Editions = ReturnType<typeof editions>;
