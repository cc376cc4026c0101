import type { Projection } from '@jiangong/read-models';
import { INBOX_STREAMS } from '../../application/streams.ts';
import type { InboxFact } from '../../domain/facts.ts';

const TABLES = `
  create table if not exists inbox_read (
    person_id text not null,
    message_id text not null,
    primary key (person_id, message_id)
  );
  create table if not exists inbox_read_through (
    person_id text primary key,
    position bigint not null
  );
`;

/** What each person has read. */
export const inboxReadProjection: Projection = {
  name: 'inbox-read',
  version: 1,
  tables: TABLES,
  tableNames: ['inbox_read', 'inbox_read_through'],
  source: { kind: 'log', streamPrefixes: [INBOX_STREAMS] },
  apply: async (rows, { type, data, stream }) => {
    const personId = stream.slice(INBOX_STREAMS.length);
    const fact = { type, data } as InboxFact;
    switch (fact.type) {
      case 'MessagesRead.v1':
        rows.write('insert into inbox_read select $1, id from unnest($2::text[]) id on conflict do nothing', [
          personId,
          fact.data.messageIds,
        ]);
        return;
      case 'InboxRead.v1':
        rows.write(
          `insert into inbox_read_through values ($1, $2)
           on conflict (person_id) do update set position = greatest(inbox_read_through.position, excluded.position)`,
          [personId, fact.data.throughPosition],
        );
    }
  },
};
