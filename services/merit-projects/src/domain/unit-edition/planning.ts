import { firstRefusal } from '../check-text.ts';
import * as limits from '../limits.ts';
import { type Decision, planOf, planRefusal, refOf, stageRefusal, standingRefusal, whyRefusal } from './checks.ts';
import type { Plan } from './facts.ts';
import type { ConfirmProject, PlanProject, ReviseProject } from './orders.ts';
import type { UnitEditionRefusal } from './refusals.ts';
import { type Project, projectOf, type UnitEdition } from './state.ts';

export const planProject = (state: UnitEdition, order: PlanProject): Decision => {
  if (projectOf(state, order.projectId)) return { reason: 'PROJECT_ALREADY_PLANNED', field: 'projectId' };
  const refusal = stageRefusal(order, 'planning') ?? planRefusal(order);
  if (refusal) return refusal;
  if (Object.keys(state.projects).length >= limits.PROJECTS_PLANNED_MAX)
    return { reason: 'TOO_MANY_PROJECTS', details: { max: limits.PROJECTS_PLANNED_MAX } };
  return [{ type: 'ProjectPlanned.v1', data: { ...refOf(order), branchId: order.branchId, ...planOf(order) } }];
};

/** A milestone that stays as it was keeps its id, and so whether it is reached. */
const keepMilestones = (project: Project, plan: Plan): Plan => ({
  ...plan,
  milestones: plan.milestones.map(
    (milestone) =>
      project.milestones.find(({ title, dueOn }) => title === milestone.title && dueOn === milestone.dueOn) ??
      milestone,
  ),
});

/** A plan changes until the committee confirms it, and again when the project was returned, until its new deadline. */
export const reviseProject = (project: Project, order: ReviseProject): Decision => {
  const { standing } = project;
  const window = (): UnitEditionRefusal | undefined => {
    if (standing.kind !== 'returned') return stageRefusal(order, 'planning', 'delivery');
    return order.now < standing.redeclareUntil
      ? undefined
      : { reason: 'RETURN_DEADLINE_PASSED', details: { redeclareUntil: standing.redeclareUntil } };
  };
  const refusal = firstRefusal<UnitEditionRefusal>(
    standingRefusal(project, ['planned', 'returned'], 'PROJECT_ALREADY_CONFIRMED'),
    window(),
    planRefusal(order),
    whyRefusal(order.why, 'why'),
  );
  if (refusal) return refusal;
  if (project.revisions >= limits.REVISIONS_PER_PROJECT_MAX)
    return { reason: 'TOO_MANY_REVISIONS', details: { max: limits.REVISIONS_PER_PROJECT_MAX } };
  return [
    { type: 'ProjectRevised.v1', data: { ...refOf(order), ...keepMilestones(project, planOf(order)), why: order.why } },
  ];
};

/** The unit's committee takes the branch's plan into the unit's list. It may do so after planning has closed. */
export const confirmProject = (project: Project, order: ConfirmProject): Decision => {
  const refusal =
    standingRefusal(project, ['planned'], 'PROJECT_ALREADY_CONFIRMED') ??
    stageRefusal(order, 'planning', 'delivery') ??
    whyRefusal(order.opinion, 'opinion');
  if (refusal) return refusal;
  return [{ type: 'ProjectConfirmed.v1', data: { ...refOf(order), opinion: order.opinion } }];
};
