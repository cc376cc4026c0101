import type { Frontier } from './frontier.ts';
import { READ_FACTS_MAX } from './public-fact.ts';
import type { PublicFactLog, PublicFactPage } from './public-fact-log.ts';

/**
 * The facts of several contexts in log order, for ever, from `after` on: history first, then live; ends at the abort.
 * Never skips, never repeats, never gives a position before everything at or below it is known. Pages may be empty: they
 * tell how far it has looked.
 */
export async function* followPublicFacts(
  parts: Readonly<{ facts: PublicFactLog; frontier: Frontier }>,
  options: Readonly<{ contexts: readonly string[]; after: number; signal: AbortSignal; limitMax?: number }>,
): AsyncGenerator<PublicFactPage> {
  const { contexts, signal, limitMax = READ_FACTS_MAX } = options;
  let after = options.after;
  for (;;) {
    await parts.frontier.beyond(contexts, after, signal);
    if (signal.aborted) return;
    const through = parts.frontier.of(contexts);
    const page = parts.frontier.mayHold(contexts, after)
      ? await parts.facts.read({ contexts, after, through, limitMax })
      : { facts: [], through };
    after = page.through;
    yield page;
  }
}
