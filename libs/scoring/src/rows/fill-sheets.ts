import { faultOf, pointsOfMark, type Worth, worthOf } from './mark-worth.ts';
import { criteriaKey, LISTED, NONE, NOT_ASSIGNED, type PanelMatrix } from './panel-matrix.ts';
import type { SeatScore, SeatSheet } from './phase-inputs.ts';
import type { PhaseProblems } from './phase-problems.ts';
import type { PanelSource } from './source.ts';

const markProblem = {
  OUT_OF_RANGE: 'MARK_OUT_OF_RANGE',
  TOO_FINE: 'MARK_TOO_FINE',
  NOT_OFFERED: 'MARK_NOT_OFFERED',
} as const;

/** The criteria's indexes in the order of the sheet's items; undefined when one is unknown or named twice. */
const itemPlaces = (
  { source }: PanelMatrix,
  sheet: SeatSheet,
  problems: PhaseProblems,
): readonly number[] | undefined => {
  const places = sheet.items.map((item) => source.criteria.findIndex(({ id }) => id === item));
  sheet.items.forEach((item, at) => {
    if (places[at] === -1) problems.add('UNKNOWN_CRITERION', source.id, sheet.seatId, item);
    else if (places.indexOf(places[at] as number) !== at)
      problems.add('CRITERION_TWICE', source.id, sheet.seatId, item);
  });
  return places.every((place, at) => place !== -1 && places.indexOf(place) === at) ? places : undefined;
};

const isPlain = ({ marks, criteria }: PanelSource, places: readonly number[]): boolean =>
  marks === 'points' &&
  criteria.every(({ scale }) => scale.kind === 'step') &&
  places.length === criteria.length &&
  places.every((place, at) => place === at);

/** Reads one sheet's marks, entry by entry. Written for speed: twenty million marks pass here. */
class SheetReader {
  /** One entry's points by criterion, used again for each; `NONE` where the seat left it empty. */
  private readonly points: Int32Array;
  /** What the lanes read: `points`, or the marks themselves where they are whole and worth what they say. */
  private worth: ArrayLike<number | null>;
  /** Highest mark and step of each criterion, where the sheet has them all in order and a mark is worth what it says. */
  private readonly plain: Readonly<{ max: Int32Array; step: Int32Array }> | undefined;
  /** How many marks the entry has, and their sum. */
  private given = 0;
  private sum = 0;
  private readonly matrix: PanelMatrix;
  private readonly sheet: SeatSheet;
  private readonly places: readonly number[];
  private readonly worths: readonly Worth[];
  private readonly problems: PhaseProblems;
  private readonly whole: Int32Array | undefined;
  private readonly parts: readonly Readonly<{ indexes: readonly number[]; lane: Int32Array }>[];
  private readonly singles: readonly Readonly<{ index: number; lane: Int32Array }>[];

  constructor(matrix: PanelMatrix, sheet: SeatSheet, places: readonly number[], problems: PhaseProblems) {
    const { source, totals, wholes, byCriterion } = matrix;
    const wholeKey = criteriaKey(source.criteria.map((_, at) => at));
    this.points = new Int32Array(source.criteria.length).fill(NONE);
    this.worth = this.points;
    this.matrix = matrix;
    this.sheet = sheet;
    this.places = places;
    this.problems = problems;
    this.worths = places.map((place) => worthOf(source.marks, source.criteria[place] as (typeof source.criteria)[0]));
    this.plain = isPlain(source, places)
      ? {
          max: Int32Array.from(this.worths, ({ markMax }) => markMax),
          step: Int32Array.from(this.worths, ({ step }) => step),
        }
      : undefined;
    this.whole = totals.get(wholeKey);
    this.parts = wholes.flatMap((indexes) => {
      const key = criteriaKey(indexes);
      const lane = key === wholeKey ? undefined : totals.get(key);
      return lane === undefined ? [] : [{ indexes, lane }];
    });
    this.singles = [...byCriterion].map(([index, lane]) => ({ index, lane }));
  }

