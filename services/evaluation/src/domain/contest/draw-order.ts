import { canonicalBytes, sha256Hex } from '@jiangong/event-store';
import { drawOf } from '@jiangong/scoring';

/** What an order is drawn from; `lot`: the digits that were said in the hall, after the secret had been committed to. */
export type Lots = Readonly<{ secret: string; lot: string; entryIds: readonly string[] }>;

/**
 * Nobody could choose it alone: who knows the secret does not know the digits, and who says the digits does not know the secret. The
 * entries stand in it sorted, so that the order in which they came is no way to try orders.
 */
export const orderSeed = ({ secret, lot, entryIds }: Lots): string =>
  sha256Hex(canonicalBytes({ secret, lot, entries: [...entryIds].sort() }));

/** The order of appearance, drawn as ties are: by SHA-256 over the seed and each entry. Anybody can draw again. */
export const drawnOrder = (lots: Lots): readonly string[] => {
  const seed = orderSeed(lots);
  return [...new Set(lots.entryIds)]
    .map((entryId) => ({ entryId, lot: drawOf(seed, entryId) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ entryId }) => entryId);
};
