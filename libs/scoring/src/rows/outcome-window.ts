import type { OutcomeRule } from './outcome-rule.ts';
import { SHARE_WHOLE } from './mark-worth.ts';

/** Somebody in reach of a rule, in the order of the rule; equal ones stand in one group. */
export type Placed<T> = Readonly<{ item: T; place: number; size: number }>;

/** Competition places (1, 2, 2, 4) of items that `compare` puts in order. */
export const placesOf = <T>(items: readonly T[], compare: (a: T, b: T) => number): readonly Placed<T>[] => {
  const placed: Placed<T>[] = [];
  for (let at = 0; at < items.length;) {
    let end = at + 1;
    while (end < items.length && compare(items[at] as T, items[end] as T) === 0) end++;
    for (const item of items.slice(at, end)) placed.push({ item, place: at + 1, size: end - at });
    at = end;
  }
  return placed;
};

/** floor(whole × share), at least `least`. */
export const shareOf = (whole: number, share: number, least = 0): number =>
  Math.max(least, Math.floor((whole * share) / SHARE_WHOLE));

/** How many a rule plans in a class of `whole`; Infinity where it sets no number. The cap's smaller number holds. */
export const plannedOf = ({ pick, cap }: OutcomeRule, whole: number): number => {
  const picked = 'count' in pick ? pick.count : 'share' in pick ? shareOf(whole, pick.share, pick.least) : Infinity;
  const share = cap?.share === undefined ? Infinity : shareOf(whole, cap.share);
  return Math.min(picked, cap?.count ?? Infinity, share);
};

export type Cut<T> = Readonly<{
  in: readonly (Placed<T> & Readonly<{ atEdge: boolean }>)[];
  /** One group at most: what the edge leaves to a body. */
  open: Readonly<{ group: readonly Placed<T>[]; places: number; atMost: number }> | null;
  out: readonly Placed<T>[];
}>;

/** Cuts those placed where `room` (places left when a group's turn comes) ends. */
export const cutAt = <T>(
  { edge, edgeMax }: Pick<OutcomeRule, 'edge' | 'edgeMax'>,
  placed: readonly Placed<T>[],
  room: (first: Placed<T>, index: number) => number,
): Cut<T> => {
  const taken: (Placed<T> & Readonly<{ atEdge: boolean }>)[] = [];
  const out: Placed<T>[] = [];
  let open: Cut<T>['open'] = null;
  for (let at = 0; at < placed.length;) {
    const first = placed[at] as Placed<T>;
    let end = at + 1;
    while (placed[end]?.place === first.place) end++;
    const group = placed.slice(at, end);
    const places = room(first, at);
    const beyond = group.length - places;
    const edgeBeyond = edge === 'in' ? (edgeMax ?? Infinity) : 0;
    if (places <= 0) out.push(...group);
    else if (beyond <= edgeBeyond) taken.push(...group.map((one) => ({ ...one, atEdge: beyond > 0 })));
    else if (edge === 'out') out.push(...group);
    else open = { group, places, atMost: Math.min(group.length, places + (edgeMax ?? 0)) };
    at = end;
  }
  return { in: taken, open, out };
};
