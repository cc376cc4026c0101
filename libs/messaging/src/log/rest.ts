/** A pause between pages that ends early as soon as somebody wants to know more. */
export class Rest {
  readonly #resting = new Set<() => void>();

  /** Resolves after the time, or at the next `hurry`. */
  pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#resting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#resting.add(done);
    });
  }

  hurry(): void {
    for (const done of [...this.#resting]) done();
  }
}
