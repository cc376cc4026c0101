import { createHash, type Hash } from 'node:crypto';

/** So many of the last steps are shown of a failing seed. */
export const STEPS_SHOWN_MAX = 200;

/** What happened, step by step: the last ones as text, all of them as one hash. */
export class Trace {
  readonly #hash: Hash = createHash('sha256');
  readonly #last: string[] = [];
  #steps = 0;

  add(line: string): void {
    this.#steps += 1;
    this.#hash.update(line).update('\n');
    this.#last.push(line);
    if (this.#last.length > STEPS_SHOWN_MAX) this.#last.shift();
  }

  get steps(): number {
    return this.#steps;
  }

  get last(): readonly string[] {
    return this.#last;
  }

  /** Two runs of one seed have the same. */
  hash(): string {
    return this.#hash.copy().digest('hex');
  }
}
