import type { Decider } from '@jiangong/event-store';
import type { Decision } from './checks.ts';
import { giveClearance, requestClearance } from './clearance.ts';
import { declareEntry, withdrawEntry } from './declaration.ts';
import { completeMilestone, featureEntry, reportProgress } from './delivery.ts';
import { commendEntry, enterEvaluation } from './evaluation.ts';
import type { UnitEditionFact } from './facts.ts';
import { publishEntry, receiveObjection, settleObjection } from './notice.ts';
import type { UnitEditionOrder } from './orders.ts';
import { confirmEntry, planEntry, reviseEntry } from './planning.ts';
import type { UnitEditionRefusal } from './refusals.ts';
import { returnEntry, screenEntry } from './review.ts';
import { emptyUnitEdition, evolveUnitEdition, entryOf, type UnitEdition } from './state.ts';

const decide = (state: UnitEdition, order: UnitEditionOrder): Decision => {
  if (order.type === 'PlanEntry') return planEntry(state, order);
  if (order.type === 'EnterEvaluation') return enterEvaluation(state, order);
  const entry = entryOf(state, order.entryId);
  if (!entry) return { reason: 'ENTRY_NOT_FOUND', field: 'entryId' };
  switch (order.type) {
    case 'ReviseEntry':
      return reviseEntry(entry, order);
    case 'ConfirmEntry':
      return confirmEntry(entry, order);
    case 'CompleteMilestone':
      return completeMilestone(entry, order);
    case 'ReportProgress':
      return reportProgress(entry, order);
    case 'FeatureEntry':
      return featureEntry(entry, order);
    case 'DeclareEntry':
      return declareEntry(state, entry, order);
    case 'ReturnEntry':
      return returnEntry(entry, order);
    case 'WithdrawEntry':
      return withdrawEntry(entry, order);
    case 'ScreenEntry':
      return screenEntry(entry, order);
    case 'RequestClearance':
      return requestClearance(entry, order);
    case 'GiveClearance':
      return giveClearance(state, entry, order);
    case 'PublishEntry':
      return publishEntry(entry, order);
    case 'ReceiveObjection':
      return receiveObjection(entry, order);
    case 'SettleObjection':
      return settleObjection(entry, order);
    case 'CommendEntry':
      return commendEntry(entry, order);
  }
};

/**
 * The rules over all entries of one unit in one edition (stream `merit-projects.unit-edition-<id>`): the quota is a rule
 * over several entries, so they share a stream (decisions.md 6).
 */
export const unitEditionDecider: Decider<UnitEdition, UnitEditionOrder, UnitEditionFact, UnitEditionRefusal> = {
  initial: emptyUnitEdition,
  evolve: evolveUnitEdition,
  decide,
};
