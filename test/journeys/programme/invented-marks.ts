import type { CompiledSource } from '@jiangong/programmes';
import type { PanelCriterion } from '@jiangong/scoring';
import { pointsBy } from '@jiangong/scoring';
import type { Dice } from '../demo/world/seeded-random.ts';

type Panel = Extract<CompiledSource, { kind: 'panel' }>;

export type InventedMarks = Readonly<Record<string, number>>;
/** What one paper gives, entry by entry. */
export type Paper = ReadonlyMap<string, InventedMarks>;

const WHOLE = 10_000;
/** An evaluator is at most so many percent kinder or stricter than the entry's quality; more, where his paper has to tell entries apart. */
const TASTE = 12;
const TRIES_BEFORE_WIDER = 10;
/** So often a paper that breaks the template's limits is written anew. */
const TRIES_MAX = 500;

const clamped = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

type Asked = Readonly<{ marks: 'points' | 'coefficient'; criterion: PanelCriterion; quality: number; taste: number }>;

/** A mark of about this quality, in percent, that the criterion offers. */
const markOf = (dice: Dice, { marks, criterion, quality, taste }: Asked): number => {
  const { points, scale } = criterion;
  const share = clamped(quality + dice.between(-taste, taste), 0, 100);
  const most = marks === 'coefficient' ? 100 : points;
  switch (scale.kind) {
    case 'step':
      return Math.floor((most * share) / 100 / scale.step) * scale.step;
    case 'ranges': {
      const [low, high] = scale.ranges[Math.floor(((100 - share) * scale.ranges.length) / 101)] ?? [0, 0];
      const first = Math.ceil(low / scale.step);
      return dice.between(first, Math.floor(high / scale.step)) * scale.step;
    }
    case 'bands':
      return Math.floor(((100 - share) * scale.bands.length) / 101);
    case 'levels':
      return Math.floor(((100 - share) * scale.levels.length) / 101);
  }
};

const totalOf = ({ table }: Panel, marks: InventedMarks): number =>
  table.criteria.reduce((sum, criterion) => sum + pointsBy(table, criterion)(marks[criterion.id] ?? 0), 0);

const levelAt = ({ scale }: PanelCriterion, level: string): number =>
  scale.kind === 'levels' ? scale.levels.findIndex(({ id }) => id === level) : -1;

/** Marks at a level beyond its share go one level down, from the last entry on. */
const withinSpread = (panel: Panel, paper: Map<string, InventedMarks>): void => {
  for (const [level, share] of Object.entries(panel.filling.controls?.spread ?? {})) {
    const cells = [...paper.keys()].flatMap((entryId) =>
      panel.table.criteria
        .filter((criterion) => levelAt(criterion, level) >= 0)
        .map((criterion) => ({ entryId, criterion })),
    );
    const most = Math.floor((cells.length * share) / WHOLE);
    const given = cells.filter(
      ({ entryId, criterion }) => paper.get(entryId)?.[criterion.id] === levelAt(criterion, level),
    );
    for (const { entryId, criterion } of given.slice(most)) {
      const marks = paper.get(entryId) ?? {};
      paper.set(entryId, { ...marks, [criterion.id]: levelAt(criterion, level) + 1 });
    }
  }
};

const isWithin = (panel: Panel, paper: Paper): boolean => {
  const { controls } = panel.filling;
  if (controls === null) return true;
  const totals = [...paper.values()].map((marks) => totalOf(panel, marks));
  const full = totals.filter((total) => total === panel.table.pointsTotal).length;
  const mostFull = controls.fullAtMost === null ? full : Math.floor((paper.size * controls.fullAtMost) / WHOLE);
  return full <= mostFull && (!controls.distinct || new Set(totals).size === totals.length);
};

/**
 * One evaluator's paper: marks around each entry's quality, within what the template lets one paper hold (shares of full marks and of
 * levels, distinct totals), as a conscientious evaluator would keep to.
 */
export const inventPaper = (
  dice: Dice,
  panel: Panel,
  entries: readonly Readonly<{ entryId: string; quality: number }>[],
): Paper => {
  for (let tried = 0; tried < TRIES_MAX; tried += 1) {
    const taste = TASTE + Math.floor(tried / TRIES_BEFORE_WIDER);
    const { marks } = panel.table;
    const paper = new Map(
      entries.map(({ entryId, quality }) => [
        entryId,
        Object.fromEntries(
          panel.table.criteria.map((criterion) => [criterion.id, markOf(dice, { marks, criterion, quality, taste })]),
        ),
      ]),
    );
    withinSpread(panel, paper);
    if (isWithin(panel, paper)) return paper;
  }
  throw new Error(
    `no paper of ${panel.id} was found that keeps within the template's limits for ${entries.length} entries`,
  );
};
