import { coversSql } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import type { NominatorKnowledge } from '../../application/remind-nominators.ts';
import { UNBROUGHT_SQL } from './brought.ts';
import { PLACED_SQL } from './work-questions.ts';

/** Units of one committee's tree: as many as a province has, and more. */
const UNITS_MAX = 20_000;

const of = (condition: string): string => `count(*) filter (where ${condition})::int`;
const RETURNED = `p.standing = 'returned' and p.redeclare_until > $3`;

/** How the entries of each nominator stand, in one question, whatever their number. */
const PARTS = `select u.id as "nominatorId", coalesce(n.name_zh, '') as name, coalesce(e.entries, 0) as entries,
    coalesce(e.planned, 0) as planned, coalesce(e.underway, 0) as underway, coalesce(e.unbrought, 0) as unbrought, coalesce(e.placed, 0) as placed,
    coalesce(e.returned, 0) as returned, coalesce(e.until, '') as "redeclareUntil"
  from access_organization u left join organization_name n on n.organization_id = u.id
  left join (select p.nominator_id, ${of(`p.standing not in ('withdrawn', 'abandoned')`)} as entries, ${of(`p.standing = 'planned'`)} as planned,
      ${of(`p.standing = 'underway'`)} as underway, ${of(UNBROUGHT_SQL)} as unbrought, ${of(PLACED_SQL)} as placed, ${of(RETURNED)} as returned,
      min(p.redeclare_until) filter (where ${RETURNED}) as until
    from entry p where p.edition_id = $1 group by p.nominator_id) e on e.nominator_id = u.id
  where u.kind = 'unit' and not u.dissolved and ${coversSql('(select path from access_organization where id = $2)', 'u.path')}
  order by u.id limit ${UNITS_MAX}`;

export const nominatorKnowledge = (rows: Rows): NominatorKnowledge => ({
  nominatorsParts: ({ editionId, committeeId, now }) => rows.query(PARTS, [editionId, committeeId, now]),
});
