import { firstRefusal, textRefusal } from '../check-text.ts';
import * as limits from '../limits.ts';
import { type Decision, evidenceRefusal, refOf, stageRefusal, standingRefusal, whyRefusal } from './checks.ts';
import type { ProjectDeclared } from './facts.ts';
import type { DeclareProject, WithdrawProject } from './orders.ts';
import type { UnitEditionRefusal } from './refusals.ts';
import type { Project, StandingKind, UnitEdition } from './state.ts';

/**
 * A declared project takes a place of the unit's quota, and keeps it whatever the review says of it; only withdrawing gives
 * it back. (The source names no rule; this one leaves nothing to gain from declaring badly.)
 */
const takesPlace = (project: Project): boolean => project.declarations > 0 && project.standing.kind !== 'withdrawn';

const contentRefusal = (order: DeclareProject): UnitEditionRefusal | undefined =>
  textRefusal(order.summary, { field: 'summary', charactersMax: limits.TEXT_CHARACTERS_MAX, lines: 'many' }) ??
  evidenceRefusal(order.evidence);

const declarationOf = (project: Project, order: DeclareProject): ProjectDeclared['data'] => ({
  ...refOf(order),
  version: project.declarations + 1,
  title: project.title,
  leaderPersonId: project.leaderPersonId,
  summary: order.summary,
  evidence: [...order.evidence],
});

/** The next version after a return: within the deadline that the return set, whatever the stage. It takes no new place. */
const redeclare = (project: Project, redeclareUntil: string, order: DeclareProject): Decision => {
  if (order.now >= redeclareUntil) return { reason: 'RETURN_DEADLINE_PASSED', details: { redeclareUntil } };
  const refusal = contentRefusal(order);
  if (refusal) return refusal;
  return [{ type: 'ProjectRedeclared.v1', data: declarationOf(project, order) }];
};

export const declareProject = (state: UnitEdition, project: Project, order: DeclareProject): Decision => {
  const { standing } = project;
  if (standing.kind === 'returned') return redeclare(project, standing.redeclareUntil, order);
  if (standing.kind === 'planned') return { reason: 'PROJECT_NOT_CONFIRMED', field: 'projectId' };
  const refusal = firstRefusal<UnitEditionRefusal>(
    standingRefusal(project, ['underway'], 'ALREADY_DECLARED'),
    stageRefusal(order, 'declaration'),
    contentRefusal(order),
  );
  if (refusal) return refusal;
  const declared = Object.values(state.projects).filter(takesPlace).length;
  if (declared >= order.terms.quota)
    return { reason: 'QUOTA_EXCEEDED', details: { quota: order.terms.quota, declared } };
  return [{ type: 'ProjectDeclared.v1', data: declarationOf(project, order) }];
};

const WITHDRAWABLE: readonly StandingKind[] = [
  'planned',
  'underway',
  'declared',
  'returned',
  'screened',
  'clearance-requested',
  'cleared',
  'published',
];

/** A unit may take a project back until it is being scored. */
export const withdrawProject = (project: Project, order: WithdrawProject): Decision => {
  const refusal = standingRefusal(project, WITHDRAWABLE, 'PROJECT_CLOSED') ?? whyRefusal(order.why, 'why');
  if (refusal) return refusal;
  return [{ type: 'ProjectWithdrawn.v1', data: { ...refOf(order), why: order.why } }];
};
