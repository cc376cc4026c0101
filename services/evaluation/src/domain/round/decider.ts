import type { Decider } from '@jiangong/event-store';
import { closeRound, computeTally, issueCommendation, openSheets, takeDecision } from './decide-result.ts';
import {
  admitEntry,
  assignEvaluators,
  declareRecusal,
  openRound,
  prepareRound,
  removeEvaluator,
} from './decide-setup.ts';
import { evolveRound } from './evolve.ts';
import type { RoundFact } from './facts.ts';
import type { RoundOrder } from './orders.ts';
import type { RoundRefusal } from './refusals.ts';
import type { Round } from './state.ts';

const decide = (round: Round, order: RoundOrder): readonly RoundFact[] | RoundRefusal => {
  switch (order.kind) {
    case 'admit-entry':
      return admitEntry(round, order);
    case 'prepare-round':
      return prepareRound(round, order);
    case 'assign-evaluators':
      return assignEvaluators(round, order);
    case 'remove-evaluator':
      return removeEvaluator(round, order);
    case 'declare-recusal':
      return declareRecusal(round, order);
    case 'open-round':
      return openRound(round, order);
    case 'close-round':
      return closeRound(round, order);
    case 'open-sheets':
      return openSheets(round);
    case 'compute-tally':
      return computeTally(round, order);
    case 'take-decision':
      return takeDecision(round, order);
    case 'issue-commendation':
      return issueCommendation(round, order);
  }
};

export const roundDecider: Decider<Round, RoundOrder, RoundFact, RoundRefusal> = {
  initial: { kind: 'absent' },
  evolve: evolveRound,
  decide,
};
