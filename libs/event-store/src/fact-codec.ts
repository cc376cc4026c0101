import type { StoredEvent } from './event-store.ts';
import type { Fact } from './fact.ts';

/**
 * Between the domain's facts and the stored ones: encrypts personal and sealed fields on the way in, decrypts and upcasts
 * on the way out. A context without either uses `plainCodec`.
 */
export interface FactCodec<F extends Fact> {
  /** `stream`: where the fact will stand, so that a sealed field can be bound to its place. */
  toStored(fact: F, stream: string): Promise<Fact>;
  fromStored(event: StoredEvent): Promise<F>;
  /**
   * The fact for a state that is kept between orders: nothing in it that was sealed, for a destroyed key must not live on in a
   * process. Absent: the state needs what is sealed, and is folded anew for each order.
   */
  forState?(event: StoredEvent): F;
}

const plainFact = <F extends Fact>({ type, data }: StoredEvent): F => ({ type, data }) as F;

/** For facts in which nothing is sealed. Their states are kept. */
export const plainCodec = <F extends Fact>(): FactCodec<F> => ({
  toStored: async (fact) => fact,
  fromStored: async (event) => plainFact<F>(event),
  forState: plainFact<F>,
});
