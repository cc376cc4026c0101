import { coveredByAnySql } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import { BRANCH_KINDS } from '../../domain/decision/branch-kinds.ts';
import { WORK_HONOURS_MAX } from '../../application/work/honour-work.ts';
import type { EditionTitles } from '../../application/work/ballot-work.ts';
import type { PendingLine } from '../../application/work/pending-work.ts';
import { type Present, WORK_ROWS_MAX, type WorkKnowledge } from '../../application/work/work-knowledge.ts';
import type { StageEndAct } from './stage-end-projection.ts';

/** A naming is called after the newest edition of its series, and belongs to none of them. */
const EDITION = `left join edition e on e.edition_id = case when r.series_id = '' then r.edition_id
    else (select x.edition_id from edition x where x.series_id = r.series_id order by x.year desc, x.edition_id limit 1) end`;
const ABOUT = `case when r.series_id = '' then r.edition_id else '' end as "editionId", r.series_id as "seriesId",
    coalesce(e.title_zh, '') as "titleZh", coalesce(e.title_en, '') as "titleEn"`;

/** When the stage ends that is for it: the round's own phase first. */
const endOf = (act: StageEndAct): string => `coalesce((select t.closes_at from stage_end t
    where t.edition_id = r.edition_id and t.act = '${act}' and t.phase in (r.phase, '') order by t.phase = '', t.closes_at limit 1), '')`;

/** Of the notices the one after the decision is the second. */
const SECOND_NOTICE_END = `coalesce((select max(t.closes_at) from stage_end t where t.edition_id = r.edition_id and t.act = 'notice'
    and t.phase in (r.phase, '') and t.closes_at > ${endOf('decide')}), '')`;

/** What is not in a round is not asked for. Lists, bonuses and measures stand in its scheme; proposals and appeals come and go. */
const FOUND_IN_ROUND = `exists (select 1 from round_proposal p where p.round_id = r.round_id) as proposals,
    coalesce(d.checklists, false) as lists, coalesce(cardinality(d.bonus_roles) > 0, false) as bonuses,
    exists (select 1 from measure_source m where m.round_id = r.round_id) as measures,
    exists (select 1 from appeal a where a.round_id = r.round_id and a.standing = 'open') as appeals`;

/** `$1`: paths of the caller's grants, `$2`: the caller. What is over is left out: nobody waits for it. */
const ROUNDS = `select r.round_id as "roundId", ${ABOUT}, r.outdated, r.goes_on as "goesOn", r.edge_open as "edgeOpen", r.deal_waits as "dealWaits", r.commends, r.part_of as "partOf", r.makers, r.publisher,
    o.kind as "committeeKind", ${FOUND_IN_ROUND},
    ${endOf('decide')} as "decideBy", ${SECOND_NOTICE_END} as "publishBy", ${endOf('commend')} as "commendBy",
    o.path as "organizationPath", r.second_notice as "secondNotice", r.state, r.opens_at as "opensAt", r.closes_at as "closesAt",
    r.notice_until as "noticeUntil", coalesce(own.state, '') as "ownSeat", s.seats, s.submitted,
    (select count(*)::int from reopening_request q where q.round_id = r.round_id and not exists (select 1 from round_proposal p
      where p.round_id = q.round_id and q.seat_id = any(p.seat_ids))) as "reopeningRequests",
    exists (select 1 from round_entry x where x.round_id = r.round_id and $2 = any(x.answerable)) or exists (select 1 from round_part p
      join round_entry x on x.round_id = p.round_id and x.entry_id = any(p.entry_ids)
      where p.part_id = r.round_id and $2 = any(x.answerable)) as concerned
  from round_progress r join access_organization o on o.id = r.committee_id left join round d on d.round_id = r.round_id
  ${EDITION}
  left join seat_progress own on own.round_id = r.round_id and own.person_id = $2
  cross join lateral (select count(*)::int as seats, count(*) filter (where p.state = 'submitted')::int as submitted
    from seat_progress p where p.round_id = r.round_id and p.state <> 'out') s
  where r.state <> 'annulled' and (r.series_id <> '' or not coalesce(e.abandoned, false))
    and (own.seat_id is not null or ${coveredByAnySql('$1', 'o.path')})
    and (r.state <> 'commended' or exists (select 1 from round_proposal p where p.round_id = r.round_id)
      or exists (select 1 from appeal a where a.round_id = r.round_id and a.standing = 'open'))
  order by r.closes_at desc, r.round_id limit ${WORK_ROWS_MAX}`;

