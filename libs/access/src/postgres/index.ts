export { accessProjections } from './access-projection.ts';
export { organizationNameProjection } from './organization-names.ts';
export {
  ACCESS_ROWS_MAX,
  type AccessOrganization,
  type BodyMember,
  bodyOn,
  grantsOf,
  lastOrganizationOfPerson,
  nearestOfKind,
  organizationOf,
  organizationOfPerson,
  organizationPath,
  peopleWithRole,
  rootOrganization,
  SMALL_PART_MAX,
  subtree,
  type TreePart,
  treePart,
} from './access-readers.ts';
export {
  belowMarkedSql,
  coveredByAnySql,
  coversPatternRangeSql,
  coversRangeSql,
  coversSql,
  shownToSql,
} from './path-sql.ts';
export { CACHED_PEOPLE_MAX, grantReader } from './grant-cache.ts';
export { homePathsOn, organizationPathOn, organizationPathsOn } from './places-on-a-day.ts';
