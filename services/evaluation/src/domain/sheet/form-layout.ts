import { pointsBy, type PanelCriterion, type PanelSource } from '@jiangong/scoring';
import type { LevelNames } from '../round/tables.ts';
import type { Draft } from './state.ts';

/** What stands above the columns that are no criterion's. Told apart by these words when the form comes back. */
export const ENTRY_COLUMN = '编号';
export const PLAIN_COLUMNS = ['序号', '名称', '申报单位', '备注'] as const;

/** The hidden sheet, and the words of its lines. */
export const MARKS_SHEET = '评分表';
export const ORIGIN_SHEET = 'jiangong';
export const ORIGIN_WORDS = { round: 'round', sheet: 'sheet', revision: 'revision', criterion: 'criterion' } as const;

const HUNDREDTHS = 100;

/** Hundredths as people write them: 950 is 9.5. */
export const asWritten = (hundredths: number): string => String(hundredths / HUNDREDTHS);

/** What is written into a cell for each choice of a criterion, in hundredths of a point; undefined where any mark of a scale may stand. */
export const choicesOf = (source: PanelSource, criterion: PanelCriterion): readonly number[] | undefined => {
  const { scale } = criterion;
  if (scale.kind === 'bands') return scale.bands;
  if (scale.kind === 'levels') return scale.levels.map((_, ordinal) => pointsBy(source, criterion)(ordinal));
  return undefined;
};

/** The most that may be written into a cell, in hundredths: points, or a factor of 1 at most. */
export const mostOf = ({ marks }: PanelSource, { points }: PanelCriterion): number =>
  marks === 'coefficient' ? HUNDREDTHS : points;

/** A mark as it stands in a cell, in hundredths: a chosen band by its points. */
export const writtenMark = (source: PanelSource, criterion: PanelCriterion, mark: number): number =>
  choicesOf(source, criterion)?.[mark] ?? mark;

/** The mark that is meant by what stands in a cell; -1 where it is none of the choices. */
export const meantMark = (source: PanelSource, criterion: PanelCriterion, hundredths: number): number => {
  const choices = choicesOf(source, criterion);
  return choices === undefined ? hundredths : choices.indexOf(hundredths);
};

export type CriterionColumn = Readonly<{ criterion: PanelCriterion; name: string; title: string }>;

/** What is written for each level that has a name: 优秀 10，良好 8.5. */
const levelsIn = (source: PanelSource, criterion: PanelCriterion, names: LevelNames[string] | undefined): string => {
  const { scale } = criterion;
  if (names === undefined || scale.kind !== 'levels') return '';
  const worth = choicesOf(source, criterion) ?? [];
  return `；${scale.levels.map(({ id }, at) => `${names[id]?.[0] ?? id} ${asWritten(worth[at] ?? 0)}`).join('，')}`;
};

/** Above each criterion its name, the most it gives and what its levels are called; two of one name are told apart by their ids. */
export const criterionColumns = (
  source: PanelSource,
  names: Readonly<Record<string, readonly [zh: string, en: string]>>,
  levelNames: LevelNames = {},
): readonly CriterionColumn[] => {
  const nameOf = ({ id }: PanelCriterion): string => names[id]?.[0] ?? id;
  const isTwice = (name: string): boolean => source.criteria.filter((one) => nameOf(one) === name).length > 1;
  return source.criteria.map((criterion) => {
    const name = isTwice(nameOf(criterion)) ? `${nameOf(criterion)} ${criterion.id}` : nameOf(criterion);
    const most = source.marks === 'coefficient' ? '系数 0—1' : `满分 ${asWritten(criterion.points)} 分`;
    return { criterion, name, title: `${name}（${most}${levelsIn(source, criterion, levelNames[criterion.id])}）` };
  });
};

/** An entry as it stands on a sheet that leaves the platform. */
export type SheetLine = Readonly<{ entryId: string; title: string; organization: string; note: string }>;

/** What stands on one's own sheet, on paper or in a workbook: the entries that one scores, and no others. */
export type SheetContents = Readonly<{
  heading: string;
  status: 'blank' | 'draft' | 'submitted';
  columns: readonly CriterionColumn[];
  source: PanelSource;
  draft: Draft;
  lines: readonly SheetLine[];
}>;