const PROPOSALS = `select round_id as "roundId", act, unsealed, proposed_by as "proposedBy", role
  from round_proposal where round_id = any($1) order by position limit ${WORK_ROWS_MAX}`;

/** `$2`: the caller, who carries out nothing that he proposed, nor anything about an entry of his own. */
const entryProposals = (table: string): string => `select p.round_id as "roundId", p.role, count(*)::int as proposals
  from ${table} p join round_entry e on e.round_id = p.round_id and e.entry_id = p.entry_id
  where p.round_id = any($1) and p.proposed_by <> $2 and not $2 = any(e.answerable)
  group by p.round_id, p.role order by p.round_id, p.role limit ${WORK_ROWS_MAX}`;

/** `$2`: the caller, who decides nothing about an entry of his own. */
const BONUS_CLAIMS = `select c.round_id as "roundId", r.bonus_roles as roles, count(*)::int as claims,
    count(*) filter (where c.standing = 'waiting')::int as waiting
  from bonus_claim c join round r on r.round_id = c.round_id
  join round_entry e on e.round_id = c.round_id and e.entry_id = c.entry_id
  where c.round_id = any($1) and c.standing <> 'withdrawn' and not $2 = any(e.answerable)
    and not exists (select 1 from bonus_entry_out o where o.round_id = c.round_id and o.entry_id = c.entry_id)
  group by c.round_id, r.bonus_roles having count(*) filter (where c.standing = 'waiting') > 0
  order by c.round_id limit ${WORK_ROWS_MAX}`;

/** `$2`: the caller, who records nothing about an entry of his own. A value of each measure is wanted of each entry. */
const MEASURES = `select s.round_id as "roundId", s.role, count(*)::int as wanted,
    count(*) filter (where exists (select 1 from measure_value v
      where v.round_id = s.round_id and v.source_id = s.source_id and v.entry_id = m.entry_id))::int as recorded
  from measure_source s join measure_entry m on m.round_id = s.round_id
  join round_entry e on e.round_id = m.round_id and e.entry_id = m.entry_id
  where s.round_id = any($1) and not $2 = any(e.answerable)
  group by s.round_id, s.role order by s.round_id, s.role limit ${WORK_ROWS_MAX}`;

/** `$2`: the caller, who decides no appeal of his own, nor one of an entry that he answers for. */
const APPEALS = `select a.round_id as "roundId", q.roles, ${endOf('appeal')} as "dueAt", count(*)::int as appeals,
    count(*) filter (where a.standing = 'open')::int as open
  from appeal a join appeal_round q on q.round_id = a.round_id join round_progress r on r.round_id = a.round_id
  join round_entry e on e.round_id = a.round_id and e.entry_id = a.entry_id
  where a.round_id = any($1) and a.standing <> 'withdrawn' and a.filed_by <> $2 and not $2 = any(e.answerable)
    and not exists (select 1 from appeal_entry_out o where o.round_id = a.round_id and o.entry_id = a.entry_id)
  group by a.round_id, q.roles, r.edition_id, r.phase having count(*) filter (where a.standing = 'open') > 0
  order by a.round_id limit ${WORK_ROWS_MAX}`;

