import { textRefusal } from '../check-text.ts';
import * as limits from '../limits.ts';
import { type Decision, refOf } from './checks.ts';
import type { MissedReason, ProjectEnteredEvaluation, ProjectMissedEvaluation } from './facts.ts';
import type { CommendProject, EnterEvaluation } from './orders.ts';
import type { Project, UnitEdition } from './state.ts';

/** A published project enters when its notice is over and no objection is open; else it is said that, and why, it missed scoring. */
const entryOf = (
  project: Project,
  order: EnterEvaluation,
): readonly (ProjectEnteredEvaluation | ProjectMissedEvaluation)[] => {
  const { projectId, title, leaderPersonId, standing, objections } = project;
  if (standing.kind !== 'published') return [];
  const about = refOf({ projectId, terms: order.terms });
  const missed = (reason: MissedReason): readonly ProjectMissedEvaluation[] => [
    { type: 'ProjectMissedEvaluation.v1', data: { ...about, reason } },
  ];
  if (Object.values(objections).includes('open')) return missed('objection-open');
  if (standing.noticeUntil > order.now) return missed('notice-running');
  return [{ type: 'ProjectEnteredEvaluation.v1', data: { ...about, title, leaderPersonId } }];
};

/** Every published project enters or misses evaluation, once: none is left behind without a word. */
export const enterEvaluation = (state: UnitEdition, order: EnterEvaluation): Decision => {
  const { opensAt, closesAt } = order.terms.windows.scoring;
  if (order.now < opensAt) return { reason: 'STAGE_NOT_OPEN', details: { stage: 'scoring', opensAt, closesAt } };
  return Object.values(state.projects).flatMap((project) => entryOf(project, order));
};

export const commendProject = (project: Project, order: CommendProject): Decision => {
  if (project.standing.kind === 'commended') return [];
  if (project.standing.kind !== 'in-evaluation')
    return { reason: 'PROJECT_NOT_IN_EVALUATION', field: 'projectId', details: { standing: project.standing.kind } };
  const { roundId, award, grade, documentNumber } = order;
  const refusal = textRefusal(documentNumber, {
    field: 'documentNumber',
    charactersMax: limits.DOCUMENT_NUMBER_CHARACTERS_MAX,
    lines: 'one',
  });
  if (refusal) return refusal;
  return [{ type: 'ProjectCommended.v1', data: { ...refOf(order), roundId, award, grade, documentNumber } }];
};
