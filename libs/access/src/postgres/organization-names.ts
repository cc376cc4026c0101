import type { Projection } from '@jiangong/read-models';

type Named = { organizationId: string; nameZh: string; nameEn?: string };

/** Names of organizations, for services that print them: circulars, awards, honours, notices on paper. */
export const organizationNameProjection: Projection = {
  name: 'organization-names',
  version: 2,
  tables: `
    create table if not exists organization_name (
      organization_id text primary key,
      name_zh text not null,
      name_en text not null
    );
  `,
  tableNames: ['organization_name'],
  source: { kind: 'public-facts', contexts: ['organizations'] },
  apply: async (rows, { type, data }) => {
    switch (type) {
      case 'organizations.OrganizationFounded.v1': {
        const { organizationId, nameZh, nameEn } = data as Named;
        rows.write(
          'insert into organization_name (organization_id, name_zh, name_en) values ($1, $2, $3) on conflict (organization_id) do nothing',
          [organizationId, nameZh, nameEn ?? ''],
        );
        return;
      }
      case 'organizations.OrganizationRenamed.v1': {
        const { organizationId, nameZh, nameEn } = data as Named;
        rows.write('update organization_name set name_zh = $2, name_en = $3 where organization_id = $1', [
          organizationId,
          nameZh,
          nameEn ?? '',
        ]);
        return;
      }
    }
  },
};
