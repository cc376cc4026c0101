import { firstRefusal, textRefusal } from '../check-text.ts';
import * as limits from '../limits.ts';
import { type Decision, refOf, stageRefusal, standingRefusal } from './checks.ts';
import { CLEARANCE_SCOPES, type ClearanceScope, type ProjectBlocked } from './facts.ts';
import type { GiveClearance, RequestClearance } from './orders.ts';
import type { UnitEditionRefusal } from './refusals.ts';
import type { Project, StandingKind, UnitEdition } from './state.ts';

/** The committee asks discipline inspection about the project, its leader and its unit. */
export const requestClearance = (project: Project, order: RequestClearance): Decision => {
  const scopes = CLEARANCE_SCOPES.filter((scope) => order.scopes.includes(scope));
  const refusal =
    standingRefusal(project, ['screened'], 'PROJECT_NOT_SCREENED') ?? stageRefusal(order, 'review', 'notice');
  if (refusal) return refusal;
  if (scopes.length === 0 || scopes.length !== order.scopes.length)
    return { reason: 'CLEARANCE_SCOPES_INVALID', field: 'scopes' };
  return [{ type: 'ClearanceRequested.v1', data: { ...refOf(order), clearanceId: order.clearanceId, scopes } }];
};

const opinionRefusal = (order: GiveClearance, scopes: readonly ClearanceScope[]): UnitEditionRefusal | undefined => {
  const given = order.opinions.map(({ scope }) => scope);
  if (given.length !== scopes.length || scopes.some((scope) => !given.includes(scope)))
    return { reason: 'CLEARANCE_OPINIONS_INCOMPLETE', field: 'opinions', details: { scopes: scopes.join(' ') } };
  const blocked = order.opinions.some(({ outcome }) => outcome === 'blocked');
  return firstRefusal<UnitEditionRefusal>(
    textRefusal(order.why, {
      field: 'why',
      charactersMax: limits.TEXT_CHARACTERS_MAX,
      lines: 'many',
      ...(blocked ? {} : { mayBeEmpty: true as const }),
    }),
    textRefusal(order.opinionNumber, {
      field: 'opinionNumber',
      charactersMax: limits.DOCUMENT_NUMBER_CHARACTERS_MAX,
      lines: 'one',
    }),
  );
};

const IN_REVIEW: readonly StandingKind[] = [
  'declared',
  'returned',
  'screened',
  'clearance-requested',
  'cleared',
  'published',
];

/** An opinion against the unit blocks all its projects that are under review, one against a person all that the person leads. */
const blockedProjects = (state: UnitEdition, project: Project, order: GiveClearance): readonly Project[] => {
  const against = order.opinions.filter(({ outcome }) => outcome === 'blocked').map(({ scope }) => scope);
  if (against.length === 0) return [];
  const others = Object.values(state.projects).filter(
    (other) =>
      other.projectId !== project.projectId &&
      IN_REVIEW.includes(other.standing.kind) &&
      (against.includes('unit') || (against.includes('leader') && other.leaderPersonId === project.leaderPersonId)),
  );
  return [project, ...others];
};

/** Discipline inspection's signed opinion on everything it was asked about. */
export const giveClearance = (state: UnitEdition, project: Project, order: GiveClearance): Decision => {
  const { standing } = project;
  if (standing.kind !== 'clearance-requested')
    return (
      standingRefusal(project, ['clearance-requested'], 'CLEARANCE_NOT_REQUESTED') ?? {
        reason: 'CLEARANCE_NOT_REQUESTED',
        field: 'projectId',
      }
    );
  const refusal = stageRefusal(order, 'review', 'notice') ?? opinionRefusal(order, standing.scopes);
  if (refusal) return refusal;
  const opinions = standing.scopes.flatMap((scope) =>
    order.opinions.filter((opinion) => opinion.scope === scope).map(({ outcome }) => ({ scope, outcome })),
  );
  const { opinionNumber, inspectorPersonId, why } = order;
  const { clearanceId } = standing;
  const blocked = blockedProjects(state, project, order);
  if (blocked.length === 0)
    return [
      { type: 'ProjectCleared.v1', data: { ...refOf(order), clearanceId, opinions, opinionNumber, inspectorPersonId } },
    ];
  return blocked.map(({ projectId }): ProjectBlocked => ({
    type: 'ProjectBlocked.v1',
    data: { ...refOf({ projectId, terms: order.terms }), clearanceId, opinions, why, opinionNumber, inspectorPersonId },
  }));
};
