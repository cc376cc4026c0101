import { localDateOf, startOfDay } from '@jiangong/calendar';
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
    dissolved boolean not null,
    dissolved_at text collate "C"
  );
  create index if not exists access_organization_path on access_organization (path text_pattern_ops);
  create index if not exists access_organization_parent on access_organization (parent_id);
  create table if not exists access_grant (
    grant_id text primary key,
    person_id text not null,
    role text not null,
    organization_id text not null,
    granted_at text collate "C" not null,
    ends_at text collate "C",
    ended_because text
  );
  create index if not exists access_grant_person on access_grant (person_id);
  create index if not exists access_grant_role on access_grant (role);
  create table if not exists access_person (
    person_id text primary key,
    organization_id text not null,
    exited text
  );
  create index if not exists access_person_organization on access_person (organization_id);
  create table if not exists access_organization_place (
    organization_id text not null,
    since text collate "C" not null,
    parent_id text,
    primary key (organization_id, since)
  );
  create table if not exists access_person_place (
    person_id text not null,
    since text collate "C" not null,
    organization_id text not null,
    primary key (person_id, since)
  );
`;

/** Since when the first place counts: for every day before the first move, also one before it was entered. */
const FROM_THE_FIRST = '';

type Founded = { organizationId: string; parentId?: string; kind: string; classified?: boolean };
type Moved = { organizationId: string; parentId?: string; effectiveOn?: string };
type Dissolved = { organizationId: string; effectiveOn?: string };
type Granted = {
  grantId: string;
  personId: string;
  role: string;
  organizationId: string;
  from?: string;
  until?: string;
};
type Revoked = { grantId: string; endsAt?: string; because?: string };
type Staged = { personId: string; stage: string };
type Placed = { personId: string; organizationId: string; effectiveOn?: string };

/** proto JSON leaves empty fields out. */
const orNull = (value: string | undefined): string | null => (value === undefined || value === '' ? null : value);

const pathOf = async (rows: ProjectedRows, id: string): Promise<string> => {
  const [row] = await rows.query<{ path: string }>('select path from access_organization where id = $1', [id]);
  if (!row) throw new Error(`organization ${id} was never founded`);
  return row.path;
};

/** Where an organization stands since a day; what was told last of a day counts for it. */
const standing = (rows: ProjectedRows, { organizationId, parentId }: Moved, since: string): void =>
  rows.write(
    `insert into access_organization_place (organization_id, since, parent_id) values ($1, $2, $3)
     on conflict (organization_id, since) do update set parent_id = excluded.parent_id`,
    [organizationId, since, orNull(parentId)],
  );

/** A parent that was never founded leaves the path empty, which the table refuses. */
const found = (rows: ProjectedRows, { organizationId, parentId, kind, classified }: Founded): void => {
  rows.write(
    `insert into access_organization (id, parent_id, path, kind, classified, dissolved)
     values ($1, $2, case when $2::text is null then '/' else (select path from access_organization where id = $2) end || $1 || '/', $3, $4, false)
     on conflict (id) do nothing`,
    [organizationId, orNull(parentId), kind, classified ?? false],
  );
};

/** The whole subtree moves along: every path below changes its beginning. A fact without a day counts from when it was told. */
const move = async (rows: ProjectedRows, moved: Moved, occurredAt: string): Promise<void> => {
  const { organizationId, parentId, effectiveOn } = moved;
  const parent = orNull(parentId);
  // Most organizations never move: only the first move writes down where one had stood until then.
  rows.write(
    `insert into access_organization_place (organization_id, since, parent_id)
     select id, '${FROM_THE_FIRST}', parent_id from access_organization where id = $1 on conflict do nothing`,
    [organizationId],
  );
  standing(rows, moved, orNull(effectiveOn) ?? localDateOf(occurredAt));
  const before = await pathOf(rows, organizationId);
  const after = childPath(parent === null ? '' : await pathOf(rows, parent), organizationId);
  rows.write('update access_organization set parent_id = $2 where id = $1', [organizationId, parent]);
  rows.write(
    `update access_organization set path = $2 || substr(path, length($1) + 1) where ${coversSql('$1', 'path')}`,
    [before, after],
  );
};

/** From the first instant of its day on, as the fact says; a fact without a day ends it when it was told. */
const dissolve = (rows: ProjectedRows, { organizationId, effectiveOn }: Dissolved, occurredAt: string): void => {
  const day = orNull(effectiveOn);
  rows.write('update access_organization set dissolved = true, dissolved_at = $2 where id = $1', [
    organizationId,
    day === null ? occurredAt : startOfDay(day),
  ]);
};

const grant = (
  rows: ProjectedRows,
  { grantId, personId, role, organizationId, from, until }: Granted,
  occurredAt: string,
): void =>
  rows.write(
    `insert into access_grant (grant_id, person_id, role, organization_id, granted_at, ends_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (grant_id) do nothing`,
    [grantId, personId, role, organizationId, orNull(from) ?? occurredAt, orNull(until)],
  );

/** Ended grants stay, with their end: who held what on a day can be asked for ever. An end never moves later. */
const END_GRANT = `ends_at = case when ends_at is null or $2 < ends_at then $2 else ends_at end,
  ended_because = case when ends_at is null or $2 < ends_at then $3 else ended_because end`;

const revoke = (rows: ProjectedRows, { grantId, endsAt, because }: Revoked, occurredAt: string): void =>
  rows.write(`update access_grant set ${END_GRANT} where grant_id = $1`, [
    grantId,
    orNull(endsAt) ?? occurredAt,
    because ?? 'revoked',
  ]);

const place = (rows: ProjectedRows, { personId, organizationId }: Placed, since: string): void => {
  rows.write(
    `insert into access_person_place (person_id, since, organization_id) values ($1, $2, $3)
     on conflict (person_id, since) do update set organization_id = excluded.organization_id`,
    [personId, since, organizationId],
  );
  rows.write(
    `insert into access_person (person_id, organization_id) values ($1, $2)
     on conflict (person_id) do update set organization_id = excluded.organization_id`,
    [personId, organizationId],
  );
};

/** The dead and the expelled take part in nothing: whatever asks where a person belongs no longer finds them. */
const ENDS_ALL: readonly string[] = ['deceased', 'expelled'];

const stage = (rows: ProjectedRows, { personId, stage: reached }: Staged): void =>
  rows.write('update access_person set exited = $2 where person_id = $1', [
    personId,
    ENDS_ALL.includes(reached) ? reached : null,
  ]);

const erase = (rows: ProjectedRows, personId: string, occurredAt: string): void => {
  rows.write(`update access_grant set ${END_GRANT} where person_id = $1`, [personId, occurredAt, 'erased']);
  rows.write('delete from access_person where person_id = $1', [personId]);
  rows.write('delete from access_person_place where person_id = $1', [personId]);
};

const apply = async (rows: ProjectedRows, { type, data, occurredAt }: ProjectedEvent): Promise<void> => {
  switch (type) {
    case 'organizations.OrganizationFounded.v1':
      found(rows, data as Founded);
      return;
    case 'organizations.OrganizationMoved.v1':
      return move(rows, data as Moved, occurredAt);
    case 'organizations.OrganizationClassified.v1':
      rows.write('update access_organization set classified = $2 where id = $1', [
        (data as Founded).organizationId,
        (data as Founded).classified ?? false,
      ]);
      return;
    case 'organizations.OrganizationDissolved.v1':
      return dissolve(rows, data as Dissolved, occurredAt);
    case 'organizations.OrganizationRestored.v1':
      rows.write('update access_organization set dissolved = false, dissolved_at = null where id = $1', [
        (data as Dissolved).organizationId,
      ]);
      return;
    case 'membership.PersonRegistered.v1':
      return place(rows, data as Placed, FROM_THE_FIRST);
    case 'membership.PersonMoved.v1':
      return place(rows, data as Placed, orNull((data as Placed).effectiveOn) ?? localDateOf(occurredAt));
    case 'membership.RoleGranted.v1':
      grant(rows, data as Granted, occurredAt);
      return;
    case 'membership.RoleRevoked.v1':
      revoke(rows, data as Revoked, occurredAt);
      return;
    case 'membership.MembershipStageChanged.v1':
      stage(rows, data as Staged);
      return;
    case 'membership.PersonErased.v1':
      return erase(rows, (data as Placed).personId, occurredAt);
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
    version: 4,
    tables: TABLES,
    tableNames: [
      'access_organization',
      'access_grant',
      'access_person',
      'access_organization_place',
      'access_person_place',
    ],
    source: { kind: 'public-facts', contexts: ['organizations', 'membership'] },
    apply,
  },
];
