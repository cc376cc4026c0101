import { belowMarkedSql, coversRangeSql, coversSql } from '@jiangong/access/postgres';
import type { ProjectedEvent, Projection, ProjectedRows } from '@jiangong/read-models';
import { findableBy, sortKeyOf } from '@jiangong/wording/search';
import { ORGANIZATION_STREAMS } from '../../application/organization-stream.ts';
import type {
  OfficerAppointed,
  OrganizationDissolved,
  OrganizationFact,
  OrganizationFounded,
  OrganizationMoved,
} from '../../domain/facts.ts';

/**
 * Paths are compared byte by byte (`collate "C"`), so that whatever stands below an organization sorts right after it. `hidden`: classified
 * itself, or below what is; what lists are counted by stands beside the path in its index, and what children are counted by beside the parent.
 */
const TABLES = `
  create table if not exists organization (
    id text primary key,
    parent_id text,
    path text collate "C" not null,
    kind text not null,
    name_zh text not null,
    name_en text not null,
    code text not null,
    classified boolean not null,
    hidden boolean not null,
    condition text not null,
    founded_at text not null,
    founded_on text not null,
    ended_kind text,
    ended_on text,
    successor_ids text[] not null,
    heir_id text,
    revision bigint not null,
    level integer not null generated always as (length(path) - length(replace(path, '/', '')) - 1) stored,
    name_key text collate "C" not null,
    search_keys text[] not null,
    search_text text not null
  );
  create unique index if not exists organization_path on organization (path) include (hidden, kind, condition, level);
  create index if not exists organization_name_key on organization (name_key, id);
  create index if not exists organization_code on organization (code collate "C", id);
  create index if not exists organization_founded on organization (founded_on collate "C", id);
  create index if not exists organization_place on organization (((lpad(level::text, 2, '0') || name_key) collate "C"), id);
  create index if not exists organization_search on organization using gin (search_keys);
  create index if not exists organization_classified on organization (path) where classified;
  create index if not exists organization_parent on organization (parent_id) include (hidden, condition, path);
  create table if not exists organization_name (
    organization_id text not null,
    revision bigint not null,
    since text collate "C" not null,
    name_zh text not null,
    name_en text not null,
    primary key (organization_id, revision)
  );
  create table if not exists organization_proposal (
    proposal_id text primary key,
    organization_id text not null,
    proposed_by text not null,
    role text not null,
    proposed_at text not null
  );
  create index if not exists organization_proposal_of on organization_proposal (organization_id);
  create table if not exists organization_officer (
    appointment_id text primary key,
    organization_id text not null,
    person_id text not null,
    office text not null,
    appointed_at text not null,
    effective_on text not null,
    term_ends_on text
  );
  create index if not exists organization_officer_of on organization_officer (organization_id);
  create index if not exists organization_officer_person on organization_officer (person_id);
`;

const pathOf = async (rows: ProjectedRows, id: string): Promise<string> => {
  const [row] = await rows.query<{ path: string }>('select path from organization where id = $1', [id]);
  if (!row) throw new Error(`organization ${id} is not in the tree`);
  return row.path;
};

/** Its sort key, and how it is found: by both names and its code. */
const searchedBy = ({ nameZh, nameEn, code }: Readonly<Record<'nameZh' | 'nameEn' | 'code', string>>) => {
  const { keys, text } = findableBy([nameZh, nameEn, code]);
  return [sortKeyOf(nameZh), keys, text] as const;
};

const renamed = async (rows: ProjectedRows, id: string, names: Readonly<{ nameZh: string; nameEn: string }>) => {
  const [row] = await rows.query<{ code: string }>('select code from organization where id = $1', [id]);
  rows.write(
    'update organization set name_zh = $2, name_en = $3, name_key = $4, search_keys = $5, search_text = $6 where id = $1',
    [id, names.nameZh, names.nameEn, ...searchedBy({ ...names, code: row?.code ?? '' })],
  );
};

type Named = Readonly<{ organizationId: string; nameZh: string; nameEn: string; since: string }>;

/** Every name stays, with its first day: what something was called on a day can be asked for ever. */
const named = (rows: ProjectedRows, { organizationId, nameZh, nameEn, since }: Named, revision: number): void =>
  rows.write(
    'insert into organization_name (organization_id, revision, since, name_zh, name_en) values ($1, $2, $3, $4, $5)',
    [organizationId, revision, since, nameZh, nameEn],
  );

/** A parent that is not in the tree leaves the path empty, which the table refuses. */
const found = (rows: ProjectedRows, { data }: OrganizationFounded, { occurredAt, revision }: ProjectedEvent): void => {
  const { organizationId, parentId, kind, nameZh, nameEn, code, classified, foundedOn } = data;
  rows.write(
    `insert into organization (id, parent_id, path, kind, name_zh, name_en, code, classified, hidden, condition, founded_at, founded_on, successor_ids, revision, name_key, search_keys, search_text)
     values ($1, $2, case when $2::text is null then '/' else (select path from organization where id = $2) end || $1 || '/', $3, $4, $5, $6, $7,
       $7 or coalesce((select hidden from organization where id = $2), false), 'live', $8, $9, '{}', $10, $11, $12, $13)`,
    [
      ...[organizationId, parentId, kind, nameZh, nameEn, code, classified, occurredAt, foundedOn, revision],
      ...searchedBy({ nameZh, nameEn, code }),
    ],
  );
  named(rows, { organizationId, nameZh, nameEn, since: foundedOn }, revision);
};

