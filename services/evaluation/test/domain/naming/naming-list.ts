import { deciderSpec } from '@jiangong/event-store/testing';
import { namingDecider } from '../../../src/domain/naming/decider.ts';
import type { LookedAt, NamingComputed, NamingFact } from '../../../src/domain/naming/facts.ts';
import type { ComputeNaming } from '../../../src/domain/naming/orders.ts';
import type { Naming } from '../../../src/domain/naming/state.ts';
import { facts } from '../decision/example-decidable.ts';
import { computeNaming } from './example-naming.ts';

export const { given } = deciderSpec(namingDecider);
/** The facts of a list that is computed from these editions, after what was before. */
export const computed = (
  over: Partial<ComputeNaming> = {},
  before: readonly NamingFact[] = [],
): readonly NamingFact[] =>
  facts(
    given(...before)
      .when(computeNaming(over))
      .decision(),
  );
export const subjects = (made: readonly NamingFact[]): readonly LookedAt[] =>
  made.flatMap((fact) => (fact.type === 'SubjectsLookedAt.v1' ? fact.data.subjects : []));
export const result = (made: readonly NamingFact[]): NamingComputed['data'] => (made.at(-1) as NamingComputed).data;
export const namedIn = (made: readonly NamingFact[], reading: string): readonly string[] =>
  subjects(made)
    .filter(({ readings }) => readings.some((one) => one.reading === reading && one.in))
    .map(({ organizationId }) => organizationId);
export const stateOf = (made: readonly NamingFact[]): Extract<Naming, { kind: 'computed' }> => {
  const state = made.reduce(namingDecider.evolve, namingDecider.initial);
  if (state.kind !== 'computed') throw new Error(state.kind);
  return state;
};
