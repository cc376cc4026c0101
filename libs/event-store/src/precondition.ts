import type { Decider } from './decider.ts';
import type { Fact, Refusal } from './fact.ts';

/** An order, or what a use case found to speak against it before it reached the rule book. */
export type Checked<O, R extends Refusal> =
  | Readonly<{ kind: 'order'; order: O }>
  | Readonly<{ kind: 'refused'; refusal: R }>;

/**
 * A decider that also takes what was found before. The refusal goes the whole way so that a repeated order still gets its
 * first answer, though what it referred to has gone since.
 */
export const withPreconditions = <S, O, F extends Fact, R extends Refusal, P extends Refusal>(
  decider: Decider<S, O, F, R>,
): Decider<S, Checked<O, P>, F, R | P> => ({
  initial: decider.initial,
  evolve: decider.evolve,
  decide: (state, checked) => (checked.kind === 'refused' ? checked.refusal : decider.decide(state, checked.order)),
});
