/**
 * Points for what an entry achieved beside what everybody is judged by: claimed with a document, and granted by somebody else. A
 * group that has no items of its own has one, called as the group is.
 */
export type BonusSource = Readonly<{
  id: string;
  kind: 'bonus';
  /** The most that all groups taken give together; null: no limit. */
  cap: number | null;
  /** Whether one honour counts once, at its highest, however often it was granted. */
  once: boolean;
  groups: readonly BonusGroup[];
}>;

/** `cap`: the most that its items give together; null: no limit. */
export type BonusGroup = Readonly<{ id: string; cap: number | null; items: readonly BonusItem[] }>;

/** `points`: the most that one claim gives; `cap`: the most that all claims of the item give together; null: no limit. */
export type BonusItem = Readonly<{ id: string; points: number; cap: number | null }>;
