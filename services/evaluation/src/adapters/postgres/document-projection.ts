import { versionsIn } from '@jiangong/documents/postgres';
import type { Projection, Rows } from '@jiangong/read-models';
import { type ListFound, readList } from '@jiangong/read-models/postgres';
import type { ListAsked } from '@jiangong/service-host';
import type { Resolver } from '@jiangong/service-host/nest';
import { DOCUMENT_STREAMS } from '../../application/streams.ts';
import type { DocumentFact } from '../../domain/document/facts.ts';

const documents = versionsIn({
  ...{ table: 'document', id: 'document_id', series: 'documents_id' },
  own: ['round_id', 'kind', 'format', 'document_number'],
});

/** Documents that were made, and whether they stand. */
export const documentProjection: Projection = {
  name: 'documents',
  version: 2,
  tables: `
    create table if not exists document (
      document_id text primary key,
      documents_id text not null,
      round_id text not null,
      kind text not null,
      format text not null,
      document_number text not null,
      standing text not null,
      reason text not null,
      sha256 text not null,
      bytes integer not null,
      template text not null,
      made_at text not null,
      made_by text not null,
      place bigint not null,
      version integer not null
    );
    create index if not exists document_round on document (round_id, place);
    create index if not exists document_versions on document (documents_id, standing);
  `,
  tableNames: ['document'],
  source: { kind: 'log', streamPrefixes: [DOCUMENT_STREAMS] },
  apply: async (rows, { type, data, position }) => {
    const fact = { type, data } as DocumentFact;
    switch (fact.type) {
      case 'DocumentMade.v1': {
        const made = fact.data;
        const { documentId: id, documentsId: series, roundId, kind, format, documentNumber } = made;
        const own = [roundId, kind, format, documentNumber];
        return documents.made(rows, { ...made, id, series, own, place: position });
      }
      case 'DocumentWithdrawn.v1':
        return documents.withdrawn(rows, fact.data.documentId, fact.data.reason);
    }
  },
};

export type DocumentRow = Readonly<{
  documentId: string;
  roundId: string;
  kind: string;
  format: string;
  documentNumber: string;
  standing: string;
  sha256: string;
  bytes: number;
  template: string;
  madeAt: string;
  madeBy: string;
  reason: string;
  version: number;
  currentId: string;
}>;

const COLUMNS = `document_id as "documentId", round_id as "roundId", kind, format, document_number as "documentNumber", ${documents.columns}`;

/** The latest first unless asked otherwise. */
export const DOCUMENT_SORTS = ['-made'] as const;

export type DocumentsAsked = ListAsked<'made'> &
  Readonly<{ roundId: string; kinds: readonly string[]; standings: readonly string[] }>;

export const documentsOf = (rows: Rows, asked: DocumentsAsked): Promise<ListFound<DocumentRow>> =>
  readList<DocumentRow>(rows, (parameter) => ({
    columns: COLUMNS,
    from: 'document',
    id: 'document_id',
    where: [`round_id = ${parameter(asked.roundId)}`],
    facets: {
      kind: { sql: 'kind', words: asked.kinds },
      standing: { sql: 'standing', words: asked.standings },
    },
    sort: { sql: 'place', kind: 'number', down: asked.sort.down },
    place: asked.place,
  }));

export const documentById = async (rows: Rows, documentId: string): Promise<DocumentRow | undefined> =>
  (await rows.query<DocumentRow>(`select ${COLUMNS} from document where document_id = $1`, [documentId]))[0];

/** A document stands where what it was made of stands. */
export const documentResolver =
  (rows: Rows, round: Resolver): Resolver =>
  async (documentId) => {
    const document = await documentById(rows, documentId);
    return document && round(document.roundId);
  };
