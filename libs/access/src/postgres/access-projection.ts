import type { ProjectedEvent, Projection, ProjectedRows } from '@jiangong/read-models';
import { childPath } from '../organization-path.ts';
import { coversSql } from './path-sql.ts';

const TABLES = `
  create table if not exists access_organization (
    id text primary key,
    parent_id text,
    path text not null,
    kind text not null,
    classified boolean not null,
    dissolved boolean not null
  );
  create index if not exists access_organization_path on access_organization (path text_pattern_ops);
  create index if not exists access_organization_parent on access_organization (parent_id);
  create table if not exists access_grant (
    grant_id text primary key,
    person_id text not null,
    role text not null,
    organization_id text not null,
    granted_at text not null,
    ends_at text
  );
  create index if not exists access_grant_person on access_grant (person_id);
  create index if not exists access_grant_role on access_grant (role);
  create table if not exists access_person (
    person_id text primary key,
    organization_id text not null
  );
  create index if not exists access_person_organization on access_person (organization_id);
`;

type Founded = { organizationId: string; parentId?: string; kind: string; classified?: boolean };
type Moved = { organizationId: string; parentId?: string };
type Granted = { grantId: string; personId: string; role: string; organizationId: string; until?: string };
type Placed = { personId: string; organizationId: string };

/** proto JSON leaves empty fields out. */
const orNull = (value: string | undefined): string | null => (value === undefined || value === '' ? null : value);

const pathOf = async (rows: ProjectedRows, id: string): Promise<string> => {
  const [row] = await rows.query<{ path: string }>('select path from access_organization where id = $1', [id]);
  if (!row) throw new Error(`organization ${id} was never founded`);
  return row.path;
};

/** A parent that was never founded leaves the path empty, which the table refuses. */
const found = (rows: ProjectedRows, { organizationId, parentId, kind, classified }: Founded): void =>
  rows.write(
    `insert into access_organization (id, parent_id, path, kind, classified, dissolved)
     values ($1, $2, case when $2::text is null then '/' else (select path from access_organization where id = $2) end || $1 || '/', $3, $4, false)
     on conflict (id) do nothing`,
    [organizationId, orNull(parentId), kind, classified ?? false],
  );

/** The whole subtree moves along: every path below changes its beginning. */
const move = async (rows: ProjectedRows, { organizationId, parentId }: Moved): Promise<void> => {
  const parent = orNull(parentId);
  const before = await pathOf(rows, organizationId);
  const after = childPath(parent === null ? '' : await pathOf(rows, parent), organizationId);
  rows.write('update access_organization set parent_id = $2 where id = $1', [organizationId, parent]);
  rows.write(
    `update access_organization set path = $2 || substr(path, length($1) + 1) where ${coversSql('$1', 'path')}`,
    [before, after],
  );
};

const grant = (
  rows: ProjectedRows,
  { grantId, personId, role, organizationId, until }: Granted,
  occurredAt: string,
): void =>
  rows.write(
    `insert into access_grant (grant_id, person_id, role, organization_id, granted_at, ends_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (grant_id) do nothing`,
    [grantId, personId, role, organizationId, occurredAt, orNull(until)],
  );

const place = (rows: ProjectedRows, { personId, organizationId }: Placed): void =>
  rows.write(
    `insert into access_person (person_id, organization_id) values ($1, $2)
     on conflict (person_id) do update set organization_id = excluded.organization_id`,
    [personId, organizationId],
  );

const erase = (rows: ProjectedRows, personId: string): void => {
  rows.write('delete from access_grant where person_id = $1', [personId]);
  rows.write('delete from access_person where person_id = $1', [personId]);
};

const apply = async (rows: ProjectedRows, { type, data, occurredAt }: ProjectedEvent): Promise<void> => {
  switch (type) {
    case 'organizations.OrganizationFounded.v1':
      found(rows, data as Founded);
      return;
    case 'organizations.OrganizationMoved.v1':
      return move(rows, data as Moved);
    case 'organizations.OrganizationClassified.v1':
      rows.write('update access_organization set classified = $2 where id = $1', [
        (data as Founded).organizationId,
        (data as Founded).classified ?? false,
      ]);
      return;
    case 'organizations.OrganizationDissolved.v1':
      rows.write('update access_organization set dissolved = true where id = $1', [(data as Moved).organizationId]);
      return;
    case 'membership.PersonRegistered.v1':
    case 'membership.PersonMoved.v1':
      place(rows, data as Placed);
      return;
    case 'membership.RoleGranted.v1':
      grant(rows, data as Granted, occurredAt);
      return;
    case 'membership.RoleRevoked.v1':
      rows.write('delete from access_grant where grant_id = $1', [(data as Granted).grantId]);
      return;
    case 'membership.PersonErased.v1':
      return erase(rows, (data as Placed).personId);
  }
};

/**
 * The tree and the grants as every service needs them for its own access rule (decisions.md 8). Grants keep only the
 * organization's id: its path is joined when read, so a move needs no rewrite of grants, and the rows do not depend on how
 * the facts of the two contexts interleave.
 */
export const accessProjections: readonly Projection[] = [
  {
    name: 'access',
    version: 1,
    tables: TABLES,
    tableNames: ['access_organization', 'access_grant', 'access_person'],
    source: { kind: 'public-facts', contexts: ['organizations', 'membership'] },
    apply,
  },
];
