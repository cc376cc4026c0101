import { describe, expect, it } from '@jest/globals';
import { distributionOf, MISSING_NAMED_MAX } from '../../src/domain/sheet/distribution.ts';
import { sheetRoundOf } from '../../src/domain/sheet/sheet-round.ts';
import type { SheetRound } from '../../src/domain/sheet/state.ts';
import { after, known, NOW, untilOpen } from './round/example-round.ts';

/** Entries b and c; a is of the own unit. */
const round = sheetRoundOf(after(...untilOpen), known('officer-a'), NOW);

describe('how somebody’s own marks lie', () => {
  it('counts what is given, what is missing and what is full, by criterion', () => {
    const marks = { 'entry-b': { innovation: 4_000, effect: 0 }, 'entry-c': { innovation: 2_000 } };
    expect(distributionOf(marks, round)).toEqual({
      given: 3,
      missing: 1,
      full: 1,
      criteria: [
        {
          ...{ criterionId: 'innovation', given: 2, missing: 0, full: 1, lowest: 2_000, highest: 4_000 },
          ...{ pointsSum: 6_000, bars: [0, 0, 0, 0, 0, 1, 0, 0, 0, 1] },
        },
        {
          ...{ criterionId: 'effect', given: 1, missing: 1, full: 0, lowest: 0, highest: 0 },
          ...{ pointsSum: 0, bars: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
        },
      ],
      missingCells: [{ entryId: 'entry-c', criterionId: 'effect' }],
      controls: [],
    });
  });

  it('misses nothing of entries that he does not score, and counts no mark of theirs', () =>
    expect(distributionOf({ 'entry-a': { innovation: 4_000 } }, round)).toMatchObject({
      given: 0,
      missing: 4,
      full: 0,
    }));

  it('takes a band or a level for the points that it gives, a coefficient for its share', () => {
    const source = { id: 's', kind: 'panel', pointsTotal: 3_000 } as const;
    const bands = { id: 'bands', points: 1_000, scale: { kind: 'bands' as const, bands: [1_000, 500, 0] } };
    const share = { id: 'share', points: 1_000, scale: { kind: 'step' as const, step: 10 } };
    const banded: SheetRound = { ...round, source: { ...source, marks: 'points', criteria: [bands] } };
    const factor: SheetRound = { ...round, source: { ...source, marks: 'coefficient', criteria: [share] } };
    const first = { 'entry-b': { bands: 0, share: 100 }, 'entry-c': { bands: 2, share: 50 } };
    expect(distributionOf(first, banded).criteria).toMatchObject([{ full: 1, lowest: 0, highest: 1_000 }]);
    expect(distributionOf(first, factor).criteria).toMatchObject([{ full: 1, lowest: 500, highest: 1_000 }]);
  });

  it('names so many missing cells and no more, and says how many there are', () => {
    const many = Array.from({ length: MISSING_NAMED_MAX }, (_, at) => ({ entryId: `e${at}`, recused: null }));
    const found = distributionOf({}, { ...round, entries: many });
    expect([found.missing, found.missingCells.length]).toEqual([2 * MISSING_NAMED_MAX, MISSING_NAMED_MAX]);
  });
});
