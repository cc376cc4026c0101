import { belowMarkedSql, organizationPath } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import type { Resolver } from '@jiangong/service-host/nest';

export type HonourRow = Readonly<{
  honourId: string;
  kind: string;
  year: number;
  title: string;
  organizationId: string;
  organizationZh: string;
  organizationEn: string;
  award: string;
  gradeZh: string;
  gradeEn: string;
  documentNumber: string;
  grantedAt: string;
  until: string;
  state: string;
  grantedBy: string;
  grantedByZh: string;
  grantedByEn: string;
  withdrawnOn: string;
}>;

type Slice = Readonly<{ offset: number; limit: number }>;

/** `kind`: what a reader tells apart; people stand in membership alone and in no list here. */
const COLUMNS = `
  h.honour_id as "honourId",
  case when h.basis = 'series' then 'pacesetter' when h.holder_kind in ('person', 'office-holder') then 'person'
       when h.entry_id is null or h.holder_kind = 'organization' then 'organization' else 'entry' end as kind,
  h.award_year as year, case when h.holder_kind = 'organization' then '' else h.title end as title,
  h.home_id as "organizationId", h.home_zh as "organizationZh", h.home_en as "organizationEn",
  h.code as award, h.grade_zh as "gradeZh", h.grade_en as "gradeEn",
  h.document_number as "documentNumber", h.granted_at as "grantedAt", coalesce(h.until, '') as until, h.state,
  h.committee_id as "grantedBy", coalesce(c.name_zh, '') as "grantedByZh", coalesce(nullif(c.name_en, ''), c.name_zh, '') as "grantedByEn",
  coalesce(h.withdrawn_on, '') as "withdrawnOn"`;

const GRANTED = 'from honour h left join organization_name c on c.organization_id = h.committee_id';

/** What is classified, or stands below what is, never appears in public. */
const PUBLIC = `
  ${GRANTED}
  left join entry_branch b on b.entry_id = h.entry_id
  join access_organization o on o.id = coalesce(nullif(b.branch_id, ''), h.home_id)
  where not ${belowMarkedSql('access_organization', 'classified', 'o.path')}`;

/** Honours that stand, of entries and organizations, newest first. `year` 0 means all. */
export const publicHonours = (rows: Rows, year: number, { offset, limit }: Slice): Promise<readonly HonourRow[]> =>
  rows.query<HonourRow>(
    `select ${COLUMNS} ${PUBLIC}
       and ($1 = 0 or h.award_year = $1) and h.state = 'granted' and h.holder_kind not in ('person', 'office-holder')
     order by h.granted_at desc, h.award_year desc, h.place offset $2 limit $3`,
    [year, offset, limit],
  );

/** What a number stands for, withdrawn or not. */
export const honourOfCertificate = async (rows: Rows, number: string): Promise<HonourRow | undefined> =>
  (await rows.query<HonourRow>(`select ${COLUMNS} ${PUBLIC} and h.certificate_number = $1`, [number]))[0];

export const honourById = async (rows: Rows, honourId: string): Promise<HonourRow | undefined> =>
  (await rows.query<HonourRow>(`select ${COLUMNS} ${GRANTED} where h.honour_id = $1`, [honourId]))[0];

const committeePlace = async (rows: Rows, committeeId: string | undefined) => {
  if (committeeId === undefined) return undefined;
  const path = await organizationPath(rows, committeeId);
  return path === undefined ? undefined : { organizationPath: path, organizationId: committeeId };
};

const resolver =
  (rows: Rows, sql: string): Resolver =>
  async (id) =>
    committeePlace(rows, (await rows.query<{ committeeId: string }>(sql, [id]))[0]?.committeeId);

/** An honour, a naming and a series stand where their committee stands. */
export const honourResolver = (rows: Rows): Resolver =>
  resolver(rows, 'select committee_id as "committeeId" from honour where honour_id = $1');

export const namingResolver = (rows: Rows): Resolver =>
  resolver(rows, 'select committee_id as "committeeId" from naming where round_id = $1');

export const seriesResolver = (rows: Rows): Resolver =>
  resolver(
    rows,
    'select committee_id as "committeeId" from edition where series_id = $1 order by year desc, edition_id limit 1',
  );
