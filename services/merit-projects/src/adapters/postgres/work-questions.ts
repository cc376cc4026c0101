import { coveredByAnySql, coversSql } from '@jiangong/access/postgres';
import { isOpenAt, localDateOf } from '@jiangong/calendar';
import type { Rows } from '@jiangong/read-models';
import type { WorkEdition } from '../../application/work/entry-work.ts';
import type { HolidayProposal } from '../../application/work/holiday-work.ts';
import { WORK_ROWS_MAX, type WorkKnowledge } from '../../application/work/list-work.ts';
import type { LateEntry, StageState } from '../../domain/edition/state.ts';
import type { EditionTables } from '../../domain/programme.ts';
import { UNBROUGHT_SQL } from './brought.ts';
import { liveClaimSql } from './review-claim-projection.ts';

/** Open editions that work is told of, the latest opened ones. */
const EDITIONS_MAX = 50;

type EditionRow = Omit<WorkEdition, 'tables' | 'stages' | 'lateEntries'> & Readonly<{ tables: string }>;
type Windows = Readonly<{ editionId: string }> &
  Pick<StageState, 'stageId' | 'opensOn' | 'closesOn' | 'opensAt' | 'closesAt' | 'closings'>;
type Late = Readonly<{ editionId: string }> & LateEntry;

/** A stage as it stands by the calendar, which is what orders are decided by. */
const stagesOf = (tables: EditionTables, windows: readonly Windows[], now: string): readonly StageState[] =>
  tables.stages.flatMap((rule) => {
    const window = windows.find(({ stageId }) => stageId === rule.stageId);
    if (!window) return [];
    const progress = isOpenAt(window, now) ? 'open' : now < window.opensAt ? 'ahead' : 'closed';
    return [{ ...rule, ...window, progress }];
  });

const OPEN_EDITIONS = `select o.edition_id from edition o where o.state = 'open' order by o.position desc limit ${EDITIONS_MAX}`;

const editions = async (rows: Rows, now: string): Promise<readonly WorkEdition[]> => {
  const [found, windows, late] = await Promise.all([
    rows.query<EditionRow>(
      `select e.edition_id as "editionId", e.committee_id as "committeeId", e.title_zh as "titleZh", e.title_en as "titleEn", e.tables,
       c.path as "committeePath"
     from edition e join access_organization c on c.id = e.committee_id
     where e.state = 'open' order by e.position desc limit ${EDITIONS_MAX}`,
    ),
    rows.query<Windows>(
      `select edition_id as "editionId", stage_id as "stageId", opens_on as "opensOn", closes_on as "closesOn", opens_at as "opensAt",
       closes_at as "closesAt", closings
     from edition_stage where edition_id in (${OPEN_EDITIONS})`,
    ),
    rows.query<Late>(
      `select l.edition_id as "editionId", l.nominator_id as "nominatorId", l.stage_id as "stageId", s.act, l.from_at as "from", l.until_at as "untilAt"
     from late_entry l join edition_stage s on s.edition_id = l.edition_id and s.stage_id = l.stage_id
     where l.edition_id in (${OPEN_EDITIONS}) and l.from_at <= $1 and $1 < l.until_at`,
      [now],
    ),
  ]);
  return found.map((edition) => {
    const tables = JSON.parse(edition.tables) as EditionTables;
    const of = <T extends { editionId: string }>(all: readonly T[]): readonly T[] =>
      all.filter(({ editionId }) => editionId === edition.editionId);
    return { ...edition, tables, stages: stagesOf(tables, of(windows), now), lateEntries: of(late) };
  });
};

/** Entries stand where their proposer stands; `$1`: paths of the caller's grants. */
const MINE = coveredByAnySql('$1', 'b.path');
const OPEN = `join edition e on e.edition_id = p.edition_id and e.state = 'open' join access_organization b on b.id = p.proposer_id`;
/** Ids of people stand in the text between quotes, each whole: looked for as text, since each entry of the tree would be parsed for it. */
const CONCERNED = `strpos(p.answerable, '"' || $2::text || '"') > 0`;

