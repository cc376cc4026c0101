/** Addresses that a file of `src/routes` gives pages: `path: '/editions/$editionId'`. */
export const routesIn = (source: string): readonly string[] =>
  [...source.matchAll(/\bpath: '([^']+)'/gu)].map(([, path]) => path ?? '');

/** What the router knows and nobody looks at, and what is looked at and no longer known. */
export const notLookedAt = (
  known: readonly string[],
  pages: readonly Readonly<{ route: string }>[],
): readonly string[] => {
  const shown = new Set(pages.map(({ route }) => route));
  const routes = new Set(known);
  return [
    ...known.filter((route) => !shown.has(route)).map((route) => `${route} is not in the table of pages`),
    ...[...shown]
      .filter((route) => !routes.has(route))
      .map((route) => `${route} is in the table, but no page's address`),
  ];
};
