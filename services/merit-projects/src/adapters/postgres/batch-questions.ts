import { grantsOf } from '@jiangong/access/postgres';
import type { Ground } from '@jiangong/service-host';
import type { BatchEntry, BatchKnowledge } from '../../application/batches.ts';

type Row = Omit<BatchEntry, 'answerable'> & Readonly<{ answerable: string }>;

/** Where the entries of a batch stand and whose matter they are, in one question: as the resolver of one entry tells it. */
export const batchKnowledge = ({ rows, caughtUp }: Ground): BatchKnowledge => ({
  entriesIn: async (editionId, entryIds) => {
    const ask = () =>
      rows.query<Row>(
        `select p.entry_id as "entryId", p.nominator_id as "nominatorId", coalesce(b.path, h.path) as "organizationPath", p.answerable
         from entry p left join access_organization b on b.id = p.proposer_id left join access_organization h on h.id = p.home_id
         where p.edition_id = $1 and p.entry_id = any($2) and coalesce(b.path, h.path) is not null`,
        [editionId, entryIds],
      );
    const found = await ask();
    // What is not known here may have been made a moment ago.
    const all = found.length < entryIds.length && (await caughtUp()) ? await ask() : found;
    return all.map(({ answerable, ...entry }) => ({ ...entry, answerable: JSON.parse(answerable) as string[] }));
  },
  grantsOf: (personId) => grantsOf(rows, personId),
});
