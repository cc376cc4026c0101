import type { DocumentName } from '@jiangong/contracts/jiangong/merit_projects/v1/editions';
import type { Projection, Rows } from '@jiangong/read-models';
import { findableBy, sortKeyOf } from '@jiangong/wording/search';
import type { DocumentsNamed } from '../../application/edition-history.ts';
import { TEMPLATE_STREAMS } from '../../application/streams.ts';
import type { TemplateAdopted } from '../../domain/template/template.ts';

type Named = Readonly<{ intake?: Readonly<{ documentNames?: Readonly<Record<string, readonly [string, string]>> }> }>;

/** What a template calls the documents that it asks for: its canonical text is validated JSON. */
const documentNamesIn = (canonicalText: string): readonly DocumentName[] =>
  Object.entries((JSON.parse(canonicalText) as Named).intake?.documentNames ?? {}).map(
    ([document, [nameZh, nameEn]]) => ({ document, nameZh, nameEn }),
  );

/** The names that the templates of editions give to documents, by edition. */
export const documentNamesOf = async (
  rows: Rows,
  editionIds: readonly string[],
): Promise<(editionId: string, documents: readonly string[]) => DocumentName[]> => {
  const found = await rows.query<Readonly<{ editionId: string; names: string }>>(
    `select e.edition_id as "editionId", t.document_names as names from edition e
       join template t on t.committee_id = e.committee_id and t.template_hash = e.template_hash where e.edition_id = any($1)`,
    [editionIds],
  );
  const names = new Map(found.map((one) => [one.editionId, JSON.parse(one.names) as readonly DocumentName[]]));
  return (editionId, documents) => (names.get(editionId) ?? []).filter(({ document }) => documents.includes(document));
};

/** What an edition's template calls the documents that it asks for. */
export const documentsNamed =
  (rows: Rows): DocumentsNamed =>
  async (editionId, documents) => {
    const named = (await documentNamesOf(rows, [editionId]))(editionId, documents);
    return new Map(named.map(({ document, nameZh, nameEn }) => [document, { zh: nameZh, en: nameEn }]));
  };

/** Adopted templates. */
export const templateProjection: Projection = {
  name: 'templates',
  version: 3,
  tables: `
    create table if not exists template (
      committee_id text not null,
      template_hash text not null,
      template_id text not null,
      title_zh text not null,
      title_en text not null,
      canonical_text text not null,
      document_names text not null,
      adopted_at text not null,
      position bigint not null unique,
      title_key text collate "C" not null,
      search_keys text[] not null,
      search_text text not null,
      primary key (committee_id, template_hash)
    );
    create index if not exists template_search on template using gin (search_keys);`,
  tableNames: ['template'],
  source: { kind: 'log', streamPrefixes: [TEMPLATE_STREAMS] },
  apply: async (rows, event) => {
    const { committeeId, templateHash, templateId, titleZh, titleEn, canonicalText } =
      event.data as TemplateAdopted['data'];
    const { keys, text } = findableBy([titleZh, titleEn, templateId]);
    rows.write(
      `insert into template (committee_id, template_hash, template_id, title_zh, title_en, canonical_text, adopted_at, position,
         title_key, search_keys, search_text, document_names)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[committeeId, templateHash, templateId, titleZh, titleEn, canonicalText, event.occurredAt, event.position],
        ...[sortKeyOf(titleZh), keys, text, JSON.stringify(documentNamesIn(canonicalText))],
      ],
    );
  },
};
