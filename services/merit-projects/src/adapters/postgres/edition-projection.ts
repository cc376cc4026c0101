import type { ProjectedEvent, Projection, ProjectedRows } from '@jiangong/read-models';
import { EDITION_STREAMS } from '../../application/streams.ts';
import type { EditionFact } from '../../domain/edition/facts.ts';
import { STAGES } from '../../domain/stage.ts';

const TABLES = `
  create table if not exists edition (
    edition_id text primary key,
    series_id text not null,
    year integer not null,
    committee_id text not null,
    title_zh text not null,
    title_en text not null,
    quota integer not null,
    notice_working_days integer not null,
    objection_working_days integer not null,
    position bigint not null,
    revision bigint not null
  );
  create table if not exists edition_stage (
    edition_id text not null,
    stage text not null,
    ordinal integer not null,
    opens_on text not null,
    closes_on text not null,
    opens_at text not null,
    closes_at text not null,
    opened_at text,
    closed_at text,
    primary key (edition_id, stage)
  );
  create index if not exists edition_stage_to_open on edition_stage (opens_at) where opened_at is null;
  create index if not exists edition_stage_to_close on edition_stage (closes_at) where closed_at is null;
  create table if not exists late_entry (
    edition_id text not null,
    revision bigint not null,
    unit_id text not null,
    stage text not null,
    from_at text not null,
    until_at text not null,
    why text not null,
    primary key (edition_id, revision)
  );
`;

const change = (rows: ProjectedRows, fact: EditionFact, event: ProjectedEvent): void => {
  switch (fact.type) {
    case 'EditionOpened.v1': {
      const {
        editionId,
        seriesId,
        year,
        committeeId,
        titleZh,
        titleEn,
        quota,
        noticeWorkingDays,
        objectionWorkingDays,
      } = fact.data;
      return rows.write(
        `insert into edition (edition_id, series_id, year, committee_id, title_zh, title_en, quota, notice_working_days, objection_working_days, position, revision)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          editionId,
          seriesId,
          year,
          committeeId,
          titleZh,
          titleEn,
          quota,
          noticeWorkingDays,
          objectionWorkingDays,
          event.position,
          event.revision,
        ],
      );
    }
    case 'StageScheduled.v1':
    case 'StageRescheduled.v1': {
      const { editionId, stage, opensOn, closesOn, opensAt, closesAt } = fact.data;
      return rows.write(
        `insert into edition_stage (edition_id, stage, ordinal, opens_on, closes_on, opens_at, closes_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (edition_id, stage) do update set opens_on = $4, closes_on = $5, opens_at = $6, closes_at = $7`,
        [editionId, stage, STAGES.indexOf(stage), opensOn, closesOn, opensAt, closesAt],
      );
    }
    case 'StageOpened.v1':
      return rows.write('update edition_stage set opened_at = $3 where edition_id = $1 and stage = $2', [
        fact.data.editionId,
        fact.data.stage,
        event.occurredAt,
      ]);
    case 'StageClosed.v1':
      return rows.write('update edition_stage set closed_at = $3 where edition_id = $1 and stage = $2', [
        fact.data.editionId,
        fact.data.stage,
        event.occurredAt,
      ]);
    case 'LateEntryAllowed.v1': {
      const { editionId, unitId, stage, from, untilAt, why } = fact.data;
      return rows.write(
        'insert into late_entry (edition_id, revision, unit_id, stage, from_at, until_at, why) values ($1, $2, $3, $4, $5, $6, $7)',
        [editionId, event.revision, unitId, stage, from, untilAt, why],
      );
    }
  }
};

/** Editions with their stages and late entries. */
export const editionProjection: Projection = {
  name: 'editions',
  version: 1,
  tables: TABLES,
  tableNames: ['edition', 'edition_stage', 'late_entry'],
  source: { kind: 'log', streamPrefixes: [EDITION_STREAMS] },
  apply: async (rows, event) => {
    const fact = { type: event.type, data: event.data } as EditionFact;
    change(rows, fact, event);
    rows.write('update edition set revision = $2 where edition_id = $1', [fact.data.editionId, event.revision]);
  },
};
