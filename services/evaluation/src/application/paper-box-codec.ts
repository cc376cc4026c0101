import type { FactCodec } from '@jiangong/event-store';
import { fieldCodec, type KeyName, type KeyVault } from '@jiangong/privacy';
import type { PaperBoxFact } from '../domain/paper-box/facts.ts';
import { proseCodec, proseKey } from './prose-codec.ts';

/** What was counted on paper in one round. */
export const papersKey = (roundId: string): KeyName => `round/${roundId}-papers`;

/** What was counted stands sealed in the log: whoever reads it may not know it before the box is opened. Why is prose. */
export const paperBoxCodec = (vault: KeyVault): FactCodec<PaperBoxFact> => {
  const fields = fieldCodec<PaperBoxFact>(vault, {
    'PaperCounted.v1': { counted: ({ roundId }) => papersKey(roundId) },
  });
  const prose = proseCodec<PaperBoxFact>(vault, ({ data }) => proseKey(data.paperBoxId));
  return {
    toStored: async (fact, stream) => {
      const { type, data } = await prose.toStored(fact, stream);
      return fields.toStored({ type, data } as PaperBoxFact, stream);
    },
    fromStored: async (event) => prose.fromStored({ ...event, data: (await fields.fromStored(event)).data }),
  };
};
