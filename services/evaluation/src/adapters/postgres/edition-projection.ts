import type { Projection } from '@jiangong/read-models';

type Opened = { editionId: string; seriesId: string; year: number; committeeId: string; titleZh: string; titleEn?: string };
type OfProject = { editionId: string; projectId: string; unitId: string };

/** Editions, and which units declared projects in them: a project that was withdrawn does not count. */
export const editionProjection: Projection = {
  name: 'editions',
  version: 1,
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
      project_id text primary key,
      edition_id text not null,
      unit_id text not null
    );
    create index if not exists declaration_edition on declaration (edition_id, unit_id);
  `,
  tableNames: ['edition', 'declaration'],
  source: { kind: 'public-facts', contexts: ['merit_projects'] },
  apply: async (rows, { type, data }) => {
    switch (type) {
      case 'merit_projects.EditionOpened.v1': {
        const { editionId, seriesId, year, committeeId, titleZh, titleEn } = data as Opened;
        await rows.query(
          'insert into edition (edition_id, series_id, year, committee_id, title_zh, title_en) values ($1, $2, $3, $4, $5, $6) on conflict (edition_id) do nothing',
          [editionId, seriesId, year, committeeId, titleZh, titleEn ?? ''],
        );
        return;
      }
      case 'merit_projects.ProjectDeclared.v1': {
        const { editionId, projectId, unitId } = data as OfProject;
        await rows.query(
          'insert into declaration (project_id, edition_id, unit_id) values ($1, $2, $3) on conflict (project_id) do nothing',
          [projectId, editionId, unitId],
        );
        return;
      }
      case 'merit_projects.ProjectWithdrawn.v1':
        await rows.query('delete from declaration where project_id = $1', [(data as OfProject).projectId]);
        return;
    }
  },
};
