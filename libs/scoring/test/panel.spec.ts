import { describe, expect, it } from '@jest/globals';
import type { PanelCriterion, PhaseProblem, Source } from '@jiangong/scoring';
import { markFault } from '@jiangong/scoring';
import { compute, experts, inputsOf, ranks, resultOf, storyOf, tablesOf, take, trimmed } from './tables.ts';

const four = inputsOf({
  x1: { a: [1000, 1000] },
  x2: { a: [2000, 2000] },
  x3: { a: [3000, 3000] },
  x4: { a: [4000, 6000] },
});
const valueOf = (row: ReturnType<typeof take>, inputs = four) => ranks(tablesOf([row]), inputs)[0];
const seat = (id: string, entryId = 'a') => ({ who: 'seat' as const, id, entryId });

describe('a panel', () => {
  it('means its sheets', () => {
    expect(valueOf(take())).toBe('1 a 5500/1');
  });

  it('leaves out the highest and the lowest sheet', () => {
    expect(valueOf(take({ reduce: trimmed(), least: 3 }))).toBe('1 a 5000/1');
  });

  it('leaves out the highest and the lowest mark of each criterion, where it trims by criteria', () => {
    const crossed = inputsOf({ x1: { a: [0, 6000] }, x2: { a: [2000, 3000] }, x3: { a: [4000, 1000] } });
    expect(valueOf(take({ reduce: trimmed({ trim: 'criteria' }), least: 3 }), crossed)).toBe('1 a 5000/1');
    expect(valueOf(take({ reduce: trimmed(), least: 3 }), crossed)).toBe('1 a 5000/1');
    expect(storyOf(tablesOf([take({ reduce: trimmed({ trim: 'criteria' }), least: 3 })]), crossed)).toMatchObject({
      counted: [
        { sum: 2000, count: 1 },
        { sum: 3000, count: 1 },
      ],
    });
  });

  it('pools: all marks by all possible marks, also with some left empty, which is no mean of sheets', () => {
    const holes = inputsOf({ x1: { a: [4000, null] }, x2: { a: [0, 6000] } });
    // (40 + 0 + 60) of (40 + 40 + 60) points
    expect(valueOf(take({ reduce: { how: 'pooled' } }), holes)).toBe('1 a 50000/7');
  });

  it('takes some criteria only, where the row names them', () => {
    expect(valueOf(take({ criteria: ['effect'] }))).toBe('1 a 3000/1');
  });

  it('takes a sheet in parts, and in the sheet’s own order of criteria', () => {
    const inputs = inputsOf({ x1: { a: [4000, 0], b: [0, 0] } });
    const parts = [
      {
        sourceId: 'experts',
        seatId: 'x1',
        part: 'p1',
        items: ['effect', 'innovation'],
        scores: [{ entryId: 'a', marks: [0, 4000] }],
      },
      {
        sourceId: 'experts',
        seatId: 'x1',
        part: 'p2',
        items: ['innovation', 'effect'],
        scores: [{ entryId: 'b', marks: [0, 50] }],
      },
    ];
    expect(ranks(tablesOf([take()]), { ...inputs, sheets: parts })).toEqual(['1 a 4000/1', '2 b 50/1']);
  });
});

describe('a recusal', () => {
  it('takes the marks out before the trimming, or after it, as the row says', () => {
    const late = { ...four, recusals: [seat('x4')] };
    const row = (recusal: 'first' | 'last') => take({ reduce: trimmed({ recusal }), least: 3 });
    expect(storyOf(tablesOf([row('first')]), late)).toMatchObject({
      panel: 3,
      recused: ['x4'],
      droppedLowest: ['x1'],
      droppedHighest: ['x3'],
      counted: [{ sum: 4000, count: 1 }],
    });
    expect(storyOf(tablesOf([row('last')]), late)).toMatchObject({
      panel: 3,
      droppedLowest: ['x1'],
      droppedHighest: ['x4'],
      counted: [{ sum: 10000, count: 2 }],
    });
  });

  it('of a person counts for the seat of the organization that he sat for', () => {
    const inputs = { ...four, seats: four.seats.map((one) => ({ ...one, personId: `of-${one.seatId}` })) };
    const recused = (id: string) => ({ ...inputs, recusals: [{ who: 'person' as const, id, entryId: 'a' }] });
    expect(storyOf(tablesOf([take()]), recused('of-x4'))).toMatchObject({ panel: 3, recused: ['x4'] });
    expect(storyOf(tablesOf([take()]), recused('of-nobody'))).toMatchObject({ panel: 4, recused: [] });
  });

  it('with missing: zero and recusal: last never lets a recused seat without a sheet lower an entry', () => {
    const row = take({ reduce: trimmed({ recusal: 'last' }), least: 3, missing: 'zero' });
    const missing = inputsOf({
      x0: {},
      x1: { a: [1000, 1000] },
      x2: { a: [2000, 2000] },
      x3: { a: [3000, 3000] },
      x4: { a: [4000, 6000] },
    });
    // Not recused, his zero is the lowest and goes; recused, there is no zero: as if he had no seat.
    expect(valueOf(row, missing)).toBe('1 a 4000/1');
    expect(valueOf(row, { ...missing, recusals: [seat('x0')] })).toBe('1 a 5000/1');
    expect(valueOf(row, four)).toBe('1 a 5000/1');
  });
});

