import type { Projection } from '@jiangong/read-models';

type Office = Readonly<{
  appointmentId: string;
  organizationId: string;
  personId: string;
  office: string;
  effectiveOn: string;
}>;

/** Who holds which office and has held it, as organizations tell it: read for rolls of office-holders, and copied into no fact of this service. */
export const officeProjection: Projection = {
  name: 'office-holding',
  version: 1,
  tables: `
    create table if not exists office_holding (
      appointment_id text primary key,
      organization_id text not null,
      person_id text not null,
      office text not null,
      since text collate "C" not null,
      until text collate "C" not null
    );
    create index if not exists office_holding_office on office_holding (office);
    create index if not exists office_holding_person on office_holding (person_id);`,
  tableNames: ['office_holding'],
  source: { kind: 'public-facts', contexts: ['organizations', 'membership'] },
  apply: async (rows, { type, data }) => {
    const { appointmentId, organizationId, personId, office, effectiveOn } = data as Office;
    if (type === 'organizations.OfficerAppointed.v1')
      rows.write(
        `insert into office_holding (appointment_id, organization_id, person_id, office, since, until) values ($1, $2, $3, $4, $5, '')
         on conflict (appointment_id) do nothing`,
        [appointmentId, organizationId, personId, office, effectiveOn],
      );
    if (type === 'organizations.OfficerRelieved.v1')
      rows.write('update office_holding set until = $2 where appointment_id = $1', [appointmentId, effectiveOn]);
    if (type === 'membership.PersonErased.v1')
      rows.write('delete from office_holding where person_id = $1', [personId]);
  },
};
