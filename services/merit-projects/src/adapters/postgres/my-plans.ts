import type { Rows } from '@jiangong/read-models';

/** Of open editions, so that few of anybody's are ever left out: a year's programmes, and what he speaks for. */
export const MY_PLANS_MAX = 100;

export type MyPlanRow = Readonly<{
  entryId: string;
  editionId: string;
  nominatorId: string;
  editionZh: string;
  editionEn: string;
  title: string;
  subjectKind: string;
  subjectId: string;
  revision: number;
}>;

const PLANNED = `select p.entry_id as "entryId", p.edition_id as "editionId", p.nominator_id as "nominatorId",
    e.title_zh as "editionZh", e.title_en as "editionEn", p.title, p.subject_kind as "subjectKind", p.subject_id as "subjectId", p.revision
  from entry p join edition e on e.edition_id = p.edition_id and e.state = 'open'
  where p.listed and exists (select 1 from edition_stage w where w.edition_id = p.edition_id and w.act = 'plan')
    and ((p.subject_kind = 'person' and p.subject_id = $1) or (p.subject_kind = 'organization' and p.subject_id = any($2::text[])))
  order by p.position desc limit ${MY_PLANS_MAX}`;

/** What somebody plans on a roll for himself, and for organizations that he is an officer or the secretary of. */
export const myPlansOf = (
  rows: Rows,
  { personId, organizationIds }: Readonly<{ personId: string; organizationIds: readonly string[] }>,
): Promise<readonly MyPlanRow[]> => rows.query<MyPlanRow>(PLANNED, [personId, organizationIds]);
