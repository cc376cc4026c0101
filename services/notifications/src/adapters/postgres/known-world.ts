import { coversSql } from '@jiangong/access/postgres';
import type { ProjectedEvent, ProjectedRows } from '@jiangong/read-models';
import { concernedBy, leaderOf, standsAt } from './entry-people.ts';
import { type FactData, textOf } from './fact-data.ts';
import { PROBLEM_LESSONS, PROBLEM_TABLE_NAMES, PROBLEM_TABLES } from './known-problems.ts';
import { CHECKLIST_TABLE_NAMES, CHECKLIST_TABLES, checklistsPrepared } from './known-checklists.ts';

/**
 * What the inbox knows of the world, folded from the public facts of others in log order: so the recipients of a message
 * are those of its moment, and a rebuild finds the same.
 */
export const KNOWN_WORLD_TABLES = `
  create table if not exists inbox_place (
    organization_id text primary key,
    path text collate "C" not null,
    dissolved boolean not null
  );
  create index if not exists inbox_place_path on inbox_place (path);
  create table if not exists inbox_mandate (
    grant_id text primary key,
    person_id text not null,
    role text not null,
    organization_id text not null,
    given_at text collate "C" not null,
    ends_at text collate "C"
  );
  create index if not exists inbox_mandate_role on inbox_mandate (role, organization_id);
  create index if not exists inbox_mandate_person on inbox_mandate (person_id);
  create table if not exists inbox_edition (
    edition_id text primary key,
    committee_id text not null,
    title_zh text not null,
    title_en text not null
  );
  create table if not exists inbox_stage_window (
    edition_id text not null,
    stage_id text not null,
    act text not null,
    opens_at text collate "C" not null,
    closes_at text collate "C" not null,
    primary key (edition_id, stage_id)
  );
  create table if not exists inbox_entry (
    entry_id text primary key,
    edition_id text not null,
    unit_id text not null,
    branch_id text not null,
    leader_person_id text not null,
    title text not null,
    state text not null,
    concerned text[] not null,
    stands_at text not null,
    subject_kind text not null,
    listed boolean not null
  );
  create index if not exists inbox_entry_edition on inbox_entry (edition_id, state);
  create table if not exists inbox_evaluator (
    round_id text not null,
    person_id text not null,
    edition_id text not null,
    submitted boolean not null,
    seat_id text not null,
    primary key (round_id, person_id)
  );
  create index if not exists inbox_evaluator_edition on inbox_evaluator (edition_id);
  ${CHECKLIST_TABLES}
  ${PROBLEM_TABLES}
`;

export const KNOWN_WORLD_TABLE_NAMES = [
  'inbox_place',
  'inbox_mandate',
  'inbox_edition',
  'inbox_stage_window',
  'inbox_entry',
  'inbox_evaluator',
  ...CHECKLIST_TABLE_NAMES,
  ...PROBLEM_TABLE_NAMES,
] as const;

const placed = (rows: ProjectedRows, data: FactData): void => {
  const id = textOf(data, 'organizationId');
  const parent = textOf(data, 'parentId');
  rows.write(
    `insert into inbox_place select $1, coalesce((select path from inbox_place where organization_id = $2), '/') || $1 || '/', false
     on conflict (organization_id) do nothing`,
    [id, parent],
  );
};

const moved = (rows: ProjectedRows, data: FactData): void => {
  const id = textOf(data, 'organizationId');
  rows.write(
    `update inbox_place p set path = target.path || $1 || '/' || substr(p.path, length(old.path) + 1)
       from inbox_place old, inbox_place target
      where old.organization_id = $1 and target.organization_id = $2 and ${coversSql('old.path', 'p.path')}`,
    [id, textOf(data, 'parentId')],
  );
};

/** A plan, or what is put forward without one. */
const begun = (rows: ProjectedRows, data: FactData, state: 'planned' | 'proposed' | 'declared', listed = false): void =>
  rows.write(
    `insert into inbox_entry values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (entry_id) do nothing`,
    [
      ...['entryId', 'editionId', 'homeId', 'proposerId'].map((field) => textOf(data, field)),
      leaderOf(data),
      textOf(data, 'title'),
      state,
      concernedBy(data),
      standsAt(data),
      textOf(data, 'subjectKind'),
      listed,
    ],
  );

