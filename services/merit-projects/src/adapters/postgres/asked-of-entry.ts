import type { DocumentName } from '@jiangong/contracts/jiangong/merit_projects/v1/editions';
import type { Rows } from '@jiangong/read-models';
import { type AskedDocuments, documentsOf } from '../../domain/programme.ts';
import type { AskedNeeds } from '../../domain/needs/needs.ts';

type Row = Readonly<{
  track: string;
  documents: string;
  names: string | null;
  needs: string | null;
}>;

/**
 * What an entry's edition asks of it: what has to be attached when it is declared, what the template calls those documents, and what its
 * subject has to meet; null: the edition asks nothing of subjects.
 */
export type AskedOfEntry = Readonly<{
  documents: readonly string[];
  documentNames: readonly DocumentName[];
  needs: readonly AskedNeeds[] | null;
}>;

const NOTHING: AskedOfEntry = { documents: [], documentNames: [], needs: null };

/** One question, so that it goes the same way as the entry itself. */
export const askedOfEntry = async (rows: Rows, entryId: string): Promise<AskedOfEntry> => {
  const [found] = await rows.query<Row>(
    `select p.track, e.documents, t.document_names as names, n.needs from entry p join edition e on e.edition_id = p.edition_id
       left join template t on t.committee_id = e.committee_id and t.template_hash = e.template_hash
       left join edition_needs n on n.edition_id = e.edition_id
     where p.entry_id = $1`,
    [entryId],
  );
  if (found === undefined) return NOTHING;
  const documents = documentsOf(JSON.parse(found.documents) as readonly AskedDocuments[], found.track);
  const names = JSON.parse(found.names ?? '[]') as readonly DocumentName[];
  return {
    documents,
    documentNames: names.filter(({ document }) => documents.includes(document)),
    needs: found.needs === null ? null : (JSON.parse(found.needs) as readonly AskedNeeds[]),
  };
};
