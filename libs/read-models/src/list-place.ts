/** Where a page begins: the sort key and the id of the row before it, and how many rows the whole list was found to have. */
export type ListCursor = readonly [key: string | number, id: string, total: number];

/** `size` rows behind `after`. */
export type ListPlace = Readonly<{ size: number; after: ListCursor | undefined }>;

export type FacetCount = Readonly<{ word: string; count: number }>;
export type Facet = Readonly<{ name: string; counts: readonly FacetCount[] }>;
