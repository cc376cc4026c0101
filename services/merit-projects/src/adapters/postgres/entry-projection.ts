import type { ProjectedEvent, Projection, ProjectedRows } from '@jiangong/read-models';
import { UNIT_EDITION_STREAMS } from '../../application/streams.ts';
import type { Plan, UnitEditionFact } from '../../domain/unit-edition/facts.ts';
import type { StandingKind } from '../../domain/unit-edition/state.ts';

const TABLES = `
  create table if not exists entry (
    entry_id text primary key,
    edition_id text not null,
    unit_id text not null,
    branch_id text not null,
    leader_person_id text not null,
    title text not null,
    key_task text not null,
    measures text not null,
    due_on text not null,
    standing text not null,
    featured boolean not null,
    declarations integer not null,
    notice_from text not null,
    notice_until text not null,
    redeclare_until text not null,
    open_objections integer not null,
    award text not null,
    grade text not null,
    document_number text not null,
    planned_at text not null,
    position bigint not null unique
  );
  create index if not exists entry_of_unit on entry (edition_id, unit_id);
  create index if not exists entry_of_branch on entry (branch_id);
  create index if not exists entry_in_notice on entry (notice_until) where standing = 'published';
  create table if not exists unit_edition (
    edition_id text not null,
    unit_id text not null,
    revision bigint not null,
    primary key (edition_id, unit_id)
  );
  create table if not exists milestone (
    milestone_id text not null,
    entry_id text not null,
    ordinal integer not null,
    title text not null,
    due_on text not null,
    primary key (entry_id, milestone_id)
  );
  create table if not exists milestone_reached (
    milestone_id text not null,
    entry_id text not null,
    completed_on text not null,
    primary key (entry_id, milestone_id)
  );
  create table if not exists declaration (
    entry_id text not null,
    version integer not null,
    summary text not null,
    evidence text not null,
    declared_at text not null,
    returned_by text not null,
    return_reasons text not null,
    screening text not null,
    failures text not null,
    primary key (entry_id, version)
  );
  create table if not exists entry_evidence (
    entry_id text not null,
    sha256 text not null,
    primary key (entry_id, sha256)
  );
`;

/** Where an entry stands after a fact, as far as the type alone tells. */
const STANDING_AFTER: Readonly<Partial<Record<UnitEditionFact['type'], StandingKind>>> = {
  'EntryConfirmed.v1': 'underway',
  'EntryDeclared.v1': 'declared',
  'EntryRedeclared.v1': 'declared',
  'EntryReturned.v1': 'returned',
  'EntryWithdrawn.v1': 'withdrawn',
  'ClearanceRequested.v1': 'clearance-requested',
  'EntryCleared.v1': 'cleared',
  'EntryBlocked.v1': 'blocked',
  'EntryPublished.v1': 'published',
  'EntryRemoved.v1': 'removed',
  'EntryEnteredEvaluation.v1': 'in-evaluation',
  'EntryMissedEvaluation.v1': 'missed',
  'EntryCommended.v1': 'commended',
};

const standingAfter = (fact: UnitEditionFact): StandingKind | undefined =>
  fact.type === 'EntryScreened.v1'
    ? fact.data.outcome === 'passed'
      ? 'screened'
      : 'rejected'
    : STANDING_AFTER[fact.type];

const stand = (rows: ProjectedRows, fact: UnitEditionFact): void => {
  const standing = standingAfter(fact);
  if (standing === undefined) return;
  const redeclareUntil = fact.type === 'EntryReturned.v1' ? fact.data.redeclareUntil : '';
  rows.write('update entry set standing = $2, redeclare_until = $3 where entry_id = $1', [
    fact.data.entryId,
    standing,
    redeclareUntil,
  ]);
};

const planMilestones = (rows: ProjectedRows, entryId: string, { milestones }: Plan): void => {
  rows.write('delete from milestone where entry_id = $1', [entryId]);
  for (const [ordinal, { milestoneId, title, dueOn }] of milestones.entries())
    rows.write('insert into milestone (milestone_id, entry_id, ordinal, title, due_on) values ($1, $2, $3, $4, $5)', [
      milestoneId,
      entryId,
      ordinal,
      title,
      dueOn,
    ]);
};

const keepEvidence = (rows: ProjectedRows, entryId: string, evidence: readonly string[]): void => {
  for (const sha256 of evidence)
    rows.write('insert into entry_evidence (entry_id, sha256) values ($1, $2) on conflict do nothing', [
      entryId,
      sha256,
    ]);
};

const plan = (
  rows: ProjectedRows,
  { data }: Extract<UnitEditionFact, { type: 'EntryPlanned.v1' }>,
  { occurredAt, position }: ProjectedEvent,
): void => {
  const { entryId, editionId, unitId, branchId, leaderPersonId, title, keyTask, measures, dueOn } = data;
  rows.write(
    `insert into entry (entry_id, edition_id, unit_id, branch_id, leader_person_id, title, key_task, measures, due_on, standing, featured, declarations,
       notice_from, notice_until, redeclare_until, open_objections, award, grade, document_number, planned_at, position)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'planned', false, 0, '', '', '', 0, '', '', '', $10, $11)`,
    [entryId, editionId, unitId, branchId, leaderPersonId, title, keyTask, measures, dueOn, occurredAt, position],
  );
  planMilestones(rows, entryId, data);
};

