import { sha256Hex } from '@jiangong/event-store';
import { dealOut, type Held } from './deal-out.ts';
import { dealSeed } from './decide-deal.ts';
import type { EntriesDealt } from './facts.ts';

const linesOf = (held: readonly Held[]): readonly string[] =>
  held.flatMap(({ seatId, entryIds }) => entryIds.map((entryId) => `${seatId} ${entryId}`)).toSorted();

/** Whether a deal, made again from what stands in it, comes to what stands in it, and was made from what had been committed to. */
export const agreesOnceMore = (deal: EntriesDealt['data']): boolean => {
  const { secret, lot, seed, entryIds, seats, commitment, shares } = deal;
  const again = dealOut(deal);
  return (
    sha256Hex(Buffer.from(secret, 'utf8')) === commitment &&
    dealSeed(secret, lot, { entryIds, seatIds: seats.map(({ seatId }) => seatId) }) === seed &&
    again.kind === 'dealt' &&
    linesOf(again.shares).join() === linesOf(shares).join()
  );
};
