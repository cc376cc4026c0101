/** What a template allows on one whole paper. Shares are basis points of what stands on it, rounded down. */
export type Controls = Readonly<{
  /** Entries that are given all points; null: as many as one likes. */
  fullAtMost: number | null;
  /** Marks at a level, of all marks that could be at it. */
  spread: Readonly<Record<string, number>>;
  /** No two entries are given the same points. */
  distinct: boolean;
}>;
