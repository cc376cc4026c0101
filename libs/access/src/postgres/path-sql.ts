/**
 * The path test of `covers` for SQL, of two expressions whose values are paths of the tree (each closed by its slash, never
 * empty: the tables refuse that). The one place: whoever writes the test out again forgets the slash some day.
 */
export const coversSql = (above: string, path: string): string => `starts_with(${path}, ${above})`;

/**
 * The same for several paths at once: `above` is an array of them. As an operator and not as a join with `unnest`, whose rows PostgreSQL
 * only knows when it plans for the very values: it planned such a statement anew at every call.
 */
export const coveredByAnySql = (above: string, path: string): string => `${path} ^@ any(${above}::text[])`;

/**
 * The same as a range of an index over `path` (in the order of bytes): whatever begins with `…/x/` sorts from there to
 * `…/x0`, since 0 follows the slash. `above` is an expression, or a scalar subquery with its parentheses.
 */
export const coversRangeSql = (above: string, path: string): string =>
  `(${path} >= ${above} and ${path} < left(${above}, -1) || '0')`;

/** The same range for a path whose index is one of patterns (`text_pattern_ops`), as that of the access read model is. */
export const coversPatternRangeSql = (above: string, path: string): string =>
  `(${path} ~>=~ ${above} and ${path} ~<~ (left(${above}, -1) || '0'))`;

/**
 * Below whatever carries this mark, itself included: `classified` of a tree's table. `table` has the columns `path` and the mark.
 */
export const belowMarkedSql = (table: string, mark: string, path: string): string =>
  `exists (select 1 from ${table} marked where marked.${mark} and ${coversSql('marked.path', path)})`;

/**
 * What is not classified, and of what is, that over which a grant stands: `grants` is an array of the paths of the caller's grants in force. The
 * classified ones are few and the same for every row: they are looked up once for a question.
 */
export const shownToSql = (table: string, grants: string, path: string): string =>
  `(not exists (select 1 from unnest((select array_agg(path) from ${table} where classified)) marked where ${coversSql('marked', path)})
    or ${coveredByAnySql(grants, path)})`;
