import { LISTED_VERSION } from '../../domain/entries/bringing.ts';

/** Of an entry `p`: it stands on a roll of organizations, which bring their own. On a list of people nobody brings anything. */
const ON_ROLL_SQL = "(p.listed and p.subject_kind <> 'person')";

/** Of an entry `p`: it stands on a roll on which whoever stands on it plans for himself. */
const PLANS_SQL = `(p.listed and exists (select 1 from edition_stage w where w.edition_id = p.edition_id and w.act = 'plan'))`;

const ASKED_SQL = `(case when ${PLANS_SQL} then 'plan' else 'declare' end)`;

/** Of an entry `p` that stands on a roll: it has brought nothing of its own yet. */
export const UNBROUGHT_SQL = `${ON_ROLL_SQL} and p.declarations = ${LISTED_VERSION} and p.standing = 'declared'`;

const declaring = (table: string, until: string): string =>
  `select 1 from ${table} where w.edition_id = p.edition_id and w.act = ${ASKED_SQL}${until}`;

/**
 * What whoever stands on a roll was to bring itself, by the calendar as it stands today: stages end with days. A late entry is for its
 * nominator alone.
 */
export const broughtSql = (today: string): string => `case
  when ${PLANS_SQL} and exists (select 1 from milestone m where m.entry_id = p.entry_id) then 'brought'
  when not ${PLANS_SQL} and not ${ON_ROLL_SQL} or not exists (${declaring('edition_stage w', '')}) then 'none'
  when p.declarations > ${LISTED_VERSION} then 'brought'
  when exists (${declaring('edition_stage w', ` and w.closes_at > ${today}`)}) or exists (${declaring(
    'edition_stage w join late_entry l on l.edition_id = w.edition_id and l.stage_id = w.stage_id',
    ` and l.nominator_id = p.nominator_id and l.until_at > ${today}`,
  )}) then 'awaited'
  else 'overdue' end`;
