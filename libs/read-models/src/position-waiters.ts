type Waiter = { readonly position: number; settle(passed: boolean): void };

/** Waits for a position to be passed; whoever moves it calls `moved`. No polling. */
export class PositionWaiters {
  readonly #passed: () => number;
  readonly #waiters = new Set<Waiter>();

  constructor(passed: () => number) {
    this.#passed = passed;
  }

  waitFor(position: number, timeoutMs: number): Promise<boolean> {
    if (this.#passed() >= position) return Promise.resolve(true);
    return new Promise((resolve) => {
      const waiter: Waiter = {
        position,
        settle: (passed) => {
          clearTimeout(timer);
          this.#waiters.delete(waiter);
          resolve(passed);
        },
      };
      const timer = setTimeout(() => waiter.settle(false), timeoutMs);
      this.#waiters.add(waiter);
    });
  }

  /** True while somebody waits. */
  get awaited(): boolean {
    return this.#waiters.size > 0;
  }

  moved(): void {
    if (this.#waiters.size === 0) return;
    const passed = this.#passed();
    for (const waiter of [...this.#waiters]) if (passed >= waiter.position) waiter.settle(true);
  }

  /** Answers everybody that still waits with no. */
  close(): void {
    for (const waiter of [...this.#waiters]) waiter.settle(false);
  }
}
