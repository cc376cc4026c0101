import { textRefusal } from '../check-text.ts';
import * as limits from '../limits.ts';
import { type Decision, refOf } from './checks.ts';
import type { ProjectEnteredEvaluation } from './facts.ts';
import type { CommendProject, EnterEvaluation } from './orders.ts';
import type { Project, UnitEdition } from './state.ts';

const mayBeScored = (project: Project, now: string): boolean =>
  project.standing.kind === 'published' && project.standing.noticeUntil <= now && !Object.values(project.objections).includes('open');

/** Published, the notice over, no objection open. Doing it again adds only what has become ready since. */
export const enterEvaluation = (state: UnitEdition, order: EnterEvaluation): Decision => {
  const { opensAt, closesAt } = order.terms.windows.scoring;
  if (order.now < opensAt) return { reason: 'STAGE_NOT_OPEN', details: { stage: 'scoring', opensAt, closesAt } };
  return Object.values(state.projects)
    .filter((project) => mayBeScored(project, order.now))
    .map(({ projectId, title, leaderPersonId }): ProjectEnteredEvaluation => ({
      type: 'ProjectEnteredEvaluation.v1',
      data: { ...refOf({ projectId, terms: order.terms }), title, leaderPersonId },
    }));
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
