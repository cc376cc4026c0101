import type { GivenBonus } from '@jiangong/scoring';
import type { ReadBonuses } from '../round/orders.ts';
import { type Bonus, honourOf, isWaiting } from './state.ts';

/** What a result reads of the claims of a round, by entry: what was granted; and what still waits for a verdict. */
export const grantedOf = (bonuses: ReadonlyMap<string, Bonus>): Pick<ReadBonuses, 'granted' | 'waiting'> => {
  const claims = [...bonuses].flatMap(([entryId, bonus]) => bonus.claims.map((claim) => ({ entryId, claim })));
  return {
    granted: claims.flatMap(({ entryId, claim }): GivenBonus[] => {
      const { claimId, sourceId, itemId, verdict, withdrawn } = claim;
      if (withdrawn || verdict?.outcome !== 'granted') return [];
      return [{ sourceId, entryId, itemId, claimId, honour: honourOf(claim), points: verdict.points }];
    }),
    waiting: claims
      .filter(({ claim }) => isWaiting(claim))
      .map(({ entryId, claim: { claimId } }) => ({ entryId, claimId })),
  };
};
