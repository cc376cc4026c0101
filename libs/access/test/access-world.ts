import { accessProjections } from '@jiangong/access/postgres';
import { createPool } from '@jiangong/database/postgres';
import { freshDatabase } from '@jiangong/database/testing';
import { gatherWrites, rowsOf } from '@jiangong/read-models/postgres';
import { projectedEvent } from '@jiangong/read-models/testing';

/** The access read model over a real PostgreSQL; facts are told by hand. */
export const openAccessWorld = async () => {
  const [projection] = accessProjections;
  if (!projection) throw new Error('there is no access projection');
  const database = await freshDatabase();
  const pool = createPool({ url: database.url('audit'), schema: 'audit', connectionsMax: 2 });
  await pool.query(projection.tables);
  const told = (type: string, data: object) =>
    pool.transaction(async (client) => {
      const writes = gatherWrites(client);
      const event = projectedEvent({ type: `${type}.v1`, data });
      await projection.apply(writes.of({ event, ordinal: 0 }), event);
      await writes.send();
    });
  const founded = (organizationId: string, parentId: string, kind = 'unit') =>
    told('organizations.OrganizationFounded', { organizationId, parentId, kind, nameZh: '某', nameEn: 'Some' });
  return {
    rows: rowsOf(pool),
    told,
    founded,
    /** /jl/ with units u1 (branches b1, b2) and u2; and /jl1/, whose name begins the same. */
    aTree: async (): Promise<void> => {
      await told('organizations.OrganizationFounded', { organizationId: 'jl', kind: 'working-committee' });
      await founded('u1', 'jl');
      await founded('b1', 'u1', 'branch');
      await founded('b2', 'u1', 'branch');
      await founded('u2', 'jl');
      await told('organizations.OrganizationFounded', {
        organizationId: 'jl1',
        parentId: '',
        kind: 'working-committee',
        classified: true,
      });
    },
    empty: async (): Promise<void> => {
      await pool.query(`truncate ${projection.tableNames.join(', ')}`);
    },
    close: async (): Promise<void> => {
      await pool.close();
      await database.drop();
    },
  };
};

export type AccessWorld = Awaited<ReturnType<typeof openAccessWorld>>;
