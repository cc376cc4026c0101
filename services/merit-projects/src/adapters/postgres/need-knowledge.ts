import { coversSql, organizationPathsOn } from '@jiangong/access/postgres';
import { covers } from '@jiangong/access';
import { type LocalDate, startOfDay } from '@jiangong/calendar';
import type { Rows } from '@jiangong/read-models';
import type { MemberKnown } from '../../domain/needs/answers.ts';
import type { NeedKnowledge } from '../../application/ports.ts';

/** Nobody is asked of more mergers in a row than a tree ever saw. */
const MERGERS_MAX = 64;

/** Of an organization and all that were merged into it by a day, one into the other, the first founding that somebody told. */
const FOUNDED = `
  with recursive line as (
    select unnest($1::text[]) as id, unnest($1::text[]) as root, 0 as steps
    union
    select m.organization_id, line.root, line.steps + 1 from line
    join organization_merger m on m.into_id = line.id and m.effective_on <= $2 where line.steps < ${MERGERS_MAX}
  )
  select line.root as id, o.kind, coalesce(min(nullif(f.founded_on, '')), '') as "foundedOn"
  from line join access_organization o on o.id = line.root left join organization_founding f on f.organization_id = line.id
  group by line.root, o.kind`;

/** How many stood right below it on a day: by the place of that day, founded by then and not ended. */
const CHILDREN = `
  select at.parent_id as id, count(*)::int as children
  from access_organization o
  left join organization_founding f on f.organization_id = o.id
  join lateral (
    select p.parent_id, p.since from access_organization_place p where p.organization_id = o.id and p.since <= $2
    union all
    select o.parent_id, null where not exists (select from access_organization_place p where p.organization_id = o.id)
    order by since desc limit 1
  ) at on at.parent_id = any($1)
  where (o.parent_id = any($1) or exists (select from access_organization_place p where p.organization_id = o.id and p.parent_id = any($1)))
    and coalesce(f.founded_on, '') <= $2 and (o.dissolved_at is null or o.dissolved_at > $3)
  group by at.parent_id`;

/** Organizations that may have stood below it on a day: today's, and whatever moved, or hung on what moved, since. $4: branches alone. */
const BELOW = `
  select o.id from access_organization o left join organization_founding f on f.organization_id = o.id
  where (o.kind = 'branch' or not $4) and coalesce(f.founded_on, '') <= $2 and (o.dissolved_at is null or o.dissolved_at > $3)
    and (${coversSql('(select path from access_organization where id = $1)', 'o.path')}
      or exists (select from access_organization_place p join access_organization m on m.id = p.organization_id where ${coversSql('m.path', 'o.path')}))`;

/** Whoever was of these stages on a day, and belonged to one of these organizations. Whoever left, moved or died by then is not counted. */
const MEMBERS = `
  select count(*)::int as members
  from (
    select distinct on (h.person_id) h.person_id, h.organization_id from access_person_place h
    where h.since <= $2 and exists (
      select from access_person_place one where one.person_id = h.person_id and one.organization_id = any($1))
    order by h.person_id, h.since desc
  ) at
  join lateral (
    select m.stage from member_stage m where m.person_id = at.person_id and m.since <= $2 order by m.since desc limit 1
  ) was on was.stage = any($3)
  where at.organization_id = any($1)`;

/** A member on probation is counted as one: the Party's own numbers of members have both. */
const COUNTED_STAGES: readonly string[] = ['probationary', 'full'];

const belowOn = async (rows: Rows, organizationId: string, on: LocalDate, branches: boolean): Promise<string[]> => {
  const found = await rows.query<{ id: string }>(BELOW, [organizationId, on, startOfDay(on), branches]);
  const paths = await organizationPathsOn(rows, [organizationId, ...found.map(({ id }) => id)], on);
  const above = paths.get(organizationId);
  if (above === undefined) return [];
  return found.flatMap(({ id }) => (id !== organizationId && covers(above, paths.get(id) ?? '') ? [id] : []));
};

/** What needs and numbers in proportion are answered from: the tree of a day, foundings, mergers, and honours of record. */
export const needKnowledge = (rows: Rows): NeedKnowledge => ({
  organizationsAsOf: async (ids, on) => {
    const founded = await rows.query<{ id: string; kind: string; foundedOn: string }>(FOUNDED, [ids, on]);
    const below = await rows.query<{ id: string; children: number }>(CHILDREN, [ids, on, startOfDay(on)]);
    const children = new Map(below.map((one) => [one.id, one.children]));
    return new Map(
      founded.map(({ id, kind, foundedOn }) => [id, { kind, foundedOn, children: children.get(id) ?? 0 }]),
    );
  },
  honoursAsOf: (holderIds, codes, on) =>
    rows.query(
      `select holder_id as "holderId", code, series_id as "seriesId", edition_id as "editionId", award_year as "awardYear",
         granted_by as "grantedBy", until from honour_of_record
       where holder_id = any($1) and code = any($2) and issued_on <= $3 and (ended_on = '' or ended_on > $3) order by honour_id`,
      [holderIds, codes, on],
    ),
  membersOf: async (personIds) => {
    const found = await rows.query<{ id: string } & MemberKnown>(
      `select person_id as id, stage, full_since as "fullSince", exited_on as "exitedOn" from member_standing where person_id = any($1)`,
      [personIds],
    );
    return new Map(found.map(({ id, stage, fullSince, exitedOn }) => [id, { stage, fullSince, exitedOn }]));
  },
  branchesBelow: async (organizationId, on) => (await belowOn(rows, organizationId, on, true)).length,
  membersBelow: async (organizationId, on) => {
    const homes = [organizationId, ...(await belowOn(rows, organizationId, on, false))];
    const [found] = await rows.query<{ members: number }>(MEMBERS, [homes, on, COUNTED_STAGES]);
    return found?.members ?? 0;
  },
});
