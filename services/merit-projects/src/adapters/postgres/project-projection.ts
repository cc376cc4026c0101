import type { ProjectedEvent, Projection, ProjectedRows } from '@jiangong/read-models';
import { UNIT_EDITION_STREAMS } from '../../application/streams.ts';
import type { Plan, UnitEditionFact } from '../../domain/unit-edition/facts.ts';
import type { StandingKind } from '../../domain/unit-edition/state.ts';

const TABLES = `
  create table if not exists project (
    project_id text primary key,
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
  create index if not exists project_of_unit on project (edition_id, unit_id);
  create index if not exists project_of_branch on project (branch_id);
  create index if not exists project_in_notice on project (notice_until) where standing = 'published';
  create table if not exists unit_edition (
    edition_id text not null,
    unit_id text not null,
    revision bigint not null,
    primary key (edition_id, unit_id)
  );
  create table if not exists milestone (
    milestone_id text not null,
    project_id text not null,
    ordinal integer not null,
    title text not null,
    due_on text not null,
    primary key (project_id, milestone_id)
  );
  create table if not exists milestone_reached (
    milestone_id text not null,
    project_id text not null,
    completed_on text not null,
    primary key (project_id, milestone_id)
  );
  create table if not exists declaration (
    project_id text not null,
    version integer not null,
    summary text not null,
    evidence text not null,
    declared_at text not null,
    returned_by text not null,
    return_reasons text not null,
    screening text not null,
    failures text not null,
    primary key (project_id, version)
  );
  create table if not exists project_evidence (
    project_id text not null,
    sha256 text not null,
    primary key (project_id, sha256)
  );
`;

/** Where a project stands after a fact, as far as the type alone tells. */
const STANDING_AFTER: Readonly<Partial<Record<UnitEditionFact['type'], StandingKind>>> = {
  'ProjectConfirmed.v1': 'underway',
  'ProjectDeclared.v1': 'declared',
  'ProjectRedeclared.v1': 'declared',
  'ProjectReturned.v1': 'returned',
  'ProjectWithdrawn.v1': 'withdrawn',
  'ClearanceRequested.v1': 'clearance-requested',
  'ProjectCleared.v1': 'cleared',
  'ProjectBlocked.v1': 'blocked',
  'ProjectPublished.v1': 'published',
  'ProjectRemoved.v1': 'removed',
  'ProjectEnteredEvaluation.v1': 'in-evaluation',
  'ProjectMissedEvaluation.v1': 'missed',
  'ProjectCommended.v1': 'commended',
};

const standingAfter = (fact: UnitEditionFact): StandingKind | undefined =>
  fact.type === 'ProjectScreened.v1'
    ? fact.data.outcome === 'passed'
      ? 'screened'
      : 'rejected'
    : STANDING_AFTER[fact.type];

const stand = (rows: ProjectedRows, fact: UnitEditionFact): void => {
  const standing = standingAfter(fact);
  if (standing === undefined) return;
  const redeclareUntil = fact.type === 'ProjectReturned.v1' ? fact.data.redeclareUntil : '';
  rows.write('update project set standing = $2, redeclare_until = $3 where project_id = $1', [
    fact.data.projectId,
    standing,
    redeclareUntil,
  ]);
};

const planMilestones = (rows: ProjectedRows, projectId: string, { milestones }: Plan): void => {
  rows.write('delete from milestone where project_id = $1', [projectId]);
  for (const [ordinal, { milestoneId, title, dueOn }] of milestones.entries())
    rows.write('insert into milestone (milestone_id, project_id, ordinal, title, due_on) values ($1, $2, $3, $4, $5)', [
      milestoneId,
      projectId,
      ordinal,
      title,
      dueOn,
    ]);
};

const keepEvidence = (rows: ProjectedRows, projectId: string, evidence: readonly string[]): void => {
  for (const sha256 of evidence)
    rows.write('insert into project_evidence (project_id, sha256) values ($1, $2) on conflict do nothing', [
      projectId,
      sha256,
    ]);
};

const plan = (
  rows: ProjectedRows,
  { data }: Extract<UnitEditionFact, { type: 'ProjectPlanned.v1' }>,
  { occurredAt, position }: ProjectedEvent,
): void => {
  const { projectId, editionId, unitId, branchId, leaderPersonId, title, keyTask, measures, dueOn } = data;
  rows.write(
    `insert into project (project_id, edition_id, unit_id, branch_id, leader_person_id, title, key_task, measures, due_on, standing, featured, declarations,
       notice_from, notice_until, redeclare_until, open_objections, award, grade, document_number, planned_at, position)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'planned', false, 0, '', '', '', 0, '', '', '', $10, $11)`,
    [projectId, editionId, unitId, branchId, leaderPersonId, title, keyTask, measures, dueOn, occurredAt, position],
  );
  planMilestones(rows, projectId, data);
};

