import { expect } from '@jest/globals';
import { type Decider, isRefusal } from '../decider.ts';
import type { Fact, Refusal } from '../fact.ts';
import { throughJson } from './json-facts.ts';

const frozen = <T>(value: T): T => {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};

type Expected<O, F extends Fact, R extends Refusal> = Readonly<{
  when: (order: O) => Readonly<{
    /** Exactly these facts follow, in this order (none: the order changes nothing), and each survives its way through JSON. */
    then: (...facts: readonly F[]) => void;
    /** Refused for exactly this reason and field; `details` are compared where the test names them. */
    thenRefused: (refusal: R | { reason: R['reason']; field?: string }) => void;
    /** The decision itself, for a test that looks at it in another way. */
    decision: () => readonly F[] | R;
  }>;
}>;

/**
 * Given these facts, when this order, then those facts or that refusal. State and order are frozen, so a decider that changes
 * what it was given fails; the same order decided twice must give the same answer, so one that throws dice fails as well.
 */
export const deciderSpec = <S, O, F extends Fact, R extends Refusal>(
  decider: Decider<S, O, F, R>,
): Readonly<{ given: (...facts: readonly F[]) => Expected<O, F, R> }> => {
  const decide = (facts: readonly F[], order: O): readonly F[] | R => {
    let state = frozen(decider.initial);
    for (const fact of facts) state = frozen(decider.evolve(state, frozen(throughJson(fact))));
    const decision = decider.decide(state, frozen(order));
    expect(decider.decide(state, order)).toStrictEqual(decision);
    return decision;
  };
  return {
    given: (...facts) => ({
      when: (order) => ({
        then: (...expected) => {
          const decision = decide(facts, order);
          expect(decision).toStrictEqual(expected);
          if (!isRefusal(decision)) expect(decision.map(throughJson)).toStrictEqual(expected);
        },
        thenRefused: (refusal) => {
          const decision = decide(facts, order);
          if (!isRefusal(decision))
            throw new Error(`expected the refusal ${refusal.reason}, got the facts ${JSON.stringify(decision)}`);
          const shown =
            'details' in refusal
              ? decision
              : { reason: decision.reason, ...(decision.field === undefined ? {} : { field: decision.field }) };
          expect(shown).toStrictEqual(refusal);
        },
        decision: () => decide(facts, order),
      }),
    }),
  };
};