const MINUTES = `select m.round_id as "roundId", ${ABOUT}, ${endOf('decide')} as "decideBy",
    o.path as "organizationPath", a.attested, a.present
  from minutes_waiting m join access_organization o on o.id = m.committee_id join round_progress r on r.round_id = m.round_id ${EDITION}
  cross join lateral (select count(*) filter (where w.attested)::int as attested, count(*)::int as present
    from minutes_waiting w where w.decision_id = m.decision_id) a
  where m.person_id = $1 and not m.attested order by m.decision_id limit ${WORK_ROWS_MAX}`;

/** `$1`: paths of the caller's grants, `$2`: the caller. Whoever has left is waited for no more. */
const UPWARD = `select r.round_id as "roundId", ${ABOUT}, o.path as "organizationPath", r.state, r.second_notice as "secondNotice",
    r.by_secretary as "bySecretary", r.notice_until as "noticeUntil", ${endOf('put-forward')} as "putForwardBy", m.recommended, m."putForward", m.decided,
    exists (select 1 from round_entry x where x.round_id = r.round_id and $2 = any(x.answerable)) as concerned
  from round_progress r join access_organization o on o.id = r.committee_id ${EDITION}
  cross join lateral (select count(*) filter (where c.standing <> 'waiting' or not c.entry_left)::int as recommended,
      count(*) filter (where c.standing <> 'waiting')::int as "putForward",
      count(*) filter (where c.standing = 'taken-back' or c.outcome is not null)::int as decided
    from recommendation c where c.decided_id = r.round_id) m
  where m.recommended > 0 and not coalesce(e.abandoned, false) and r.state <> 'annulled'
    and (m."putForward" < m.recommended or m.decided < m."putForward"
      or exists (select 1 from recommendation_proposal p where p.decided_id = r.round_id))
    and ${coveredByAnySql('$1', 'o.path')}
  order by r.round_id limit ${WORK_ROWS_MAX}`;

const UPWARD_PROPOSALS = `select p.decided_id as "roundId", p.role, count(*)::int as proposals from recommendation_proposal p
  where p.decided_id = any($1) and p.proposed_by <> $2 group by p.decided_id, p.role order by p.decided_id, p.role limit ${WORK_ROWS_MAX}`;

const MINE = coveredByAnySql('$1', 'o.path');

/** People are named nowhere here: their honour stands under its grade alone. */
const HONOUR = `h.honour_id as "honourId", o.path as "organizationPath",
    case when h.holder_kind in ('person', 'office-holder') then '' when h.title = '' then h.home_zh || ' · ' else h.title || ' · ' end || h.grade_zh as "titleZh"`;

/** `$1`: paths of the caller's grants, `$2`: the caller, who talks with nobody about an entry of his own. */
const TALKS_TO_HOLD = `select r.round_id as "roundId", ${ABOUT}, o.path as "organizationPath", t.role, t.held, t.talks, t."dueOn", false as concerned
  from round_progress r join access_organization o on o.id = r.committee_id ${EDITION}
  cross join lateral (select k.role, count(*)::int as talks, count(*) filter (where k.standing <> 'waiting')::int as held,
      coalesce(min(k.due_on) filter (where k.standing = 'waiting'), '') as "dueOn"
    from talk k where k.decided_id = r.round_id and not k.entry_left
      and not exists (select 1 from round_entry x where x.round_id = k.round_id and x.entry_id = k.entry_id and $2 = any(x.answerable))
    group by k.role) t
  where t.held < t.talks and r.state <> 'annulled' and not coalesce(e.abandoned, false) and ${coveredByAnySql('$1', 'o.path')}
  order by r.round_id limit ${WORK_ROWS_MAX}`;

