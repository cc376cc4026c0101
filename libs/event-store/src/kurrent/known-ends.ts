import type { StreamEnd } from '../event-store.ts';

/** Streams whose last seen event is remembered in a process. */
export const ENDS_KNOWN_MAX = 10_000;

type End = Exclude<StreamEnd, 'no-stream'>;

/**
 * The last event seen of each stream. KurrentDB compares revisions only; that the revision has the expected hash is looked up here
 * first, and asked otherwise: an event once stored never changes, so what is remembered stays true.
 */
export class KnownEnds {
  readonly #ends = new Map<string, End>();

  is(stream: string, { revision, hash }: End): boolean {
    const known = this.#ends.get(stream);
    return known?.revision === revision && known.hash === hash;
  }

  saw(stream: string, end: End): void {
    this.#ends.delete(stream);
    this.#ends.set(stream, end);
    if (this.#ends.size <= ENDS_KNOWN_MAX) return;
    for (const oldest of this.#ends.keys()) {
      this.#ends.delete(oldest);
      return;
    }
  }
}
