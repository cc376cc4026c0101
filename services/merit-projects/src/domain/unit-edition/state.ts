import type { Instant } from '@jiangong/calendar';
import type { ClearanceScope, Milestone, UnitEditionFact } from './facts.ts';

/** Where a project stands. `rejected` by the first review, `blocked` by discipline inspection, `removed` upon an objection, `missed` when scoring opened without it. */
export type Standing =
  | Readonly<{ kind: 'planned' }>
  | Readonly<{ kind: 'underway' }>
  | Readonly<{ kind: 'declared' }>
  | Readonly<{ kind: 'returned'; redeclareUntil: Instant }>
  | Readonly<{ kind: 'screened' }>
  | Readonly<{ kind: 'rejected' }>
  | Readonly<{ kind: 'clearance-requested'; clearanceId: string; scopes: readonly ClearanceScope[] }>
  | Readonly<{ kind: 'cleared' }>
  | Readonly<{ kind: 'blocked' }>
  | Readonly<{ kind: 'published'; noticeUntil: Instant }>
  | Readonly<{ kind: 'removed' }>
  | Readonly<{ kind: 'withdrawn' }>
  | Readonly<{ kind: 'in-evaluation' }>
  | Readonly<{ kind: 'missed' }>
  | Readonly<{ kind: 'commended' }>;

export type StandingKind = Standing['kind'];

export type Project = Readonly<{
  projectId: string;
  leaderPersonId: string;
  title: string;
  milestones: readonly Milestone[];
  completedMilestones: readonly string[];
  revisions: number;
  reports: number;
  featured: boolean;
  /** Versions declared so far. */
  declarations: number;
  returns: number;
  noticeRounds: number;
  objections: Readonly<Record<string, 'open' | 'settled'>>;
  standing: Standing;
}>;

/** All projects of one unit in one edition, by id, in the order in which they were planned. */
export type UnitEdition = Readonly<{ projects: Readonly<Record<string, Project>> }>;

export const emptyUnitEdition: UnitEdition = { projects: {} };

/** The project of that id; own keys only, so that no id of a caller's choosing reaches the prototype. */
export const projectOf = (state: UnitEdition, projectId: string): Project | undefined =>
  Object.hasOwn(state.projects, projectId) ? state.projects[projectId] : undefined;

type PlannedData = Extract<UnitEditionFact, { type: 'ProjectPlanned.v1' }>['data'];

const plannedProject = (data: PlannedData): Project => ({
  projectId: data.projectId,
  leaderPersonId: data.leaderPersonId,
  title: data.title,
  milestones: data.milestones,
  completedMilestones: [],
  revisions: 0,
  reports: 0,
  featured: false,
  declarations: 0,
  returns: 0,
  noticeRounds: 0,
  objections: {},
  standing: { kind: 'planned' },
});

const evolveProject = (project: Project, fact: Exclude<UnitEditionFact, { type: 'ProjectPlanned.v1' }>): Project => {
  switch (fact.type) {
    case 'ProjectRevised.v1': {
      const { leaderPersonId, title, milestones } = fact.data;
      return { ...project, leaderPersonId, title, milestones, revisions: project.revisions + 1 };
    }
    case 'ProjectConfirmed.v1':
      return { ...project, standing: { kind: 'underway' } };
    case 'MilestoneCompleted.v1':
      return { ...project, completedMilestones: [...project.completedMilestones, fact.data.milestoneId] };
    case 'ProjectProgressed.v1':
      return { ...project, reports: project.reports + 1 };
    case 'ProjectFeatured.v1':
      return { ...project, featured: true };
    case 'ProjectDeclared.v1':
    case 'ProjectRedeclared.v1':
      return { ...project, declarations: fact.data.version, standing: { kind: 'declared' } };
    case 'ProjectReturned.v1':
      return {
        ...project,
        returns: project.returns + 1,
        standing: { kind: 'returned', redeclareUntil: fact.data.redeclareUntil },
      };
    case 'ProjectWithdrawn.v1':
      return { ...project, standing: { kind: 'withdrawn' } };
    case 'ProjectScreened.v1':
      return { ...project, standing: { kind: fact.data.outcome === 'passed' ? 'screened' : 'rejected' } };
    case 'ClearanceRequested.v1':
      return {
        ...project,
        standing: { kind: 'clearance-requested', clearanceId: fact.data.clearanceId, scopes: fact.data.scopes },
      };
    case 'ProjectCleared.v1':
      return { ...project, standing: { kind: 'cleared' } };
    case 'ProjectBlocked.v1':
      return { ...project, standing: { kind: 'blocked' } };
    case 'ProjectPublished.v1':
      return {
        ...project,
        noticeRounds: fact.data.noticeRound,
        standing: { kind: 'published', noticeUntil: fact.data.noticeUntil },
      };
    case 'ObjectionReceived.v1':
      return { ...project, objections: { ...project.objections, [fact.data.objectionId]: 'open' } };
    case 'ObjectionSettled.v1':
      return { ...project, objections: { ...project.objections, [fact.data.objectionId]: 'settled' } };
    case 'ProjectRemoved.v1':
      return { ...project, standing: { kind: 'removed' } };
    case 'ProjectEnteredEvaluation.v1':
      return { ...project, standing: { kind: 'in-evaluation' } };
    case 'ProjectMissedEvaluation.v1':
      return { ...project, standing: { kind: 'missed' } };
    case 'ProjectCommended.v1':
      return { ...project, standing: { kind: 'commended' } };
  }
};

export const evolveUnitEdition = (state: UnitEdition, fact: UnitEditionFact): UnitEdition => {
  const { projectId } = fact.data;
  if (fact.type === 'ProjectPlanned.v1')
    return { projects: { ...state.projects, [projectId]: plannedProject(fact.data) } };
  const project = projectOf(state, projectId);
  // A project's first fact is its plan: another one first would be a stream that this decider never wrote.
  if (!project) throw new Error(`${fact.type} before ProjectPlanned.v1`);
  return { projects: { ...state.projects, [projectId]: evolveProject(project, fact) } };
};
