import { formatTraceparent, newTraceparent, parseTraceparent } from '../traceparent.ts';

/** So many traces begin in a process in a second; the others are not recorded anywhere, which bounds what tracing costs under load. */
export const TRACES_PER_SECOND_MAX = 20;

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
    if (!this.#has()) return false;
    this.#left -= 1;
    return true;
  }

  /**
   * A caller's traceparent with our own decision in its flags: an outsider does not decide what is recorded here. Who gives none begins a trace,
   * null, which is taken where its first span begins; or one that is not recorded, where none may begin now.
   */
  entry(traceparent: string | undefined): string | null {
    const given = traceparent === undefined ? undefined : parseTraceparent(traceparent);
    if (given) return formatTraceparent({ ...given, flags: this.take() ? '01' : '00' });
    return this.#has() ? null : newTraceparent();
  }

  #has(): boolean {
    const now = this.#now();
    this.#left = Math.min(TRACES_PER_SECOND_MAX, this.#left + ((now - this.#filledAt) * TRACES_PER_SECOND_MAX) / 1_000);
    this.#filledAt = now;
    return this.#left >= 1;
  }
}

let limited = false;

/** From now on our own limit alone decides what is recorded in this process. */
export const limitTraces = (): void => {
  limited = true;
};

/** Whether work that continues this trace leaves no span: then none is made for it, which is most of what tracing costs under load. */
export const isLeftOut = (traceparent: string | null): boolean => limited && traceparent?.endsWith('-00') === true;
