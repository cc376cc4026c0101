import { coveredByAnySql, coversRangeSql } from '@jiangong/access/postgres';
import type { OrganizationName } from '@jiangong/contracts/jiangong/organizations/v1/questions';
import type { Rows } from '@jiangong/read-models';

export type OrganizationRow = Readonly<{
  organizationId: string;
  parentId: string;
  kind: string;
  nameZh: string;
  nameEn: string;
  code: string;
  classified: boolean;
  condition: string;
  path: string;
  foundedAt: string;
  revision: number;
  foundedOn: string;
  endedKind: string;
  endedOn: string;
  successorIds: readonly string[];
  heirId: string;
  level: number;
  children: number;
}>;

/** A proposal to restore it that waits for its second person. */
export type RestorationRow = Readonly<{ proposalId: string; proposedBy: string; role: string; proposedAt: string }>;

export type NameRow = Readonly<{ nameZh: string; nameEn: string; since: string }>;

export type OfficerRow = Readonly<{
  appointmentId: string;
  personId: string;
  office: string;
  appointedAt: string;
  effectiveOn: string;
  termEndsOn: string | null;
}>;

/** The subtree of `$1`, as a range of the path's index. */
const UNDER = `($1 = '' or ${coversRangeSql('(select path from organization where id = $1)', 'o.path')})`;

/** What is not classified, nor below what is, and of that, what stands below a grant in force of the caller: `grants` is an array of their paths. */
export const visible = (grants: string, table = 'o'): string =>
  `(not ${table}.hidden or ${coveredByAnySql(grants, `${table}.path`)})`;

export const COLUMNS = (
  grants: string,
): string => `o.id as "organizationId", coalesce(o.parent_id, '') as "parentId", o.kind, o.name_zh as "nameZh", o.name_en as "nameEn",
  o.code, o.hidden as classified, o.condition, o.path, o.founded_at as "foundedAt", o.revision::int as revision,
  o.founded_on as "foundedOn", coalesce(o.ended_kind, '') as "endedKind", coalesce(o.ended_on, '') as "endedOn",
  o.successor_ids as "successorIds", coalesce(o.heir_id, '') as "heirId", o.level,
  (select count(*)::int from organization c where c.parent_id = o.id and c.condition <> 'dissolved'
     and ${visible(grants, 'c')}) as children`;

/** An organization, unless it is classified and the caller holds no role over it. */
export const organizationOf = async (
  rows: Rows,
  id: string,
  grantPaths: readonly string[],
): Promise<OrganizationRow | undefined> =>
  (
    await rows.query<OrganizationRow>(
      `select ${COLUMNS('$2')} from organization o where o.id = $1 and ${visible('$2')}`,
      [id, grantPaths],
    )
  )[0];

/** Whether there is one, as far as the caller may know. */
export const isKnownTo = async (rows: Rows, id: string, grantPaths: readonly string[]): Promise<boolean> =>
  (await rows.query(`select o.id from organization o where o.id = $1 and ${visible('$2')}`, [id, grantPaths])).length >
  0;

export const officersOf = (rows: Rows, organizationId: string): Promise<readonly OfficerRow[]> =>
  rows.query<OfficerRow>(
    `select appointment_id as "appointmentId", person_id as "personId", office, appointed_at as "appointedAt", effective_on as "effectiveOn", term_ends_on as "termEndsOn"
     from organization_officer where organization_id = $1 order by office, appointment_id`,
    [organizationId],
  );

export const restorationsOf = (rows: Rows, organizationId: string): Promise<readonly RestorationRow[]> =>
  rows.query<RestorationRow>(
    `select proposal_id as "proposalId", proposed_by as "proposedBy", role, proposed_at as "proposedAt"
     from organization_proposal where organization_id = $1 order by proposed_at, proposal_id`,
    [organizationId],
  );

/** What an organization was called on a day; before its first day what it was called first. */
export const nameOn = async (rows: Rows, organizationId: string, on: string): Promise<NameRow | undefined> =>
  (
    await rows.query<NameRow>(
      `select name_zh as "nameZh", name_en as "nameEn", since from organization_name where organization_id = $1
       order by since <= $2 desc, case when since <= $2 then revision end desc, revision limit 1`,
      [organizationId, on],
    )
  )[0];

/** Organizations in one question for names. */
export const NAMES_MAX = 1_000;

/** What each is called now; without what is classified, unless the caller holds a role over it. */
export const namesOf = (
  rows: Rows,
  ids: readonly string[],
  grantPaths: readonly string[],
): Promise<readonly OrganizationName[]> =>
  rows.query<OrganizationName>(
    `select o.id as "organizationId", o.name_zh as "nameZh", o.name_en as "nameEn", o.hidden as classified
     from organization o where o.id = any($1::text[]) and ${visible('$2')} order by o.id`,
    [ids, grantPaths],
  );

/** Live organizations by kind; nothing classified is counted, whoever asks. */
export const countsOf = (rows: Rows, underId: string): Promise<readonly Readonly<{ kind: string; count: number }>[]> =>
  rows.query<{ kind: string; count: number }>(
    `select o.kind, count(*)::int as count from organization o
     where ${UNDER} and o.condition <> 'dissolved' and not o.hidden
     group by o.kind order by o.kind`,
    [underId],
  );
