import { localDateOf } from '@jiangong/calendar';
import type { ProjectedRows, Projection } from '@jiangong/read-models';
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
        'insert into edition_roll (edition_id, lists_at) values ($1, $2) on conflict (edition_id) do update set lists_at = excluded.lists_at',
        [fact.data.editionId, fact.data.listsAt],
      );
    if (fact.type === 'RollListed.v1')
      rows.write('update edition_roll set listed_at = $2 where edition_id = $1', [
        fact.data.editionId,
        event.occurredAt,
      ]);
  },
};

type Dissolved = Readonly<{
  organizationId: string;
  kind?: string;
  effectiveOn?: string;
  successorIds?: readonly string[];
}>;

/** Who goes on with what was merged is as old as the oldest of them. */
const merge = (
  rows: ProjectedRows,
  { organizationId, kind, effectiveOn = '', successorIds = [] }: Dissolved,
  occurredAt: string,
): void => {
  const [into] = successorIds;
  if (kind !== 'merged' || into === undefined) return;
  rows.write(
    `insert into organization_merger (organization_id, into_id, effective_on) values ($1, $2, $3)
     on conflict (organization_id) do update set into_id = excluded.into_id, effective_on = excluded.effective_on`,
    [organizationId, into, effectiveOn === '' ? localDateOf(occurredAt) : effectiveOn],
  );
};

/** The day on which each organization came into being, which may lie long before it was entered, and what was merged into what. */
export const foundingProjection: Projection = {
  name: 'organization-foundings',
  version: 2,
  tables: `
    create table if not exists organization_founding (
      organization_id text primary key,
      founded_on text not null
    );
    create table if not exists organization_merger (
      organization_id text primary key,
      into_id text not null,
      effective_on text not null
    );
    create index if not exists organization_merger_into on organization_merger (into_id);
  `,
  tableNames: ['organization_founding', 'organization_merger'],
  source: { kind: 'public-facts', contexts: ['organizations'] },
  apply: async (rows, { type, data, occurredAt }) => {
    if (type === 'organizations.OrganizationDissolved.v1') return merge(rows, data as Dissolved, occurredAt);
    if (type === 'organizations.OrganizationRestored.v1')
      return rows.write('delete from organization_merger where organization_id = $1', [
        (data as Dissolved).organizationId,
      ]);
    if (type !== 'organizations.OrganizationFounded.v1') return undefined;
    const { organizationId, foundedOn } = data as Readonly<{ organizationId: string; foundedOn?: string }>;
    rows.write(
      'insert into organization_founding (organization_id, founded_on) values ($1, $2) on conflict (organization_id) do nothing',
      [organizationId, foundedOn ?? ''],
    );
    return undefined;
  },
};
