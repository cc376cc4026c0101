/** A panel whose entries are dealt out among its seats. `each`: how many evaluators an entry gets. */
export type DealRules = Readonly<{
  sourceId: string;
  each: number;
  /** Whoever left a unit less than so many years ago gets none of its entries; null: where somebody was before is not looked at. */
  formerYears: number | null;
}>;
