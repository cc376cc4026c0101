import { coveredByAnySql } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import type { CodesLine } from '../../application/work/code-work.ts';

/** Rounds looked at in one answer: of those in which the public votes few are open at once. */
const ROUNDS_MAX = 20;

/** `$1`: paths of the caller's grants. A void batch holds no code; how many of the others were used is told to nobody here. */
const CODES = `select r.round_id as "roundId", r.edition_id as "editionId", '' as "seriesId", coalesce(e.title_zh, '') as "titleZh",
    coalesce(e.title_en, '') as "titleEn", o.path as "organizationPath", false as concerned, b.issue_until as "dueAt", b.boxes as wanted,
    (select count(*)::int from (select c.box_id from vote_code_batch c where c.ballot_id = b.ballot_id and not c.void
      group by c.box_id having sum(c.made) >= b.least) enough) as made
  from ballot b join round_progress r on r.round_id = b.round_id join access_organization o on o.id = r.committee_id
  left join edition e on e.edition_id = r.edition_id
  where b.by_code and b.status in ('issuing', 'voting') and r.state = 'open' and not coalesce(e.abandoned, false)
    and ${coveredByAnySql('$1', 'o.path')}
  order by b.issue_until, r.round_id limit ${ROUNDS_MAX}`;

export const roundsForCodes = async (rows: Rows, paths: readonly string[]): Promise<readonly CodesLine[]> =>
  rows.query<CodesLine>(CODES, [paths]);
