import type { AllStreamResolvedEvent, AllStreamSubscription } from '@kurrent/kurrentdb-client';
import { Bell } from '../postgres/bell.ts';

/** A subscription read in batches. What the reader does not take waits in the subscription's buffer, and then at the server. */
export class IncomingEvents {
  readonly #subscription: AllStreamSubscription;
  readonly #bell = new Bell();
  #broken: Error | undefined;

  constructor(subscription: AllStreamSubscription) {
    this.#subscription = subscription;
    const lost = (error: Error): void => {
      this.#broken ??= error;
      this.#bell.ring();
    };
    subscription.on('readable', this.#bell.ring).on('error', lost);
    subscription.on('end', () => lost(new Error('KurrentDB ended the subscription')));
    subscription.on('close', () => lost(new Error('the subscription was closed')));
  }

  /** Ends a wait at once. */
  wake(): void {
    this.#bell.ring();
  }

  /** What stands ready, at most `countMax`; none when nothing came for `waitMs`. Throws when the subscription broke and nothing is left of it. */
  async next(countMax: number, waitMs: number): Promise<readonly AllStreamResolvedEvent[]> {
    const ready = this.#take(countMax);
    if (ready.length > 0) return ready;
    if (this.#broken) throw this.#broken;
    await this.#bell.wait(waitMs);
    return this.#take(countMax);
  }

  async end(): Promise<void> {
    await this.#subscription.unsubscribe().catch(() => undefined); // a stream that broke has nothing left to end
  }

  #take(countMax: number): readonly AllStreamResolvedEvent[] {
    const taken: AllStreamResolvedEvent[] = [];
    while (taken.length < countMax) {
      const event = this.#subscription.read() as AllStreamResolvedEvent | null;
      if (event === null) break;
      taken.push(event);
    }
    return taken;
  }
}
