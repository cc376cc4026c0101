import type { EntryStory } from './campaign-year.ts';
import type { Persona } from './people.ts';
import { CRITERIA } from './scoring-scheme.ts';
import { dice as diceOf } from './seeded-random.ts';

/** `unit` is where the evaluator comes from; own entries are not scored. */
export type Evaluator = Readonly<{ person: string; group: 'units' | 'experts'; unit: string }>;

export type SheetLine = Readonly<{ entry: string; points: readonly number[] }>;

/** Every unit's officer, and the expert panel. */
export const evaluatorsOf = (people: readonly Persona[]): readonly Evaluator[] =>
  people.flatMap(({ code, home, grants }): readonly Evaluator[] => {
    const role = grants[0]?.role;
    if (role === 'unit-officer') return [{ person: code, group: 'units', unit: home }];
    return role === 'expert' ? [{ person: code, group: 'experts', unit: home }] : [];
  });

/** Quality counts for so much of the points, in hundredths of the maximum; the rest is a floor and the evaluator's own view. */
const FLOOR = 52;
const NOISE = 14;

/** The sheet an evaluator would fill in: the entry's quality through the evaluator's own eyes. */
export const sheetOf = (
  seed: string,
  evaluator: Evaluator,
  year: number,
  entries: readonly EntryStory[],
): readonly SheetLine[] => {
  const dice = diceOf(seed, `sheet ${evaluator.person} ${year}`);
  const leniency = dice.between(-4, 4);
  return entries
    .filter(({ unit }) => unit !== evaluator.unit)
    .map(({ code, quality }) => ({
      entry: code,
      points: CRITERIA.map(({ pointsMax, step }) => {
        const share = FLOOR + (quality * 36) / 100 + leniency + dice.between(-NOISE, NOISE) / 2;
        const steps = Math.round((pointsMax * Math.min(100, Math.max(0, share))) / 100 / step);
        return steps * step;
      }),
    }));
};
