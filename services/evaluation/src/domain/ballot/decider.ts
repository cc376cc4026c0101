import type { Decider } from '@jiangong/event-store';
import { annulBallot, closeBallot } from './decide-closing.ts';
import { decideCodes } from './decide-codes.ts';
import { issueTokens, openBoxes, setBallot } from './decide-issuing.ts';
import type { BallotFact } from './facts.ts';
import type { BallotOrder } from './orders.ts';
import type { BallotRefusal, VoteCodeRefusal } from './refusals.ts';
import { type Ballot, evolveBallot } from './state.ts';

/** A secret ballot: tokens to known people, then ballots of nobody, then both counted side by side. */
export const ballotDecider: Decider<Ballot, BallotOrder, BallotFact, BallotRefusal | VoteCodeRefusal> = {
  initial: { kind: 'absent' },
  evolve: evolveBallot,
  decide: (ballot, order) => {
    switch (order.type) {
      case 'SetBallot':
        return setBallot(ballot, order);
      case 'IssueTokens':
        return issueTokens(ballot, order);
      case 'OpenBoxes':
        return openBoxes(ballot, order);
      case 'CloseBallot':
        return closeBallot(ballot, order);
      case 'AnnulBallot':
        return annulBallot(ballot);
      default:
        return decideCodes(ballot, order);
    }
  },
};
