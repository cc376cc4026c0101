import type { Rows } from '@jiangong/read-models';
import { DUTY_KINDS, type DutyKind } from '../../domain/duties.ts';

export type DutyRow = Readonly<{
  kind: DutyKind;
  id: string;
  organizationId: string;
  editionId: string;
  /** The role, the office, or where the entry or the sheet stands. */
  word: string;
  title: string;
  since: string;
  until: string;
}>;

/** Each kind of holding, of the person $1 at the moment $2. A kind without a query does not compile. */
const HELD: Readonly<Record<DutyKind, string>> = {
  grant: `select grant_id as id, organization_id, '' as edition_id, role as word, '' as title, given_at as since, coalesce(ends_at, '') as until
    from inbox_mandate where person_id = $1 and (ends_at is null or $2 < ends_at)`,
  office: `select appointment_id as id, organization_id, '' as edition_id, office as word, '' as title, since, '' as until
    from inbox_office where person_id = $1`,
  seat: `select e.round_id as id, '' as organization_id, e.edition_id,
      case when e.submitted then 'submitted' else 'to-submit' end as word, '' as title, '' as since, '' as until
    from inbox_evaluator e join inbox_round r on r.round_id = e.round_id and r.open where e.person_id = $1`,
  'seat-left': `select s.round_id as id, '' as organization_id, s.edition_id, 'to-fill' as word, '' as title, s.left_at as since, '' as until
    from inbox_left_seat s join inbox_round r on r.round_id = s.round_id and r.open where s.person_id = $1`,
  entry: `select e.entry_id as id, e.unit_id as organization_id, e.edition_id, e.state as word, e.title, '' as since, '' as until
    from inbox_entry e where e.leader_person_id = $1 and e.state not in ('withdrawn', 'removed', 'missed')
      and not exists (select 1 from inbox_edition_over o where o.edition_id = e.edition_id)`,
};

const ALL = DUTY_KINDS.map((kind) => `select '${kind}' as kind, held.* from (${HELD[kind]}) held`).join(' union all ');

export const dutyKey = ({ kind, id }: DutyRow): string => `${kind} ${id}`;

export type DutyQuestion = Readonly<{ personId: string; at: string; after: string | null; limit: number }>;

/** By kind, then by id; one row more than asked for, so that the caller knows whether there is a next page. */
export const dutiesOf = (rows: Rows, { personId, at, after, limit }: DutyQuestion): Promise<readonly DutyRow[]> =>
  rows.query<DutyRow>(
    `select kind, id, organization_id as "organizationId", edition_id as "editionId", word, title, since, until
     from (select held.*, (kind || ' ' || id) collate "C" as key from (${ALL}) held) keyed
     where $3::text is null or key > $3 order by key limit $4`,
    [personId, at, after, limit + 1],
  );
