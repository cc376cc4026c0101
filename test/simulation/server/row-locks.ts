type Waiting = Readonly<{ holder: object; resolve: () => void; reject: (error: Error) => void }>;

/** Locks of rows, held until the end of a transaction, given in the order of asking. A circle of waiting is refused. */
export class RowLocks {
  readonly #holders = new Map<string, object>();
  readonly #queues = new Map<string, Waiting[]>();
  /** The row that a transaction waits for. */
  readonly #waits = new Map<object, string>();

  async take(row: string, holder: object): Promise<void> {
    const held = this.#holders.get(row);
    if (held === holder) return;
    if (held === undefined) {
      this.#holders.set(row, holder);
      return;
    }
    if (this.#circles(row, holder)) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
    this.#waits.set(holder, row);
    await new Promise<void>((resolve, reject) => {
      const queue = this.#queues.get(row) ?? [];
      queue.push({ holder, resolve, reject });
      this.#queues.set(row, queue);
    });
  }

  release(holder: object): void {
    this.#leave(holder);
    for (const [row, held] of [...this.#holders]) if (held === holder) this.#pass(row);
  }

  breakAll(error: Error): void {
    const waiting = [...this.#queues.values()].flat();
    this.#holders.clear();
    this.#queues.clear();
    this.#waits.clear();
    for (const { reject } of waiting) reject(error);
  }

  /** A transaction that ends while it waits leaves the queue. */
  #leave(holder: object): void {
    const row = this.#waits.get(holder);
    if (row === undefined) return;
    this.#waits.delete(holder);
    const queue = this.#queues.get(row) ?? [];
    const index = queue.findIndex((waiting) => waiting.holder === holder);
    const [left] = index < 0 ? [] : queue.splice(index, 1);
    left?.reject(Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' }));
  }

  #pass(row: string): void {
    const next = this.#queues.get(row)?.shift();
    if (!next) {
      this.#holders.delete(row);
      return;
    }
    this.#waits.delete(next.holder);
    this.#holders.set(row, next.holder);
    next.resolve();
  }

  #circles(row: string, holder: object): boolean {
    for (let at: string | undefined = row; at !== undefined;) {
      const other = this.#holders.get(at);
      if (other === undefined) return false;
      if (other === holder) return true;
      at = this.#waits.get(other);
    }
    return false;
  }
}
