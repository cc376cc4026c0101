import type { LiveMessage } from './live-message.ts';

/** Messages that wait for a slow reader; beyond them all are let go, and what they told is read from the log. */
export const MESSAGES_WAITING_MAX = 100;

/** What is heard on the channel. */
export class Heard {
  #waiting: LiveMessage[] = [];
  #wake: () => void = () => undefined;

  hear(message: LiveMessage): void {
    if (this.#waiting.length >= MESSAGES_WAITING_MAX) this.#waiting = [];
    this.#waiting.push(message);
    this.#wake();
  }

  /** The next message; undefined at the abort, and when nothing came for so long. */
  async next(signal: AbortSignal, withinMs?: number): Promise<LiveMessage | undefined> {
    if (this.#waiting.length === 0 && !signal.aborted) await this.#something(signal, withinMs);
    return signal.aborted ? undefined : this.#waiting.shift();
  }

  async #something(signal: AbortSignal, withinMs: number | undefined): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    let wake: () => void = () => undefined;
    await new Promise<void>((resolve) => {
      wake = resolve;
      this.#wake = resolve;
      if (withinMs !== undefined) timer = setTimeout(resolve, withinMs);
      signal.addEventListener('abort', resolve as () => void);
    });
    signal.removeEventListener('abort', wake);
    clearTimeout(timer);
    this.#wake = () => undefined;
  }
}
