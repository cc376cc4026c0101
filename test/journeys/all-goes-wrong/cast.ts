import type { EntryStory } from '../demo/world/campaign-year.ts';
import { inventWorld, type World } from '../demo/world/invented-world.ts';
import { FIRST_LEADER, FIRST_OFFICER } from '../demo/world/people.ts';
import { CRITERIA } from '../demo/world/scoring-scheme.ts';

export const YEAR = 2024;

export const OFFICER = FIRST_OFFICER;
export const LEADERS = [FIRST_LEADER, 'leader-2', 'leader-3'] as const;
export const [LEADER] = LEADERS;
export const INSPECTOR = 'inspector-1';
/** Takes back what the other has raised. */
export const OTHER_INSPECTOR = 'inspector-2';
export const AUDITOR = 'auditor-1';

/** Four units; `MERGED` goes into `HEIR` in June. */
export const ALPHA = 'u-001';
export const BETA = 'u-002';
export const MERGED = 'u-003';
export const HEIR = 'u-004';
const UNITS = [ALPHA, BETA, MERGED, HEIR];

/** The committee's own experts. The last three hand nothing in before the closing; the last of all never does. */
export const EXPERTS = ['expert-6', 'expert-7', 'expert-8', 'expert-9', 'expert-10', 'expert-11', 'expert-12'] as const;
export const IN_TIME = EXPERTS.slice(0, 4);
export const MISSING = EXPERTS.slice(4);
export const [LATE_ONE, LATE_OTHER, ILL] = MISSING as [string, string, string];
/** Whose recusal turns out to be wrong. */
export const [RECUSED] = EXPERTS;

const STAFF: readonly string[] = [OFFICER, ...LEADERS, INSPECTOR, OTHER_INSPECTOR, AUDITOR, ...EXPERTS];

/** As few units, branches and people as all of it can go wrong with. */
export const wrongWorld = (): World => {
  const world = inventWorld('all goes wrong', [YEAR]);
  const units = world.units
    .filter(({ code }) => UNITS.includes(code))
    .map((unit) => ({ ...unit, branches: unit.branches.slice(0, 1) }));
  const places = [
    ...units.map(({ code }) => code),
    ...units.flatMap(({ branches }) => branches.map(({ code }) => code)),
  ];
  const people = world.people
    .filter(({ code, home }) => STAFF.includes(code) || (places.includes(home) && !code.startsWith('expert-')))
    .map((person) => ({
      ...person,
      grants: person.grants.filter(({ organization }) => STAFF.includes(person.code) || places.includes(organization)),
    }));
  return { ...world, units, people, evaluators: [], editions: [] };
};

/** What is put forward, by a name of the story. */
export const ENTRIES = {
  a1: { unit: ALPHA, number: 1 },
  a2: { unit: ALPHA, number: 2 },
  b1: { unit: BETA, number: 1 },
  c1: { unit: MERGED, number: 1 },
  d1: { unit: HEIR, number: 1 },
} as const;

export type Entry = keyof typeof ENTRIES;
export const ALL = Object.keys(ENTRIES) as readonly Entry[];

export const codeOf = (entry: Entry): string => `${ENTRIES[entry].unit}-${YEAR}-${ENTRIES[entry].number}`;

export const entryStory = (entry: Entry): EntryStory => ({
  code: codeOf(entry),
  unit: ENTRIES[entry].unit,
  branch: `${ENTRIES[entry].unit}-b1`,
  leader: `${ENTRIES[entry].unit}-secretary`,
  title: `建功项目${entry.toUpperCase()}（虚构）`,
  keyTask: '优化营商环境',
  fate: 'declared',
  quality: 50,
  reports: 1,
  withEvidence: false,
  featured: false,
});

/** Points of a hundred that everybody gives; what single experts give instead. */
const POINTS: Readonly<Record<Entry, number>> = { a1: 90, b1: 90, c1: 75, a2: 65, d1: 55 };
const INSTEAD: Readonly<Record<string, Partial<Record<Entry, number>>>> = {
  'expert-6': { a1: 80, b1: 85 },
  'expert-7': { a1: 85, b1: 88 },
  'expert-10': { a1: 95, b1: 95 },
};

/** Ranks when all six sheets count; and while expert-6 is recused from a1: its lowest sheet falls away, and it passes b1. */
export const RANKS: readonly Entry[] = ['b1', 'a1', 'c1', 'a2', 'd1'];
export const RANKS_RECUSED: readonly Entry[] = ['a1', 'b1', 'c1', 'a2', 'd1'];

/** Each criterion at a share of its points, the rest at the second one. */
export const marksOf = (by: string, entry: Entry): readonly { criterionId: string; mark: number }[] => {
  const points = INSTEAD[by]?.[entry] ?? POINTS[entry];
  const share = points - (points % 5);
  return CRITERIA.map(({ id, pointsMax }) => ({
    criterionId: id,
    mark: (pointsMax * share) / 100 + (id === 'effect' ? (points - share) * 100 : 0),
  }));
};