/** A withdrawal gives its place back only before discipline inspection was asked. */
export const PLACED_SQL = `p.declarations > 0
  and (p.standing <> 'withdrawn' or exists (select 1 from clearance c where c.entry_id = p.entry_id and c.requested_at <> ''))`;

const ENTRY_GROUPS = `select p.edition_id as "editionId", p.nominator_id as "nominatorId", p.track, p.standing, b.path as "organizationPath",
    ${CONCERNED} as concerned, case when p.standing = 'returned' then p.redeclare_until else '' end as "redeclareUntil",
    count(*)::int as entries, count(*) filter (where ${PLACED_SQL})::int as placed, count(*) filter (where ${UNBROUGHT_SQL})::int as unbrought, count(c.entry_id)::int as "othersReview"
  from entry p ${OPEN} left join review_claim c on c.claimed_by <> $2 and ${liveClaimSql('$3')} where ${MINE} group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7 limit ${WORK_ROWS_MAX}`;

const OBJECTIONS = `select p.edition_id as "editionId", b.path as "organizationPath", ${CONCERNED} as concerned,
    count(*) filter (where o.status = 'open')::int as open, count(*) filter (where o.status = 'settled')::int as settled,
    coalesce(min(o.answer_due_at) filter (where o.status = 'open'), '') as "dueAt"
  from objection o join entry p on p.entry_id = o.entry_id ${OPEN} where ${MINE} group by 1, 2, 3 order by 1, 2, 3 limit ${WORK_ROWS_MAX}`;

const PROPOSALS = `select r.edition_id as "editionId", r.entry_id as "entryId", r.act, r.proposed_by as "proposedBy", r.role, b.path as "organizationPath",
    coalesce(${CONCERNED}, false) as concerned, coalesce(p.title, '') as "titleZh",
    r.act = 'UndoAct' and (r.terms::jsonb ->> 'entryRevision')::bigint <> p.revision as lapsed
  from proposal r join edition e on e.edition_id = r.edition_id and (e.state = 'open' or r.act = 'DestroyEvidence') left join entry p on p.entry_id = r.entry_id
  join access_organization b on b.id = coalesce(p.proposer_id, e.committee_id)
  where ${MINE} order by r.position limit ${WORK_ROWS_MAX}`;

const BRANCH_PLANS = `select e.edition_id as "editionId", b.id as "branchId", b.path as "organizationPath",
    exists (select 1 from entry p where p.edition_id = e.edition_id and p.proposer_id = b.id) as planned
  from edition e join access_organization c on c.id = e.committee_id
  join access_organization b on ${coversSql('c.path', 'b.path')} and b.kind = 'branch' and not b.dissolved
  where e.state = 'open' and ${MINE} order by e.position desc, b.id limit ${WORK_ROWS_MAX}`;

/** Units and branches of editions in which somebody nominates; what a branch puts forward stands at it, and in its unit's list. */
const NOMINATORS = `select e.edition_id as "editionId", b.id as "organizationId", b.kind, b.path as "organizationPath",
    exists (select 1 from entry p where p.edition_id = e.edition_id and p.standing <> 'withdrawn'
      and case b.kind when 'unit' then p.nominator_id else p.proposer_id end = b.id) as entered
  from edition e join access_organization c on c.id = e.committee_id
  join access_organization b on ${coversSql('c.path', 'b.path')} and b.kind in ('unit', 'branch') and not b.dissolved
  where e.state = 'open' and e.tables::jsonb ->> 'intake' in ('nominate', 'put-forward') and ${MINE} order by e.position desc, b.id limit ${WORK_ROWS_MAX}`;

