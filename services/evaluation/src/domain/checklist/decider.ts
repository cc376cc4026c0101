import type { Decider } from '@jiangong/event-store';
import { reviewItem, scoreSelf } from './decide-marks.ts';
import { answerFinding, recordOccurrence, withdrawOccurrence } from './decide-occurrences.ts';
import { carryOutAct, closePeriod, proposeAct, rejectProposal } from './decide-periods.ts';
import type { ChecklistFact } from './facts.ts';
import type { ChecklistOrder } from './orders.ts';
import type { ChecklistRefusal } from './refusals.ts';
import { BLANK, type Checklist, evolveChecklist } from './state.ts';

/** What was found about one entry in one round: by the offices that own the items, marked by reviews, period by period. */
export const checklistDecider: Decider<Checklist, ChecklistOrder, ChecklistFact, ChecklistRefusal> = {
  initial: BLANK,
  evolve: evolveChecklist,
  decide: (list, order) => {
    switch (order.type) {
      case 'RecordOccurrence':
        return recordOccurrence(list, order);
      case 'WithdrawOccurrence':
        return withdrawOccurrence(list, order);
      case 'ScoreSelf':
        return scoreSelf(list, order);
      case 'ReviewItem':
        return reviewItem(list, order);
      case 'ClosePeriod':
        return closePeriod(list, order);
      case 'AnswerFinding':
        return answerFinding(list, order);
      case 'ProposeChecklistAct':
        return proposeAct(list, order);
      case 'CarryOutChecklistAct':
        return carryOutAct(list, order);
      case 'RejectChecklistProposal':
        return rejectProposal(list, order);
    }
  },
};
