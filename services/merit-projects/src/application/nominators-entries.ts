import {
  type Checked,
  type Handled,
  type OrderContext,
  type StreamEnd,
  withPreconditions,
} from '@jiangong/event-store';
import { fieldCodec } from '@jiangong/privacy';
import type { Ground } from '@jiangong/service-host';
import { type EditionTerms, termsFor } from '../domain/edition/terms.ts';
import { entriesDecider } from '../domain/entries/decider.ts';
import type { EntriesFact } from '../domain/entries/facts.ts';
import type { EntriesOrder } from '../domain/entries/orders.ts';
import type { EntriesRefusal } from '../domain/entries/refusals.ts';
import { type Entries, entryOf } from '../domain/entries/state.ts';
import type { Editions } from './editions.ts';
import type { EntryPlace } from './ports.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { sealedOfEntries } from './sealed-fields.ts';
import { entriesStream } from './streams.ts';
import type { WorkingYears } from './working-years.ts';

export type EntryHandled = Handled<EntriesFact, EntriesRefusal | ReferenceRefusal>;

/** Whose entries in which edition an order goes to, and what it carries beside the order itself. */
export type EntriesCall = Readonly<{
  editionId: string;
  nominatorId: string;
  /** What the request hash is taken over. Never what must not be guessed from a hash: prose stands in it as a keyed fingerprint. */
  body: unknown;
  context: OrderContext;
}>;

export type MakeOrder = (
  terms: EditionTerms,
) => Promise<Checked<EntriesOrder, ReferenceRefusal>> | Checked<EntriesOrder, ReferenceRefusal>;

/** How use cases reach the entries of a nominator: the edition is read from its stream first, then the order is decided. */
export const nominatorsEntries = (ground: Ground, editions: Editions, years: WorkingYears) => {
  const handle = ground.handler(
    withPreconditions<Entries, EntriesOrder, EntriesFact, EntriesRefusal, ReferenceRefusal>(entriesDecider),
    fieldCodec<EntriesFact>(ground.privacy, sealedOfEntries, { keepsStates: true }),
  );
  const termsOf = async (editionId: string, nominatorId: string): Promise<EditionTerms | undefined> =>
    termsFor(await editions.read(editionId), nominatorId, await years.table());
  const read = (editionId: string, nominatorId: string): Promise<Readonly<{ state: Entries; end: StreamEnd }>> =>
    handle.stateOf(entriesStream(editionId, nominatorId));
  return {
    termsOf,
    read,
    /** An answer whose revision is the entry's own counter, as the last of its facts says it: what the next `If-Match` is compared with. */
    asOfEntry: async (
      handled: EntryHandled,
      { entryId, editionId, nominatorId }: EntryPlace,
    ): Promise<EntryHandled> => {
      if (handled.kind === 'refused') return handled;
      const last = handled.facts.findLast(({ data }) => 'entryId' in data && data.entryId === entryId);
      if (last && 'entryRevision' in last.data) return { ...handled, revision: last.data.entryRevision };
      const { state } = await read(editionId, nominatorId);
      return { ...handled, revision: entryOf(state, entryId)?.revision ?? 0 };
    },
    send: async (call: EntriesCall, make: MakeOrder): Promise<EntryHandled> => {
      const { editionId, nominatorId, body, context } = call;
      const terms = await termsOf(editionId, nominatorId);
      const order = terms
        ? await make(terms)
        : { kind: 'refused' as const, refusal: { reason: 'EDITION_NOT_FOUND' as const, field: 'editionId' } };
      return handle({ stream: entriesStream(editionId, nominatorId), order, body, context });
    },
  };
};

export type NominatorsEntries = ReturnType<typeof nominatorsEntries>;