/** `$1`: paths of what the caller is secretary or officer of, `$2`: the caller. Nobody confirms what he wrote down himself. */
const TALKS_TO_CONFIRM = `select r.round_id as "roundId", ${ABOUT}, c.path as "organizationPath", count(*)::int as talks,
    coalesce(min(case when o.kind = any($3::text[]) then 'branch-secretary' else 'unit-officer' end) filter (where o.path = any($1::text[])), '') as role
  from talk k join round_progress r on r.round_id = k.decided_id join access_organization c on c.id = r.committee_id
  join round_entry x on x.round_id = k.round_id and x.entry_id = k.entry_id join access_organization o on o.id = x.stands_at ${EDITION}
  where k.standing = 'held' and not k.entry_left and k.held_by <> $2 and not coalesce(e.abandoned, false)
    and (o.path = any($1::text[]) or x.subject_id = $2 or $2 = any(x.answerable))
  group by r.round_id, r.series_id, r.edition_id, e.title_zh, e.title_en, c.path order by r.round_id limit ${WORK_ROWS_MAX}`;

/** Windows of a stage that comes again which are looked at behind the first one: more than an award is held for. */
const COMINGS_MAX = 100;
const EVERY = `case t.every when 'half' then interval '6 months' else interval '1 year' end`;

/**
 * `$2`: today, `$3`: the last day that is looked ahead to, for what begins or is due by then. What was found wrong comes before the usual day, which is the end of the stage's
 * first window that opened after the last look at it, or a year (half a year) after that where the calendar has no such stage.
 */
const RECHECKS = `select "honourId", "organizationPath", "titleZh", "dueOn" from (
    select ${HONOUR}, coalesce(h.rectify_by, w.closes_on, to_char(h.checked_on::date + ${EVERY}, 'YYYY-MM-DD')) as "dueOn",
      case when h.rectify_by is null then w.opens_on end as opens_on
    from honour h join access_organization o on o.id = h.committee_id
    left join edition e on e.edition_id = h.edition_id
    left join template_recheck t on t.committee_id = h.committee_id and t.template_hash = e.template_hash and t.rule_id = h.rule_id
    left join lateral (select to_char(s.opens_on::date + n * ${EVERY}, 'YYYY-MM-DD') as opens_on,
        to_char(s.closes_on::date + n * ${EVERY}, 'YYYY-MM-DD') as closes_on
      from stage_end s cross join generate_series(0, ${COMINGS_MAX}) n
      where s.edition_id = h.edition_id and s.stage_id = t.stage_id and s.opens_on::date + n * ${EVERY} > h.checked_on::date
      order by n limit 1) w on true
    where h.state = 'granted' and ${MINE} and (h.rectify_by is not null or t.every is not null and coalesce(h.until, $2) >= $2)
  ) due where coalesce(opens_on, "dueOn") <= $3 order by "dueOn", "honourId" limit ${WORK_HONOURS_MAX}`;

/** What was proposed about an honour that does not stand so any more has lapsed. */
const HONOUR_PROPOSALS = `select ${HONOUR}, p.act, p.proposed_by as "proposedBy", p.role
  from honour_proposal p join honour h on h.honour_id = p.honour_id join access_organization o on o.id = h.committee_id
  where ${MINE} and h.state = case p.act when 'WithdrawHonour' then 'granted' else 'withdrawn' end
  order by p.position limit ${WORK_HONOURS_MAX}`;

/** `$1`: paths of the caller's grants, `$2`: the caller. What such a round waits for is asked of the round itself; so many are looked at in one answer. */
const PENDING_ROUNDS_MAX = 20;
const PENDING = `select r.round_id as "roundId", ${ABOUT}, o.path as "organizationPath", ${endOf('decide')} as "decideBy",
    exists (select 1 from round_entry x where x.round_id = r.round_id and $2 = any(x.answerable)) as concerned
  from round_progress r join round d on d.round_id = r.round_id join access_organization o on o.id = r.committee_id ${EDITION}
  where r.state in ('open', 'closed', 'tallied', 'minuted', 'decided', 'proposed') and not coalesce(e.abandoned, false)
    and (r.state = 'tallied' and d.asks_facts or r.state in ('open', 'closed') and d.paper_boxes
      or r.state not in ('open', 'closed') and exists (select 1 from appeal a where a.round_id = r.round_id and a.standing = 'upheld'))
    and ${coveredByAnySql('$1', 'o.path')}
  order by r.closes_at desc, r.round_id limit ${PENDING_ROUNDS_MAX}`;

