import { coversSql } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import { type FactContext, type People, peopleIn } from './people-in.ts';

/** Where a party's role is held, seen from the committee ($2): above it, above or below it, or at it and below. */
const IN_SCOPE = `case c.scope
  when 'superior' then ${coversSql('h.path', 'o.path')} and h.organization_id <> o.organization_id
  when 'line' then ${coversSql('h.path', 'o.path')} or ${coversSql('o.path', 'h.path')}
  else ${coversSql('o.path', 'h.path')} end`;

/** Whoever records or marks in the check-lists of an edition. */
const CHECKERS = `
  select distinct m.person_id from inbox_checklist l
    join inbox_checker c on c.round_id = l.round_id
    join inbox_mandate m on m.role = c.role
    join inbox_place h on h.organization_id = m.organization_id and not h.dissolved
    join inbox_place o on o.organization_id = $2
   where l.edition_id = $1 and m.given_at <= $3 and (m.ends_at is null or m.ends_at > $3) and ${IN_SCOPE}`;

export const checkers = (rows: Rows, { editionId, committeeId, at }: FactContext): Promise<People> =>
  peopleIn(rows, CHECKERS, [editionId, committeeId, at]);

/** Whoever is judged: whose own matter an entry is, and who holds office where it stands. $2: the moment. */
const SUBJECTS = `
  select distinct unnest(one.people) as person_id from (
    select p.concerned || array(
      select m.person_id from inbox_mandate m
       where m.organization_id = p.stands_at and m.role in ('branch-secretary', 'unit-officer')
         and m.given_at <= $2 and (m.ends_at is null or m.ends_at > $2)) as people
      from inbox_entry p`;

/** Where whoever is judged marks himself: those of every entry that was let in. */
export const selfScorers = (rows: Rows, { editionId, at }: FactContext): Promise<People> =>
  peopleIn(
    rows,
    `${SUBJECTS} where p.edition_id = $1 and p.state = 'entered'
       and exists (select 1 from inbox_checklist l where l.edition_id = $1 and l.self_scores)) one`,
    [editionId, at],
  );

/** Those of every entry that was let in: whoever may appeal. */
export const judged = (rows: Rows, { editionId, at }: FactContext): Promise<People> =>
  peopleIn(rows, `${SUBJECTS} where p.edition_id = $1 and p.state = 'entered') one`, [editionId, at]);

/** Those of the fact's entry. */
export const subjects = (rows: Rows, { entryId, at }: FactContext): Promise<People> =>
  peopleIn(rows, `${SUBJECTS} where p.entry_id = $1) one`, [entryId, at]);
