import type { ProjectedEvent, Projection, ProjectedRows } from '@jiangong/read-models';
import { findableBy, sortKeyOf } from '@jiangong/wording/search';
import { EDITION_STREAMS } from '../../application/streams.ts';
import type { EditionFact } from '../../domain/edition/facts.ts';
import { keptText } from './kept-prose.ts';

const TABLES = `
  create table if not exists edition (
    edition_id text primary key,
    series_id text not null,
    year integer not null,
    ordinal integer not null,
    committee_id text not null,
    title_zh text not null,
    title_en text not null,
    template_hash text not null,
    template_id text not null,
    parameters text not null,
    tables text not null,
    documents text not null,
    review_list text not null,
    roll_as_of text not null,
    state text not null,
    position bigint not null,
    revision bigint not null,
    title_key text collate "C" not null,
    search_keys text[] not null,
    search_text text not null
  );
  create index if not exists edition_search on edition using gin (search_keys);
  create table if not exists edition_stage (
    edition_id text not null,
    stage_id text not null,
    act text not null,
    phase text not null,
    ordinal integer not null,
    opens_on text not null,
    closes_on text not null,
    opens_at text not null,
    closes_at text not null,
    opened_at text,
    closed_at text,
    entered integer not null,
    closings integer not null,
    primary key (edition_id, stage_id)
  );
  create index if not exists edition_stage_to_open on edition_stage (opens_at) where opened_at is null;
  create index if not exists edition_stage_to_close on edition_stage (closes_at) where closed_at is null;
  create table if not exists late_entry (
    edition_id text not null,
    revision bigint not null,
    nominator_id text not null,
    stage_id text not null,
    from_at text not null,
    until_at text not null,
    stream text not null,
    prose text not null,
    primary key (edition_id, revision)
  );
`;

type Fact<T extends EditionFact['type']> = Extract<EditionFact, { type: T }>;

/** Its sort key, and how it is found: by both titles. */
const searchedBy = (titleZh: string, titleEn: string) => {
  const { keys, text } = findableBy([titleZh, titleEn]);
  return [sortKeyOf(titleZh), keys, text] as const;
};

const open = (
  rows: ProjectedRows,
  { data }: Fact<'EditionOpened.v1'>,
  { position, revision }: ProjectedEvent,
): void => {
  const { editionId, seriesId, year, ordinal, committeeId, titleZh, titleEn, templateHash, templateId } = data;
  rows.write(
    `insert into edition (edition_id, series_id, year, ordinal, committee_id, title_zh, title_en, template_hash, template_id, parameters, tables,
       documents, review_list, roll_as_of, state, position, revision, title_key, search_keys, search_text)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '[]', '[]', '', 'open', $12, $13, $14, $15, $16)`,
    [
      ...[editionId, seriesId, year, ordinal, committeeId, titleZh, titleEn, templateHash, templateId],
      ...[JSON.stringify(data.parameters), JSON.stringify(data.tables), position, revision],
      ...searchedBy(titleZh, titleEn),
    ],
  );
};

/** Stages stand in the order in which they were first scheduled, which is the template's. */
const schedule = (
  rows: ProjectedRows,
  { data }: Fact<'StageScheduled.v1'> | Fact<'StageRescheduled.v1'>,
  { revision }: ProjectedEvent,
): void => {
  const { editionId, stageId, act, phase, opensOn, closesOn, opensAt, closesAt } = data;
  rows.write(
    `insert into edition_stage (edition_id, stage_id, act, phase, ordinal, opens_on, closes_on, opens_at, closes_at, entered, closings)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, -1, 0)
     on conflict (edition_id, stage_id) do update set opens_on = $6, closes_on = $7, opens_at = $8, closes_at = $9`,
    [editionId, stageId, act, phase ?? '', revision, opensOn, closesOn, opensAt, closesAt],
  );
};

const stand = (rows: ProjectedRows, editionId: string, state: 'open' | 'closed' | 'abandoned'): void =>
  rows.write('update edition set state = $2 where edition_id = $1', [editionId, state]);

