import { isRefusal } from '@jiangong/event-store';
import { entriesDecider } from '../domain/entries/decider.ts';
import { type Entries, entryOf } from '../domain/entries/state.ts';
import type { NominatorsEntries } from './nominators-entries.ts';

/**
 * The entries of all nominators, for orders that are only rehearsed: decided by the same rule book from the same streams, each order
 * upon what those before it would have left, and nothing is stored. What a repeated order was answered before is not looked up.
 */
export const rehearsalOf = (entries: NominatorsEntries): NominatorsEntries => {
  const left = new Map<string, Entries>();
  return {
    ...entries,
    asOfEntry: async (handled, { entryId, editionId, nominatorId }) => {
      if (handled.kind === 'refused') return handled;
      const state = left.get(`${editionId} ${nominatorId}`);
      return { ...handled, revision: (state && entryOf(state, entryId)?.revision) ?? 0 };
    },
    send: async ({ editionId, nominatorId }, make) => {
      const terms = await entries.termsOf(editionId, nominatorId);
      if (!terms) return { kind: 'refused', refusal: { reason: 'EDITION_NOT_FOUND', field: 'editionId' } };
      const made = await make(terms);
      if (made.kind === 'refused') return made;
      const key = `${editionId} ${nominatorId}`;
      const state = left.get(key) ?? (await entries.read(editionId, nominatorId)).state;
      const decided = entriesDecider.decide(state, made.order);
      if (isRefusal(decided)) return { kind: 'refused', refusal: decided };
      left.set(key, decided.reduce(entriesDecider.evolve, state));
      return { kind: 'accepted', facts: decided, receipts: [], revision: 0, position: 0, repeated: false };
    },
  };
};