describe('a seat without marks', () => {
  const missing = inputsOf({ x1: { a: [4000, 6000] }, x2: {}, x3: { a: null, b: [0, 0] } });

  it('is left out, counted as zero, or asked for: a missing sheet once, a hole entry by entry', () => {
    expect(storyOf(tablesOf([take()]), missing)).toMatchObject({
      panel: 1,
      holes: ['x3'],
      counted: [{ sum: 10000, count: 1 }],
    });
    expect(storyOf(tablesOf([take({ missing: 'zero' })]), missing)).toMatchObject({
      panel: 3,
      counted: [{ sum: 10000, count: 3 }],
    });
    expect(compute(tablesOf([take({ missing: 'refuse' })]), missing)).toEqual({
      kind: 'lacking',
      lacks: [
        { row: 'mean', reason: 'MARKS_MISSING', entryId: null, seatIds: ['x2'] },
        { row: 'mean', reason: 'MARKS_MISSING', entryId: 'a', seatIds: ['x3'] },
        { row: 'mean', reason: 'MARKS_MISSING', entryId: 'b', seatIds: ['x1'] },
      ],
    });
    expect(resultOf(tablesOf([take()]), missing).missingSheets).toEqual([{ sourceId: 'experts', seatId: 'x2' }]);
  });

  it('is not missing for an entry that is not assigned to it', () => {
    const seats = missing.seats.map((one) => ({ ...one, entryIds: one.seatId === 'x1' ? ['a'] : ['b'] }));
    expect(compute(tablesOf([take({ missing: 'refuse' })]), { ...missing, seats })).toEqual({
      kind: 'lacking',
      lacks: [{ row: 'mean', reason: 'MARKS_MISSING', entryId: null, seatIds: ['x2'] }],
    });
  });

  it('never ends a campaign: too few leave the entry unranked, or say which seats are lacking', () => {
    const thin = {
      ...four,
      recusals: [seat('x1'), seat('x2')],
      seats: [...four.seats, { sourceId: 'experts', seatId: 'x5' }],
    };
    const row = take({ least: 3 });
    expect(resultOf(tablesOf([row]), thin).unranked).toMatchObject([
      { entryId: 'a', reason: 'PANEL_BELOW_MINIMUM', row: 'mean' },
    ]);
    expect(compute(tablesOf([{ ...row, absent: 'refuse' }]), thin)).toEqual({
      kind: 'lacking',
      lacks: [{ row: 'mean', reason: 'PANEL_BELOW_MINIMUM', entryId: 'a', seatIds: ['x5'] }],
    });
  });
});

describe('a mark', () => {
  const one = (criterion: Omit<PanelCriterion, 'id'>, marks: 'points' | 'coefficient' = 'points'): Source => ({
    id: 'experts',
    kind: 'panel',
    marks,
    criteria: [{ id: 'innovation', ...criterion }],
    pointsTotal: criterion.points,
  });
  const worth = (source: Source, mark: number) => {
    const inputs = inputsOf({ x1: { a: [0] } });
    const sheets = inputs.sheets.map((sheet) => ({
      ...sheet,
      items: ['innovation'],
      scores: [{ entryId: 'a', marks: [mark] }],
    }));
    return ranks(tablesOf([take({ criteria: ['innovation'] })], {}, [source]), { ...inputs, sheets })[0];
  };

  it('is points, the ordinal of a band or level, or a coefficient of the criterion’s points', () => {
    const levels = [
      { id: 'A', share: 10_000 },
      { id: 'B', share: 8_000 },
    ];
    expect(worth(one({ points: 4_000, scale: { kind: 'step', step: 50 } }), 1_050)).toBe('1 a 1050/1');
    expect(worth(one({ points: 4_000, scale: { kind: 'bands', bands: [4_000, 3_000, 1_500] } }), 2)).toBe('1 a 1500/1');
    expect(worth(one({ points: 100, scale: { kind: 'levels', levels } }), 1)).toBe('1 a 80/1');
    expect(worth(one({ points: 2_000, scale: { kind: 'step', step: 5 } }, 'coefficient'), 85)).toBe('1 a 1700/1');
  });

  it.each<[string, Omit<PanelCriterion, 'id'>, number, string]>([
    ['beyond the points', { points: 100, scale: { kind: 'step', step: 10 } }, 110, 'OUT_OF_RANGE'],
    ['below zero', { points: 100, scale: { kind: 'step', step: 10 } }, -10, 'OUT_OF_RANGE'],
    ['not a number', { points: 100, scale: { kind: 'step', step: 10 } }, Number.NaN, 'OUT_OF_RANGE'],
    ['finer than the step', { points: 100, scale: { kind: 'step', step: 10 } }, 15, 'TOO_FINE'],
    [
      'in no range',
      {
        points: 100,
        scale: {
          kind: 'ranges',
          step: 10,
          ranges: [
            [80, 100],
            [0, 20],
          ],
        },
      },
      50,
      'NOT_OFFERED',
    ],
    ['no band', { points: 100, scale: { kind: 'bands', bands: [100, 50] } }, 2, 'NOT_OFFERED'],
    ['half a band', { points: 100, scale: { kind: 'bands', bands: [100, 50] } }, 0.5, 'NOT_OFFERED'],
  ])('is refused when it is %s', (_, criterion, mark, fault) => {
    expect(markFault({ marks: 'points' }, { id: 'c', ...criterion }, mark)).toBe(fault);
  });
});

