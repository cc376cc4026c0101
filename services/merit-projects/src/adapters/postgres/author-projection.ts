import type { Projection } from '@jiangong/read-models';
import { ENTRIES_STREAMS } from '../../application/streams.ts';
import type { EntriesFact } from '../../domain/entries/facts.ts';
import { keptText } from './kept-prose.ts';

/** Who made each work that came by a code, sealed as the log keeps it: the newest version's. */
export const authorProjection: Projection = {
  name: 'entry-authors',
  version: 1,
  tables: `
    create table if not exists entry_author (
      entry_id text primary key,
      version integer not null,
      stream text not null,
      prose text not null,
      erased_at text not null
    );`,
  tableNames: ['entry_author'],
  source: { kind: 'log', streamPrefixes: [ENTRIES_STREAMS] },
  apply: async (rows, event) => {
    const fact = { type: event.type, data: event.data } as EntriesFact;
    if (fact.type === 'AuthorErased.v1')
      return rows.write('update entry_author set erased_at = $2 where entry_id = $1', [
        fact.data.entryId,
        event.occurredAt,
      ]);
    if (fact.type !== 'AuthorNamed.v1') return undefined;
    const { entryId, version } = fact.data;
    return rows.write(
      `insert into entry_author (entry_id, version, stream, prose, erased_at) values ($1, $2, $3, $4, '')
       on conflict (entry_id) do update set version = $2, stream = $3, prose = $4, erased_at = ''`,
      [entryId, version, event.stream, keptText(fact.data)],
    );
  },
};
