import type { Edge, Within } from './phase.ts';

/**
 * One rule of an outcome: who is to get something by what the ranking, thresholds or facts say. Rules are read in order.
 * Names, codes, documents and who decides stand beside it in the programme's tables.
 */
export type OutcomeRule = Readonly<{
  id: string;
  /**
   * Who gets it. Without `order`, entries are picked by rank, and each picked entry's entry, leader, author, home or secretary
   * gets it, everybody once. With `order`, the holders themselves are ordered by facts and picked.
   */
  to: HolderKind;
  /** Only entries (or holders) that have one of these earlier rules; empty: all. */
  among: readonly string[];
  within: Within;
  pick: Selection;
  /** Beside the pick; the smaller holds. `share` rounds down. */
  cap?: Readonly<{ count?: number; share?: number }>;
  /** The whole of a share: ranked entries (or ordered holders), all admitted ones, or the roll given with the inputs. */
  of: 'ranked' | 'admitted' | 'roll';
  order: readonly FactOrder[];
  /**
   * Equal ones across the limit: all `in`, all `out`, or the `body` chooses. `edgeMax`: how many beyond the limit at most;
   * with `in`, more than that is the body's to choose.
   */
  edge: Edge;
  edgeMax?: number;
  /** A later rule that those beyond the cap fall to. */
  fall?: string;
  /** Nobody who has one of these earlier rules. */
  notAlso: readonly string[];
  /** All must hold; an unknown fact leaves the holder undetermined, for a person to look at. */
  needs: readonly FactTest[];
  /** None may hold. */
  never: readonly FactTest[];
  /** Whether the next moves up for one whom `needs`, `never` or `notAlso` keep out. */
  giveWay: boolean;
}>;

export type HolderKind = 'entry' | 'leader' | 'author' | 'home' | 'secretary';

/** Counts are whole numbers, shares basis points; `score` and `below` hundredths of a point. */
export type Selection =
  | Readonly<{ by: 'first'; count: number }>
  | Readonly<{ by: 'first-share'; share: number; least?: number }>
  /** The next ranks after those of the rule `after` (and all before it that it follows). */
  | Readonly<{ by: 'next'; after: string; count: number }>
  | Readonly<{ by: 'next-share'; after: string; share: number; least?: number }>
  /** Counted from below. */
  | Readonly<{ by: 'last'; count: number }>
  | Readonly<{ by: 'last-share'; share: number; least?: number }>
  /** `after`: the step above on the same ladder (and all above it); who stands there does not stand here. */
  | Readonly<{ by: 'at-least'; score: number; below?: number; after?: string }>
  | Readonly<{ by: 'each' }>
  /** Nothing is proposed: the body chooses up to so many. */
  | Readonly<{ by: 'choice'; count: number }>;

/**
 * What is asked of a holder: a name of programme-schema §8 with its arguments. Answered by the engine from the result:
 * `count.awards` {kind: rule ids}, `count.entries`, `best.rank` {kind?}, `best.result`, `mean.rank`, `mean.result`,
 * `step` {kind: row id}; everything else is given with the inputs under `factKey(query)`.
 */
export type FactQuery = Readonly<{ fact: string } & Record<string, string | number | boolean | readonly string[]>>;

export type FactValue = number | string | boolean;

/** Numbers are compared as they are given: counts as counts, points as hundredths. */
export type FactTest =
  | Readonly<{ query: FactQuery; atLeast: number }>
  | Readonly<{ query: FactQuery; atMost: number }>
  | Readonly<{ query: FactQuery; is: FactValue }>
  | Readonly<{ query: FactQuery; oneOf: readonly FactValue[] }>
  | Readonly<{ anyOf: readonly FactTest[] }>;

export type FactOrder = Readonly<{ query: FactQuery; better: 'higher' | 'lower' }>;
