import type { Projection } from '@jiangong/read-models';
import type { EntryPlace } from '../../../services/merit-projects/src/application/ports.ts';
import type { Statements } from '../server/statements.ts';

const CREATE =
  'create table if not exists place (entry_id text primary key, edition_id text not null, nominator_id text not null)';
const INSERT = 'insert into place values ($1, $2, $3)';

export const SELECT_PLACE =
  'select entry_id as "entryId", edition_id as "editionId", nominator_id as "nominatorId" from place where entry_id = $1';
export const SELECT_NOMINATORS =
  'select distinct nominator_id as "nominatorId" from place where edition_id = $1 order by nominator_id';

/** Where each entry is kept: what the use cases of merit-projects ask before every order. */
export const placeProjection: Projection = {
  name: 'places',
  version: 1,
  tables: CREATE,
  tableNames: ['place'],
  source: { kind: 'log', streamPrefixes: ['merit-projects.entries-'] },
  apply: async (rows, { type, data }) => {
    if (type !== 'EntryPlanned.v1') return;
    const { entryId, editionId, nominatorId } = data as EntryPlace;
    await rows.query(INSERT, [entryId, editionId, nominatorId]);
  },
};

export const placeStatements: Statements = {
  [INSERT]: async ({ transaction, table }, [entryId, editionId, nominatorId]) => {
    await transaction.lock(table('place'), String(entryId));
    if (transaction.get(table('place'), String(entryId)))
      throw Object.assign(new Error('duplicate key value violates unique constraint'), { code: '23505' });
    await transaction.put(table('place'), String(entryId), { entryId, editionId, nominatorId });
    return [];
  },
  [SELECT_PLACE]: ({ transaction, table }, [entryId]) => {
    const row = transaction.get(table('place'), String(entryId));
    return row ? [row] : [];
  },
  [SELECT_NOMINATORS]: ({ transaction, table }, [editionId]) => {
    const nominators = transaction
      .scan(table('place'), (row) => row['editionId'] === editionId)
      .map(({ nominatorId }) => String(nominatorId));
    return [...new Set(nominators)].toSorted().map((nominatorId) => ({ nominatorId }));
  },
};
