/** Planted breaches: the tree's paths compared by hand; the last line but one has no slash behind it. */
export const below =
  'select 1 from access_organization o where starts_with(o.path, $1)';
export const isBelow = (path: string, above: string, unit: Readonly<{ path: string }>): boolean =>
  path.startsWith(above) ||
  unit.path.includes(`/${above}`);