const OWN_NOTICES = `select n.edition_id as "editionId", b.path as "organizationPath", count(distinct n.own_notice_id)::int as notices,
    count(o.objection_id) filter (where o.outcome = '')::int as open, count(o.objection_id) filter (where o.outcome <> '')::int as answered
  from own_notice n join edition e on e.edition_id = n.edition_id and e.state = 'open' join access_organization b on b.id = n.nominator_id
  left join own_objection o on o.own_notice_id = n.own_notice_id
  where not n.stopped and ${MINE} group by 1, 2 order by 1, 2 limit ${WORK_ROWS_MAX}`;

const MILESTONES = `select p.edition_id as "editionId", p.entry_id as "entryId", p.title as "titleZh", b.path as "organizationPath",
    count(r.milestone_id)::int as done, count(*)::int as total, min(m.due_on) filter (where r.milestone_id is null) as "dueOn"
  from entry p ${OPEN} join milestone m on m.entry_id = p.entry_id
  left join milestone_reached r on r.entry_id = m.entry_id and r.milestone_id = m.milestone_id
  where p.standing = 'underway' and ${MINE} group by p.entry_id, b.path having count(*) > count(r.milestone_id)
  order by min(m.due_on) filter (where r.milestone_id is null), p.entry_id limit ${WORK_ROWS_MAX}`;

const PROBLEMS = `select p.edition_id as "editionId", e.title_zh as "titleZh", e.title_en as "titleEn", c.path as "committeePath",
    b.path as "organizationPath", p.state, p.owner_role as "ownerRole", (p.found_by = $2 or $2 = any(p.hands)) as "tookPart",
    p.proposal_by as "proposedBy", p.proposal_role as "proposalRole", count(*)::int as problems,
    count(*) filter (where p.state = 'assigned' and p.due_on < $3)::int as overdue,
    coalesce(min(p.due_on) filter (where p.state = 'assigned'), '') as "dueOn"
  from problem p join edition e on e.edition_id = p.edition_id and e.state <> 'abandoned'
  join access_organization c on c.id = p.committee_id join access_organization b on b.id = p.owner_id
  where p.state in ('found', 'assigned', 'handed-in', 'closed') and (p.state <> 'closed' or p.proposal_id <> '') and ${MINE}
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 order by 1, 5, 6, 7, 8, 9, 10 limit ${WORK_ROWS_MAX}`;

const POLICY_PROPOSALS = `select r.committee_id as "committeeId", r.proposed_by as "proposedBy", r.role, b.path as "organizationPath"
  from policy_proposal r join access_organization b on b.id = r.committee_id where ${MINE} order by r.position limit ${WORK_ROWS_MAX}`;

const holidays: (rows: Rows) => ReturnType<WorkKnowledge['holidays']> = async (rows) => {
  const [entered, proposals] = await Promise.all([
    rows.query<{ year: number }>('select year from holiday_year order by year'),
    rows.query<HolidayProposal>(
      `select year, proposed_by as "proposedBy", role from holiday_proposal order by position limit ${WORK_ROWS_MAX}`,
    ),
  ]);
  return { entered: entered.map(({ year }) => year), proposals };
};

/** One question a kind, over the caller's own parts of the tree; nothing sealed is opened. */
export const workKnowledge = (rows: Rows): WorkKnowledge => ({
  editions: (now) => editions(rows, now),
  entryGroups: (paths, personId, now) => rows.query(ENTRY_GROUPS, [paths, personId, now]),
  objections: (paths, personId) => rows.query(OBJECTIONS, [paths, personId]),
  proposals: (paths, personId) => rows.query(PROPOSALS, [paths, personId]),
  branchPlans: (paths) => rows.query(BRANCH_PLANS, [paths]),
  nominators: (paths) => rows.query(NOMINATORS, [paths]),
  ownNotices: (paths) => rows.query(OWN_NOTICES, [paths]),
  milestones: (paths) => rows.query(MILESTONES, [paths]),
  problems: (paths, personId, now) => rows.query(PROBLEMS, [paths, personId, localDateOf(now)]),
  holidays: () => holidays(rows),
  policyProposals: (paths) => rows.query(POLICY_PROPOSALS, [paths]),
});
