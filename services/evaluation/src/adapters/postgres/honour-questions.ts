import { belowMarkedSql, organizationPath } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import { type ListFound, readList, type SortKey } from '@jiangong/read-models/postgres';
import type { ListAsked } from '@jiangong/service-host';
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

/** What a reader tells apart; people stand in membership alone and in no list here. */
const KIND = `case when h.basis = 'series' then 'pacesetter' when h.holder_kind in ('person', 'office-holder') then 'person'
  when h.entry_id is null or h.holder_kind = 'organization' then 'organization' else 'entry' end`;

const COLUMNS = `
  h.honour_id as "honourId",
  ${KIND} as kind,
  h.award_year as year, case when h.holder_kind = 'organization' then '' else h.title end as title,
  h.home_id as "organizationId", h.home_zh as "organizationZh", h.home_en as "organizationEn",
  h.code as award, h.grade_zh as "gradeZh", h.grade_en as "gradeEn",
  h.document_number as "documentNumber", h.granted_at as "grantedAt", coalesce(h.until, '') as until, h.state,
  h.committee_id as "grantedBy", coalesce(c.name_zh, '') as "grantedByZh", coalesce(nullif(c.name_en, ''), c.name_zh, '') as "grantedByEn",
  coalesce(h.withdrawn_on, '') as "withdrawnOn"`;

const GRANTED = 'honour h left join organization_name c on c.organization_id = h.committee_id';

const PUBLIC_ROWS = `${GRANTED}
  left join entry_branch b on b.entry_id = h.entry_id
  join access_organization o on o.id = coalesce(nullif(b.branch_id, ''), h.home_id)`;

/** What is classified, or stands below what is, never appears in public. */
const IN_PUBLIC = `not ${belowMarkedSql('access_organization', 'classified', 'o.path')}`;

/** The latest first unless asked otherwise. */
export const HONOUR_SORTS = ['-granted', 'year', 'title'] as const;
type Sort = 'granted' | 'year' | 'title';

const SORTS: Readonly<Record<Sort, SortKey>> = {
  // Of one circular in its order: what was granted first comes first where the latest circular does.
  granted: { sql: `(h.granted_at || lpad((1000000000000 - h.place)::text, 13, '0')) collate "C"`, kind: 'text' },
  year: { sql: 'h.award_year', kind: 'number' },
  title: { sql: 'h.title_key', kind: 'text' },
};

export type HonoursAsked = ListAsked<Sort> &
  Readonly<{
    today: string;
    years: readonly string[];
    kinds: readonly string[];
    awards: readonly string[];
    standings: readonly string[];
    grantedBy: string;
  }>;

/** Whether it stands on that day: neither withdrawn nor past its last day. */
const standingSql = (today: string): string =>
  `case when h.state = 'withdrawn' then 'withdrawn' when h.until < ${today} then 'expired' else 'stands' end`;

/** Honours of entries and organizations, as everybody finds them. */
export const publicHonours = (rows: Rows, asked: HonoursAsked): Promise<ListFound<HonourRow>> =>
  readList<HonourRow>(rows, (parameter) => ({
    columns: COLUMNS,
    from: PUBLIC_ROWS,
    id: 'h.honour_id',
    where: [
      IN_PUBLIC,
      `h.holder_kind not in ('person', 'office-holder')`,
      ...(asked.grantedBy === '' ? [] : [`h.committee_id = ${parameter(asked.grantedBy)}`]),
    ],
    search: asked.search && { keysColumn: 'h.search_keys', textColumn: 'h.search_text', sought: asked.search },
    facets: {
      year: { sql: 'h.award_year::text', words: asked.years },
      kind: { sql: KIND, words: asked.kinds },
      award: { sql: 'h.code', words: asked.awards },
      standing: { sql: standingSql(parameter(asked.today)), words: asked.standings },
    },
    sort: { ...SORTS[asked.sort.by], down: asked.sort.down },
    place: asked.place,
  }));

/** What a number stands for, withdrawn or not. */
export const honourOfCertificate = async (rows: Rows, number: string): Promise<HonourRow | undefined> =>
  (
    await rows.query<HonourRow>(
      `select ${COLUMNS} from ${PUBLIC_ROWS} where ${IN_PUBLIC} and h.certificate_number = $1`,
      [number],
    )
  )[0];

export const honourById = async (rows: Rows, honourId: string): Promise<HonourRow | undefined> =>
  (await rows.query<HonourRow>(`select ${COLUMNS} from ${GRANTED} where h.honour_id = $1`, [honourId]))[0];

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
