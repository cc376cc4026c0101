import type { PublicFact } from './public-fact.ts';

/** The log position up to which each context's private facts are translated; 0 where nothing is known of a context. */
export type TranslatedPositions = Readonly<Record<string, number>>;

/**
 * The public facts of all contexts, for their consumers. Every adapter passes `testing/public-fact-log-contract`.
 *
 * - `read` gives the facts of the contexts with `after < position ≤ through`, ordered by position and ordinal. The facts of
 *   one position are never torn apart: a page ends early rather than in the middle of one. `limitMax` counts facts,
 *   is at least `FACTS_PER_EVENT_MAX` and at most `READ_FACTS_MAX`. `through` of the answer is how far it looked.
 * - `translated` tells how far each context is translated.
 * - `onTranslated` calls back soon after a context's position moved; it may miss one, so a reader also asks now and then.
 */
export interface PublicFactLog {
  read(range: {
    contexts: readonly string[];
    after: number;
    through: number;
    limitMax: number;
  }): Promise<PublicFactPage>;
  translated(contexts: readonly string[]): Promise<TranslatedPositions>;
  onTranslated(listener: (context: string, position: number) => void): Promise<() => Promise<void>>;
}

export type PublicFactPage = Readonly<{ facts: readonly PublicFact[]; through: number }>;
