import type { Projection } from '@jiangong/read-models';
import { EDITION_STREAMS, ROLL_STREAMS } from '../../application/streams.ts';
import type { EditionFact } from '../../domain/edition/facts.ts';
import type { RollFact } from '../../domain/roll/facts.ts';

/** From when on rolls are listed, and which are. Who stands on one is read from its stream. */
export const rollProjection: Projection = {
  name: 'edition-rolls',
  version: 1,
  tables: `
    create table if not exists edition_roll (
      edition_id text primary key,
      lists_at text not null,
      listed_at text
    );
    create index if not exists edition_roll_to_list on edition_roll (lists_at) where listed_at is null;
  `,
  tableNames: ['edition_roll'],
  source: { kind: 'log', streamPrefixes: [EDITION_STREAMS, ROLL_STREAMS] },
  apply: async (rows, event) => {
    const fact = { type: event.type, data: event.data } as EditionFact | RollFact;
    if (fact.type === 'RollAsked.v1')
      rows.write(
        'insert into edition_roll (edition_id, lists_at) values ($1, $2) on conflict (edition_id) do nothing',
        [fact.data.editionId, fact.data.listsAt],
      );
    if (fact.type === 'RollListed.v1')
      rows.write('update edition_roll set listed_at = $2 where edition_id = $1', [
        fact.data.editionId,
        event.occurredAt,
      ]);
  },
};

/** The day on which each organization came into being, which may lie long before it was entered. */
export const foundingProjection: Projection = {
  name: 'organization-foundings',
  version: 1,
  tables: `
    create table if not exists organization_founding (
      organization_id text primary key,
      founded_on text not null
    );
  `,
  tableNames: ['organization_founding'],
  source: { kind: 'public-facts', contexts: ['organizations'] },
  apply: async (rows, { type, data }) => {
    if (type !== 'organizations.OrganizationFounded.v1') return;
    const { organizationId, foundedOn } = data as Readonly<{ organizationId: string; foundedOn?: string }>;
    rows.write(
      'insert into organization_founding (organization_id, founded_on) values ($1, $2) on conflict (organization_id) do nothing',
      [organizationId, foundedOn ?? ''],
    );
  },
};
