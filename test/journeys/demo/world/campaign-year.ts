import { inventTitle } from './entry-titles.ts';
import type { SampleUnit } from './sample-units.ts';
import { type Dice, dice as diceOf } from './seeded-random.ts';

/**
 * What happens to an entry after its plan:
 * `kept` is delivered but not nominated; `declared` goes the straight way; `returned` is sent back once and declared anew;
 * `late` is declared after the deadline under an officer's late entry; `withdrawn` is taken back after declaring;
 * `screened-out` fails the first review; `blocked` by discipline inspection; `objection-upheld` is removed upon an
 * objection; `objection-rejected` is objected to, and stays.
 */
export type Fate =
  | 'kept'
  | 'declared'
  | 'returned'
  | 'late'
  | 'withdrawn'
  | 'screened-out'
  | 'blocked'
  | 'objection-upheld'
  | 'objection-rejected';

export type EntryStory = Readonly<{
  /** Unique in the demo: `u-001-2021-1`. */
  code: string;
  unit: string;
  branch: string;
  /** The person in charge, by code. */
  leader: string;
  title: string;
  keyTask: string;
  fate: Fate;
  /** How good it is, 0 to 100: what evaluators see through their own noise. */
  quality: number;
  reports: number;
  withEvidence: boolean;
  featured: boolean;
}>;

export type EditionStory = Readonly<{ year: number; entries: readonly EntryStory[] }>;

/** Projects a unit may declare in an edition. */
export const QUOTA = 2;
export const ENTRIES_PER_UNIT_MAX = 4;
/** These units are good at it: they win a first prize in most years. */
const STRONG_UNITS = 3;
/** These many units skip one year of the five. */
const UNSTEADY_UNITS = 20;

const KEY_TASKS = [
  '全面振兴取得新突破',
  '优化营商环境',
  '生态强省建设',
  '民生实事办理',
  '法治政府建设',
  '数字政府建设',
];

/** Fates that befall so many declared entries of an edition, one a unit. */
const SPECIAL_FATES: readonly Fate[] = [
  'returned',
  'returned',
  'returned',
  'late',
  'withdrawn',
  'screened-out',
  'screened-out',
  'blocked',
  'objection-upheld',
  'objection-rejected',
  'objection-rejected',
];

type Standing = Readonly<{ strong: ReadonlySet<string>; skips: ReadonlyMap<string, number> }>;

const standingOf = (seed: string, units: readonly SampleUnit[], years: readonly number[]): Standing => {
  const dice = diceOf(seed, 'standing of units');
  const order = dice.shuffled(units.map(({ code }) => code));
  const skipping = order.slice(STRONG_UNITS, STRONG_UNITS + UNSTEADY_UNITS);
  return {
    strong: new Set(order.slice(0, STRONG_UNITS)),
    skips: new Map(skipping.map((code) => [code, dice.pick(years)])),
  };
};

type UnitYear = Readonly<{ unit: SampleUnit; year: number; declares: boolean; strong: boolean }>;

const planned = (dice: Dice, { unit, year, declares, strong }: UnitYear): readonly EntryStory[] => {
  const taken = new Set<string>();
  const count = dice.between(1, ENTRIES_PER_UNIT_MAX);
  const declared = declares ? Math.min(count, dice.between(1, QUOTA)) : 0;
  return Array.from({ length: count }, (_, index) => {
    const branch = dice.pick(unit.branches);
    return {
      code: `${unit.code}-${year}-${index + 1}`,
      unit: unit.code,
      branch: branch.code,
      leader: dice.below(3) === 0 ? `${unit.code}-officer` : `${unit.code}-secretary`,
      title: inventTitle(dice, taken),
      keyTask: dice.pick(KEY_TASKS),
      fate: index < declared ? 'declared' : 'kept',
      quality: strong && index === 0 ? dice.between(93, 100) : dice.between(15, 92),
      reports: dice.between(1, 2),
      withEvidence: dice.below(4) === 0,
      featured: dice.below(12) === 0,
    };
  });
};

/** Lays the special fates on one declared entry of as many different units; strong units are spared. */
const withFates = (dice: Dice, entries: readonly EntryStory[], spared: ReadonlySet<string>): readonly EntryStory[] => {
  const candidates = dice.shuffled(entries.filter(({ fate, unit }) => fate === 'declared' && !spared.has(unit)));
  const fates = new Map<string, Fate>();
  const struck = new Set<string>();
  for (const fate of SPECIAL_FATES) {
    const entry = candidates.find(({ unit, code }) => !struck.has(unit) && !fates.has(code));
    if (!entry) throw new Error(`too few declared entries for the story: ${fate}`);
    fates.set(entry.code, fate);
    struck.add(entry.unit);
  }
  return entries.map((entry) => ({ ...entry, fate: fates.get(entry.code) ?? entry.fate }));
};

/** The whole story of each year, told before it happens: what the demo plays and what it checks against. */
export const tellCampaign = (
  seed: string,
  units: readonly SampleUnit[],
  years: readonly number[],
): readonly EditionStory[] => {
  const { strong, skips } = standingOf(seed, units, [2021, 2022, 2023, 2024, 2025]);
  return years.map((year) => {
    const dice = diceOf(seed, `edition ${year}`);
    const entries = units.flatMap((unit) =>
      planned(dice, { unit, year, declares: skips.get(unit.code) !== year, strong: strong.has(unit.code) }),
    );
    return { year, entries: withFates(dice, entries, strong) };
  });
};

/** A declared entry takes part in the review, whatever becomes of it. */
export const isDeclared = ({ fate }: EntryStory): boolean => fate !== 'kept';

const ENTERED: readonly Fate[] = ['declared', 'returned', 'late', 'objection-rejected'];

/** Published, notice over, no objection upheld: it will be scored. */
export const isScored = ({ fate }: EntryStory): boolean => ENTERED.includes(fate);
