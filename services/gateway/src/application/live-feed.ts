import type { PublicFact } from '@jiangong/messaging';

/** As much of a public fact as live changes need. */
export type LiveFact = Pick<PublicFact, 'position' | 'ordinal' | 'type' | 'data'>;

export type LivePage = Readonly<{ facts: readonly LiveFact[]; through: number }>;

/** The facts of the contexts in log order from `after` on, without a gap or a repeat, until the abort. May throw: then it is asked again. */
export type FollowLive = (
  options: Readonly<{ contexts: readonly string[]; after: number; signal: AbortSignal }>,
) => AsyncIterable<LivePage>;

/** How one gateway knows the facts by itself. */
export type OwnFacts = Readonly<{
  follow: FollowLive;
  /** A page of what is complete already: `after < position ≤ through`; the page's `through` says how far it looked. */
  read: (range: Readonly<{ contexts: readonly string[]; after: number; through: number }>) => Promise<LivePage>;
  head: () => Promise<number>;
}>;
