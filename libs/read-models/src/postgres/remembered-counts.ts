import { LRUCache } from 'lru-cache';

/** Counts are believed so long: a list's first page is asked for by many, and counting looks at every row of it. */
export const COUNTS_REMEMBERED_MS = 5_000;

/** Of so many questions; the longest unused go first. */
export const COUNTED_QUESTIONS_MAX = 1_000;

type Kept<Counts> = Readonly<{ counts: Promise<Counts>; seen: number }>;

/**
 * What lists were counted to a moment ago. Nobody is shown counts from before what he has seen himself: his own last order is in them. Who
 * asks while another's are being taken waits for the same ones.
 */
export class RememberedCounts<Counts> {
  readonly #kept: LRUCache<string, Kept<Counts>>;

  /** @param nowMs monotonic. */
  constructor(nowMs: () => number = () => performance.now()) {
    this.#kept = new LRUCache({
      max: COUNTED_QUESTIONS_MAX,
      ttl: COUNTS_REMEMBERED_MS,
      ttlResolution: 0,
      perf: { now: nowMs },
    });
  }

  /** @param seen the last position that who asks has seen. */
  of(question: string, seen: number, count: () => Promise<Counts>): Promise<Counts> {
    const known = this.#kept.get(question);
    if (known !== undefined && known.seen >= seen) return known.counts;
    const kept = { counts: count(), seen };
    this.#kept.set(question, kept);
    // A failed count is told to whoever waits for it, and not remembered.
    kept.counts.catch(() => {
      if (this.#kept.peek(question) === kept) this.#kept.delete(question);
    });
    return kept.counts;
  }
}
