import type { Projection } from '@jiangong/read-models';
import { SERIES_STREAMS } from '../../application/streams.ts';
import type { SeriesFact } from '../../domain/series/facts.ts';

/** Namings of pacesetter units, for the honours. */
export const seriesProjection: Projection = {
  name: 'namings',
  version: 1,
  tables: `
    create table if not exists naming (
      series_id text primary key,
      first_year integer not null,
      last_year integer not null,
      minutes_number text not null,
      named_at text not null
    );
    create table if not exists naming_unit (
      series_id text not null,
      organization_id text not null,
      reading text not null,
      primary key (series_id, organization_id)
    );
  `,
  tableNames: ['naming', 'naming_unit'],
  source: { kind: 'log', streamPrefixes: [SERIES_STREAMS] },
  apply: async (rows, { type, data, occurredAt }) => {
    const fact = { type, data } as SeriesFact;
    switch (fact.type) {
      case 'PacesettersDecided.v1': {
        const { seriesId, firstYear, lastYear, minutesNumber } = fact.data;
        rows.write(
          'insert into naming (series_id, first_year, last_year, minutes_number, named_at) values ($1, $2, $3, $4, $5)',
          [seriesId, firstYear, lastYear, minutesNumber, occurredAt],
        );
        return;
      }
      case 'PacesetterNamed.v1':
        rows.write('insert into naming_unit (series_id, organization_id, reading) values ($1, $2, $3)', [
          fact.data.seriesId,
          fact.data.organizationId,
          fact.data.reading,
        ]);
        return;
    }
  },
};
