/**
 * The path test of `covers` for SQL, of two expressions whose values are paths of the tree (each closed by its slash, never
 * empty: the tables refuse that). The one place: whoever writes the test out again forgets the slash some day.
 */
export const coversSql = (above: string, path: string): string => `starts_with(${path}, ${above})`;

/**
 * The same as a range of an index over `path` (in the order of bytes): whatever begins with `…/x/` sorts from there to
 * `…/x0`, since 0 follows the slash. `above` is an expression, or a scalar subquery with its parentheses.
 */
export const coversRangeSql = (above: string, path: string): string =>
  `(${path} >= ${above} and ${path} < left(${above}, -1) || '0')`;

/**
 * Below whatever carries this mark, itself included: `classified` of a tree's table. `table` has the columns `path` and the mark.
 */
export const belowMarkedSql = (table: string, mark: string, path: string): string =>
  `exists (select 1 from ${table} marked where marked.${mark} and ${coversSql('marked.path', path)})`;
