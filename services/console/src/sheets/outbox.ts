import { type Cell, differing, markAt, type Marks, withCells } from './marks.ts';

/** Cells that one save carries; the platform takes 2,000. */
const CELLS_PER_SAVE = 2_000;

/** What was sent and is not answered yet: sent again as it is, it is carried out once. */
export type Sending = Readonly<{ key: string; revision: number; cells: readonly Cell[] }>;

/**
 * A sheet between the screen and the platform. What waits is what `shown` has otherwise than `saved`: a mark that is typed and taken
 * back asks for nothing.
 */
export type Outbox = Readonly<{ revision: number; saved: Marks; shown: Marks; sending: Sending | null }>;

/** A cell that was changed here and elsewhere, to different marks. */
export type Conflict = Readonly<{ entryId: string; criterionId: string; mine: number | null; theirs: number | null }>;

export const outboxOf = (revision: number, saved: Marks): Outbox => ({ revision, saved, shown: saved, sending: null });

export const typed = (outbox: Outbox, cells: readonly Cell[]): Outbox => ({
  ...outbox,
  shown: withCells(outbox.shown, cells),
});

/** What the platform has not yet acknowledged. */
export const waitingIn = ({ saved, shown }: Outbox): readonly Cell[] => differing(saved, shown);

/** Takes what waits into one save; unchanged where one is under way or nothing waits. */
export const takeUp = (outbox: Outbox, key: string): Outbox => {
  if (outbox.sending !== null) return outbox;
  const cells = waitingIn(outbox).slice(0, CELLS_PER_SAVE);
  return cells.length === 0 ? outbox : { ...outbox, sending: { key, revision: outbox.revision, cells } };
};

export const acknowledged = (outbox: Outbox, revision: number): Outbox => ({
  ...outbox,
  revision,
  saved: withCells(outbox.saved, outbox.sending?.cells ?? []),
  sending: null,
});

/** Nothing of it was carried out: what it carried waits again. */
export const sentBack = (outbox: Outbox): Outbox => ({ ...outbox, sending: null });

/**
 * The platform has another revision than this browser knew, from another window or device. What was changed here stays on the screen
 * and waits; everything else becomes what the platform has. Cells that both changed are told: one must choose.
 */
export const metWith = (
  outbox: Outbox,
  revision: number,
  theirs: Marks,
): Readonly<{ outbox: Outbox; conflicts: readonly Conflict[] }> => {
  const mine = waitingIn(outbox);
  const conflicts = mine.flatMap(({ entryId, criterionId, mark }) => {
    const found = markAt(theirs, entryId, criterionId);
    const before = markAt(outbox.saved, entryId, criterionId);
    return found === before || found === mark ? [] : [{ entryId, criterionId, mine: mark, theirs: found }];
  });
  return { outbox: { revision, saved: theirs, shown: withCells(theirs, mine), sending: null }, conflicts };
};

/** Leaves only entries that one scores: of another, from which one was recused meanwhile, nothing is sent any more. */
export const onlyOf = (outbox: Outbox, entryIds: ReadonlySet<string>): Outbox => {
  const gone = waitingIn(outbox).filter(({ entryId }) => !entryIds.has(entryId));
  if (gone.length === 0) return outbox;
  const back = gone.map(({ entryId, criterionId }) => ({
    ...{ entryId, criterionId },
    mark: markAt(outbox.saved, entryId, criterionId),
  }));
  return { ...outbox, shown: withCells(outbox.shown, back) };
};
