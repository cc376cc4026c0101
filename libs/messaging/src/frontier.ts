import type { TranslatedPositions } from './public-fact-log.ts';

/** The context that owns a stream: `merit-projects.edition-1` belongs to `merit_projects`. */
export const contextOfStream = (stream: string): string => {
  const dot = stream.indexOf('.');
  return (dot < 0 ? stream : stream.slice(0, dot)).replaceAll('-', '_');
};

type Moved = { readonly contexts: readonly string[]; readonly after: number; settle(): void };

/**
 * How far the public facts of several contexts are complete. It follows from two things: what the log holds (seen by this
 * process's own reader of the log) and how far each context's translator has come. A context without pending events holds
 * nobody up, whether its translator runs or not; so positions pass as soon as everything that concerns them is translated.
 */
export class Frontier {
  #looked: number;
  /** The last position of an event of the context. */
  readonly #lastEvent = new Map<string, number>();
  readonly #translated = new Map<string, number>();
  readonly #waiting = new Set<Moved>();

  /** @param looked from here on the log is seen: not beyond any context's translated position. */
  constructor(looked: number) {
    this.#looked = looked;
  }

  /** A page of the log, in order, without gaps since the last one; pages seen before change nothing. */
  saw(events: readonly Readonly<{ stream: string; position: number }>[], through: number): void {
    for (const { stream, position } of events) {
      const context = contextOfStream(stream);
      this.#lastEvent.set(context, Math.max(position, this.#lastEvent.get(context) ?? 0));
    }
    this.#looked = Math.max(this.#looked, through);
    this.#wake();
  }

  translated(positions: TranslatedPositions): void {
    for (const [context, position] of Object.entries(positions))
      this.#translated.set(context, Math.max(position, this.#translated.get(context) ?? 0));
    this.#wake();
  }

  #pending(context: string): boolean {
    return (this.#lastEvent.get(context) ?? 0) > (this.#translated.get(context) ?? 0);
  }

  /** All facts of the contexts up to here can be read. */
  of(contexts: readonly string[]): number {
    let least = this.#looked;
    for (const context of contexts)
      if (this.#pending(context)) least = Math.min(least, this.#translated.get(context) ?? 0);
    return least;
  }

  /** False when there is surely no event of these contexts beyond the position. */
  mayHold(contexts: readonly string[], after: number): boolean {
    return contexts.some(
      (context) => (this.#lastEvent.get(context) ?? 0) > after || (this.#translated.get(context) ?? 0) > after,
    );
  }

  /** True while somebody waits for a translator. */
  get waitsForTranslator(): boolean {
    for (const { contexts } of this.#waiting) if (contexts.some((context) => this.#pending(context))) return true;
    return false;
  }

  /** Resolves when `of(contexts)` is beyond `after`, or at the abort. */
  async beyond(contexts: readonly string[], after: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.of(contexts) > after) return;
    await new Promise<void>((resolve) => {
      const waiter: Moved = {
        contexts,
        after,
        settle: () => {
          this.#waiting.delete(waiter);
          signal.removeEventListener('abort', waiter.settle);
          resolve();
        },
      };
      this.#waiting.add(waiter);
      signal.addEventListener('abort', waiter.settle);
    });
  }

  #wake(): void {
    for (const waiter of [...this.#waiting]) if (this.of(waiter.contexts) > waiter.after) waiter.settle();
  }
}
