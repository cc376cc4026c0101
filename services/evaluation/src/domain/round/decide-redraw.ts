import { pointsOf } from '@jiangong/scoring';
import type { RoundFact } from './facts.ts';
import type { ScoringTerms, SecondPerson } from './proposal.ts';
import { drawnList, itemsOf, mergedPoints, type ItemPoints, redrawnSource } from './redrawn-list.ts';
import type { ScoringRefusal } from './refusals.ts';
import { isRefused, liveRound } from './standing.ts';
import type { Round } from './state.ts';

type Redraw = Extract<ScoringTerms, { act: 'RedrawList' }>;
type Drawn = ReturnType<typeof itemsOf>;

const at = (index: number, name: string): string => `terms.items[${index}].${name}`;

/** Each item is of the list and named once; its points are in its steps, and what is marked by measures keeps its points or goes. */
const itemRefusal = (items: readonly ItemPoints[], drawn: Drawn): ScoringRefusal | undefined => {
  for (const [index, { itemId, points }] of items.entries()) {
    const found = drawn.find(({ item }) => item.id === itemId)?.item;
    if (found === undefined) return { reason: 'ITEM_UNKNOWN', field: at(index, 'itemId') };
    if (items.findIndex((one) => one.itemId === itemId) !== index)
      return { reason: 'ITEM_TWICE', field: at(index, 'itemId') };
    if (points !== 0 && points !== found.points && (found.measures.length > 0 || found.group !== null))
      return { reason: 'ITEM_POINTS_FIXED', field: at(index, 'points') };
    if (!Number.isSafeInteger(points) || points < 0 || points % found.step !== 0)
      return { reason: 'ITEM_POINTS_INVALID', field: at(index, 'points'), details: { step: found.step } };
  }
  return undefined;
};

const totalOf = (list: Parameters<typeof itemsOf>[0]): number => pointsOf(itemsOf(list).map(({ item }) => item));

/**
 * The office redraws a list for a round that has not opened: what was found in rounds before counts under the list of then. A mistaken one is
 * redrawn again, until the round opens. It goes on adding up to what is printed below it, for results are computed of that.
 */
export const redrawList = (
  round: Round,
  { sourceId, items }: Redraw,
  second: SecondPerson,
): readonly RoundFact[] | ScoringRefusal => {
  const live = liveRound(round);
  if (isRefused(live)) return live;
  const drawn = drawnList(live, sourceId);
  if (drawn === undefined) return { reason: 'LIST_NOT_REDRAWN', field: 'terms.sourceId' };
  if (live.kind !== 'prepared') return { reason: 'LIST_IN_USE', field: 'roundId' };
  const wrong = itemRefusal(items, itemsOf(drawn));
  if (wrong) return wrong;
  const list = redrawnSource(drawn, mergedPoints(live.redrawn?.[sourceId] ?? [], items));
  const empty = list.areas.find(({ lists }) => lists.some((one) => one.items.length === 0));
  if (empty !== undefined) return { reason: 'AREA_EMPTY', field: 'terms.items', details: { area: empty.id } };
  const [points, total] = [totalOf(list), totalOf(drawn)];
  if (points !== total) return { reason: 'LIST_MISCOUNTED', field: 'terms.items', details: { points, total } };
  const standing = live.tables.sources.find(({ id }) => id === sourceId);
  if (JSON.stringify(standing) === JSON.stringify(list)) return { reason: 'LIST_STANDS', field: 'terms.items' };
  const { roundId, editionId } = live;
  return [{ type: 'ListRedrawn.v1', data: { roundId, editionId, sourceId, items, ...second } }];
};
