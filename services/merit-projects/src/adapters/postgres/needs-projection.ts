import type { ProjectedEvent, ProjectedRows, Projection } from '@jiangong/read-models';
import { EDITION_STREAMS, ENTRIES_STREAMS } from '../../application/streams.ts';
import type { EditionFact } from '../../domain/edition/facts.ts';
import type { EntriesFact } from '../../domain/entries/facts.ts';
import { keptText } from './kept-prose.ts';

const TABLES = `
  create table if not exists edition_needs (
    edition_id text primary key,
    needs text not null,
    shares text not null
  );
  create table if not exists declaration_needs (
    entry_id text not null,
    version integer not null,
    as_of text not null,
    needs text not null,
    answers text not null,
    stream text not null,
    prose text not null,
    primary key (entry_id, version)
  );
  create table if not exists counted_quota (
    edition_id text not null,
    nominator_id text not null,
    track_id text not null,
    as_of text not null,
    count integer not null,
    primary key (edition_id, nominator_id, track_id)
  );
`;

const ask = (rows: ProjectedRows, column: 'needs' | 'shares', editionId: string, asked: unknown): void => {
  rows.write(
    `insert into edition_needs (edition_id, needs, shares) values ($1, '[]', '[]') on conflict (edition_id) do nothing`,
    [editionId],
  );
  rows.write(`update edition_needs set ${column} = $2 where edition_id = $1`, [editionId, JSON.stringify(asked)]);
};

const keep = (rows: ProjectedRows, fact: EditionFact | EntriesFact, { stream }: ProjectedEvent): void => {
  switch (fact.type) {
    case 'NeedsAsked.v1':
      return ask(rows, 'needs', fact.data.editionId, fact.data.tracks);
    case 'SharesAsked.v1':
      return ask(rows, 'shares', fact.data.editionId, fact.data.shares);
    case 'NeedsTested.v1': {
      const { entryId, version, asOf, needs } = fact.data;
      return rows.write(
        `insert into declaration_needs (entry_id, version, as_of, needs, answers, stream, prose) values ($1, $2, $3, $4, '[]', '', '')`,
        [entryId, version, asOf, JSON.stringify(needs)],
      );
    }
    case 'NeedsAnswered.v1': {
      const { entryId, version, answers } = fact.data;
      return rows.write(
        'update declaration_needs set answers = $3, stream = $4, prose = $5 where entry_id = $1 and version = $2',
        [entryId, version, JSON.stringify(answers), stream, keptText(fact.data)],
      );
    }
    case 'ActUndone.v1':
      // A review that is undone leaves nothing answered.
      return fact.data.act === 'EntryReviewed'
        ? rows.write(`update declaration_needs set answers = '[]', stream = '', prose = '' where entry_id = $1`, [
            fact.data.entryId,
          ])
        : undefined;
    case 'QuotaCounted.v1': {
      const { editionId, nominatorId, trackId, asOf, count } = fact.data;
      return rows.write(
        'insert into counted_quota (edition_id, nominator_id, track_id, as_of, count) values ($1, $2, $3, $4, $5)',
        [editionId, nominatorId, trackId ?? '', asOf, count],
      );
    }
    default:
      return undefined;
  }
};

/** What editions need of what is put forward, what was found and answered of each, and what numbers in proportion follow from. */
export const needsProjection: Projection = {
  name: 'needs',
  version: 1,
  tables: TABLES,
  tableNames: ['edition_needs', 'declaration_needs', 'counted_quota'],
  source: { kind: 'log', streamPrefixes: [EDITION_STREAMS, ENTRIES_STREAMS] },
  apply: async (rows, event) => keep(rows, { type: event.type, data: event.data } as EditionFact | EntriesFact, event),
};
