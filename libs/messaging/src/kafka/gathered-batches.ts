import type { ConsumeOptions, PartitionBatch, Verdict } from '../broker/broker.ts';

type Waiting = Readonly<{ batch: PartitionBatch; settle(verdict: Verdict): void; fail(error: unknown): void }>;

/**
 * Puts batches of several partitions that come at the same time into one `take`, which is one transaction: what a relay sends at once
 * goes to every partition. Never two takes at a time.
 */
export class GatheredBatches {
  readonly #take: ConsumeOptions['take'];
  #waiting: Waiting[] = [];
  #busy = false;

  constructor(take: ConsumeOptions['take']) {
    this.#take = take;
  }

  add(batch: PartitionBatch): Promise<Verdict> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ batch, settle, fail });
      // The client hands over the partitions of one answer one after the other: wait until it has.
      setImmediate(() => void this.#run());
    });
  }

  async #run(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    while (this.#waiting.length > 0) {
      const taken = this.#waiting;
      this.#waiting = [];
      try {
        const verdicts = await this.#take(taken.map(({ batch }) => batch));
        taken.forEach(({ settle }, index) => settle(verdicts[index] ?? { kind: 'stopped' }));
      } catch (error) {
        for (const { fail } of taken) fail(error);
      }
    }
    this.#busy = false;
  }
}