const lateEntry = (
  rows: ProjectedRows,
  fact: Extract<EditionFact, { type: `LateEntry${string}` }>,
  event: ProjectedEvent,
): void => {
  const { editionId, nominatorId, stageId } = fact.data;
  if (fact.type === 'LateEntryEnded.v1')
    return rows.write(
      'update late_entry set until_at = $4 where edition_id = $1 and nominator_id = $2 and stage_id = $3 and until_at > $4',
      [editionId, nominatorId, stageId, fact.data.endedAt],
    );
  const { from, untilAt } = fact.data;
  return rows.write(
    `insert into late_entry (edition_id, revision, nominator_id, stage_id, from_at, until_at, stream, prose)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [editionId, event.revision, nominatorId, stageId, from, untilAt, event.stream, keptText(fact.data)],
  );
};

const change = (rows: ProjectedRows, fact: EditionFact, event: ProjectedEvent): void => {
  switch (fact.type) {
    case 'EditionOpened.v1':
      return open(rows, fact, event);
    case 'DocumentsAsked.v1':
      return rows.write('update edition set documents = $2 where edition_id = $1', [
        fact.data.editionId,
        JSON.stringify(fact.data.tracks),
      ]);
    case 'RollAsked.v1':
      return rows.write('update edition set roll_as_of = $2 where edition_id = $1', [
        fact.data.editionId,
        fact.data.asOf,
      ]);
    case 'EditionAmended.v1': {
      const { editionId, titleZh, titleEn, parameters, tables } = fact.data;
      return rows.write(
        `update edition set title_zh = $2, title_en = $3, parameters = $4, tables = $5, title_key = $6, search_keys = $7, search_text = $8
         where edition_id = $1`,
        [
          ...[editionId, titleZh, titleEn, JSON.stringify(parameters), JSON.stringify(tables)],
          ...searchedBy(titleZh, titleEn),
        ],
      );
    }
    case 'StageScheduled.v1':
    case 'StageRescheduled.v1':
      return schedule(rows, fact, event);
    case 'StageOpened.v1': {
      const { editionId, stageId, entered } = fact.data;
      return rows.write(
        'update edition_stage set opened_at = $3, entered = $4 where edition_id = $1 and stage_id = $2',
        [editionId, stageId, event.occurredAt, entered ?? -1],
      );
    }
    case 'StageClosed.v1': {
      const { editionId, stageId, closing } = fact.data;
      return rows.write(
        'update edition_stage set closed_at = $3, closings = $4 where edition_id = $1 and stage_id = $2',
        [editionId, stageId, event.occurredAt, closing],
      );
    }
    case 'StageReopened.v1': {
      const { editionId, stageId, closesOn, closesAt } = fact.data;
      stand(rows, editionId, 'open');
      return rows.write(
        'update edition_stage set closed_at = null, closes_on = $3, closes_at = $4 where edition_id = $1 and stage_id = $2',
        [editionId, stageId, closesOn, closesAt],
      );
    }
    case 'LateEntryAllowed.v1':
    case 'LateEntryEnded.v1':
      return lateEntry(rows, fact, event);
    case 'ReviewListSet.v1':
      return rows.write('update edition set review_list = $2 where edition_id = $1', [
        fact.data.editionId,
        JSON.stringify(fact.data.items),
      ]);
    case 'EditionClosed.v1':
      return stand(rows, fact.data.editionId, 'closed');
    case 'EditionAbandoned.v1':
      return stand(rows, fact.data.editionId, 'abandoned');
    // What is needed, and numbers in proportion, stand in a table of their own.
    case 'NeedsAsked.v1':
    case 'SharesAsked.v1':
    case 'ActProposed.v1':
    case 'ProposalRejected.v1':
      return undefined;
  }
};

/** Editions with their stages and late entries. */
export const editionProjection: Projection = {
  name: 'editions',
  version: 6,
  tables: TABLES,
  tableNames: ['edition', 'edition_stage', 'late_entry'],
  source: { kind: 'log', streamPrefixes: [EDITION_STREAMS] },
  apply: async (rows, event) => {
    const fact = { type: event.type, data: event.data } as EditionFact;
    change(rows, fact, event);
    rows.write('update edition set revision = $2 where edition_id = $1', [fact.data.editionId, event.revision]);
  },
};
