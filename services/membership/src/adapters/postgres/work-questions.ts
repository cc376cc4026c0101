import { coveredByAnySql } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import { WORK_PEOPLE_MAX, type WorkKnowledge } from '../../application/list-work.ts';

const MINE = coveredByAnySql('$1', 'o.path');

/** Nothing sealed is opened for it. */
export const workKnowledge = (rows: Rows): WorkKnowledge => ({
  probations: (paths, today) =>
    rows.query(
      `select p.person_id as "personId", o.path as "organizationPath", p.probation_ends_on as "probationEndsOn"
       from person p join access_organization o on o.id = p.organization_id
       where p.stage = 'probationary' and p.probation_ends_on <= $2 and not p.erased and ${MINE}
       order by p.probation_ends_on, p.person_id limit ${WORK_PEOPLE_MAX}`,
      [paths, today],
    ),
  secondPersons: (paths) =>
    rows.query(
      `select w.person_id as "personId", w.kind, w.proposed_by as "proposedBy", w.role, o.path as "organizationPath"
       from second_person_waiting w join person p on p.person_id = w.person_id join access_organization o on o.id = p.organization_id
       where ${MINE} order by w.waiting_id limit ${WORK_PEOPLE_MAX}`,
      [paths],
    ),
});
