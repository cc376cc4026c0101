import type { Projection } from '@jiangong/read-models';

const TABLES = `
  create table if not exists round_award (
    round_id text not null,
    entry_id text not null,
    edition_id text not null,
    unit_id text not null,
    award text not null,
    grade text not null,
    primary key (round_id, entry_id)
  );
  create table if not exists round_commendation (
    round_id text primary key,
    document_number text not null,
    event_id text not null,
    correlation_id text not null,
    traceparent text
  );
`;

type Awarded = {
  roundId: string;
  entryId: string;
  editionId: string;
  unitId: string;
  award?: string;
  grade?: string;
};
type Issued = { roundId: string; documentNumber?: string };

/** What evaluation has told of its awards, and the circulars that issued them. proto JSON leaves empty fields out. */
export const awardProjection: Projection = {
  name: 'awards-heard',
  version: 2,
  tables: TABLES,
  tableNames: ['round_award', 'round_commendation'],
  source: { kind: 'public-facts', contexts: ['evaluation'] },
  apply: async (rows, { type, data, eventId, correlationId, traceparent }) => {
    if (type === 'evaluation.EntryAwarded.v1') {
      const { roundId, entryId, editionId, unitId, award, grade } = data as Awarded;
      rows.write(
        `insert into round_award (round_id, entry_id, edition_id, unit_id, award, grade) values ($1, $2, $3, $4, $5, $6)
         on conflict (round_id, entry_id) do update set award = excluded.award, grade = excluded.grade`,
        [roundId, entryId, editionId, unitId, award ?? '', grade ?? ''],
      );
    }
    if (type === 'evaluation.CommendationIssued.v1') {
      const { roundId, documentNumber } = data as Issued;
      rows.write(
        `insert into round_commendation (round_id, document_number, event_id, correlation_id, traceparent) values ($1, $2, $3, $4, $5)
         on conflict (round_id) do nothing`,
        [roundId, documentNumber ?? '', eventId, correlationId, traceparent],
      );
    }
  },
};