describe('inputs that contradict themselves', () => {
  const { sheets } = four;
  const [sheet] = sheets;
  const withScores = (scores: unknown, over: object = {}) => ({ sheets: [{ ...sheet, scores, ...over }] }) as object;
  it.each<[PhaseProblem['reason'], string, object]>([
    ['NO_ENTRIES', '', { entries: [] }],
    ['ID_INVALID', 'Ä', { entries: [{ entryId: 'a' }, { entryId: 'Ä' }] }],
    ['ENTRY_TWICE', 'a', { entries: [{ entryId: 'a' }, { entryId: 'a' }] }],
    ['SEAT_TWICE', 'experts/x1', { seats: [...four.seats, ...four.seats.slice(0, 1)] }],
    ['UNKNOWN_SOURCE', 'nobody', { seats: [...four.seats, { sourceId: 'nobody', seatId: 'y' }] }],
    ['UNKNOWN_SEAT', 'y', { recusals: [seat('y')] }],
    ['UNKNOWN_ENTRY', 'x1/z', { recusals: [seat('x1', 'z')] }],
    ['UNKNOWN_SEAT', 'experts/y', { sheets: [{ ...sheet, seatId: 'y' }] }],
    ['SHEET_TWICE', 'experts/x1', { sheets: [sheet, sheet] }],
    ['SCORE_TWICE', 'experts/x1/a', { sheets: [sheet, { ...sheet, part: 'again' }] }],
    ['UNKNOWN_ENTRY', 'experts/x1/z', withScores([{ entryId: 'z', marks: [0, 0] }])],
    ['UNKNOWN_CRITERION', 'experts/x1/colour', withScores([], { items: ['colour', 'effect'] })],
    ['CRITERION_TWICE', 'experts/x1/effect', withScores([], { items: ['effect', 'effect'] })],
    ['MARKS_MISCOUNTED', 'experts/x1/a', withScores([{ entryId: 'a', marks: [0] }])],
    ['MARK_OUT_OF_RANGE', 'experts/x1/a/effect', withScores([{ entryId: 'a', marks: [0, 6050] }])],
    ['MARK_OUT_OF_RANGE', 'experts/x1/a/effect', withScores([{ entryId: 'a', marks: [0, '50'] }])],
    ['MARK_TOO_FINE', 'experts/x1/a/innovation', withScores([{ entryId: 'a', marks: [25, 0] }])],
    ['SCORE_INCOMPLETE', 'experts/x1/a', withScores([{ entryId: 'a', marks: [50, null] }])],
    ['NOT_ASSIGNED', 'experts/x1/a', { seats: four.seats.map((one) => ({ ...one, entryIds: [] })) }],
    ['SEED_INVALID', '', { seed: 'x' }],
    [
      'UNKNOWN_SOURCE',
      'clock',
      { values: [{ sourceId: 'clock', entryId: 'a', attempt: 1, numerator: '1', denominator: '1' }] },
    ],
    [
      'UNKNOWN_PHASE',
      'heats',
      { carried: [{ phase: 'heats', entryId: 'a', period: 1, numerator: '1', denominator: '1' }] },
    ],
  ])('are found: %s at %j', (reason, path, over) => {
    const outcome = compute(tablesOf([take()]), { ...four, ...over });
    expect(outcome.kind === 'impossible' ? outcome.problems : outcome).toContainEqual({ reason, path });
  });

  it('but a sheet of a seat whose every score is empty is a hole, not a fault', () => {
    expect(experts.kind).toBe('panel');
    const inputs = inputsOf({ x1: { a: [null, null] }, x2: { a: [50, 50] } });
    expect(storyOf(tablesOf([take()]), inputs)).toMatchObject({ panel: 1, holes: ['x1'] });
  });
});