/** What is classified hides everything below it: told anew of the whole part after a change of it or of its place. */
const hide = (rows: ProjectedRows, id: string): void =>
  rows.write(
    `update organization o set hidden = ${belowMarkedSql('organization', 'classified', 'o.path')}
     where ${coversRangeSql('(select path from organization where id = $1)', 'o.path')}`,
    [id],
  );

/** The subtree moves along: the beginning of every path below changes. */
const move = async (rows: ProjectedRows, { data: { organizationId, parentId } }: OrganizationMoved): Promise<void> => {
  const before = await pathOf(rows, organizationId);
  const after = `${await pathOf(rows, parentId)}${organizationId}/`;
  rows.write('update organization set parent_id = $2 where id = $1', [organizationId, parentId]);
  rows.write(`update organization set path = $2 || substr(path, length($1) + 1) where ${coversSql('$1', 'path')}`, [
    before,
    after,
  ]);
  hide(rows, organizationId);
};

const condition = (rows: ProjectedRows, id: string, now: string): void =>
  rows.write('update organization set condition = $2 where id = $1', [id, now]);

const ended = (rows: ProjectedRows, { data }: OrganizationDissolved): void => {
  const { organizationId, kind, effectiveOn, successors, heirId } = data;
  rows.write(
    `update organization set condition = 'dissolved', ended_kind = $2, ended_on = $3, successor_ids = $4, heir_id = $5 where id = $1`,
    [organizationId, kind, effectiveOn, successors, heirId],
  );
};

const restored = (rows: ProjectedRows, id: string): void => {
  rows.write(
    `update organization set condition = 'live', ended_kind = null, ended_on = null, successor_ids = '{}', heir_id = null where id = $1`,
    [id],
  );
  rows.write('delete from organization_proposal where organization_id = $1', [id]);
};

const appointed = (rows: ProjectedRows, { data }: OfficerAppointed, occurredAt: string): void => {
  const { organizationId, appointmentId, personId, office, effectiveOn, termEndsOn } = data;
  rows.write(
    `insert into organization_officer (appointment_id, organization_id, person_id, office, appointed_at, effective_on, term_ends_on)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [appointmentId, organizationId, personId, office, occurredAt, effectiveOn, termEndsOn],
  );
};

const change = async (
  rows: ProjectedRows,
  fact: Exclude<OrganizationFact, OrganizationFounded>,
  { occurredAt, revision }: ProjectedEvent,
): Promise<void> => {
  const { organizationId: id } = fact.data;
  switch (fact.type) {
    case 'OrganizationRenamed.v1':
      named(rows, { ...fact.data, since: fact.data.effectiveOn }, revision);
      return renamed(rows, id, fact.data);
    case 'OrganizationMoved.v1':
      return move(rows, fact);
    case 'OrganizationClassified.v1':
      rows.write('update organization set classified = $2 where id = $1', [id, fact.data.classified]);
      return hide(rows, id);
    case 'DissolutionBegan.v1':
      return condition(rows, id, 'dissolving');
    case 'DissolutionAbandoned.v1':
      return condition(rows, id, 'live');
    case 'OrganizationDissolved.v1':
      return ended(rows, fact);
    case 'OrganizationRestored.v1':
      return restored(rows, id);
    case 'ActProposed.v1': {
      const { proposalId, proposedBy, role, proposedAt } = fact.data;
      return rows.write(
        `insert into organization_proposal (proposal_id, organization_id, proposed_by, role, proposed_at)
         values ($1, $2, $3, $4, $5)`,
        [proposalId, id, proposedBy, role, proposedAt],
      );
    }
    case 'ProposalRejected.v1':
      return rows.write('delete from organization_proposal where proposal_id = $1', [fact.data.proposalId]);
    case 'OfficerAppointed.v1':
      return appointed(rows, fact, occurredAt);
    case 'OfficerRelieved.v1':
      return rows.write('delete from organization_officer where appointment_id = $1', [fact.data.appointmentId]);
  }
};

/** The tree with names, conditions and officers, as it stands now. */
export const organizationProjection: Projection = {
  name: 'organization-tree',
  version: 6,
  tables: TABLES,
  tableNames: ['organization', 'organization_name', 'organization_proposal', 'organization_officer'],
  source: { kind: 'log', streamPrefixes: [ORGANIZATION_STREAMS] },
  apply: async (rows, event) => {
    const fact = { type: event.type, data: event.data } as OrganizationFact;
    if (fact.type === 'OrganizationFounded.v1') return found(rows, fact, event);
    await change(rows, fact, event);
    rows.write('update organization set revision = $2 where id = $1', [fact.data.organizationId, event.revision]);
  },
};
