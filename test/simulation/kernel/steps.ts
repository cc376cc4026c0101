/** Something that will happen. `tie` orders what happens at the same moment. */
export type Step = {
  readonly at: number;
  readonly tie: number;
  readonly label: string;
  readonly owner: Owner;
  readonly run: () => void;
  cancelled: boolean;
};

/** Whose step it is: nobody's, or a process that may die or freeze before. */
export type Owner = Life | null;

/** One life of a process, from its start to its death. Another start is another life. */
export type Life = {
  readonly name: string;
  readonly generation: number;
  alive: boolean;
  /** Nothing of it happens before. */
  frozenUntil: number;
  readonly onDeath: Set<() => void>;
};

const before = (a: Step, b: Step): boolean => a.at < b.at || (a.at === b.at && a.tie < b.tie);

/** A binary heap of steps, the next one on top. */
export class StepQueue {
  readonly #heap: Step[] = [];

  get next(): Step | undefined {
    return this.#heap[0];
  }

  push(step: Step): void {
    const heap = this.#heap;
    let index = heap.push(step) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!before(step, heap[parent] as Step)) break;
      heap[index] = heap[parent] as Step;
      index = parent;
    }
    heap[index] = step;
  }

  pop(): Step | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1] as Step, heap[child] as Step)) child += 1;
      if (!before(heap[child] as Step, last)) break;
      heap[index] = heap[child] as Step;
      index = child;
    }
    heap[index] = last;
    return top;
  }
}