export const pendingRounds = async (
  rows: Rows,
  paths: readonly string[],
  personId: string,
): Promise<readonly PendingLine[]> => rows.query<PendingLine>(PENDING, [paths, personId]);

/** What editions are called. */
export const editionTitles = async (rows: Rows, editionIds: readonly string[]): Promise<EditionTitles> => {
  if (editionIds.length === 0) return new Map();
  const found = await rows.query<{ editionId: string; titleZh: string; titleEn: string }>(
    `select edition_id as "editionId", coalesce(title_zh, '') as "titleZh", coalesce(title_en, '') as "titleEn"
     from edition where edition_id = any($1::text[])`,
    [editionIds],
  );
  return new Map(found.map(({ editionId, ...titles }) => [editionId, titles]));
};

/** `$1`: the caller. Each looks for one row; none tells what stands in it. */
const PRESENT = `select exists (select 1 from recommendation) as upward,
    exists (select 1 from minutes_waiting m where m.person_id = $1 and not m.attested) as minutes,
    exists (select 1 from honour h where h.state = 'granted') as honours, exists (select 1 from honour_proposal) as "honourProposals",
    exists (select 1 from round r where r.checklists and r.status = 'open') as lists,
    exists (select 1 from ballot b where b.status in ('issuing', 'voting')) as ballots,
    exists (select 1 from ballot b where b.by_code and b.status in ('issuing', 'voting')) as codes,
    exists (select 1 from round r where r.asks_facts or r.paper_boxes) or exists (select 1 from appeal a where a.standing = 'upheld') as pending,
    exists (select 1 from talk k where k.standing <> 'confirmed') as talks`;

const NOTHING: Present = {
  ...{ upward: false, minutes: false, honours: false, honourProposals: false },
  ...{ lists: false, ballots: false, codes: false, pending: false, talks: false },
};

/** No table that is asked holds a mark. */
export const workKnowledge = (rows: Rows): WorkKnowledge => ({
  present: async (personId) => (await rows.query<Present>(PRESENT, [personId]))[0] ?? NOTHING,
  rounds: (paths, personId) => rows.query(ROUNDS, [paths, personId]),
  proposals: (roundIds) => rows.query(PROPOSALS, [roundIds]),
  checklistProposals: (roundIds, personId) => rows.query(entryProposals('checklist_proposal'), [roundIds, personId]),
  bonusProposals: (roundIds, personId) => rows.query(entryProposals('bonus_proposal'), [roundIds, personId]),
  appeals: (roundIds, personId) => rows.query(APPEALS, [roundIds, personId]),
  bonusClaims: (roundIds, personId) => rows.query(BONUS_CLAIMS, [roundIds, personId]),
  measureProposals: (roundIds, personId) => rows.query(entryProposals('measure_proposal'), [roundIds, personId]),
  measures: (roundIds, personId) => rows.query(MEASURES, [roundIds, personId]),
  minutes: (personId) => rows.query(MINUTES, [personId]),
  upward: (paths, personId) => rows.query(UPWARD, [paths, personId]),
  upwardProposals: (roundIds, personId) => rows.query(UPWARD_PROPOSALS, [roundIds, personId]),
  rechecks: (paths, { today, until }) => rows.query(RECHECKS, [paths, today, until]),
  talksToHold: (paths, personId) => rows.query(TALKS_TO_HOLD, [paths, personId]),
  talksToConfirm: (paths, personId) => rows.query(TALKS_TO_CONFIRM, [paths, personId, BRANCH_KINDS]),
  honourProposals: (paths) => rows.query(HONOUR_PROPOSALS, [paths]),
});
