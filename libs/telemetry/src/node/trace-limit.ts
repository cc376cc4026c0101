import { formatTraceparent, parseTraceparent } from '../traceparent.ts';

/** So many traces begin in a process in a second; the others are not recorded anywhere, which bounds what tracing costs under load. */
export const TRACES_PER_SECOND_MAX = 50;

/** A token bucket of one second. */
export class TraceLimit {
  readonly #now: () => number;
  #left = TRACES_PER_SECOND_MAX;
  #filledAt: number;

  /** @param now milliseconds, monotonic. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#filledAt = now();
  }

  take(): boolean {
    const now = this.#now();
    this.#left = Math.min(TRACES_PER_SECOND_MAX, this.#left + ((now - this.#filledAt) * TRACES_PER_SECOND_MAX) / 1_000);
    this.#filledAt = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }

  /** A caller's traceparent with our own decision in its flags: an outsider does not decide what is recorded here. */
  entry(traceparent: string): string | null {
    const given = parseTraceparent(traceparent);
    return given ? formatTraceparent({ ...given, flags: this.take() ? '01' : '00' }) : null;
  }
}
