import type { Decider } from '@jiangong/event-store';
import type { Decision } from './checks.ts';
import { giveClearance, requestClearance } from './clearance.ts';
import { declareProject, withdrawProject } from './declaration.ts';
import { completeMilestone, featureProject, reportProgress } from './delivery.ts';
import { commendProject, enterEvaluation } from './evaluation.ts';
import type { UnitEditionFact } from './facts.ts';
import { publishProject, receiveObjection, settleObjection } from './notice.ts';
import type { UnitEditionOrder } from './orders.ts';
import { confirmProject, planProject, reviseProject } from './planning.ts';
import type { UnitEditionRefusal } from './refusals.ts';
import { returnProject, screenProject } from './review.ts';
import { emptyUnitEdition, evolveUnitEdition, projectOf, type UnitEdition } from './state.ts';

const decide = (state: UnitEdition, order: UnitEditionOrder): Decision => {
  if (order.type === 'PlanProject') return planProject(state, order);
  if (order.type === 'EnterEvaluation') return enterEvaluation(state, order);
  const project = projectOf(state, order.projectId);
  if (!project) return { reason: 'PROJECT_NOT_FOUND', field: 'projectId' };
  switch (order.type) {
    case 'ReviseProject':
      return reviseProject(project, order);
    case 'ConfirmProject':
      return confirmProject(project, order);
    case 'CompleteMilestone':
      return completeMilestone(project, order);
    case 'ReportProgress':
      return reportProgress(project, order);
    case 'FeatureProject':
      return featureProject(project, order);
    case 'DeclareProject':
      return declareProject(state, project, order);
    case 'ReturnProject':
      return returnProject(project, order);
    case 'WithdrawProject':
      return withdrawProject(project, order);
    case 'ScreenProject':
      return screenProject(project, order);
    case 'RequestClearance':
      return requestClearance(project, order);
    case 'GiveClearance':
      return giveClearance(state, project, order);
    case 'PublishProject':
      return publishProject(project, order);
    case 'ReceiveObjection':
      return receiveObjection(project, order);
    case 'SettleObjection':
      return settleObjection(project, order);
    case 'CommendProject':
      return commendProject(project, order);
  }
};

/**
 * The rules over all projects of one unit in one edition (stream `merit-projects.unit-edition-<id>`): the quota is a rule
 * over several projects, so they share a stream (decisions.md 6).
 */
export const unitEditionDecider: Decider<UnitEdition, UnitEditionOrder, UnitEditionFact, UnitEditionRefusal> = {
  initial: emptyUnitEdition,
  evolve: evolveUnitEdition,
  decide,
};
