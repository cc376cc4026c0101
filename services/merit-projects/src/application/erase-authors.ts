import type { KeyVault } from '@jiangong/privacy';
import type { CallContext } from '@jiangong/service-host';
import { entryOf } from '../domain/entries/state.ts';
import { type CodesHeld, byAuthor, callOfAuthor } from './codes-held.ts';
import { type EntryCalls, order } from './entry-calls.ts';
import type { EntryHandled, NominatorsEntries } from './nominators-entries.ts';
import type { EntryPlace } from './ports.ts';
import { authorKey } from './sealed-fields.ts';

type Ports = Readonly<{ entries: NominatorsEntries; calls: EntryCalls; codes: CodesHeld; privacy: KeyVault }>;

/** The keys of every version that was erased, also where the order broke off behind its fact. Done again, it is done. */
export const forgetAuthors =
  ({ entries, privacy }: Pick<Ports, 'entries' | 'privacy'>) =>
  async ({ editionId, nominatorId, entryId }: EntryPlace): Promise<void> => {
    const { state } = await entries.read(editionId, nominatorId);
    const entry = entryOf(state, entryId);
    const authorId = entry?.answerable[0] ?? '';
    for (let version = 1; version <= (entry?.authorsErased ?? 0); version += 1)
      await privacy.destroy(authorKey({ authorId, version }));
  };

/**
 * Name and contact of whoever entered a work by a code are erased when he asks: the fact first, then the keys, at once where the order
 * is answered, and by whoever hears of the fact (`author-key-destroyer`) where its process ended between the two.
 */
export const eraseAuthors = ({ entries, calls, codes, privacy }: Ports) => {
  const forget = forgetAuthors({ entries, privacy });
  const forgotten = async (handled: EntryHandled, place: EntryPlace | undefined): Promise<EntryHandled> => {
    if (handled.kind === 'accepted' && place) await forget(place);
    return handled;
  };
  return {
    byCode: async ({ code }: Readonly<{ code: string }>, call: CallContext): Promise<EntryHandled> => {
      const { authorId, place } = await codes.ownWork(code);
      const sent = { open: { rpc: 'EraseOwnName', entryId: place.entryId } };
      const handled = await calls.sendTo(place, sent, callOfAuthor(call, authorId), (base) =>
        order({ type: 'EraseAuthor', ...base, by: byAuthor(authorId, place.nominatorId), asked: 'author', why: '' }),
      );
      return forgotten(handled, place);
    },
    /** For an author who asked the office. */
    byOffice: async (
      { entryId, why }: Readonly<{ entryId: string; why: string }>,
      call: CallContext,
    ): Promise<EntryHandled> => {
      const sent = { open: { rpc: 'EraseAuthor', entryId }, prose: { why } };
      const handled = await calls.send(entryId, sent, call, (base) =>
        order({ type: 'EraseAuthor', ...base, asked: 'office', why }),
      );
      return forgotten(handled, await calls.placeOf(entryId));
    },
  };
};
