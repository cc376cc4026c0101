import type { FactSamples } from '@jiangong/event-store/testing';
import { measureDecider } from '../../../src/domain/measure/decider.ts';
import type { MeasureFact } from '../../../src/domain/measure/facts.ts';
import { BLANK, type Measure } from '../../../src/domain/measure/state.ts';
import type { MeasureCorrected, MeasuresRead } from '../../../src/domain/round/facts.ts';
import { by, carryOut, closed, count, factsOf, ids, propose, record, reject, takeBack } from './example-measure.ts';

const late = { round: closed() };
const orders = [
  by('organizer', record({}, { entryId: 'entry-b', value: '90' })),
  by('organizer', takeBack({ entryId: 'entry-b' })),
  by('organizer', propose(), late),
  by('inspector', reject(), late),
  by('organizer', propose(), late),
  by('inspector', carryOut(), late),
  by('organizer', count(), { round: closed({ by: '', computed: 'share-delivered' }) }),
];

/** Every fact of a measure, made by today's rule book. */
export const measureFacts: readonly MeasureFact[] = orders.reduce<{ measure: Measure; facts: readonly MeasureFact[] }>(
  ({ measure, facts }, order) => {
    const made = factsOf(measure, order);
    return { measure: made.reduce(measureDecider.evolve, measure), facts: [...facts, ...made] };
  },
  { measure: BLANK, facts: [] },
).facts;

/** What a round has of its measures: samples of its own, for a round without measures makes none. */
export const roundOfMeasures: FactSamples<MeasuresRead | MeasureCorrected> = {
  'MeasuresRead.v1': { roundId: ids.roundId, editionId: ids.editionId, closing: 1, through: 4_711 },
  'MeasureCorrected.v1': {
    ...{ roundId: ids.roundId, editionId: ids.editionId, sourceId: ids.sourceId, entryId: 'entry-a' },
    ...{ proposalId: 'p1', proposedBy: 'organizer' },
  },
};
