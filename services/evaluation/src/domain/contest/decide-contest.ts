import type { RoundFact } from '../round/facts.ts';
import { ALONE } from '../round/proposal.ts';
import type { ScoringRefusal } from '../round/refusals.ts';
import type { Round } from '../round/state.ts';
import { drawOrder } from './decide-order.ts';
import { openMarks, reopenEntry, showScore } from './decide-scores.ts';
import { callEntry, closeEntry, putOffEntry } from './decide-stage.ts';
import type { ContestOrder } from './orders.ts';

const TYPES: readonly string[] = [
  'DrawOrder',
  'CallEntry',
  'PutOffEntry',
  'CloseEntry',
  'ReopenEntry',
  'OpenMarks',
  'ShowScore',
] satisfies readonly ContestOrder['type'][];

export const isContestOrder = <O extends Readonly<{ type: string }>>(order: O): order is O & ContestOrder =>
  TYPES.includes(order.type);

export const decideContest = (round: Round, order: ContestOrder): readonly RoundFact[] | ScoringRefusal => {
  switch (order.type) {
    case 'DrawOrder':
      return drawOrder(round, order);
    case 'CallEntry':
      return callEntry(round, order);
    case 'PutOffEntry':
      return putOffEntry(round, order);
    case 'CloseEntry':
      return closeEntry(round, order);
    case 'ReopenEntry':
      return reopenEntry(round, order, ALONE, order.now);
    case 'OpenMarks':
      return openMarks(round, order);
    case 'ShowScore':
      return showScore(round, order);
  }
};