const revise = (rows: ProjectedRows, { data }: Extract<UnitEditionFact, { type: 'EntryRevised.v1' }>): void => {
  const { entryId, leaderPersonId, title, keyTask, measures, dueOn } = data;
  rows.write(
    'update entry set leader_person_id = $2, title = $3, key_task = $4, measures = $5, due_on = $6 where entry_id = $1',
    [entryId, leaderPersonId, title, keyTask, measures, dueOn],
  );
  planMilestones(rows, entryId, data);
};

type Declared = Extract<UnitEditionFact, { type: 'EntryDeclared.v1' | 'EntryRedeclared.v1' }>;

const declare = (rows: ProjectedRows, { data }: Declared, { occurredAt }: ProjectedEvent): void => {
  const { entryId, version, summary, evidence } = data;
  rows.write('update entry set declarations = $2 where entry_id = $1', [entryId, version]);
  rows.write(
    `insert into declaration (entry_id, version, summary, evidence, declared_at, returned_by, return_reasons, screening, failures)
     values ($1, $2, $3, $4, $5, '', '[]', '', '[]')`,
    [entryId, version, summary, JSON.stringify(evidence), occurredAt],
  );
  keepEvidence(rows, entryId, evidence);
};

const objections = (rows: ProjectedRows, entryId: string, more: 1 | -1): void =>
  rows.write('update entry set open_objections = open_objections + $2 where entry_id = $1', [entryId, more]);

const keepReturn = (rows: ProjectedRows, { data }: Extract<UnitEditionFact, { type: 'EntryReturned.v1' }>): void =>
  rows.write('update declaration set returned_by = $3, return_reasons = $4 where entry_id = $1 and version = $2', [
    data.entryId,
    data.version,
    data.by,
    JSON.stringify(data.reasons),
  ]);

const keepScreening = (rows: ProjectedRows, { data }: Extract<UnitEditionFact, { type: 'EntryScreened.v1' }>): void =>
  rows.write('update declaration set screening = $3, failures = $4 where entry_id = $1 and version = $2', [
    data.entryId,
    data.version,
    data.outcome,
    JSON.stringify(data.failures),
  ]);

const completeMilestone = (
  rows: ProjectedRows,
  { data }: Extract<UnitEditionFact, { type: 'MilestoneCompleted.v1' }>,
): void => {
  const { entryId, milestoneId, completedOn, evidence } = data;
  keepEvidence(rows, entryId, evidence);
  rows.write('insert into milestone_reached (entry_id, milestone_id, completed_on) values ($1, $2, $3)', [
    entryId,
    milestoneId,
    completedOn,
  ]);
};

/** What a fact adds beside where the entry stands. */
const keepDetails = (rows: ProjectedRows, fact: UnitEditionFact, event: ProjectedEvent): void => {
  const { entryId } = fact.data;
  switch (fact.type) {
    case 'EntryPlanned.v1':
      return plan(rows, fact, event);
    case 'EntryRevised.v1':
      return revise(rows, fact);
    case 'MilestoneCompleted.v1':
      return completeMilestone(rows, fact);
    case 'EntryProgressed.v1':
      return keepEvidence(rows, entryId, fact.data.evidence);
    case 'EntryFeatured.v1':
      return rows.write('update entry set featured = true where entry_id = $1', [entryId]);
    case 'EntryDeclared.v1':
    case 'EntryRedeclared.v1':
      return declare(rows, fact, event);
    case 'EntryReturned.v1':
      return keepReturn(rows, fact);
    case 'EntryScreened.v1':
      return keepScreening(rows, fact);
    case 'EntryPublished.v1': {
      const { noticeFrom, noticeUntil } = fact.data;
      return rows.write('update entry set notice_from = $2, notice_until = $3 where entry_id = $1', [
        entryId,
        noticeFrom,
        noticeUntil,
      ]);
    }
    case 'ObjectionReceived.v1':
      return objections(rows, entryId, 1);
    case 'ObjectionSettled.v1':
      return objections(rows, entryId, -1);
    case 'EntryCommended.v1': {
      const { award, grade, documentNumber } = fact.data;
      const values = [entryId, award, grade, documentNumber];
      return rows.write('update entry set award = $2, grade = $3, document_number = $4 where entry_id = $1', values);
    }
    case 'EntryConfirmed.v1':
    case 'EntryWithdrawn.v1':
    case 'ClearanceRequested.v1':
    case 'EntryCleared.v1':
    case 'EntryBlocked.v1':
    case 'EntryRemoved.v1':
    case 'EntryEnteredEvaluation.v1':
    case 'EntryMissedEvaluation.v1':
      return undefined;
  }
};

/** Entries as they stand, with their milestones, declarations and evidence. Nothing sealed comes here. */
export const entryProjection: Projection = {
  name: 'entries',
  version: 1,
  tables: TABLES,
  tableNames: ['entry', 'unit_edition', 'milestone', 'milestone_reached', 'declaration', 'entry_evidence'],
  source: { kind: 'log', streamPrefixes: [UNIT_EDITION_STREAMS] },
  apply: async (rows, event) => {
    const fact = { type: event.type, data: event.data } as UnitEditionFact;
    stand(rows, fact);
    keepDetails(rows, fact, event);
    rows.write(
      `insert into unit_edition (edition_id, unit_id, revision) values ($1, $2, $3) on conflict (edition_id, unit_id) do update set revision = excluded.revision`,
      [fact.data.editionId, fact.data.unitId, event.revision],
    );
  },
};
