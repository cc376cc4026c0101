import { isLocalDate, type LocalDate } from '@jiangong/calendar';
import type { Rows } from '@jiangong/read-models';

/** So many steps lead from an organization to the root at most: kinds and tiers of a tree are fewer. */
const STEPS_UP_MAX = 64;

/**
 * Climbs from the rows `(key, organization_id)` of `start` to the root, each step to the parent that was one on the day $2. The
 * tree of a day is walked, not stored: a path of every organization for every move would be rewritten by each backdated one. What never
 * moved has no row of its own: it stands where it always stood.
 */
const climbedFrom = (start: string): string => `
  with recursive start as (${start}), up as (
    select key, organization_id, '/' || organization_id || '/' as path, 1 as steps from start
    union all
    select up.key, at.parent_id, '/' || at.parent_id || up.path, up.steps + 1
    from up join access_organization o on o.id = up.organization_id join lateral (
      select p.parent_id, p.since from access_organization_place p where p.organization_id = o.id and p.since <= $2
      union all
      select o.parent_id, null where not exists (select from access_organization_place p where p.organization_id = o.id)
      order by since desc limit 1
    ) at on at.parent_id is not null
    where up.steps < ${STEPS_UP_MAX}
  )
  select distinct on (key) key, path from up order by key, steps desc`;

type Climbed = { key: string; path: string };

const aDay = (on: LocalDate): LocalDate => {
  if (!isLocalDate(on)) throw new RangeError(`not a day: ${on}`);
  return on;
};

/** Where an organization stood on a day; before its first move, and before it was entered, where it was founded. */
export const organizationPathOn = async (rows: Rows, id: string, on: LocalDate): Promise<string | undefined> =>
  (
    await rows.query<Climbed>(
      climbedFrom('select id as key, id as organization_id from access_organization where id = $1'),
      [id, aDay(on)],
    )
  )[0]?.path;

/** The same of many at once, by id. */
export const organizationPathsOn = async (
  rows: Rows,
  ids: readonly string[],
  on: LocalDate,
): Promise<ReadonlyMap<string, string>> => {
  const found = await rows.query<Climbed>(
    climbedFrom('select id as key, id as organization_id from access_organization where id = any($1::text[])'),
    [ids, aDay(on)],
  );
  return new Map(found.map(({ key, path }) => [key, path]));
};

/** The ids from the root down to an organization, itself included, as the tree stood on a day; none of an unknown one. */
export const lineOn = async (rows: Rows, id: string, on: LocalDate): Promise<readonly string[]> =>
  ((await organizationPathOn(rows, id, on)) ?? '').split('/').filter((step) => step !== '');

/**
 * Where people belonged on a day, as paths of that day's tree. The dead and the expelled included: who sat in a body on the day
 * of its meeting is asked afterwards. The erased are in no answer.
 */
export const homePathsOn = async (
  rows: Rows,
  personIds: readonly string[],
  on: LocalDate,
): Promise<ReadonlyMap<string, string>> => {
  const found = await rows.query<Climbed>(
    climbedFrom(
      `select distinct on (h.person_id) h.person_id as key, h.organization_id
       from access_person_place h join access_organization o on o.id = h.organization_id
       where h.person_id = any($1::text[]) and h.since <= $2 order by h.person_id, h.since desc`,
    ),
    [personIds, aDay(on)],
  );
  return new Map(found.map(({ key, path }) => [key, path]));
};
