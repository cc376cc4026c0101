import type { PagePlace } from '@jiangong/service-host';
import type { Edition, LateEntry, Stage } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import type { Rows } from '@jiangong/read-models';

type EditionRow = Omit<Edition, 'stages' | 'lateEntries'> & Readonly<{ position: number }>;

const COLUMNS = `edition_id as "editionId", series_id as "seriesId", year, committee_id as "committeeId", title_zh as "titleZh", title_en as "titleEn", quota,
  notice_working_days as "noticeWorkingDays", objection_working_days as "objectionWorkingDays", revision, position`;

const stagesOf = (rows: Rows, editionIds: readonly string[]): Promise<readonly (Stage & { editionId: string })[]> =>
  rows.query<Stage & { editionId: string }>(
    `select edition_id as "editionId", stage, opens_on as "opensOn", closes_on as "closesOn", opens_at as "opensAt", closes_at as "closesAt",
       case when closed_at is not null then 'closed' when opened_at is not null then 'open' else 'ahead' end as progress
     from edition_stage where edition_id = any($1) order by edition_id, ordinal`,
    [editionIds],
  );

const lateEntriesOf = (
  rows: Rows,
  editionIds: readonly string[],
): Promise<readonly (LateEntry & { editionId: string })[]> =>
  rows.query<LateEntry & { editionId: string }>(
    `select edition_id as "editionId", unit_id as "unitId", stage, from_at as "fromAt", until_at as "untilAt", why
     from late_entry where edition_id = any($1) order by edition_id, revision`,
    [editionIds],
  );

const whole = async (
  rows: Rows,
  found: readonly EditionRow[],
): Promise<readonly (Edition & Readonly<{ position: number }>)[]> => {
  const ids = found.map(({ editionId }) => editionId);
  const [stages, lateEntries] = [await stagesOf(rows, ids), await lateEntriesOf(rows, ids)];
  return found.map((edition) => ({
    ...edition,
    stages: stages.filter(({ editionId }) => editionId === edition.editionId),
    lateEntries: lateEntries.filter(({ editionId }) => editionId === edition.editionId),
  }));
};

export const editionOf = async (rows: Rows, editionId: string): Promise<Edition | undefined> =>
  (
    await whole(rows, await rows.query<EditionRow>(`select ${COLUMNS} from edition where edition_id = $1`, [editionId]))
  )[0];

/** The latest opened first: the token is the position before which the page begins. */
export const editionsOf = async (
  rows: Rows,
  asked: Readonly<{ committeeId: string; seriesId: string; page: PagePlace<number> }>,
): Promise<readonly (Edition & Readonly<{ position: number }>)[]> => {
  const { committeeId, seriesId, page } = asked;
  const found = await rows.query<EditionRow>(
    `select ${COLUMNS} from edition
     where ($1 = '' or committee_id = $1) and ($2 = '' or series_id = $2) and ($3::bigint is null or position < $3)
     order by position desc limit $4`,
    [committeeId, seriesId, page.after ?? null, page.size + 1],
  );
  return whole(rows, found);
};
