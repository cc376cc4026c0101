import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computeOutcome, type OutcomeRule, type RuleOutcome } from '@jiangong/scoring';
import { inputsOf, rule } from './outcome-tables.ts';

const RUNS = { numRuns: 500 } as const;

/** Up to twelve entries with few different points, so that equals are many. */
const points = fc
  .array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 })
  .map((all) => Object.fromEntries(all.map((score, at) => [`e${String(at).padStart(2, '0')}`, score])));

const pick: fc.Arbitrary<OutcomeRule['pick']> = fc.oneof(
  fc.record({ by: fc.constant('first' as const), count: fc.integer({ min: 0, max: 6 }) }),
  fc.record({ by: fc.constant('last' as const), count: fc.integer({ min: 0, max: 6 }) }),
  fc.record({ by: fc.constant('first-share' as const), share: fc.integer({ min: 0, max: 10_000 }) }),
);

const edges = fc.constantFrom('in' as const, 'out' as const, 'body' as const);

/** How many a rule may give by itself, from its own words and the number of those ranked. */
const plannedOf = (of: OutcomeRule['pick'], ranked: number): number =>
  of.by === 'first-share' ? Math.floor((ranked * of.share) / 10_000) : 'count' in of ? of.count : 0;

const only = (rules: readonly RuleOutcome[]): RuleOutcome => {
  const [first] = rules;
  if (first === undefined) throw new Error('no rule');
  return first;
};

/** Whom a rule gives a place, reckoned apart: those before whom fewer stand than there are places, as far as equals fit. */
const expected = (
  given: Readonly<Record<string, number>>,
  picked: OutcomeRule['pick'],
  edge: OutcomeRule['edge'],
): Readonly<{ got: readonly string[]; open: readonly string[] }> => {
  const planned = plannedOf(picked, Object.keys(given).length);
  const sign = picked.by === 'last' ? -1 : 1;
  const count = (test: (other: number) => boolean): number => Object.values(given).filter(test).length;
  const before = (score: number): number => count((other) => sign * other > sign * score);
  const upTo = (score: number): number => count((other) => sign * other >= sign * score);
  const ids = (test: (score: number) => boolean): readonly string[] =>
    Object.keys(given).filter((id) => test(given[id] ?? 0));
  const fits = (score: number): boolean => upTo(score) <= planned;
  const reaches = (score: number): boolean => before(score) < planned;
  return {
    got: ids(edge === 'in' ? reaches : fits),
    open: edge === 'body' ? ids((score) => reaches(score) && !fits(score)) : [],
  };
};

describe('places', () => {
  it('go to as many as are planned: of equals across the limit all, none, or whom the body chooses', () =>
    fc.assert(
      fc.property(points, pick, edges, (given, picked, edge) => {
        const { rules, problems } = computeOutcome([rule('named', picked, { edge })], inputsOf(given));
        expect(problems).toEqual([]);
        const { given: got, open } = only(rules);
        const wanted = expected(given, picked, edge);
        expect(got.map(({ subject }) => subject).sort()).toEqual(wanted.got.toSorted());
        expect(open.flatMap(({ subjects }) => subjects).sort()).toEqual(wanted.open.toSorted());
        const planned = plannedOf(picked, Object.keys(given).length);
        if (edge !== 'in') expect(got.length).toBeLessThanOrEqual(planned);
        for (const { places } of open) expect(got.length + places).toBe(planned);
      }),
      RUNS,
    ));

  it('with an edge that has a limit are never more than planned and that limit', () =>
    fc.assert(
      fc.property(points, pick, fc.integer({ min: 1, max: 3 }), (given, picked, edgeMax) => {
        const { rules } = computeOutcome([rule('named', picked, { edge: 'in', edgeMax })], inputsOf(given));
        expect(only(rules).given.length).toBeLessThanOrEqual(plannedOf(picked, Object.keys(given).length) + edgeMax);
      }),
      RUNS,
    ));

  it('from a threshold on are never more than the cap, whatever equals stand at it', () =>
    fc.assert(
      fc.property(
        points,
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 6 }),
        edges,
        (given, score, count, edge) => {
          const capped = rule('named', { by: 'at-least', score }, { cap: { count }, edge });
          const { rules } = computeOutcome([capped], inputsOf(given));
          const { given: got, windows } = only(rules);
          const beyond = windows.reduce((sum, one) => sum + one.beyond, 0);
          expect(got.length - beyond).toBeLessThanOrEqual(count);
          if (edge !== 'in') expect(beyond).toBe(0);
          for (const { rank } of got) expect(rank).not.toBeNull();
        },
      ),
      RUNS,
    ));

  it('go to nobody who stands behind somebody who was passed over', () =>
    fc.assert(
      fc.property(points, fc.integer({ min: 0, max: 6 }), edges, (given, count, edge) => {
        const { rules } = computeOutcome([rule('named', { by: 'first', count }, { edge })], inputsOf(given));
        const got = new Set(only(rules).given.map(({ subject }) => subject));
        const open = new Set(only(rules).open.flatMap(({ subjects }) => subjects));
        const worst = Math.min(...[...got].map((id) => given[id] ?? 0));
        for (const [id, score] of Object.entries(given))
          if (score > worst) expect(got.has(id) || open.has(id)).toBe(true);
      }),
      RUNS,
    ));
});
