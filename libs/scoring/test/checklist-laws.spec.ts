import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ChecklistInputs, type ChecklistSource, computePhase, type PhaseResult } from '@jiangong/scoring';
import { randomPhase } from '@jiangong/scoring/testing';

type Ranked = PhaseResult['entries'][number];
const valueIn = (result: PhaseResult, row: string, entryId: string) => {
  const found = [...result.entries, ...result.unranked].find((entry) => entry.entryId === entryId) as Ranked;
  const value = found.rows.find((one) => one.row === row);
  const { numerator = null, denominator = null } = value ?? {};
  return numerator === null || denominator === null ? null : Number(numerator) / Number(denominator);
};

describe('laws of check-lists', () => {
  const RUNS = { numRuns: 400 } as const;

  it('another occurrence never raises a deducting item’s list, and never lowers an earning one’s', () => {
    let compared = 0;
    fc.assert(
      fc.property(randomPhase, fc.nat(), ({ tables: made, phase, inputs: given }, pick) => {
        const rows = made.phases.at(-1)?.rows.filter((row) => row.op === 'take-checklist') ?? [];
        const { checks } = given;
        if (checks === undefined || checks.occurrences.length === 0) return;
        const again = checks.occurrences[pick % checks.occurrences.length] as ChecklistInputs['occurrences'][number];
        const list = made.sources.find(({ kind }) => kind === 'checklist') as ChecklistSource;
        const found = list.areas
          .flatMap(({ lists }) => lists.filter(({ fromPeriod }) => fromPeriod <= again.period).slice(-1))
          .flatMap(({ items }) => items)
          .find(({ id }) => id === again.itemId);
        const more = { ...again, occurrenceId: 'once-more' };
        const after = { ...given, checks: { ...checks, occurrences: [...checks.occurrences, more] } };
        const [one, other] = [given, after].map((each) => computePhase(made, phase, each));
        if (one?.kind !== 'computed' || other?.kind !== 'computed') return;
        for (const { id } of rows) {
          const [low, high] = [one.result, other.result].map((result) => valueIn(result, id, again.entryId));
          if (typeof low !== 'number' || typeof high !== 'number') continue;
          compared++;
          if ((found?.per ?? 0) < 0) expect(high).toBeLessThanOrEqual(low + 1e-9);
          else expect(high).toBeGreaterThanOrEqual(low - 1e-9);
        }
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThan(50);
  });

  it('no area exceeds its points in any period, and areas add up to their row', () => {
    fc.assert(
      fc.property(randomPhase, ({ tables: made, phase, inputs: given }) => {
        const outcome = computePhase(made, phase, given);
        if (outcome.kind !== 'computed') return;
        const list = made.sources.find(({ kind }) => kind === 'checklist') as ChecklistSource | undefined;
        for (const { rows } of [...outcome.result.entries, ...outcome.result.unranked])
          for (const { checklist, numerator, denominator, absent } of rows) {
            const areas = checklist?.areas ?? [];
            for (const { area: id, periods } of areas)
              for (const period of periods) {
                const points = list?.areas.find((one) => one.id === id)?.points ?? 0;
                if (period.numerator !== null)
                  expect(Number(period.numerator) / Number(period.denominator)).toBeLessThanOrEqual(points + 1e-9);
              }
            if (areas.length === 0 || absent !== null) continue;
            const sum = areas.reduce((all, one) => all + Number(one.numerator) / Number(one.denominator), 0);
            expect(sum).toBeCloseTo(Number(numerator) / Number(denominator), 6);
          }
      }),
      RUNS,
    );
  });
});
