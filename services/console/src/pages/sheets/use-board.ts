import { useCallback, useMemo, useReducer, useRef, useState } from 'react';
import type { Criterion } from '../../sheets/criteria.ts';
import type { Desk } from '../../sheets/desk.ts';
import type { Place } from '../../sheets/grid-moves.ts';
import { type Cell, markAt, type Marks } from '../../sheets/marks.ts';
import { readPaste } from '../../sheets/paste.ts';
import type { Sheet } from '../../sheets/use-saver.ts';
import { type MarkFault, readMark } from '../../sheets/written-mark.ts';

const UNDO_MAX = 200;

/** What somebody wrote and no mark is: it stands in its cell until it is mended. */
export type Bad = Readonly<{ text: string; fault: MarkFault }>;
export type BadCells = ReadonlyMap<string, Bad>;
export const cellKey = (entryId: string, criterionId: string): string => `${entryId} ${criterionId}`;

type Step = Readonly<{ cells: readonly Cell[]; bad: BadCells }>;

export type PasteNews = Readonly<{ taken: number; outside: number }>;

export type Board = Readonly<{
  marks: Marks;
  bad: BadCells;
  place: Place;
  /** Whether the cell takes the focus: not before somebody has come to the sheet. */
  isEntered: boolean;
  go: (place: Place) => void;
  /** Writes into a cell; false: it is no mark, and stands there in red. */
  write: (place: Place, text: string) => boolean;
  paste: (place: Place, text: string) => PasteNews;
  undo: () => boolean;
  canUndo: boolean;
  nextMissing: () => void;
}>;

const firstMissing = (desk: Desk, marks: Marks, from: Place): Place | null => {
  const { entries, criteria } = desk;
  const all = entries.length * criteria.length;
  const begin = from.row * criteria.length + from.column;
  for (let step = 0; step < all; step += 1) {
    const at = (begin + step) % all;
    const place = { row: Math.floor(at / criteria.length), column: at % criteria.length };
    const entry = entries[place.row];
    const criterion = criteria[place.column];
    if (entry && criterion && markAt(marks, entry.entryId, criterion.id) === null) return place;
  }
  return null;
};

const cellAt = (
  desk: Desk,
  { row, column }: Place,
): Readonly<{ entryId: string; criterion: Criterion }> | undefined => {
  const entry = desk.entries[row];
  const criterion = desk.criteria[column];
  return entry === undefined || criterion === undefined ? undefined : { entryId: entry.entryId, criterion };
};

const inverse = (marks: Marks, cells: readonly Cell[]): readonly Cell[] =>
  cells.map(({ entryId, criterionId }) => ({ entryId, criterionId, mark: markAt(marks, entryId, criterionId) }));

const without = (bad: BadCells, keys: readonly string[]): BadCells => {
  if (!keys.some((key) => bad.has(key))) return bad;
  const left = new Map(bad);
  for (const key of keys) left.delete(key);
  return left;
};

/** Where one is; an entry may be gone since: one was recused from it. */
const usePlace = (desk: Desk, marks: Marks) => {
  const start = { row: 0, column: 0 };
  const [wanted, setPlace] = useState<Place>(() => firstMissing(desk, marks, start) ?? start);
  const [isEntered, setEntered] = useState(false);
  const go = useCallback((next: Place): void => {
    setPlace((before) => (before.row === next.row && before.column === next.column ? before : next));
    setEntered(true);
  }, []);
  const place = { row: Math.min(wanted.row, Math.max(desk.entries.length - 1, 0)), column: wanted.column };
  return { place, isEntered, go };
};

/** What stands in the sheet and what is wrong in it, with the way back from each step. */
const useSteps = (sheet: Sheet) => {
  const [bad, setBad] = useState<BadCells>(new Map());
  const steps = useRef<Step[]>([]);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const now = useRef({ marks: sheet.seen.outbox.shown, bad });
  now.current = { marks: sheet.seen.outbox.shown, bad };
  const put = useCallback(
    (cells: readonly Cell[], nextBad: BadCells): void => {
      setBad(nextBad);
      if (cells.length > 0) sheet.type(cells);
      redraw();
    },
    [sheet],
  );
  const change = useCallback(
    (cells: readonly Cell[], nextBad: BadCells): void => {
      const step = { cells: inverse(now.current.marks, cells), bad: now.current.bad };
      steps.current = [...steps.current.slice(1 - UNDO_MAX), step];
      put(cells, nextBad);
    },
    [put],
  );
  const undo = useCallback((): boolean => {
    const last = steps.current.pop();
    if (last !== undefined) put(last.cells, last.bad);
    return last !== undefined;
  }, [put]);
  return { bad, now, change, undo, canUndo: steps.current.length > 0 };
};

/** The sheet as one works on it. */
export const useBoard = (desk: Desk, sheet: Sheet): Board => {
  const marks = sheet.seen.outbox.shown;
  const { place, isEntered, go } = usePlace(desk, marks);
  const { bad, now, change, undo, canUndo } = useSteps(sheet);
  const titles = useMemo(() => desk.entries.map(({ title }) => title), [desk]);
  const entryIds = useMemo(() => desk.entries.map(({ entryId }) => entryId), [desk]);
  const write = useCallback(
    (at: Place, text: string): boolean => {
      const cell = cellAt(desk, at);
      if (cell === undefined) return true;
      const { entryId, criterion } = cell;
      const key = cellKey(entryId, criterion.id);
      const read = readMark(criterion, text);
      const before = now.current.bad;
      if ('fault' in read) {
        if (before.get(key)?.text !== text) change([], new Map(before).set(key, { text, fault: read.fault }));
        return false;
      }
      const isSame = markAt(now.current.marks, entryId, criterion.id) === read.mark;
      if (isSame && !before.has(key)) return true;
      change(isSame ? [] : [{ entryId, criterionId: criterion.id, mark: read.mark }], without(before, [key]));
      return true;
    },
    [desk, now, change],
  );
  const paste = useCallback(
    (at: Place, text: string): PasteNews => {
      const found = readPaste(text, at, { entryIds, titles, criteria: desk.criteria }, now.current.marks);
      const mended = found.cells.map(({ entryId, criterionId }) => cellKey(entryId, criterionId));
      const next = new Map(without(now.current.bad, mended));
      for (const { row, column, text: written, fault } of found.bad) {
        const cell = cellAt(desk, { row, column });
        if (cell !== undefined) next.set(cellKey(cell.entryId, cell.criterion.id), { text: written, fault });
      }
      change(found.cells, next);
      return { taken: found.cells.length, outside: found.outside };
    },
    [desk, entryIds, titles, now, change],
  );
  const nextMissing = (): void => go(firstMissing(desk, marks, place) ?? place);
  return { marks, bad, place, isEntered, go, write, paste, undo, canUndo, nextMissing };
};
