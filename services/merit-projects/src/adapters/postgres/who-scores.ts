import { coversSql } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';

/** The unit that a person belongs to now, or stands below; null outside every unit. As evaluation takes it when marks are written. */
const HOME_NOW = `(select u.id from access_person a join access_organization o on o.id = a.organization_id
    join access_organization u on u.kind = 'unit' and ${coversSql('u.path', 'o.path')}
  where a.person_id = s.person_id order by length(u.path) desc limit 1)`;

/**
 * Seats that may write into their sheets at the moment `now`, a parameter: the round is open until then, for this seat, and a unit's
 * seat is held by somebody who still belongs to the unit.
 */
const seatsOpenAt = (now: string): string => `scoring_seat s
  join scoring_round r on r.round_id = s.round_id and r.closes_at > ${now} and (r.open_seats is null or r.open_seats::jsonb ? s.seat_id)
  join scoring_source c on c.round_id = s.round_id and c.source_id = s.source_id
  cross join lateral (select ${HOME_NOW} as id) h`;

const HELD = `(c.vote <> 'organization' or h.id is not distinct from s.seat_id)`;

/**
 * The one rule of what an evaluator may read: the entry `p` is judged in the seat's round, and this person judges it. Who is recused,
 * by his word or by what he is (own unit at assignment or now, own matter), does not, nor, where entries are dealt out, who was not given it.
 */
const JUDGES = `${HELD} and p.standing = 'in-evaluation'
  and exists (select 1 from scoring_entry e where e.round_id = s.round_id and e.entry_id = p.entry_id and e.judged)
  and (not c.dealt or exists (select 1 from scoring_share d
    where d.round_id = s.round_id and d.seat_id = s.seat_id and d.entry_id = p.entry_id))
  and not exists (select 1 from scoring_recusal x
    where x.round_id = s.round_id and x.person_id = s.person_id and x.entry_id = p.entry_id)
  and not (c.skips_own and (p.home_id = s.home_id or p.home_id is not distinct from h.id))
  and p.subject_id not in (s.person_id, s.seat_id) and not p.answerable::jsonb ? s.person_id`;

/** Entries `p` with the seats `s` whose holders score them; `$1` is the moment. */
export const ENTRIES_WITH_EVALUATORS = `${seatsOpenAt('$1')} join entry p on ${JUDGES}`;

/** Who scores an entry at this moment. */
export const evaluatorsOfEntry = async (rows: Rows, entryId: string, now: string): Promise<readonly string[]> =>
  (
    await rows.query<{ personId: string }>(
      `select distinct s.person_id as "personId" from ${ENTRIES_WITH_EVALUATORS} where p.entry_id = $2 order by 1`,
      [now, entryId],
    )
  ).map(({ personId }) => personId);

/** Who scores in a round at this moment, whichever entries. */
export const evaluatorsOfRound = async (rows: Rows, roundId: string, now: string): Promise<readonly string[]> =>
  (
    await rows.query<{ personId: string }>(
      `select distinct s.person_id as "personId" from ${seatsOpenAt('$1')} where s.round_id = $2 and ${HELD} order by 1`,
      [now, roundId],
    )
  ).map(({ personId }) => personId);
