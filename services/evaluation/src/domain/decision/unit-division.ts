/**
 * Where an entry stands: the organizations on its way down from the round's committee, the entry's own last. Where branches decide over
 * themselves and their members, the entry stands below its branch.
 */
export type EntryPath = Readonly<{ entryId: string; path: readonly string[] }>;

/** The part of a result that one unit's committee, or one branch's meeting, decides. */
export type UnitPart = Readonly<{
  committeeId: string;
  /** Each with the organization right below the committee that it comes from; of a branch's part the entry itself. */
  entries: readonly Readonly<{ entryId: string; belowId: string }>[];
}>;

/**
 * The nearest committee that stands above an entry; never its own: no organization decides over itself. An entry that no unit's committee
 * stands above is decided by the round's own.
 */
const decidedBy = (
  roundCommittee: string,
  { entryId, path }: EntryPath,
  committees: ReadonlySet<string>,
): Readonly<{ committeeId: string; entryId: string; belowId: string }> => {
  const at = path.slice(0, -1).findLastIndex((id) => committees.has(id));
  return { committeeId: path[at] ?? roundCommittee, entryId, belowId: path[at + 1] ?? '' };
};

/** How a round's entries are divided among the committees that decide: each entry in one part, and no part without entries. */
export const unitParts = (
  roundCommittee: string,
  paths: readonly EntryPath[],
  committees: ReadonlySet<string>,
): readonly UnitPart[] => {
  const entries = paths.map((one) => decidedBy(roundCommittee, one, committees));
  return [...new Set(entries.map(({ committeeId }) => committeeId))].toSorted().map((committeeId) => ({
    committeeId,
    entries: entries
      .filter((one) => one.committeeId === committeeId)
      .map(({ entryId, belowId }) => ({ entryId, belowId })),
  }));
};
