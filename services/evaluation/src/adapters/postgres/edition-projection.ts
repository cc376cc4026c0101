import { readCanonical } from '@jiangong/programmes';
import type { ProjectedEvent, ProjectedRows, Projection } from '@jiangong/read-models';

type Opened = {
  editionId: string;
  seriesId: string;
  year: number;
  ordinal?: number;
  committeeId: string;
  titleZh: string;
  titleEn?: string;
  templateHash?: string;
  parametersJson?: string;
};
type Adopted = { templateHash: string; committeeId: string; canonicalText: string };
type Undone = { entryId: string; act: string };
type OfEntry = {
  editionId: string;
  entryId: string;
  nominatorId?: string;
  homeId?: string;
  proposerId?: string;
  version?: number;
};

const TABLES = `
  create table if not exists template (
    committee_id text not null,
    template_hash text not null,
    canonical_text text not null,
    primary key (committee_id, template_hash)
  );
  create table if not exists template_recheck (
    committee_id text not null,
    template_hash text not null,
    rule_id text not null,
    every text not null,
    stage_id text not null,
    primary key (committee_id, template_hash, rule_id)
  );
  create table if not exists edition (
    edition_id text primary key,
    series_id text not null,
    year integer not null,
    ordinal integer not null,
    committee_id text not null,
    title_zh text not null,
    title_en text not null,
    template_hash text not null,
    parameters text not null,
    abandoned boolean not null
  );
  create index if not exists edition_series on edition (series_id, year);
  create table if not exists declaration (
    entry_id text primary key,
    edition_id text not null,
    unit_id text not null,
    withdrawn boolean not null default false,
    version integer not null default 0
  );
  create index if not exists declaration_edition on declaration (edition_id, unit_id);
  create table if not exists entry_branch (
    entry_id text primary key,
    branch_id text not null
  );
`;

/** How often what a rule gives is looked at again, and in which stage, where the calendar has one that comes as often. */
const rechecks = (rows: ProjectedRows, { templateHash, committeeId, canonicalText }: Adopted): void => {
  const read = readCanonical(canonicalText);
  if (read.kind !== 'template') return;
  const { calendar, outcome } = read.template;
  for (const { id, recheck } of outcome) {
    if (recheck === undefined) continue;
    const stage = calendar.find(({ act, every }) => act === 'recheck' && every === recheck);
    rows.write(
      `insert into template_recheck (committee_id, template_hash, rule_id, every, stage_id) values ($1, $2, $3, $4, $5)
       on conflict (committee_id, template_hash, rule_id) do nothing`,
      [committeeId, templateHash, id, recheck, stage?.id ?? ''],
    );
  }
};

const edition = (rows: ProjectedRows, data: Opened): void =>
  rows.write(
    `insert into edition (edition_id, series_id, year, ordinal, committee_id, title_zh, title_en, template_hash, parameters, abandoned)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, false)
     on conflict (edition_id) do update set title_zh = excluded.title_zh, title_en = excluded.title_en,
       template_hash = excluded.template_hash, parameters = excluded.parameters`,
    [
      data.editionId,
      data.seriesId,
      data.year,
      data.ordinal ?? 1,
      data.committeeId,
      data.titleZh,
      data.titleEn ?? '',
      data.templateHash ?? '',
      data.parametersJson ?? '{}',
    ],
  );

const apply = async (rows: ProjectedRows, { type, data }: ProjectedEvent): Promise<void> => {
  switch (type) {
    case 'merit_projects.TemplateAdopted.v1': {
      const { templateHash, committeeId, canonicalText } = data as Adopted;
      rows.write(
        'insert into template (committee_id, template_hash, canonical_text) values ($1, $2, $3) on conflict (committee_id, template_hash) do nothing',
        [committeeId, templateHash, canonicalText],
      );
      rechecks(rows, data as Adopted);
      return;
    }
    case 'merit_projects.EditionOpened.v1':
    case 'merit_projects.EditionAmended.v1':
      return edition(rows, data as Opened);
    case 'merit_projects.EditionAbandoned.v1':
      rows.write('update edition set abandoned = true where edition_id = $1', [(data as Opened).editionId]);
      return;
    case 'merit_projects.EntryPlanned.v1': {
      const { entryId, proposerId } = data as OfEntry;
      rows.write('insert into entry_branch (entry_id, branch_id) values ($1, $2) on conflict (entry_id) do nothing', [
        entryId,
        proposerId ?? '',
      ]);
      return;
    }
    case 'merit_projects.EntryDeclared.v1': {
      const { editionId, entryId, homeId, nominatorId, version = 1 } = data as OfEntry;
      rows.write(
        `insert into declaration (entry_id, edition_id, unit_id, version) values ($1, $2, $3, $4)
         on conflict (entry_id) do update set version = excluded.version`,
        [entryId, editionId, homeId ?? nominatorId ?? '', version],
      );
      return;
    }
    case 'merit_projects.EntryHandedOver.v1': {
      const { entryId, homeId } = data as OfEntry;
      rows.write('update declaration set unit_id = $2 where entry_id = $1', [entryId, homeId ?? '']);
      return;
    }
    case 'merit_projects.EntryWithdrawn.v1':
      rows.write('update declaration set withdrawn = true where entry_id = $1', [(data as OfEntry).entryId]);
      return;
    case 'merit_projects.ActUndone.v1':
      if ((data as Undone).act === 'EntryWithdrawn')
        rows.write('update declaration set withdrawn = false where entry_id = $1', [(data as Undone).entryId]);
      return;
  }
};

/**
 * Adopted templates, editions with what they set of theirs, and which units declared in them: an entry that was withdrawn does
 * not count.
 */
export const editionProjection: Projection = {
  name: 'editions',
  version: 7,
  tables: TABLES,
  tableNames: ['template', 'template_recheck', 'edition', 'declaration', 'entry_branch'],
  source: { kind: 'public-facts', contexts: ['merit_projects'] },
  apply,
};
