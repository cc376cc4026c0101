import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type BonusSource,
  computePhase,
  type GivenBonus,
  phaseInputsHash,
  type PhaseInputs,
  phaseResultHash,
} from '@jiangong/scoring';
import { type PhaseCase, randomPhase } from '@jiangong/scoring/testing';

const RUNS = { numRuns: 600 } as const;

/** A random phase that takes bonuses alone, its other rows left away: what the laws speak of. */
const bonusOnly = ({
  tables,
  phase,
  inputs,
}: PhaseCase): (PhaseCase & Readonly<{ source: BonusSource }>) | undefined => {
  const source = tables.sources.find((one): one is BonusSource => one.kind === 'bonus');
  const last = tables.phases.at(-1);
  const row = last?.rows.find(({ op }) => op === 'take-bonus');
  if (source === undefined || last === undefined || row === undefined) return undefined;
  const rank = { ...last.rank, ties: [] };
  return {
    source,
    phase,
    tables: { tablesVersion: 2, sources: [source], phases: [{ ...last, rows: [row], score: row.id, rank }] },
    inputs: {
      ...inputs,
      seats: [],
      sheets: [],
      recusals: [],
      values: [],
      carried: [],
      checks: undefined as never,
      ballots: undefined as never,
    },
  };
};

const without = ({ checks: _checks, ballots: _ballots, ...inputs }: PhaseInputs): PhaseInputs => inputs;

const resultOf = ({ tables, phase }: PhaseCase, inputs: PhaseInputs) => {
  const outcome = computePhase(tables, phase, without(inputs));
  if (outcome.kind !== 'computed') throw new Error(JSON.stringify(outcome));
  return outcome.result;
};

const pointsIn = (one: PhaseCase, inputs: PhaseInputs, entryId: string): number =>
  Number(resultOf(one, inputs).entries.find((entry) => entry.entryId === entryId)?.numerator);

/** Runs the law on every case with a bonus, and says on how many it was held. */
const held = (law: (one: NonNullable<ReturnType<typeof bonusOnly>>, pick: number) => void): number => {
  let cases = 0;
  fc.assert(
    fc.property(randomPhase, fc.nat(), (made, pick) => {
      const one = bonusOnly(made);
      if (one === undefined) return;
      cases++;
      law(one, pick);
    }),
    RUNS,
  );
  return cases;
};

const itemsOf = ({ groups }: BonusSource) => groups.flatMap(({ items }) => items);

describe('laws of bonuses', () => {
  it('the order of claims never matters', () => {
    const cases = held((one, pick) => {
      const { bonuses = [] } = one.inputs;
      const turned = [...bonuses.slice(pick % (bonuses.length + 1)), ...bonuses.slice(0, pick % (bonuses.length + 1))];
      const other = { ...one.inputs, bonuses: turned.toReversed() };
      expect(phaseResultHash(resultOf(one, other))).toBe(phaseResultHash(resultOf(one, one.inputs)));
      expect(phaseInputsHash(without(other))).toBe(phaseInputsHash(without(one.inputs)));
    });
    expect(cases).toBeGreaterThan(100);
  });

  it('no cap is ever exceeded: of an item, of a group, of the source', () => {
    const cases = held((one) => {
      const { source } = one;
      for (const { rows, numerator } of resultOf(one, one.inputs).entries) {
        if (source.cap !== null) expect(Number(numerator)).toBeLessThanOrEqual(source.cap);
        for (const { group, points, items } of rows[0]?.bonus?.groups ?? []) {
          const ruled = source.groups.find(({ id }) => id === group);
          expect(points).toBeLessThanOrEqual(ruled?.cap ?? Infinity);
          for (const { item, points: given } of items)
            expect(given).toBeLessThanOrEqual(ruled?.items.find(({ id }) => id === item)?.cap ?? Infinity);
        }
      }
    });
    expect(cases).toBeGreaterThan(100);
  });

  it('another granted claim never lowers a score', () => {
    let raised = 0;
    held((one, pick) => {
      const { bonuses = [] } = one.inputs;
      const items = itemsOf(one.source);
      const item = items[pick % items.length]!;
      const { entryId } = one.inputs.entries[0]!;
      const more: GivenBonus = {
        ...{ sourceId: one.source.id, entryId, itemId: item.id, claimId: 'once-more' },
        honour: `honour-${item.id}-${pick % 3}`,
        points: 1 + (pick % item.points),
      };
      const before = pointsIn(one, one.inputs, entryId);
      const after = pointsIn(one, { ...one.inputs, bonuses: [...bonuses, more] }, entryId);
      expect(after).toBeGreaterThanOrEqual(before);
      if (after > before) raised++;
    });
    expect(raised).toBeGreaterThan(50);
  });

  it('the same honour at two levels counts once, at its highest', () => {
    let compared = 0;
    held((one, pick) => {
      const { bonuses = [] } = one.inputs;
      const claim = bonuses[pick % (bonuses.length || 1)];
      if (claim === undefined || !one.source.once || claim.points < 2) return;
      compared++;
      const lower = { ...claim, claimId: 'lower', points: 1 + (pick % (claim.points - 1)) };
      const both = { ...one.inputs, bonuses: [...bonuses, lower] };
      expect(pointsIn(one, both, claim.entryId)).toBe(pointsIn(one, one.inputs, claim.entryId));
    });
    expect(compared).toBeGreaterThan(50);
  });
});
