/** Marks of a sheet by entry, then by criterion: rows keep their identity as long as nothing in them changes. */
export type Row = Readonly<Record<string, number>>;
export type Marks = Readonly<Record<string, Row>>;

/** One cell with what is to stand in it; null: nothing. */
export type Cell = Readonly<{ entryId: string; criterionId: string; mark: number | null }>;

const EMPTY: Row = {};

export const markAt = (marks: Marks, entryId: string, criterionId: string): number | null =>
  marks[entryId]?.[criterionId] ?? null;

export const withCells = (marks: Marks, cells: readonly Cell[]): Marks => {
  const changed: Record<string, Row> = { ...marks };
  for (const { entryId, criterionId, mark } of cells) {
    const { [criterionId]: held, ...rest } = changed[entryId] ?? EMPTY;
    if ((held ?? null) === mark) continue;
    changed[entryId] = mark === null ? rest : { ...rest, [criterionId]: mark };
  }
  return changed;
};

/** The cells in which `to` is other than `from`. */
export const differing = (from: Marks, to: Marks): readonly Cell[] => {
  const cells: Cell[] = [];
  for (const entryId of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const before = from[entryId] ?? EMPTY;
    const after = to[entryId] ?? EMPTY;
    if (before === after) continue;
    for (const criterionId of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const mark = after[criterionId] ?? null;
      if ((before[criterionId] ?? null) !== mark) cells.push({ entryId, criterionId, mark });
    }
  }
  return cells;
};

type Given = readonly Readonly<{
  entryId: string;
  marks: readonly Readonly<{ criterionId: string; mark: number }>[];
}>[];

/** As the platform answers them. */
export const marksOf = (scores: Given): Marks =>
  Object.fromEntries(
    scores.map(({ entryId, marks }) => [
      entryId,
      Object.fromEntries(marks.map(({ criterionId, mark }) => [criterionId, mark])),
    ]),
  );

/** As the platform takes them. */
export const scoresOf = (cells: readonly Cell[]) => {
  const byEntry = new Map<string, { criterionId: string; mark: number | null }[]>();
  for (const { entryId, criterionId, mark } of cells) {
    const held = byEntry.get(entryId) ?? [];
    byEntry.set(entryId, [...held, { criterionId, mark }]);
  }
  return [...byEntry].map(([entryId, marks]) => ({ entryId, marks }));
};
