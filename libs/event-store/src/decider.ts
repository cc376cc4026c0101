import type { Fact, Refusal } from './fact.ts';

/**
 * A pure rule book: which facts follow from an order, given what already happened.
 * `decide` returns the facts (none: the order changes nothing) or a refusal. It never throws and never reads a clock.
 */
export type Decider<State, Order, F extends Fact, R extends Refusal> = Readonly<{
  initial: State;
  evolve: (state: State, fact: F) => State;
  decide: (state: State, order: Order) => readonly F[] | R;
}>;

/** Tells facts from a refusal. */
export const isRefusal = <F extends Fact, R extends Refusal>(decision: readonly F[] | R): decision is R =>
  !Array.isArray(decision);
