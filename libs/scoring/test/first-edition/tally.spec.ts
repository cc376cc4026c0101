import { describe, expect, it } from '@jest/globals';
import {
  type Scheme,
  tally,
  type TallyInputs,
  type TallyOutcome,
  type TallyProblem,
  type TallyResult,
} from '@jiangong/scoring/testing';
import { exampleScheme, withGroup } from './example-scheme.ts';

/** Each evaluator's [innovation, effect] for each entry; null: no score. */
const inputsOf = (
  given: Record<string, Record<string, readonly [number, number] | null>>,
  recusals: TallyInputs['recusals'] = [],
): TallyInputs => ({
  entries: [...new Set(Object.values(given).flatMap((scores) => Object.keys(scores)))],
  evaluators: Object.keys(given).map((evaluatorId) => ({
    evaluatorId,
    groupId: evaluatorId.startsWith('x') ? 'experts' : 'units',
  })),
  sheets: Object.entries(given).map(([evaluatorId, scores]) => ({
    evaluatorId,
    scores: Object.entries(scores).flatMap(([entryId, points]) => (points === null ? [] : [{ entryId, points }])),
  })),
  recusals,
});

const resultOf = (outcome: TallyOutcome<TallyProblem>): TallyResult => {
  if (outcome.kind === 'impossible') throw new Error(JSON.stringify(outcome.problems));
  return outcome.result;
};
const problemsOf = (outcome: TallyOutcome<TallyProblem>) => (outcome.kind === 'impossible' ? outcome.problems : []);
const ranks = (scheme: Scheme, inputs: TallyInputs) =>
  resultOf(tally(scheme, inputs)).entries.map(({ entryId, rank, score }) => `${rank} ${entryId} ${score}`);

const plain = inputsOf({
  u1: { a: [4000, 6000], b: [2000, 3000] },
  u2: { a: [2000, 3000], b: [2000, 3000] },
  x1: { a: [1000, 1000], b: [4000, 6000] },
  x2: { a: [2000, 2000], b: [3000, 3000] },
  x3: { a: [3000, 3000], b: [2000, 2000] },
  x4: { a: [4000, 6000], b: [1000, 1000] },
});

