/**
 * A broker from which a fetch gets no answer for so long hangs: longer than a request or a sharing anew may take. kafkajs waits for such a fetch for
 * ever when another broker's has failed meanwhile, and says nothing.
 */
export const FETCH_SILENCE_MS_MAX = 15_000;

/** A fetch hangs, and with it the whole consumer. */
export class FetchHangsError extends Error {
  override readonly name = 'FetchHangsError';
}

/** When each broker was last heard by a consumer's fetches. */
export class FetchWatch {
  readonly #heard = new Map<number, number>();
  #inHand = 0;

  /** A fetch from this broker begins or was answered. */
  heard(node: number, nowMs: number): void {
    this.#heard.set(node, nowMs);
  }

  /** While batches are in hand nothing is fetched, and nobody is silent. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#inHand += 1;
    try {
      return await work();
    } finally {
      this.#inHand -= 1;
    }
  }

  /** Throws `FetchHangsError` when a broker has been silent for too long; to be asked every second or so. */
  look(nowMs: number): void {
    if (this.#inHand > 0) for (const node of this.#heard.keys()) this.#heard.set(node, nowMs);
    for (const [node, heardMs] of this.#heard)
      if (nowMs - heardMs > FETCH_SILENCE_MS_MAX)
        throw new FetchHangsError(`broker ${node} has not answered a fetch for ${Math.round(nowMs - heardMs)} ms`);
  }
}
