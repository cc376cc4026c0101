import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computePhase, type Fraction, type Row, type Step, stepsOf } from '@jiangong/scoring';
import { randomPhase } from '@jiangong/scoring/testing';

const ADDING = new Set<Step['op']>(['sum', 'weigh', 'mean']);

/** Whether the parts of a step add up to its value, exactly. */
const addsUp = (value: Fraction, parts: readonly Fraction[]): boolean => {
  let [numerator, denominator] = [0n, 1n];
  for (const part of parts) {
    numerator = numerator * BigInt(part.denominator) + BigInt(part.numerator) * denominator;
    denominator *= BigInt(part.denominator);
  }
  return numerator * BigInt(value.denominator) === BigInt(value.numerator) * denominator;
};

describe('the steps of a score', () => {
  it('add up: the parts of every sum, mean and weighing give its value exactly, and the last is the score', () => {
    let added = 0;
    fc.assert(
      fc.property(randomPhase, ({ tables, phase: id, inputs }) => {
        const outcome = computePhase(tables, id, inputs);
        const phase = tables.phases.find((one) => one.id === id);
        if (outcome.kind !== 'computed' || phase === undefined) return;
        for (const entry of outcome.result.entries) {
          const steps = stepsOf(phase, entry.rows);
          expect(steps.map(({ row }) => row)).toEqual(phase.rows.map((row) => row.id));
          const { numerator, denominator } = entry;
          expect(steps.find(({ row }) => row === phase.score)?.value).toEqual({ numerator, denominator });
          for (const { op, value, absent, terms } of steps) {
            if (!ADDING.has(op) || value === null || absent !== null) continue;
            added++;
            expect(
              addsUp(
                value,
                terms.flatMap(({ gives }) => (gives === null ? [] : [gives])),
              ),
            ).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
    expect(added).toBeGreaterThan(100);
  });

  it('pass over what is absent, with its weight', () => {
    const weights = [
      { row: 'a', weight: 4_000 },
      { row: 'b', weight: 6_000 },
    ];
    const rows: readonly Row[] = [
      { id: 'a', op: 'carry', phase: 'p', across: 'mean', least: 1, absent: 'leave-out' },
      { id: 'b', op: 'carry', phase: 'q', across: 'mean', least: 1, absent: 'leave-out' },
      { id: 'total', op: 'weigh', absent: 'unranked', weights },
    ];
    const none = { absent: null, panel: null };
    const steps = stepsOf({ rows }, [
      { row: 'a', numerator: '80', denominator: '1', ...none },
      { row: 'b', numerator: null, denominator: null, absent: { reason: 'NOT_CARRIED', row: 'b' }, panel: null },
      { row: 'total', numerator: '80', denominator: '1', ...none },
    ]);
    expect(steps.at(-1)?.terms).toEqual([
      {
        row: 'a',
        weight: 4_000,
        value: { numerator: '80', denominator: '1' },
        gives: { numerator: '80', denominator: '1' },
      },
      { row: 'b', weight: 6_000, value: null, gives: null },
    ]);
  });
});