describe('the tally', () => {
  it('combines the groups by weight; the trimmed mean leaves out the highest and the lowest sheet', () => {
    const [first, second] = resultOf(tally(exampleScheme, plain)).entries;
    // a: units (10000 + 5000) / 2 = 7500, experts (4000 + 6000) / 2 = 5000 → 0.4 × 7500 + 0.6 × 5000 = 6000 → 60.00 points
    expect(first).toEqual({
      entryId: 'a',
      rank: 1,
      score: 6000,
      numerator: '6000',
      denominator: '1',
      groups: [
        { groupId: 'units', panel: 2, recused: [], droppedLowest: [], droppedHighest: [], sum: 15000, count: 2 },
        {
          groupId: 'experts',
          panel: 4,
          recused: [],
          droppedLowest: ['x1'],
          droppedHighest: ['x4'],
          sum: 10000,
          count: 2,
        },
      ],
      tie: null,
    });
    expect(second).toMatchObject({ entryId: 'b', rank: 2, score: 5000, tie: null });
  });

  it('rounds half to even, once, at the end', () => {
    const scheme = {
      ...exampleScheme,
      decimals: 0,
      groups: [{ ...exampleScheme.groups[0], weight: 10_000 }],
      ties: { breakers: [], then: 'entry-id' },
    } as Scheme;
    expect(ranks(scheme, inputsOf({ u1: { a: [50, 0], b: [50, 100], c: [50, 200] } }))).toEqual([
      '1 c 2',
      '2 b 2',
      '3 a 0',
    ]);
  });

  it('ranks on the exact value, or on the rounded one where the scheme says so', () => {
    const inputs = inputsOf({
      u1: { a: [50, 0], b: [0, 0] },
      x1: { a: [0, 0], b: [0, 0] },
      x2: { a: [0, 0], b: [0, 0] },
      x3: { a: [0, 0], b: [0, 0] },
    });
    const coarse = { ...exampleScheme, decimals: 0 };
    expect(ranks(coarse, inputs)).toEqual(['1 a 0', '2 b 0']);
    expect(ranks({ ...coarse, ranking: 'rounded', ties: { breakers: [], then: 'shared-rank' } }, inputs)).toEqual([
      '1 a 0',
      '1 b 0',
    ]);
  });

  it('breaks ties by the stated breakers and says which one settled it', () => {
    const inputs = inputsOf({
      u1: { a: [3000, 3000], b: [3000, 3000], c: [0, 0] },
      x1: { a: [2000, 3000], b: [3000, 2000], c: [0, 0] },
      x2: { a: [2000, 3000], b: [3000, 2000], c: [0, 0] },
      x3: { a: [2000, 3000], b: [3000, 2000], c: [0, 0] },
    });
    const { entries } = resultOf(tally(exampleScheme, inputs));
    expect(entries.map(({ entryId, rank, tie }) => [entryId, rank, tie?.settledBy])).toEqual([
      ['a', 1, 'criterion:effect'],
      ['b', 2, 'criterion:effect'],
      ['c', 3, undefined],
    ]);
    expect(entries[0]?.tie?.values).toEqual([
      { breaker: 'group:experts', numerator: '5000', denominator: '1' },
      { breaker: 'criterion:effect', numerator: '3000', denominator: '1' },
    ]);
  });

  it('shares a rank when nothing tells two entries apart, and leaves the next rank empty', () => {
    const same = { a: [2000, 3000], b: [2000, 3000], c: [0, 0] } as const;
    expect(ranks(exampleScheme, inputsOf({ u1: same, x1: same, x2: same, x3: same }))).toEqual([
      '1 a 5000',
      '1 b 5000',
      '3 c 0',
    ]);
  });

  it('orders by id instead where the scheme forbids shared ranks, and says so', () => {
    const same = { b: [2000, 3000], a: [2000, 3000] } as const;
    const { entries } = resultOf(
      tally(
        { ...exampleScheme, ties: { breakers: [], then: 'entry-id' } },
        inputsOf({ u1: same, x1: same, x2: same, x3: same }),
      ),
    );
    expect(entries.map(({ entryId, rank, tie }) => [entryId, rank, tie?.settledBy])).toEqual([
      ['a', 1, 'entry-id'],
      ['b', 2, 'entry-id'],
    ]);
  });

  it('trims after or before a late recusal, as the scheme says', () => {
    const late = { ...plain, recusals: [{ evaluatorId: 'x4', entryId: 'a' }] };
    const stepOf = (scheme: Scheme) =>
      resultOf(tally(scheme, late)).entries.find(({ entryId }) => entryId === 'a')?.groups[1];
    expect(stepOf(exampleScheme)).toMatchObject({
      panel: 3,
      recused: ['x4'],
      droppedLowest: ['x1'],
      droppedHighest: ['x3'],
      sum: 4000,
      count: 1,
    });
    expect(stepOf(withGroup('experts', { trimming: 'before-recusal' }))).toMatchObject({
      panel: 3,
      recused: ['x4'],
      droppedLowest: ['x1'],
      droppedHighest: ['x4'],
      sum: 10000,
      count: 2,
    });
  });

  it('treats a missing sheet as the scheme says: left out, zero, or no tally', () => {
    const missing = { ...plain, evaluators: [...plain.evaluators, { evaluatorId: 'u3', groupId: 'units' }] };
    const sumOf = (scheme: Scheme) => resultOf(tally(scheme, missing)).entries[0]?.groups[0];
    expect(sumOf(exampleScheme)).toMatchObject({ sum: 15000, count: 2 });
    expect(sumOf(withGroup('units', { missingSheet: 'zero' }))).toMatchObject({ sum: 15000, count: 3 });
    expect(problemsOf(tally(withGroup('units', { missingSheet: 'refuse' }), missing))).toEqual([
      { reason: 'SHEET_MISSING', path: 'u3' },
    ]);
    expect(resultOf(tally(exampleScheme, missing)).missingSheets).toEqual(['u3']);
  });

  it('refuses, or leaves unranked, an entry whose panel is too small', () => {
    const thin = { ...plain, recusals: ['x1', 'x2'].map((evaluatorId) => ({ evaluatorId, entryId: 'a' })) };
    expect(problemsOf(tally(exampleScheme, thin))).toEqual([{ reason: 'PANEL_BELOW_MINIMUM', path: 'a/experts' }]);
    const result = resultOf(tally(withGroup('experts', { belowPanelMin: 'unranked' }), thin));
    expect(result.entries.map(({ entryId }) => entryId)).toEqual(['b']);
    expect(result.unranked).toMatchObject([{ entryId: 'a', reason: 'PANEL_BELOW_MINIMUM' }]);
  });

  it.each<[TallyProblem['reason'], string, Partial<TallyInputs>]>([
    ['NO_ENTRIES', '0', { entries: [] }],
    ['ID_INVALID', 'Ä', { entries: ['a', 'b', 'Ä'] }],
    ['ENTRY_TWICE', 'a', { entries: ['a', 'b', 'a'] }],
    ['EVALUATOR_TWICE', 'u1', { evaluators: [...plain.evaluators, { evaluatorId: 'u1', groupId: 'experts' }] }],
    ['UNKNOWN_GROUP', 'u9/none', { evaluators: [...plain.evaluators, { evaluatorId: 'u9', groupId: 'none' }] }],
    ['UNKNOWN_EVALUATOR', 'u9', { sheets: [...plain.sheets, { evaluatorId: 'u9', scores: [] }] }],
    ['UNKNOWN_EVALUATOR', 'u9', { recusals: [{ evaluatorId: 'u9', entryId: 'a' }] }],
    ['UNKNOWN_ENTRY', 'u1/z', { recusals: [{ evaluatorId: 'u1', entryId: 'z' }] }],
    ['SHEET_TWICE', 'u1', { sheets: [...plain.sheets, { evaluatorId: 'u1', scores: [] }] }],
  ])('finds %s at %s', (reason, path, over) => {
    expect(problemsOf(tally(exampleScheme, { ...plain, ...over }))).toContainEqual({ reason, path });
  });

  it.each<[TallyProblem['reason'], string, readonly Readonly<{ entryId: string; points: readonly number[] }>[]]>([
    [
      'POINTS_OUT_OF_RANGE',
      'u1/a/effect',
      [
        { entryId: 'a', points: [0, 6050] },
        { entryId: 'b', points: [0, 0] },
      ],
    ],
    [
      'POINTS_OUT_OF_RANGE',
      'u1/a/effect',
      [
        { entryId: 'a', points: [0, Number.NaN] },
        { entryId: 'b', points: [0, 0] },
      ],
    ],
    [
      'POINTS_TOO_FINE',
      'u1/a/innovation',
      [
        { entryId: 'a', points: [25, 0] },
        { entryId: 'b', points: [0, 0] },
      ],
    ],
    [
      'POINTS_MISSING',
      'u1/a/effect',
      [
        { entryId: 'a', points: [50] },
        { entryId: 'b', points: [0, 0] },
      ],
    ],
    ['SHEET_INCOMPLETE', 'u1/b', [{ entryId: 'a', points: [50, 0] }]],
    [
      'SCORE_TWICE',
      'u1/a',
      [
        { entryId: 'a', points: [0, 0] },
        { entryId: 'a', points: [0, 0] },
        { entryId: 'b', points: [0, 0] },
      ],
    ],
    [
      'UNKNOWN_ENTRY',
      'u1/z',
      [
        { entryId: 'a', points: [0, 0] },
        { entryId: 'b', points: [0, 0] },
        { entryId: 'z', points: [0, 0] },
      ],
    ],
  ])('finds %s at %s of a sheet', (reason, path, scores) => {
    const sheets = [{ evaluatorId: 'u1', scores }, ...plain.sheets.filter(({ evaluatorId }) => evaluatorId !== 'u1')];
    expect(problemsOf(tally(exampleScheme, { ...plain, sheets }))).toContainEqual({ reason, path });
  });

  it('lets a criterion with bands take only its bands', () => {
    const [first, second] = exampleScheme.criteria;
    const scheme = { ...exampleScheme, criteria: [{ ...first, bands: [4000, 2000, 0] }, second] } as Scheme;
    expect(problemsOf(tally(scheme, plain))).toContainEqual({ reason: 'POINTS_NOT_A_BAND', path: 'x1/a/innovation' });
  });
});
