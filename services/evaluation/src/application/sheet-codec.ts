import type { FactCodec, StoredEvent } from '@jiangong/event-store';
import { aadOf, ERASED, fieldCodec, isSealed, type KeyName, type KeyVault, type SealedAt } from '@jiangong/privacy';
import type { SheetFact, SheetScore } from '../domain/sheet/facts.ts';

/** Drafts: a key of their own, destroyed at submission. Submitted sheets: the key of the round's closing. */
export const draftKey = (sheetId: string, draft: number): KeyName => `draft/${sheetId}-${draft}`;
export const closingKey = (roundId: string, closing: number): KeyName => `round/${roundId}-${closing}`;
/** For fingerprints of what was saved: outlives every draft, so that a repeated save gets its first answer. */
export const savesKey = (roundId: string): KeyName => `round/${roundId}-saves`;

/** A submitted sheet is sealed on its way into the log and never opened on its way out: only `openSubmitted` does that. */
export const sheetCodec = (vault: KeyVault): FactCodec<SheetFact> => {
  const fields = fieldCodec<SheetFact>(vault, {
    'SheetSaved.v1': { scores: ({ sheetId, draft }) => draftKey(sheetId, draft) },
    'MarksCleared.v1': { cells: ({ sheetId, draft }) => draftKey(sheetId, draft) },
    'SheetSubmitted.v1': { scores: ({ roundId, closing }) => closingKey(roundId, closing) },
  });
  return {
    toStored: fields.toStored,
    fromStored: async (event) => {
      if (event.type !== 'SheetSubmitted.v1') return fields.fromStored(event);
      return {
        type: event.type,
        data: { ...(event.data as Extract<SheetFact, { type: 'SheetSubmitted.v1' }>['data']), scores: 'SEALED' },
      };
    },
  };
};

const sealedAt = ({ stream, type, data }: StoredEvent): SealedAt => {
  const { scores } = data as Readonly<{ scores: unknown }>;
  if (!isSealed(scores)) throw new Error(`a submitted sheet of ${stream} stands in the log unsealed`);
  return { sealed: scores, aad: aadOf({ stream, type, field: 'scores' }) };
};

/** Opens submitted sheets: for a tally after its opening stands in the log, else for a recorded read, which is not answered unrecorded. */
export const openSubmitted = async (
  vault: KeyVault,
  events: readonly StoredEvent[],
): Promise<readonly (readonly SheetScore[])[]> => {
  const opened = await vault.openAll(events.map(sealedAt));
  return opened.map((scores, at) => {
    if (scores === ERASED) throw new Error(`the key of a submitted sheet is gone: ${events[at]?.stream ?? ''}`);
    return scores as readonly SheetScore[];
  });
};
