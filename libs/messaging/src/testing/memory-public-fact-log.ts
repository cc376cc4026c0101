import { READ_FACTS_MAX, FACTS_PER_EVENT_MAX, type PublicFact } from '../public-fact.ts';
import type { PublicFactLog } from '../public-fact-log.ts';

/** Public facts in memory, for tests. */
export class MemoryPublicFactLog implements PublicFactLog {
  readonly #facts: PublicFact[] = [];
  readonly #translated = new Map<string, number>();
  readonly #told = new Set<(context: string, position: number) => void>();

  /** What a translator does: facts of one context, and how far it has come. */
  publish(context: string, facts: readonly PublicFact[], through: number): void {
    this.#facts.push(...facts.map((fact) => structuredClone(fact)));
    this.#facts.sort((a, b) => a.position - b.position || a.ordinal - b.ordinal);
    this.#translated.set(context, through);
    for (const told of this.#told) told(context, through);
  }

  async read(range: { contexts: readonly string[]; after: number; through: number; limitMax: number }) {
    const { contexts, after, through, limitMax } = range;
    if (limitMax < FACTS_PER_EVENT_MAX || limitMax > READ_FACTS_MAX)
      throw new Error(`a page holds ${FACTS_PER_EVENT_MAX} to ${READ_FACTS_MAX} facts, not ${limitMax}`);
    const found = this.#facts.filter(
      ({ position, context }) => position > after && position <= through && contexts.includes(context),
    );
    const next = found[limitMax];
    if (!next) return { facts: structuredClone(found), through };
    return {
      facts: structuredClone(found.filter(({ position }) => position < next.position)),
      through: next.position - 1,
    };
  }

  async translated(contexts: readonly string[]) {
    return Object.fromEntries(contexts.map((context) => [context, this.#translated.get(context) ?? 0]));
  }

  async onTranslated(told: (context: string, position: number) => void) {
    this.#told.add(told);
    return async () => void this.#told.delete(told);
  }
}
