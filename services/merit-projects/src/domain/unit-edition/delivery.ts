import { isLocalDate, localDateOf } from '@jiangong/calendar';
import { firstRefusal, textRefusal } from '../check-text.ts';
import * as limits from '../limits.ts';
import { type Decision, evidenceRefusal, refOf, stageRefusal, standingRefusal, whyRefusal } from './checks.ts';
import type { CompleteMilestone, FeatureProject, ReportProgress } from './orders.ts';
import type { UnitEditionRefusal } from './refusals.ts';
import type { Project } from './state.ts';

const underwayRefusal = (
  project: Project,
  order: CompleteMilestone | ReportProgress | FeatureProject,
): UnitEditionRefusal | undefined =>
  (project.standing.kind === 'planned'
    ? { reason: 'PROJECT_NOT_CONFIRMED' as const, field: 'projectId' }
    : undefined) ??
  standingRefusal(project, ['underway'], 'PROJECT_NOT_UNDERWAY') ??
  stageRefusal(order, 'delivery');

export const completeMilestone = (project: Project, order: CompleteMilestone): Decision => {
  const { milestoneId, completedOn, evidence } = order;
  const refusal = underwayRefusal(project, order);
  if (refusal) return refusal;
  if (!project.milestones.some((milestone) => milestone.milestoneId === milestoneId))
    return { reason: 'MILESTONE_NOT_FOUND', field: 'milestoneId' };
  if (project.completedMilestones.includes(milestoneId))
    return { reason: 'MILESTONE_ALREADY_COMPLETED', field: 'milestoneId' };
  if (!isLocalDate(completedOn)) return { reason: 'DATE_INVALID', field: 'completedOn' };
  if (completedOn > localDateOf(order.now)) return { reason: 'DATE_IN_THE_FUTURE', field: 'completedOn' };
  const evidenceFault = evidenceRefusal(evidence);
  if (evidenceFault) return evidenceFault;
  return [
    { type: 'MilestoneCompleted.v1', data: { ...refOf(order), milestoneId, completedOn, evidence: [...evidence] } },
  ];
};

export const reportProgress = (project: Project, order: ReportProgress): Decision => {
  const refusal = firstRefusal<UnitEditionRefusal>(
    underwayRefusal(project, order),
    textRefusal(order.report, { field: 'report', charactersMax: limits.TEXT_CHARACTERS_MAX, lines: 'many' }),
    evidenceRefusal(order.evidence),
  );
  if (refusal) return refusal;
  if (project.reports >= limits.REPORTS_PER_PROJECT_MAX)
    return { reason: 'TOO_MANY_REPORTS', details: { max: limits.REPORTS_PER_PROJECT_MAX } };
  return [
    {
      type: 'ProjectProgressed.v1',
      data: { ...refOf(order), reportId: order.reportId, report: order.report, evidence: [...order.evidence] },
    },
  ];
};

const isWebLink = (link: string): boolean => {
  if (!/^https?:\/\//.test(link) || !URL.canParse(link)) return false;
  const { username, password } = new URL(link);
  return username === '' && password === '';
};

/** The committee features a project in its publicity, once. */
export const featureProject = (project: Project, order: FeatureProject): Decision => {
  const { note, link } = order;
  const refusal = firstRefusal<UnitEditionRefusal>(
    underwayRefusal(project, order),
    project.featured ? { reason: 'ALREADY_FEATURED', field: 'projectId' } : undefined,
    whyRefusal(note, 'note'),
    link === null
      ? undefined
      : textRefusal(link, { field: 'link', charactersMax: limits.LINK_CHARACTERS_MAX, lines: 'one' }),
    link === null || isWebLink(link) ? undefined : { reason: 'LINK_INVALID', field: 'link' },
  );
  if (refusal) return refusal;
  return [{ type: 'ProjectFeatured.v1', data: { ...refOf(order), note, link } }];
};
