import type { Projection } from '@jiangong/read-models';

type Dissolved = Readonly<{ organizationId: string; heirId?: string; successorIds?: readonly string[] }>;

/** Who went into whom: the heir that was named, or the only successor. */
export const successionProjection: Projection = {
  name: 'successions',
  version: 1,
  tables: `
    create table if not exists succession (
      organization_id text primary key,
      successor_id text not null
    );
  `,
  tableNames: ['succession'],
  source: { kind: 'public-facts', contexts: ['organizations'] },
  apply: async (rows, { type, data }) => {
    const { organizationId, heirId = '', successorIds = [] } = data as Dissolved;
    if (type === 'organizations.OrganizationRestored.v1')
      rows.write('delete from succession where organization_id = $1', [organizationId]);
    if (type !== 'organizations.OrganizationDissolved.v1') return;
    const heir = heirId === '' && successorIds.length === 1 ? successorIds[0] : heirId;
    if (heir !== undefined && heir !== '')
      rows.write(
        `insert into succession (organization_id, successor_id) values ($1, $2)
         on conflict (organization_id) do update set successor_id = excluded.successor_id`,
        [organizationId, heir],
      );
  },
};
