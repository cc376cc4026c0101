import type { Projection } from '@jiangong/read-models';
import { findableBy, sortKeyOf } from '@jiangong/wording/search';
import { TEMPLATE_STREAMS } from '../../application/streams.ts';
import type { TemplateAdopted } from '../../domain/template/template.ts';

/** Adopted templates. */
export const templateProjection: Projection = {
  name: 'templates',
  version: 2,
  tables: `
    create table if not exists template (
      committee_id text not null,
      template_hash text not null,
      template_id text not null,
      title_zh text not null,
      title_en text not null,
      canonical_text text not null,
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
         title_key, search_keys, search_text)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[committeeId, templateHash, templateId, titleZh, titleEn, canonicalText, event.occurredAt, event.position],
        ...[sortKeyOf(titleZh), keys, text],
      ],
    );
  },
};
