import { belowMarkedSql } from '@jiangong/access/postgres';
import { organizationPath } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import type { Clock } from '@jiangong/service-host';
import type { Resolver } from '@jiangong/service-host/nest';

export type SchemeRow = Readonly<{
  schemeId: string;
  committeeId: string;
  nameZh: string;
  nameEn: string;
  definedAt: string;
}>;

export type Slice = Readonly<{ offset: number; limit: number }>;

export const schemesOf = (rows: Rows, committeeId: string, { offset, limit }: Slice): Promise<readonly SchemeRow[]> =>
  rows.query<SchemeRow>(
    `select scheme_id as "schemeId", committee_id as "committeeId", name_zh as "nameZh", name_en as "nameEn", defined_at as "definedAt"
     from scheme where committee_id = $1 order by position desc offset $2 limit $3`,
    [committeeId, offset, limit],
  );

export type SheetStatus = 'draft' | 'submitted';

/** Who has begun or submitted, by person; whoever has not begun is absent. */
export const sheetStatuses = async (rows: Rows, roundId: string): Promise<ReadonlyMap<string, SheetStatus>> => {
  const found = await rows.query<{ personId: string; status: SheetStatus }>(
    'select person_id as "personId", status from round_sheet where round_id = $1',
    [roundId],
  );
  return new Map(found.map(({ personId, status }) => [personId, status]));
};

export type HonourRow = Readonly<{
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
}>;

/** Honours that were made known, newest first. What is classified, or stands below what is, never appears in public. `year` 0 means all. */
export const honours = (rows: Rows, year: number, { offset, limit }: Slice): Promise<readonly HonourRow[]> =>
  rows.query<HonourRow>(
    `select h.kind, year, title, "organizationId", n.name_zh as "organizationZh", n.name_en as "organizationEn", award,
       "gradeZh", "gradeEn", "documentNumber", "grantedAt"
     from (
       select a.kind, e.year, coalesce(p.title, '') as title, a.organization_id as "organizationId", a.award,
         coalesce(g.name_zh, '') as "gradeZh", coalesce(g.name_en, '') as "gradeEn",
         r.document_number as "documentNumber", r.issued_at as "grantedAt", a.revision as place,
         coalesce(b.branch_id, a.organization_id) as stands_at
       from round_award a
       join round r on r.round_id = a.round_id and r.phase = 'commended'
       join edition e on e.edition_id = r.edition_id
       left join round_entry p on p.entry_id = a.entry_id
       left join entry_branch b on b.entry_id = a.entry_id
       left join round_grade g on g.round_id = a.round_id and g.grade = a.grade
       union all
       select 'pacesetter', s.last_year, '', u.organization_id, u.reading, '', '', s.minutes_number, s.named_at, 0, u.organization_id
       from naming_unit u join naming s on s.series_id = u.series_id
     ) h join organization_name n on n.organization_id = h."organizationId"
     join access_organization o on o.id = h.stands_at
     where ($1 = 0 or year = $1)
       and not ${belowMarkedSql('access_organization', 'classified', 'o.path')}
     order by "grantedAt" desc, year desc, place, "organizationId" offset $2 limit $3`,
    [year, offset, limit],
  );

const committeePlace = async (rows: Rows, committeeId: string | undefined) => {
  if (committeeId === undefined) return undefined;
  const path = await organizationPath(rows, committeeId);
  return path === undefined ? undefined : { organizationPath: path, organizationId: committeeId };
};

const resolver =
  (rows: Rows, sql: string): Resolver =>
  async (id) =>
    committeePlace(rows, (await rows.query<{ committeeId: string }>(sql, [id]))[0]?.committeeId);

const stagesOpen = async (rows: Rows, editionId: string, now: string): Promise<readonly string[]> =>
  (
    await rows.query<{ stage: string }>(
      'select stage from edition_stage where edition_id = $1 and opens_at <= $2 and $2 < closes_at',
      [editionId, now],
    )
  ).map(({ stage }) => stage);

/** A round is the own matter of everybody who leads one of its entries: such a leader does not record what is decided over them. */
const roundResolver =
  (rows: Rows, clock: Clock): Resolver =>
  async (roundId) => {
    const [round] = await rows.query<{ editionId: string; committeeId: string }>(
      'select edition_id as "editionId", committee_id as "committeeId" from round where round_id = $1',
      [roundId],
    );
    const place = await committeePlace(rows, round?.committeeId);
    if (round === undefined || place === undefined) return undefined;
    const leaders = await rows.query<{ personId: string }>(
      'select distinct leader_person_id as "personId" from round_entry where edition_id = $1',
      [round.editionId],
    );
    return {
      ...place,
      openStages: await stagesOpen(rows, round.editionId, clock.now()),
      concerns: leaders.map(({ personId }) => personId),
    };
  };

/** Everything here stands where its committee stands. */
export const evaluationResolvers = (rows: Rows, clock: Clock): Readonly<Record<string, Resolver>> => ({
  scheme: resolver(rows, 'select committee_id as "committeeId" from scheme where scheme_id = $1'),
  round: roundResolver(rows, clock),
  edition: resolver(rows, 'select committee_id as "committeeId" from edition where edition_id = $1'),
  series: resolver(
    rows,
    'select committee_id as "committeeId" from edition where series_id = $1 order by year desc, edition_id limit 1',
  ),
});
