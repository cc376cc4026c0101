import { pointsBy, type PanelCriterion, type PanelSource } from '@jiangong/scoring';
import type { SheetRefusal } from './refusals.ts';
import type { Draft, SheetRound } from './state.ts';

/** How far one of these limits is used up. `level` is empty but for a level's share. */
export type Control = Readonly<{ limit: 'full' | 'level' | 'distinct'; level: string; given: number; most: number }>;

const WHOLE = 10_000;
const partOf = (share: number, count: number): number => Math.floor((count * share) / WHOLE);

type Paper = Readonly<{ source: PanelSource; marks: readonly Readonly<Record<string, number>>[] }>;

/** An entry whose marks are not all given has no total yet. */
const totalsOf = ({ source, marks }: Paper): readonly number[] => {
  const worths = source.criteria.map((criterion) => [criterion.id, pointsBy(source, criterion)] as const);
  return marks.flatMap((of) =>
    worths.every(([id]) => of[id] !== undefined)
      ? [worths.reduce((sum, [id, worth]) => sum + worth(of[id] as number), 0)]
      : [],
  );
};

const ordinalOf = ({ scale }: PanelCriterion, level: string): number =>
  scale.kind === 'levels' ? scale.levels.findIndex(({ id }) => id === level) : -1;

const levelUsed = ({ source, marks }: Paper, level: string, share: number): Control => {
  const ordinals = source.criteria
    .map((criterion) => [criterion.id, ordinalOf(criterion, level)] as const)
    .filter(([, ordinal]) => ordinal >= 0);
  const given = marks.reduce((sum, of) => sum + ordinals.filter(([id, ordinal]) => of[id] === ordinal).length, 0);
  return { limit: 'level', level, given, most: partOf(share, marks.length * ordinals.length) };
};

/** Entries beyond the first that share their points with another one. */
const sharing = (totals: readonly number[]): number => totals.length - new Set(totals).size;

/**
 * How far a paper uses up what the template allows, and by how much it goes beyond. On a paper that may leave entries empty only
 * those count that have a mark: nobody widens his share by leaving others out.
 */
export const controlsOf = (draft: Draft, { source, controls, pooled, entries }: SheetRound): readonly Control[] => {
  if (source === null || controls === null) return [];
  const scored = entries.filter(({ recused }) => recused === null).map(({ entryId }) => draft[entryId] ?? {});
  const paper = { source, marks: pooled ? scored.filter((of) => Object.keys(of).length > 0) : scored };
  const totals = totalsOf(paper);
  const full = totals.filter((total) => total === source.pointsTotal).length;
  return [
    ...(controls.fullAtMost === null
      ? []
      : [{ limit: 'full', level: '', given: full, most: partOf(controls.fullAtMost, paper.marks.length) } as const]),
    ...Object.entries(controls.spread).map(([level, share]) => levelUsed(paper, level, share)),
    ...(controls.distinct ? [{ limit: 'distinct', level: '', given: sharing(totals), most: 0 } as const] : []),
  ];
};

const REASONS = {
  full: 'FULL_MARKS_TOO_MANY',
  level: 'LEVEL_GIVEN_TOO_OFTEN',
  distinct: 'POINTS_NOT_DISTINCT',
} as const;

/** A paper that goes beyond a limit is not handed in; a draft may. */
export const controlsRefusal = (draft: Draft, round: SheetRound): SheetRefusal | undefined => {
  const beyond = controlsOf(draft, round).find(({ given, most }) => given > most);
  if (beyond === undefined) return undefined;
  const { limit, level, given, most } = beyond;
  return { reason: REASONS[limit], field: 'scores', details: { ...(level === '' ? {} : { level }), given, most } };
};