/** Where an entry stands after a fact. */
const ENTRY_STATES: Readonly<Record<string, string>> = {
  'merit_projects.EntryConfirmed.v1': 'confirmed',
  'merit_projects.EntryReturned.v1': 'returned',
  'merit_projects.EntryWithdrawn.v1': 'withdrawn',
  'merit_projects.EntryReviewed.v1': 'reviewed',
  'merit_projects.ClearanceRequested.v1': 'clearance-requested',
  'merit_projects.ClearanceGiven.v1': 'cleared',
  'merit_projects.EntryBlocked.v1': 'blocked',
  'merit_projects.EntryPublished.v1': 'published',
  'merit_projects.ObjectionReceived.v1': 'objected',
  'merit_projects.ObjectionSettled.v1': 'published',
  'merit_projects.ObjectionReopened.v1': 'objected',
  'merit_projects.EntryRemoved.v1': 'removed',
  'merit_projects.EntryMissed.v1': 'missed',
};

/** The words of a standing that are others here. */
const STATE_OF_STANDING: Readonly<Record<string, string>> = { underway: 'confirmed', 'in-evaluation': 'entered' };

/** A lifted block, or an act undone: the fact says where the entry stands again. */
const standsAgain = (rows: ProjectedRows, data: FactData): void => {
  const standing = textOf(data, 'standing');
  rows.write('update inbox_entry set state = $2 where entry_id = $1', [
    textOf(data, 'entryId'),
    STATE_OF_STANDING[standing] ?? standing,
  ]);
};

/** A mandate ends at its first end, which may lie ahead. */
const revoked = (rows: ProjectedRows, data: FactData, occurredAt: string): void => {
  const endsAt = textOf(data, 'endsAt');
  rows.write('update inbox_mandate set ends_at = $2 where grant_id = $1 and (ends_at is null or $2 < ends_at)', [
    textOf(data, 'grantId'),
    endsAt === '' ? occurredAt : endsAt,
  ]);
};

const erased = (rows: ProjectedRows, data: FactData): void => {
  const personId = textOf(data, 'personId');
  rows.write('delete from inbox_mandate where person_id = $1', [personId]);
  rows.write('delete from inbox_evaluator where person_id = $1', [personId]);
};

const granted = (rows: ProjectedRows, data: FactData, occurredAt: string): void => {
  const [from, until] = [textOf(data, 'from'), textOf(data, 'until')];
  const [grantId, personId, role, organizationId] = ['grantId', 'personId', 'role', 'organizationId'].map((field) =>
    textOf(data, field),
  );
  rows.write('insert into inbox_mandate values ($1, $2, $3, $4, $5, $6) on conflict (grant_id) do nothing', [
    grantId,
    personId,
    role,
    organizationId,
    from === '' ? occurredAt : from,
    until === '' ? null : until,
  ]);
};

/** What was put forward without a plan is known from then on. */
const declared = (rows: ProjectedRows, data: FactData): void => {
  begun(rows, data, 'declared');
  rows.write(`update inbox_entry set state = 'declared' where entry_id = $1`, [textOf(data, 'entryId')]);
};

const entered = (rows: ProjectedRows, data: FactData): void => {
  const all = Array.isArray(data['entered']) ? (data['entered'] as readonly FactData[]) : [];
  for (const entry of all)
    rows.write(`update inbox_entry set state = 'entered' where entry_id = $1`, [textOf(entry, 'entryId')]);
};

/** A fact that is one statement over some of its fields, in their order. */
const writes =
  (sql: string, ...fields: readonly string[]) =>
  (rows: ProjectedRows, data: FactData): void =>
    rows.write(
      sql,
      fields.map((field) => textOf(data, field)),
    );

const unseated = writes('delete from inbox_evaluator where round_id = $1 and person_id = $2', 'roundId', 'personId');

/** Whoever may submit again has something to do again. */
const reopened = (rows: ProjectedRows, data: FactData): void =>
  rows.write('update inbox_evaluator set submitted = false where round_id = $1 and seat_id = any($2::text[])', [
    textOf(data, 'roundId'),
    Array.isArray(data['seatIds']) ? data['seatIds'] : [],
  ]);

