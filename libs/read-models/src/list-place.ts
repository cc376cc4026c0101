/** Where a page begins: the sort key and the id of the row before it, and how many rows the whole list was found to have. */
export type ListCursor = readonly [key: string | number, id: string, total: number];

/**
 * `size` rows behind `after`. `seen`: the last position that who asks has seen; then counts that were taken a moment ago for somebody who had
 * seen as much will do. Absent: they are taken anew.
 */
export type ListPlace = Readonly<{ size: number; after: ListCursor | undefined; seen?: number }>;

export type FacetCount = Readonly<{ word: string; count: number }>;
export type Facet = Readonly<{ name: string; counts: readonly FacetCount[] }>;
