import { join } from 'node:path';
import { type FactSamples, goldenFacts } from '@jiangong/event-store/testing';
import type { MeasureFact } from '../src/domain/measure/facts.ts';
import type { MeasureCorrected, MeasuresRead } from '../src/domain/round/facts.ts';
import { measureFacts, roundOfMeasures } from './domain/measure/whole-measure.ts';

/** That every fact is made once is the walk's end: a forgotten one has a golden file and no sample, and fails. */
const samples = Object.fromEntries(
  measureFacts.toReversed().map(({ type, data }) => [type, data]),
) as unknown as FactSamples<MeasureFact>;

goldenFacts<MeasureFact | MeasuresRead | MeasureCorrected>(join(import.meta.dirname, 'golden-measure'), {
  ...samples,
  ...roundOfMeasures,
});
