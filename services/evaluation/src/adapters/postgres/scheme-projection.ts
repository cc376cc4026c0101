import type { Projection } from '@jiangong/read-models';
import { SCHEME_STREAMS } from '../../application/streams.ts';
import type { SchemeFact } from '../../domain/scheme/facts.ts';

/** The schemes by committee, newest first by position. */
export const schemeProjection: Projection = {
  name: 'schemes',
  version: 1,
  tables: `
    create table if not exists scheme (
      scheme_id text primary key,
      committee_id text not null,
      name_zh text not null,
      name_en text not null,
      defined_at text not null,
      position bigint not null
    );
    create index if not exists scheme_committee on scheme (committee_id, position desc);
  `,
  tableNames: ['scheme'],
  source: { kind: 'log', streamPrefixes: [SCHEME_STREAMS] },
  apply: async (rows, { type, data, occurredAt, position }) => {
    const fact = { type, data } as SchemeFact;
    const { schemeId, committeeId, scheme } = fact.data;
    rows.write(
      'insert into scheme (scheme_id, committee_id, name_zh, name_en, defined_at, position) values ($1, $2, $3, $4, $5, $6)',
      [schemeId, committeeId, scheme.nameZh, scheme.nameEn, occurredAt, position],
    );
  },
};
