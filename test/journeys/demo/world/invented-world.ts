import { type EditionStory, tellCampaign } from './campaign-year.ts';
import { type Evaluator, evaluatorsOf } from './evaluators.ts';
import { inventPeople, type Persona } from './people.ts';
import { readSampleUnits, type SampleUnit } from './sample-units.ts';
import { dice } from './seeded-random.ts';

/** Everything the demo plays: the same for the same seed. All of it is invented. */
export type World = Readonly<{
  seed: string;
  units: readonly SampleUnit[];
  people: readonly Persona[];
  evaluators: readonly Evaluator[];
  editions: readonly EditionStory[];
}>;

const SAMPLE = new URL('../../data/sample-units.csv', import.meta.url);

/** `unitsMax`: a smaller province, for runs that are repeated often. */
export const inventWorld = (seed: string, years: readonly number[], unitsMax = Number.POSITIVE_INFINITY): World => {
  const units = readSampleUnits(SAMPLE, dice(seed, 'branches')).slice(0, unitsMax);
  const people = inventPeople(seed, units);
  return { seed, units, people, evaluators: evaluatorsOf(people), editions: tellCampaign(seed, units, years) };
};
