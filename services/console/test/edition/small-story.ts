import { PARAMETERS } from '../../../../test/journeys/demo/world/edition-calendar.ts';
import {
  type EditionStory,
  type EntryStory,
  type Fate,
  isDeclared,
} from '../../../../test/journeys/demo/world/campaign-year.ts';
import { inventWorld, type World } from '../../../../test/journeys/demo/world/invented-world.ts';
import type { Persona } from '../../../../test/journeys/demo/world/people.ts';
import { AWARDS_PLAN, type AwardsPlan } from '../../../../test/journeys/demo/world/scoring-scheme.ts';

export const YEAR = 2024;
/** The demo's series began so; its first year plans for longer. */
export const FIRST_YEAR = 2021;
const SEED = 'an edition in pages';
const UNITS_MAX = 18;
/** Each of them befalls one entry; whatever else its unit declares goes the straight way. */
const FATES: readonly Fate[] = [
  'returned',
  'late',
  'withdrawn',
  'screened-out',
  'blocked',
  'objection-upheld',
  'objection-rejected',
];
const EXPERTS_OF_COMMITTEE = ['expert-6', 'expert-7', 'expert-8'];

/** Few enough awards that each kind is given and somebody goes without. */
export const SMALL_PLAN: AwardsPlan = {
  ...AWARDS_PLAN,
  grades: AWARDS_PLAN.grades.map((grade, at) => ({ ...grade, count: [2, 3, 3][at] ?? 0 })),
  organizations: { countMax: 3 },
};

const countOf = (grade: string): string => String(SMALL_PLAN.grades.find(({ id }) => id === grade)?.count);

export const SMALL_PARAMETERS: Readonly<Record<string, string>> = {
  ...PARAMETERS,
  unitsLeast: '5',
  expertsLeast: '3',
  firstCount: countOf('first'),
  secondCount: countOf('second'),
  thirdCount: countOf('third'),
  organizerPlaces: String(SMALL_PLAN.organizations.countMax),
};

/** Of each fate one entry with what else its unit declares, the best unit, and one that is delivered but not declared. */
const chosenOf = (entries: readonly EntryStory[]): readonly EntryStory[] => {
  const best = entries.toSorted((one, other) => other.quality - one.quality).slice(0, 1);
  const units = new Set(
    [...FATES.flatMap((fate) => entries.filter((entry) => entry.fate === fate).slice(0, 1)), ...best].map(
      ({ unit }) => unit,
    ),
  );
  const ofUnits = entries.filter(({ unit }) => units.has(unit));
  const kept = ofUnits.find(({ fate, featured }) => fate === 'kept' && featured);
  return ofUnits.filter((entry) => isDeclared(entry) || entry === kept);
};

const isNeeded =
  (units: ReadonlySet<string>) =>
  ({ code, home, grants }: Persona): boolean => {
    const role = grants[0]?.role;
    if (role === 'expert') return EXPERTS_OF_COMMITTEE.includes(code) || units.has(home);
    return role === 'unit-officer' || role === 'branch-secretary' ? units.has(code.slice(0, 5)) : role !== 'operator';
  };

export type SmallStory = Readonly<{ world: World; edition: EditionStory }>;

/** An edition of the demo's invented world, cut to what is played through pages in minutes. */
export const smallStory = (): SmallStory => {
  const world = inventWorld(SEED, [YEAR], UNITS_MAX);
  const entries = chosenOf(world.editions[0]?.entries ?? []);
  const units = new Set(entries.map(({ unit }) => unit));
  const people = world.people.filter(isNeeded(units));
  const known = new Set(people.map(({ code }) => code));
  const edition = { year: YEAR, entries };
  return {
    edition,
    world: {
      ...world,
      units: world.units.filter(({ code }) => units.has(code)),
      people,
      evaluators: world.evaluators.filter(({ person }) => known.has(person)),
      editions: [edition],
    },
  };
};
