import { endOfDay, isLocalDate, type LocalDate, localDateOf } from '@jiangong/calendar';
import type { Rows } from '@jiangong/read-models';
import { type Grant, isRole, type Role } from '../grant.ts';
import { coversPatternRangeSql, coversSql } from './path-sql.ts';
import { lineOn } from './places-on-a-day.ts';

/** At most so many people or organizations in one answer of a reader. */
export const ACCESS_ROWS_MAX = 20_000;

/** An organization as the access rule knows it. */
export type AccessOrganization = Readonly<{
  id: string;
  parentId: string | null;
  path: string;
  kind: string;
  classified: boolean;
  dissolved: boolean;
}>;

type GrantRow = {
  grant_id: string;
  person_id: string;
  role: string;
  organization_id: string;
  path: string;
  granted_at: string;
  ends_at: string | null;
};

const grantOf = (row: GrantRow): Grant => {
  if (!isRole(row.role)) throw new Error(`grant ${row.grant_id} has the unknown role ${row.role}`);
  return {
    grantId: row.grant_id,
    personId: row.person_id,
    role: row.role,
    organizationId: row.organization_id,
    organizationPath: row.path,
    from: row.granted_at,
    until: row.ends_at,
  };
};

/** All grants a person ever had, ended and future ones included (`isInForce` tells); none over a dissolved organization. */
export const grantsOf = async (rows: Rows, personId: string): Promise<readonly Grant[]> => {
  const found = await rows.query<GrantRow>(
    `select g.grant_id, g.person_id, g.role, g.organization_id, o.path, g.granted_at, g.ends_at
     from access_grant g join access_organization o on o.id = g.organization_id
     where g.person_id = $1 and not o.dissolved order by g.grant_id`,
    [personId],
  );
  return found.map(grantOf);
};

const ORGANIZATION = 'id, parent_id as "parentId", path, kind, classified, dissolved';

export const organizationOf = async (rows: Rows, id: string): Promise<AccessOrganization | undefined> =>
  (await rows.query<AccessOrganization>(`select ${ORGANIZATION} from access_organization where id = $1`, [id]))[0];

/** The path of an organization, dissolved ones included; `undefined` when it is not known here. */
export const organizationPath = async (rows: Rows, id: string): Promise<string | undefined> =>
  (await organizationOf(rows, id))?.path;

/** An organization and everything below it, by path; dissolved ones are left out. */
export const subtree = (rows: Rows, id: string): Promise<readonly AccessOrganization[]> =>
  rows.query<AccessOrganization>(
    `select ${ORGANIZATION} from access_organization
     where ${coversSql('(select path from access_organization where id = $1)', 'path')} and not dissolved
     order by path limit ${ACCESS_ROWS_MAX}`,
    [id],
  );

const OF_PERSON = `select o.id, o.parent_id as "parentId", o.path, o.kind, o.classified, o.dissolved
       from access_person p join access_organization o on o.id = p.organization_id where p.person_id = $1`;

/** Where a person belongs; `undefined` when not known here, erased, expelled or dead: who takes part in nothing more. */
export const organizationOfPerson = async (rows: Rows, personId: string): Promise<AccessOrganization | undefined> =>
  (await rows.query<AccessOrganization>(`${OF_PERSON} and p.exited is null`, [personId]))[0];

/** Where a person belonged last, the expelled and the dead included: for those who look back. */
export const lastOrganizationOfPerson = async (rows: Rows, personId: string): Promise<AccessOrganization | undefined> =>
  (await rows.query<AccessOrganization>(OF_PERSON, [personId]))[0];

/** A part of the tree with at most so many organizations is small: what belongs to it is found one organization after the other. */
export const SMALL_PART_MAX = 2_000;

/** How much of the tree stands at or below an organization. */
export type TreePart = 'whole' | 'large' | 'small';

