import { controlsOf } from './controls.ts';
import type { Cell, EntryMarks } from './facts.ts';
import type { Draft, SheetRound } from './state.ts';

/** Cells that must be filled before the sheet can be handed in. */
export const missingCells = (held: Draft, { entries, source, pooled }: SheetRound): readonly Cell[] =>
  pooled
    ? []
    : entries
        .filter(({ recused }) => recused === null)
        .flatMap(({ entryId }) =>
          (source?.criteria ?? [])
            .filter(({ id }) => held[entryId]?.[id] === undefined)
            .map(({ id }) => ({ entryId, criterionId: id })),
        );

/** What a draft would be after some marks were written and some cells emptied. */
export const withChanges = (held: Draft, changed: readonly EntryMarks[], cells: readonly Cell[]): Draft => {
  const next: Record<string, Record<string, number>> = Object.fromEntries(
    Object.entries(held).map(([entryId, marks]) => [entryId, { ...marks }]),
  );
  for (const { entryId, marks } of changed)
    next[entryId] = { ...next[entryId], ...Object.fromEntries(marks.map((one) => [one.criterionId, one.mark])) };
  for (const { entryId, criterionId } of cells) delete next[entryId]?.[criterionId];
  return next;
};

/** By how much a draft goes beyond what the template allows on one paper. */
const excessOf = (draft: Draft, round: SheetRound): number =>
  controlsOf(draft, round).reduce((sum, { given, most }) => sum + Math.max(0, given - most), 0);

/**
 * Whether a draft is nearer to being handed in than it was: fewer cells are missing, or as few and less goes beyond the template. Each
 * such step leaves fewer to make, so that they come to an end by themselves.
 */
export const isNearer = (next: Draft, held: Draft, round: SheetRound): boolean => {
  const [after, before] = [missingCells(next, round).length, missingCells(held, round).length];
  return after < before || (after === before && excessOf(next, round) < excessOf(held, round));
};
