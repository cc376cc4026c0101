import type { Decider } from '@jiangong/event-store';
import { claimBonus, withdrawClaim } from './decide-claims.ts';
import { carryOutAct, proposeAct, rejectProposal } from './decide-proposals.ts';
import { decideClaim, reconsiderClaim } from './decide-verdicts.ts';
import type { BonusFact } from './facts.ts';
import type { BonusOrder } from './orders.ts';
import type { BonusRefusal } from './refusals.ts';
import { BLANK, type Bonus, evolveBonus } from './state.ts';

/** What one entry claims beside what everybody is judged by in one round, and what became of it. */
export const bonusDecider: Decider<Bonus, BonusOrder, BonusFact, BonusRefusal> = {
  initial: BLANK,
  evolve: evolveBonus,
  decide: (bonus, order) => {
    switch (order.type) {
      case 'ClaimBonus':
        return claimBonus(bonus, order);
      case 'WithdrawClaim':
        return withdrawClaim(bonus, order);
      case 'DecideClaim':
        return decideClaim(bonus, order);
      case 'ReconsiderClaim':
        return reconsiderClaim(bonus, order);
      case 'ProposeBonusAct':
        return proposeAct(bonus, order);
      case 'CarryOutBonusAct':
        return carryOutAct(bonus, order);
      case 'RejectBonusProposal':
        return rejectProposal(bonus, order);
    }
  },
};