const scheduled = writes(
  `insert into inbox_stage_window values ($1, $2, $3, $4, $5)
   on conflict (edition_id, stage_id) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at`,
  'editionId',
  'stageId',
  'act',
  'opensAt',
  'closesAt',
);

type Lesson = (rows: ProjectedRows, data: FactData, occurredAt: string) => void;

/** What each public fact teaches. */
const LESSONS: Readonly<Record<string, Lesson>> = {
  ...PROBLEM_LESSONS,
  'organizations.OrganizationFounded.v1': placed,
  'organizations.OrganizationMoved.v1': moved,
  'organizations.OrganizationDissolved.v1': writes(
    'update inbox_place set dissolved = true where organization_id = $1',
    'organizationId',
  ),
  'organizations.OrganizationRestored.v1': writes(
    'update inbox_place set dissolved = false where organization_id = $1',
    'organizationId',
  ),
  'membership.RoleGranted.v1': granted,
  'membership.RoleRevoked.v1': revoked,
  'membership.PersonErased.v1': erased,
  'merit_projects.EditionOpened.v1': writes(
    'insert into inbox_edition values ($1, $2, $3, $4) on conflict (edition_id) do nothing',
    'editionId',
    'committeeId',
    'titleZh',
    'titleEn',
  ),
  'merit_projects.EditionAbandoned.v1': writes('delete from inbox_stage_window where edition_id = $1', 'editionId'),
  'merit_projects.StageScheduled.v1': scheduled,
  'merit_projects.StageRescheduled.v1': scheduled,
  'merit_projects.StageReopened.v1': writes(
    'update inbox_stage_window set closes_at = $3 where edition_id = $1 and stage_id = $2',
    'editionId',
    'stageId',
    'closesAt',
  ),
  'merit_projects.EntryPlanned.v1': (rows, data) => begun(rows, data, 'planned'),
  'merit_projects.EntryDeclared.v1': declared,
  'merit_projects.EntryProposed.v1': (rows, data) => begun(rows, data, 'proposed'),
  // An organization on a roll has nothing to be checked: it stands there as it is.
  'merit_projects.EntryListed.v1': (rows, data) =>
    begun(rows, data, 'declared', textOf(data, 'subjectKind') === 'person'),
  'merit_projects.EntryRevised.v1': (rows, data) =>
    rows.write('update inbox_entry set leader_person_id = $2, title = $3, concerned = $4 where entry_id = $1', [
      textOf(data, 'entryId'),
      leaderOf(data),
      textOf(data, 'title'),
      concernedBy(data),
    ]),
  'merit_projects.EntryHandedOver.v1': (rows, data) =>
    rows.write(
      'update inbox_entry set leader_person_id = $2, unit_id = $3, branch_id = $3, concerned = $4 where entry_id = $1',
      [textOf(data, 'entryId'), leaderOf(data), textOf(data, 'homeId'), concernedBy(data)],
    ),
  'merit_projects.BlockLifted.v1': standsAgain,
  'merit_projects.ActUndone.v1': standsAgain,
  'merit_projects.IntakeClosed.v1': entered,
  'evaluation.SeatAssigned.v1': writes(
    'insert into inbox_evaluator values ($1, $2, $3, false, $4) on conflict (round_id, person_id) do nothing',
    'roundId',
    'personId',
    'editionId',
    'seatId',
  ),
  'evaluation.ChecklistsPrepared.v1': checklistsPrepared,
  'evaluation.SeatVacated.v1': unseated,
  'evaluation.SeatExcused.v1': unseated,
  'evaluation.RoundReopened.v1': reopened,
  'evaluation.SheetSubmitted.v1': writes(
    'update inbox_evaluator set submitted = true where round_id = $1 and person_id = $2',
    'roundId',
    'personId',
  ),
};

/** Learns from one public fact what the inbox must know to find recipients and titles. */
export const learn = async (rows: ProjectedRows, { type, data: raw, occurredAt }: ProjectedEvent): Promise<void> => {
  const data = raw as FactData;
  const state = ENTRY_STATES[type];
  if (state === undefined) LESSONS[type]?.(rows, data, occurredAt);
  else rows.write('update inbox_entry set state = $2 where entry_id = $1', [textOf(data, 'entryId'), state]);
};
