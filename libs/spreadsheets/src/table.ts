/** What stands in one place of a table. An empty cell is null, so that it is told apart from a text without characters. */
export type Cell = string | number | boolean | null;

/** One row, in the order of the columns. */
export type Line = readonly Cell[];

/** A column as whoever opens the file sees it. */
export type Column = Readonly<{ title: string }>;