const revise = (rows: ProjectedRows, { data }: Extract<UnitEditionFact, { type: 'ProjectRevised.v1' }>): void => {
  const { projectId, leaderPersonId, title, keyTask, measures, dueOn } = data;
  rows.write(
    'update project set leader_person_id = $2, title = $3, key_task = $4, measures = $5, due_on = $6 where project_id = $1',
    [projectId, leaderPersonId, title, keyTask, measures, dueOn],
  );
  planMilestones(rows, projectId, data);
};

type Declared = Extract<UnitEditionFact, { type: 'ProjectDeclared.v1' | 'ProjectRedeclared.v1' }>;

const declare = (rows: ProjectedRows, { data }: Declared, { occurredAt }: ProjectedEvent): void => {
  const { projectId, version, summary, evidence } = data;
  rows.write('update project set declarations = $2 where project_id = $1', [projectId, version]);
  rows.write(
    `insert into declaration (project_id, version, summary, evidence, declared_at, returned_by, return_reasons, screening, failures)
     values ($1, $2, $3, $4, $5, '', '[]', '', '[]')`,
    [projectId, version, summary, JSON.stringify(evidence), occurredAt],
  );
  keepEvidence(rows, projectId, evidence);
};

const objections = (rows: ProjectedRows, projectId: string, more: 1 | -1): void =>
  rows.write('update project set open_objections = open_objections + $2 where project_id = $1', [projectId, more]);

const keepReturn = (rows: ProjectedRows, { data }: Extract<UnitEditionFact, { type: 'ProjectReturned.v1' }>): void =>
  rows.write('update declaration set returned_by = $3, return_reasons = $4 where project_id = $1 and version = $2', [
    data.projectId,
    data.version,
    data.by,
    JSON.stringify(data.reasons),
  ]);

const keepScreening = (rows: ProjectedRows, { data }: Extract<UnitEditionFact, { type: 'ProjectScreened.v1' }>): void =>
  rows.write('update declaration set screening = $3, failures = $4 where project_id = $1 and version = $2', [
    data.projectId,
    data.version,
    data.outcome,
    JSON.stringify(data.failures),
  ]);

const completeMilestone = (
  rows: ProjectedRows,
  { data }: Extract<UnitEditionFact, { type: 'MilestoneCompleted.v1' }>,
): void => {
  const { projectId, milestoneId, completedOn, evidence } = data;
  keepEvidence(rows, projectId, evidence);
  rows.write('insert into milestone_reached (project_id, milestone_id, completed_on) values ($1, $2, $3)', [
    projectId,
    milestoneId,
    completedOn,
  ]);
};

/** What a fact adds beside where the project stands. */
const keepDetails = (rows: ProjectedRows, fact: UnitEditionFact, event: ProjectedEvent): void => {
  const { projectId } = fact.data;
  switch (fact.type) {
    case 'ProjectPlanned.v1':
      return plan(rows, fact, event);
    case 'ProjectRevised.v1':
      return revise(rows, fact);
    case 'MilestoneCompleted.v1':
      return completeMilestone(rows, fact);
    case 'ProjectProgressed.v1':
      return keepEvidence(rows, projectId, fact.data.evidence);
    case 'ProjectFeatured.v1':
      return rows.write('update project set featured = true where project_id = $1', [projectId]);
    case 'ProjectDeclared.v1':
    case 'ProjectRedeclared.v1':
      return declare(rows, fact, event);
    case 'ProjectReturned.v1':
      return keepReturn(rows, fact);
    case 'ProjectScreened.v1':
      return keepScreening(rows, fact);
    case 'ProjectPublished.v1': {
      const { noticeFrom, noticeUntil } = fact.data;
      return rows.write('update project set notice_from = $2, notice_until = $3 where project_id = $1', [
        projectId,
        noticeFrom,
        noticeUntil,
      ]);
    }
    case 'ObjectionReceived.v1':
      return objections(rows, projectId, 1);
    case 'ObjectionSettled.v1':
      return objections(rows, projectId, -1);
    case 'ProjectCommended.v1': {
      const { award, grade, documentNumber } = fact.data;
      const values = [projectId, award, grade, documentNumber];
      return rows.write(
        'update project set award = $2, grade = $3, document_number = $4 where project_id = $1',
        values,
      );
    }
    case 'ProjectConfirmed.v1':
    case 'ProjectWithdrawn.v1':
    case 'ClearanceRequested.v1':
    case 'ProjectCleared.v1':
    case 'ProjectBlocked.v1':
    case 'ProjectRemoved.v1':
    case 'ProjectEnteredEvaluation.v1':
    case 'ProjectMissedEvaluation.v1':
      return undefined;
  }
};

/** Projects as they stand, with their milestones, declarations and evidence. Nothing sealed comes here. */
export const projectProjection: Projection = {
  name: 'projects',
  version: 1,
  tables: TABLES,
  tableNames: ['project', 'unit_edition', 'milestone', 'milestone_reached', 'declaration', 'project_evidence'],
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
