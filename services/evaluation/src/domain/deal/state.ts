import type { ConflictDismissed, DealFact, Load, Share } from './facts.ts';

/** How entries are dealt out; of a round in which everybody judges everything it stays as it begins. */
export type Dealing = Readonly<{
  /** Of the next deal; null: nothing is dealt out. */
  commitment: string | null;
  /** Deals so far. */
  deals: number;
  /** Who judges what; null: nothing was dealt out yet. */
  shares: readonly Share[] | null;
  /** How many each seat takes, as it was said last. */
  loads: readonly Load[];
  dismissed: readonly Pick<ConflictDismissed['data'], 'personId' | 'entryId' | 'reason'>[];
}>;

export const NO_DEALING: Dealing = { commitment: null, deals: 0, shares: null, loads: [], dismissed: [] };

export const evolveDealing = (dealing: Dealing, fact: DealFact): Dealing => {
  switch (fact.type) {
    case 'DealCommitted.v1':
      return { ...dealing, commitment: fact.data.commitment };
    case 'EntriesDealt.v1': {
      const { shares, seats } = fact.data;
      const others = dealing.loads.filter(({ seatId }) => seats.every((seat) => seat.seatId !== seatId));
      return { ...dealing, deals: dealing.deals + 1, shares, loads: [...others, ...seats] };
    }
    case 'ConflictDismissed.v1': {
      const { personId, entryId, reason } = fact.data;
      return { ...dealing, dismissed: [...dealing.dismissed, { personId, entryId, reason }] };
    }
  }
};