/** What is not known is small: nothing stands in it. Beside another root none is the whole. */
export const treePart = async (rows: Rows, id: string): Promise<TreePart> => {
  const [found] = await rows.query<{ whole: boolean; below: number }>(
    `select whole, case when whole then 0 else
       (select count(*)::int from (select 1 from access_organization where ${coversPatternRangeSql('o.path', 'path')} limit ${SMALL_PART_MAX + 1}) counted)
     end as below
     from (select path, parent_id is null and not exists (select 1 from access_organization where parent_id is null and id <> $1) as whole
       from access_organization where id = $1) o`,
    [id],
  );
  if (found?.whole) return 'whole';
  return (found?.below ?? 0) > SMALL_PART_MAX ? 'large' : 'small';
};

/** The nearest organization of a kind on the way up from one (itself included), for example a person's unit. */
export const nearestOfKind = async (rows: Rows, id: string, kind: string): Promise<AccessOrganization | undefined> =>
  (
    await rows.query<AccessOrganization>(
      `select ${ORGANIZATION} from access_organization
       where ${coversSql('path', '(select path from access_organization where id = $1)')} and kind = $2
       order by length(path) desc limit 1`,
      [id, kind],
    )
  )[0];

/** The organization at the root of the tree: an installation has one. */
export const rootOrganization = async (rows: Rows): Promise<Readonly<{ id: string; path: string }> | undefined> => {
  const [root] = await rows.query<{ id: string; path: string }>(
    'select id, path from access_organization where parent_id is null order by path limit 1',
  );
  return root;
};

/** A grant counts at $3, and so did its organization: facts of a past moment stay true whatever ended since. */
const COUNTS_AT_3 = `g.granted_at <= $3 and (g.ends_at is null or $3 < g.ends_at)
     and (o.dissolved_at is null or $3 < o.dissolved_at)`;

/**
 * The people who hold a role over an organization at a moment, past ones included: their grant stands on it or above it, as
 * the tree stood on that day.
 */
export const peopleWithRole = async (
  rows: Rows,
  role: Role,
  organizationId: string,
  at: string,
): Promise<readonly string[]> => {
  const over = await lineOn(rows, organizationId, localDateOf(at));
  const found = await rows.query<{ personId: string }>(
    `select distinct g.person_id as "personId"
     from access_grant g
     join access_organization o on o.id = g.organization_id
     where g.role = $1 and o.id = any($2::text[]) and ${COUNTS_AT_3}
     order by g.person_id limit ${ACCESS_ROWS_MAX}`,
    [role, over, at],
  );
  return found.map(({ personId }) => personId);
};

/** A member of a body, and the grant by which. `until` as it is known now. */
export type BodyMember = Readonly<{ personId: string; grantId: string; from: string; until: string | null }>;

/**
 * A body as of a day: who holds the role over exactly this organization at the last instant of the day. Whoever joins on that
 * day counts for it; whoever leaves on it (`effectiveOn`: the first day on which a grant no longer counts) does not.
 * Who holds the role twice stands here once, by the older grant.
 */
export const bodyOn = async (
  rows: Rows,
  { role, organizationId, on }: Readonly<{ role: Role; organizationId: string; on: LocalDate }>,
): Promise<readonly BodyMember[]> => {
  if (!isLocalDate(on)) throw new RangeError(`not a day: ${on}`);
  const lastInstant = new Date(Date.parse(endOfDay(on)) - 1).toISOString();
  return rows.query<BodyMember>(
    `select distinct on (g.person_id) g.person_id as "personId", g.grant_id as "grantId", g.granted_at as "from", g.ends_at as "until"
     from access_grant g
     join access_organization o on o.id = g.organization_id
     where g.role = $1 and g.organization_id = $2 and ${COUNTS_AT_3}
     order by g.person_id, g.granted_at, g.grant_id limit ${ACCESS_ROWS_MAX}`,
    [role, organizationId, lastInstant],
  );
};
