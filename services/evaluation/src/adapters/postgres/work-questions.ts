import { coversSql } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import { WORK_ROWS_MAX, type WorkKnowledge } from '../../application/work/list-work.ts';

/** `$1`: paths of the caller's grants, `$2`: the caller. What is over is left out: nobody waits for it. */
const ROUNDS = `select r.round_id as "roundId", r.edition_id as "editionId", coalesce(e.title_zh, '') as "titleZh", coalesce(e.title_en, '') as "titleEn",
    o.path as "organizationPath", r.second_notice as "secondNotice", r.state, r.opens_at as "opensAt", r.closes_at as "closesAt",
    r.notice_until as "noticeUntil", coalesce(own.state, '') as "ownSeat", s.seats, s.submitted,
    exists (select 1 from round_entry x where x.round_id = r.round_id and $2 = any(x.answerable)) as concerned
  from round_progress r join access_organization o on o.id = r.committee_id
  left join edition e on e.edition_id = r.edition_id
  left join seat_progress own on own.round_id = r.round_id and own.person_id = $2
  cross join lateral (select count(*)::int as seats, count(*) filter (where p.state = 'submitted')::int as submitted
    from seat_progress p where p.round_id = r.round_id and p.state <> 'out') s
  where r.state <> 'annulled' and not coalesce(e.abandoned, false)
    and (own.seat_id is not null or exists (select 1 from unnest($1::text[]) mine where ${coversSql('mine', 'o.path')}))
    and (r.state <> 'commended' or exists (select 1 from round_proposal p where p.round_id = r.round_id))
  order by r.closes_at desc, r.round_id limit ${WORK_ROWS_MAX}`;

const PROPOSALS = `select round_id as "roundId", act, unsealed, proposed_by as "proposedBy", role
  from round_proposal where round_id = any($1) order by position limit ${WORK_ROWS_MAX}`;

const MINUTES = `select m.round_id as "roundId", m.edition_id as "editionId", coalesce(e.title_zh, '') as "titleZh", coalesce(e.title_en, '') as "titleEn",
    o.path as "organizationPath", a.attested, a.present
  from minutes_waiting m join access_organization o on o.id = m.committee_id left join edition e on e.edition_id = m.edition_id
  cross join lateral (select count(*) filter (where w.attested)::int as attested, count(*)::int as present
    from minutes_waiting w where w.decision_id = m.decision_id) a
  where m.person_id = $1 and not m.attested order by m.decision_id limit ${WORK_ROWS_MAX}`;

/** No table that is asked holds a mark. */
export const workKnowledge = (rows: Rows): WorkKnowledge => ({
  rounds: (paths, personId) => rows.query(ROUNDS, [paths, personId]),
  proposals: (roundIds) => rows.query(PROPOSALS, [roundIds]),
  minutes: (personId) => rows.query(MINUTES, [personId]),
});
