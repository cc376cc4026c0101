/**
 * Paths of organization ids, each id closed by a slash: `/jl/u1/`. The closing slash is the rule that keeps `/jl/` away
 * from `/jl1/`. The empty path belongs to nobody: it covers nothing and nothing covers it.
 */
const isPath = (path: string): boolean => path.length > 2 && path.startsWith('/') && path.endsWith('/');

/** Whether `path` is `above` itself or lies below it. */
export const covers = (above: string, path: string): boolean => isPath(above) && isPath(path) && path.startsWith(above);

/** Whether `path` lies below `above` and is not `above` itself. */
export const isBelow = (above: string, path: string): boolean => covers(above, path) && path !== above;

/** Whether a path leads to an organization or through it. */
export const passesThrough = (path: string, organizationId: string): boolean =>
  isPath(path) && organizationId !== '' && path.includes(`/${organizationId}/`);

/** The path of an organization under a parent (`''`: a root). */
export const childPath = (parentPath: string, organizationId: string): string =>
  `${parentPath === '' ? '/' : parentPath}${organizationId}/`;
