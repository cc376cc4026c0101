import type { Projection } from '@jiangong/read-models';

type Opened = {
  editionId: string;
  seriesId: string;
  year: number;
  committeeId: string;
  titleZh: string;
  titleEn?: string;
};
type OfEntry = { editionId: string; entryId: string; unitId: string; branchId?: string };
type Scheduled = { editionId: string; stage: string; opensAt: string; closesAt: string };

/**
 * Editions with their calendar, where their entries stand, and which units declared in them: an entry that was withdrawn
 * does not count.
 */
export const editionProjection: Projection = {
  name: 'editions',
  version: 2,
  tables: `
    create table if not exists edition (
      edition_id text primary key,
      series_id text not null,
      year integer not null,
      committee_id text not null,
      title_zh text not null,
      title_en text not null
    );
    create index if not exists edition_series on edition (series_id, year);
    create table if not exists declaration (
      entry_id text primary key,
      edition_id text not null,
      unit_id text not null
    );
    create index if not exists declaration_edition on declaration (edition_id, unit_id);
    create table if not exists edition_stage (
      edition_id text not null,
      stage text not null,
      opens_at text not null,
      closes_at text not null,
      begun boolean not null,
      primary key (edition_id, stage)
    );
    create table if not exists entry_branch (
      entry_id text primary key,
      branch_id text not null
    );
  `,
  tableNames: ['edition', 'declaration', 'edition_stage', 'entry_branch'],
  source: { kind: 'public-facts', contexts: ['merit_projects'] },
  apply: async (rows, { type, data }) => {
    switch (type) {
      case 'merit_projects.EditionOpened.v1': {
        const { editionId, seriesId, year, committeeId, titleZh, titleEn } = data as Opened;
        rows.write(
          'insert into edition (edition_id, series_id, year, committee_id, title_zh, title_en) values ($1, $2, $3, $4, $5, $6) on conflict (edition_id) do nothing',
          [editionId, seriesId, year, committeeId, titleZh, titleEn ?? ''],
        );
        return;
      }
      case 'merit_projects.StageScheduled.v1': {
        const { editionId, stage, opensAt, closesAt } = data as Scheduled;
        rows.write(
          `insert into edition_stage (edition_id, stage, opens_at, closes_at, begun) values ($1, $2, $3, $4, false)
           on conflict (edition_id, stage) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at`,
          [editionId, stage, opensAt, closesAt],
        );
        return;
      }
      case 'merit_projects.StageOpened.v1': {
        const { editionId, stage } = data as Scheduled;
        rows.write('update edition_stage set begun = true where edition_id = $1 and stage = $2', [editionId, stage]);
        return;
      }
      case 'merit_projects.EntryPlanned.v1': {
        const { entryId, branchId } = data as OfEntry;
        rows.write('insert into entry_branch (entry_id, branch_id) values ($1, $2) on conflict (entry_id) do nothing', [
          entryId,
          branchId ?? '',
        ]);
        return;
      }
      case 'merit_projects.EntryDeclared.v1': {
        const { editionId, entryId, unitId } = data as OfEntry;
        rows.write(
          'insert into declaration (entry_id, edition_id, unit_id) values ($1, $2, $3) on conflict (entry_id) do nothing',
          [entryId, editionId, unitId],
        );
        return;
      }
      case 'merit_projects.EntryWithdrawn.v1':
        rows.write('delete from declaration where entry_id = $1', [(data as OfEntry).entryId]);
        return;
    }
  },
};
