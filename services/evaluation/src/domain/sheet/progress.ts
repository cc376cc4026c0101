import type { SheetFact } from './facts.ts';
import type { SheetRound } from './state.ts';

/**
 * How far a sheet is, without a mark of it: which cells of the draft under way are filled, or that it was handed in. What is kept of
 * an opened draft is this and nothing else.
 */
export type Filled = Readonly<{
  draft: number;
  personId: string;
  cells: ReadonlyMap<string, ReadonlySet<string>>;
  handedIn: Readonly<{ closing: number; marks: number }> | null;
}>;

export const NOTHING_FILLED: Filled = { draft: 0, personId: '', cells: new Map(), handedIn: null };

const withCells = (
  filled: Filled,
  { draft, personId }: Readonly<{ draft: number; personId: string }>,
  change: (cells: Map<string, ReadonlySet<string>>) => void,
): Filled => {
  const same = filled.draft === draft && filled.personId === personId;
  const cells = new Map(same ? filled.cells : []);
  change(cells);
  return { ...filled, draft, personId, cells };
};

/** Folds a fact into what is filled. A draft whose key is gone was handed in: there is nothing to count in it. */
export const evolveFilled = (filled: Filled, fact: SheetFact): Filled => {
  switch (fact.type) {
    case 'SheetSaved.v1': {
      const { scores } = fact.data;
      return withCells(filled, fact.data, (cells) => {
        if (typeof scores === 'string') return;
        for (const { entryId, marks } of scores)
          cells.set(entryId, new Set([...(cells.get(entryId) ?? []), ...marks.map(({ criterionId }) => criterionId)]));
      });
    }
    case 'MarksCleared.v1': {
      const { cells: gone } = fact.data;
      return withCells(filled, fact.data, (cells) => {
        if (typeof gone === 'string') return;
        for (const { entryId, criterionId } of gone)
          cells.set(entryId, new Set([...(cells.get(entryId) ?? [])].filter((one) => one !== criterionId)));
      });
    }
    case 'SheetSubmitted.v1': {
      const { closing, markCount, draft, personId } = fact.data;
      return { draft, personId, cells: new Map(), handedIn: { closing, marks: markCount } };
    }
    case 'SheetCameLate.v1':
      return { ...filled, handedIn: null };
  }
};

export type SeatFilled = Readonly<{ seatId: string; personId: string; round: SheetRound; filled: Filled }>;

/** Counts alone: of entries, and of marks. */
export type SeatProgress = Readonly<{
  seatId: string;
  personId: string;
  sourceId: string;
  entriesWanted: number;
  entriesScored: number;
  marksWanted: number;
  marksGiven: number;
  recused: number;
  submitted: boolean;
  /** A sheet can be handed in here now, and is not. */
  awaited: boolean;
}>;
export type EntryProgress = Readonly<{ entryId: string; marksWanted: number; marksGiven: number; recused: number }>;

/** Under the closing under way; what an earlier one brought counts as long as it is not being replaced. */
const isHandedIn = ({ filled, round }: SeatFilled): boolean =>
  filled.handedIn !== null &&
  filled.cells.size === 0 &&
  (filled.handedIn.closing === round.closing || round.hindrance === 'SEAT_NOT_REOPENED' || round.closing === 0);

/** Another holder's draft is nobody's progress. */
const cellsOf = ({ filled, personId }: SeatFilled, entryId: string): number =>
  filled.personId === personId ? (filled.cells.get(entryId)?.size ?? 0) : 0;

const seatProgress = (seat: SeatFilled): SeatProgress => {
  const { round, filled, seatId, personId } = seat;
  const criteria = round.source?.criteria.length ?? 0;
  const scored = round.entries.filter(({ recused }) => recused === null);
  const submitted = isHandedIn(seat);
  const marksWanted = scored.length * criteria;
  const complete = scored.filter(({ entryId }) => criteria > 0 && cellsOf(seat, entryId) >= criteria).length;
  const given = scored.reduce((sum, { entryId }) => sum + cellsOf(seat, entryId), 0);
  return {
    ...{ seatId, personId, sourceId: round.sourceId, submitted, marksWanted },
    awaited: !submitted && round.hindrance === null && scored.length > 0,
    entriesWanted: scored.length,
    entriesScored: submitted ? scored.length : complete,
    marksGiven: submitted ? (filled.handedIn?.marks ?? 0) : given,
    recused: round.entries.length - scored.length,
  };
};

/**
 * How far everybody is, and how many of the wanted marks of each entry are there. Of an entry only the sum over all seats is told: not
 * who has marked it already. A sheet that was handed in counts as a whole: which marks it left out is sealed.
 */
export const progressOf = (
  seats: readonly SeatFilled[],
): Readonly<{ seats: readonly SeatProgress[]; entries: readonly EntryProgress[] }> => {
  const entries = new Map<string, EntryProgress>();
  for (const seat of seats) {
    const criteria = seat.round.source?.criteria.length ?? 0;
    const submitted = isHandedIn(seat);
    for (const { entryId, recused } of seat.round.entries) {
      const before = entries.get(entryId) ?? { entryId, marksWanted: 0, marksGiven: 0, recused: 0 };
      const given = submitted ? criteria : cellsOf(seat, entryId);
      entries.set(
        entryId,
        recused === null
          ? { ...before, marksWanted: before.marksWanted + criteria, marksGiven: before.marksGiven + given }
          : { ...before, recused: before.recused + 1 },
      );
    }
  }
  return {
    seats: seats.map(seatProgress),
    entries: [...entries.values()].toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1)),
  };
};