  /** Checks the marks and lays them into the cell; a problem leaves the cell empty. */
  place({ entryId, marks }: SeatScore, cell: number, isAssigned: boolean): void {
    const { source } = this.matrix;
    const { seatId } = this.sheet;
    if (marks.length !== this.places.length) return this.problems.add('MARKS_MISCOUNTED', source.id, seatId, entryId);
    if (!this.readPlain(marks) && !this.read(entryId, marks)) return;
    if (this.given === 0) return;
    if (!isAssigned) return this.problems.add('NOT_ASSIGNED', source.id, seatId, entryId);
    if (this.given < this.points.length && this.isHalf())
      return this.problems.add('SCORE_INCOMPLETE', source.id, seatId, entryId);
    if (this.whole !== undefined) this.whole[cell] = this.sum;
    for (const { indexes, lane } of this.parts) lane[cell] = this.sumOver(indexes);
    for (const { index, lane } of this.singles) lane[cell] = this.worth[index] as number;
  }

  /** The quick way for whole sheets of plain points; false leaves everything to `read`. */
  private readPlain(marks: SeatScore['marks']): boolean {
    if (this.plain === undefined) return false;
    const { max, step } = this.plain;
    let sum = 0;
    for (let at = 0; at < marks.length; at++) {
      const mark = marks[at];
      if (typeof mark !== 'number' || !(mark >= 0 && mark <= (max[at] as number))) return false;
      if (mark % (step[at] as number) !== 0) return false;
      sum += mark;
    }
    this.given = marks.length;
    this.sum = sum;
    this.worth = marks;
    return true;
  }

  private read(entryId: string, marks: SeatScore['marks']): boolean {
    const { points, places, worths } = this;
    let given = 0;
    let sum = 0;
    for (let at = 0; at < marks.length; at++) {
      const mark = marks[at] as number | null;
      const place = places[at] as number;
      if (mark === null) {
        points[place] = NONE;
        continue;
      }
      const worth = pointsOfMark(worths[at] as Worth, mark);
      if (worth < 0) {
        const { id } = this.matrix.source;
        const item = this.sheet.items[at] as string;
        this.problems.add(markProblem[faultOf(worth)], id, this.sheet.seatId, entryId, item);
        return false;
      }
      points[place] = worth;
      sum += worth;
      given++;
    }
    this.given = given;
    this.sum = sum;
    this.worth = points;
    return true;
  }

  /** Whether a set of criteria that is marked as a whole or not at all is marked in part. */
  private isHalf(): boolean {
    return this.matrix.wholes.some(
      (indexes) => indexes.some((at) => this.worth[at] === NONE) && indexes.some((at) => this.worth[at] !== NONE),
    );
  }

  private sumOver(indexes: readonly number[]): number {
    if (this.worth[indexes[0] as number] === NONE) return NONE;
    let sum = 0;
    for (const at of indexes) sum += this.worth[at] as number;
    return sum;
  }
}

export type Filling = Readonly<{
  /** Ids of the entries in order, and their places. */
  entryIds: readonly string[];
  rows: ReadonlyMap<string, number>;
  /** The last sheet's entries in its own order: the next sheet's are most often the same, which saves hashing their ids. */
  order: Int32Array;
  problems: PhaseProblems;
}>;

export const fillingOf = (
  entryIds: readonly string[],
  rows: ReadonlyMap<string, number>,
  problems: PhaseProblems,
): Filling => ({ entryIds, rows, order: Int32Array.from(entryIds, (_, at) => at), problems });

/** Checks every mark of one sheet once and lays its points out for the counting. */
export const fillSheet = (matrix: PanelMatrix, sheet: SeatSheet, column: number, filling: Filling): void => {
  const { entryIds, rows, order, problems } = filling;
  const { source, entryCount, withSheet, assigned, states } = matrix;
  withSheet[column] = 1;
  const places = itemPlaces(matrix, sheet, problems);
  if (places === undefined) return;
  const reader = new SheetReader(matrix, sheet, places, problems);
  const someOnly = assigned[column] === 1;
  for (let at = 0; at < sheet.scores.length; at++) {
    const score = sheet.scores[at] as SeatScore;
    const guess = order[at] as number;
    const row = entryIds[guess] === score.entryId ? guess : rows.get(score.entryId);
    if (row === undefined) {
      problems.add('UNKNOWN_ENTRY', source.id, sheet.seatId, score.entryId);
      continue;
    }
    order[at] = row;
    const cell = column * entryCount + row;
    const state = states[cell] as number;
    if ((state & LISTED) !== 0) problems.add('SCORE_TWICE', source.id, sheet.seatId, score.entryId);
    else reader.place(score, cell, !someOnly || (state & NOT_ASSIGNED) === 0);
    states[cell] = state | LISTED;
  }
};
