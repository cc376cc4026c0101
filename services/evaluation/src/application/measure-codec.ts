import type { FactCodec } from '@jiangong/event-store';
import { fieldCodec, type KeyName, type KeyVault } from '@jiangong/privacy';
import type { MeasureFact } from '../domain/measure/facts.ts';
import { proseCodec, proseKey } from './prose-codec.ts';

/** What was measured in one round. */
export const measuresKey = (roundId: string): KeyName => `round/${roundId}-measures`;

/**
 * A measured value is a score: it stands sealed in the log, as marks do, for whoever reads the log may not know it before the counting. Where
 * it was taken from and why it changed is prose, under the key of the round's measure.
 */
export const measureCodec = (vault: KeyVault): FactCodec<MeasureFact> => {
  const keyOf = ({ roundId }: Readonly<{ roundId: string }>): KeyName => measuresKey(roundId);
  const given = { given: keyOf };
  const fields = fieldCodec<MeasureFact>(vault, {
    'MeasuresRecorded.v1': given,
    'MeasuresComputed.v1': given,
    'MeasureChanged.v1': given,
    'ActProposed.v1': given,
  });
  const prose = proseCodec<MeasureFact>(vault, ({ data }) => proseKey(data.measureId));
  return {
    toStored: async (fact, stream) => {
      const { type, data } = await prose.toStored(fact, stream);
      return fields.toStored({ type, data } as MeasureFact, stream);
    },
    fromStored: async (event) => prose.fromStored({ ...event, data: (await fields.fromStored(event)).data }),
  };
};
