import { coversSql } from '@jiangong/access/postgres';
import type { RoleCount, RoleHolder } from '@jiangong/contracts/jiangong/membership/v1/questions';
import type { Rows } from '@jiangong/read-models';

export type HoldersAsked = Readonly<{
  organizationId: string;
  subtree: boolean;
  ended: boolean;
  roles: readonly string[];
  now: string;
  afterId: string;
  pageSize: number;
}>;

export type Holders = Readonly<{ rows: readonly RoleHolder[]; total: number; roles: readonly RoleCount[] }>;

/** Grants as the access rule itself knows them, so that the list shows what counts: none over an organization that was dissolved is in force. */
const GRANTS = `select g.grant_id, g.person_id, g.role, g.organization_id, g.granted_at, coalesce(g.ends_at, '') as ends_at,
    coalesce(g.ended_because, '') as ended_because,
    case when o.dissolved or g.ends_at <= $4 then 'ended' when g.granted_at > $4 then 'ahead' else 'in-force' end as state
  from access_grant g join access_organization o on o.id = g.organization_id
  where case when $2::boolean then ${coversSql('(select path from access_organization where id = $1)', 'o.path')} else o.id = $1 end
    and ($3::boolean or not (o.dissolved or coalesce(g.ends_at <= $4, false)))`;

/** Who holds which role over an organization, or over everything below it too; one row more than the page. */
export const roleHolders = async (rows: Rows, asked: HoldersAsked): Promise<Holders> => {
  const of = [asked.organizationId, asked.subtree, asked.ended, asked.now];
  const [roles, found] = await Promise.all([
    rows.query<RoleCount>(`select role, count(*)::int as count from (${GRANTS}) g group by role order by role`, of),
    rows.query<RoleHolder>(
      `select grant_id as "grantId", person_id as "personId", role, organization_id as "organizationId", granted_at as "from",
         ends_at as "until", state, ended_because as "endedBecause"
       from (${GRANTS}) g where (cardinality($5::text[]) = 0 or role = any($5)) and grant_id > $6 order by grant_id limit $7`,
      [...of, asked.roles, asked.afterId, asked.pageSize + 1],
    ),
  ]);
  const wanted = roles.filter(({ role }) => asked.roles.length === 0 || asked.roles.includes(role));
  return { rows: found, total: wanted.reduce((sum, { count }) => sum + count, 0), roles };
};
