import type { Checked, Refusal } from '@jiangong/event-store';
import type { KeyName, KeyVault } from '@jiangong/privacy';
import type { CallContext } from '@jiangong/service-host';
import type { By } from '../domain/by.ts';
import type { EditionTerms } from '../domain/edition/terms.ts';
import type { EntriesOrder } from '../domain/entries/orders.ts';
import { byOf } from './callers.ts';
import type { EntryHandled, NominatorsEntries } from './nominators-entries.ts';
import type { CampaignKnowledge, EntryPlace } from './ports.ts';
import type { ReferenceReason, ReferenceRefusal } from './reference-refusals.ts';
import { dossierKey } from './sealed-fields.ts';

/** What every order to an entry begins with. */
export type OrderBase = Readonly<{ entryId: string; now: string; by: By; terms: EditionTerms; expected?: number }>;

type Made = Checked<EntriesOrder, ReferenceRefusal>;
export type MakeEntryOrder = (base: OrderBase, place: EntryPlace) => Promise<Made> | Made;

/** What the caller sent: `open` as it is, `prose` only as a fingerprint under its key, for a plain hash of it could be guessed. */
export type SentBody = Readonly<{ open: Readonly<Record<string, unknown>>; prose?: unknown; key?: KeyName }>;

export const order = (made: EntriesOrder): Made => ({ kind: 'order', order: made });
export const refused = (
  reason: ReferenceReason,
  field: string,
): { kind: 'refused'; refusal: Refusal<ReferenceReason> } => ({
  kind: 'refused',
  refusal: { reason, field },
});

type Ports = Readonly<{ entries: NominatorsEntries; knowledge: CampaignKnowledge; privacy: KeyVault }>;

/** One order of a caller to one entry: finds where it is kept, and carries `If-Match` as the entry's own counter. */
export const entryCalls = ({ entries, knowledge, privacy }: Ports) => {
  const bodyOf = async ({ open, prose, key }: SentBody, entryId: string): Promise<unknown> =>
    prose === undefined ? open : { ...open, prose: await privacy.fingerprint(key ?? dossierKey({ entryId }), prose) };
  const sendTo = async (
    place: EntryPlace,
    sent: SentBody,
    call: CallContext,
    make: MakeEntryOrder,
  ): Promise<EntryHandled> => {
    const { entryId, editionId, nominatorId } = place;
    const { expectedRevision, now } = call;
    const expected = expectedRevision === undefined ? {} : { expected: expectedRevision };
    const body = await bodyOf(sent, entryId);
    const handled = await entries.send({ editionId, nominatorId, body, context: call }, (terms) =>
      make({ entryId, now, by: byOf(call), terms, ...expected }, place),
    );
    return entries.asOfEntry(handled, place);
  };
  return {
    placeOf: (entryId: string): Promise<EntryPlace | undefined> => knowledge.entry(entryId),
    sendTo,
    bodyOf,
    send: async (entryId: string, sent: SentBody, call: CallContext, make: MakeEntryOrder): Promise<EntryHandled> => {
      const place = await knowledge.entry(entryId);
      if (!place) return refused('ENTRY_NOT_FOUND', 'entryId');
      return sendTo(place, sent, call, make);
    },
  };
};

export type EntryCalls = ReturnType<typeof entryCalls>;
