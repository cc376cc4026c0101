import type { Projection } from '@jiangong/read-models';

type OfObjection = Readonly<{ objectionId: string; entryId: string }>;

/** Objections that nobody has answered yet, against an entry or against its result: no award before they are settled. */
export const objectionProjection: Projection = {
  name: 'open-objections',
  version: 1,
  tables: `
    create table if not exists open_objection (
      objection_id text primary key,
      entry_id text not null
    );
    create index if not exists open_objection_entry on open_objection (entry_id);
  `,
  tableNames: ['open_objection'],
  source: { kind: 'public-facts', contexts: ['merit_projects'] },
  apply: async (rows, { type, data }) => {
    const { objectionId, entryId } = data as OfObjection;
    if (type === 'merit_projects.ObjectionReceived.v1' || type === 'merit_projects.ObjectionReopened.v1')
      rows.write(
        'insert into open_objection (objection_id, entry_id) values ($1, $2) on conflict (objection_id) do nothing',
        [objectionId, entryId],
      );
    if (type === 'merit_projects.ObjectionSettled.v1')
      rows.write('delete from open_objection where objection_id = $1', [objectionId]);
  },
};
