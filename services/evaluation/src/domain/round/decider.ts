import type { Decider } from '@jiangong/event-store';
import { decideAnswers } from '../answer/decide-answers.ts';
import { type AnswerOrder, isAnswerOrder } from '../answer/orders.ts';
import { decideAppeals } from '../appeal/decider.ts';
import { type AppealOrder, isAppealOrder } from '../appeal/orders.ts';
import { decideContest, isContestOrder } from '../contest/decide-contest.ts';
import type { ContestOrder } from '../contest/orders.ts';
import { dealEntries } from '../deal/decide-deal.ts';
import { decideMeetings } from '../meeting/decide-meetings.ts';
import { isMeetingOrder, type MeetingOrder } from '../meeting/orders.ts';
import { decideTaken } from '../decision/decide-taken.ts';
import { isTakenOrder, type TakenOrder } from '../decision/taken-orders.ts';
import { unitOfOrder } from './decided-part.ts';
import { decidableOf } from './decide-decision.ts';
import { admitEntry, moveEntry, putBackEntry, takeOutEntry } from './decide-entries.ts';
import { abandonRound, closeRound, openRound, prepareRound, reopenWithStage, setWindow } from './decide-opening.ts';
import { setStageWindow } from './decide-stages.ts';
import { declineReopening, requestReopening, withdrawReopeningRequest } from './decide-reopening.ts';
import { carryOut, proposeAct, rejectProposal } from './decide-proposals.ts';
import { carryOverRecusals, declareRecusal } from './decide-recusals.ts';
import { assignOffice } from './decide-offices.ts';
import { assignSeats, vacateSeat } from './decide-seats.ts';
import { computeTally, hearChecklist, openSheets } from './decide-tally.ts';
import { takeRoll } from './decide-roll.ts';
import { hearBonus } from './hear-bonus.ts';
import { hearMeasure } from './hear-measure.ts';
import { evolveRound } from './evolve-round.ts';
import type { RoundFact } from './facts.ts';
import type { ScoringOrder } from './orders.ts';
import { ALONE } from './proposal.ts';
import type { RoundRefusal } from './refusals.ts';
import { isRefused } from './standing.ts';
import { isPrepared, type Round } from './state.ts';

export type RoundOrder = ScoringOrder | ContestOrder | AppealOrder | AnswerOrder | MeetingOrder | TakenOrder;

const decideScoring = (round: Round, order: ScoringOrder): readonly RoundFact[] | RoundRefusal => {
  switch (order.type) {
    case 'PrepareRound':
      return prepareRound(round, order);
    case 'AdmitEntry':
      return admitEntry(round, order);
    case 'TakeOutEntry':
      return takeOutEntry(round, order, ALONE);
    case 'PutBackEntry':
      return putBackEntry(round, order, ALONE);
    case 'MoveEntry':
      return moveEntry(round, order);
    case 'SetWindow':
      return setWindow(round, order);
    case 'SetStageWindow':
      return setStageWindow(round, order);
    case 'TakeRoll':
      return takeRoll(round, order);
    case 'AssignSeats':
      return assignSeats(round, order);
    case 'VacateSeat':
      return vacateSeat(round, order);
    case 'AssignOffice':
      return assignOffice(round, order);
    case 'DeclareRecusal':
      return declareRecusal(round, order);
    case 'CarryOverRecusals':
      return carryOverRecusals(round, order);
    case 'OpenRound':
      return openRound(round, order);
    case 'CloseRound':
      return closeRound(round, order);
    case 'ReopenWithStage':
      return reopenWithStage(round, order);
    case 'OpenSheets':
      return openSheets(round, order);
    case 'ComputeTally':
      return computeTally(round, order);
    case 'HearChecklist':
      return hearChecklist(round, order);
    case 'HearBonus':
      return hearBonus(round, order);
    case 'HearMeasure':
      return hearMeasure(round, order);
    case 'DealEntries':
      return dealEntries(round, order);
    case 'AbandonRound':
      return abandonRound(round);
    case 'RequestReopening':
      return requestReopening(round, order);
    case 'WithdrawReopeningRequest':
      return withdrawReopeningRequest(round, order);
    case 'DeclineReopening':
      return declineReopening(round, order);
    case 'ProposeAct':
      return proposeAct(round, order);
    case 'RejectProposal':
      return rejectProposal(round, order);
    case 'CarryOut':
      return carryOut(round, order);
  }
};

export const roundDecider: Decider<Round, RoundOrder, RoundFact, RoundRefusal> = {
  initial: { kind: 'absent' },
  evolve: evolveRound,
  decide: (round, order) => {
    if (isContestOrder(order)) return decideContest(round, order);
    if (isAppealOrder(order)) return decideAppeals(round, order);
    if (isAnswerOrder(order)) return decideAnswers(round, order);
    if (isMeetingOrder(order)) return decideMeetings(round, order);
    if (!isTakenOrder(order)) return decideScoring(round, order);
    const decidable = decidableOf(round, isPrepared(round) ? unitOfOrder(round, order) : undefined);
    return isRefused(decidable) ? decidable : decideTaken(decidable, order);
  },
};
