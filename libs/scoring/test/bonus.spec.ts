import { describe, expect, it } from '@jest/globals';
import {
  type BonusSource,
  computePhase,
  type GivenBonus,
  type PhaseInputs,
  phaseAlgorithmHash,
  phaseInputsHash,
  type PhaseTables,
  validatePhases,
} from '@jiangong/scoring';
import { inputsOf, tablesOf } from './tables.ts';

const extra = (over: Partial<BonusSource> = {}): BonusSource => ({
  id: 'extra',
  kind: 'bonus',
  cap: 1_000,
  once: true,
  groups: [
    {
      id: 'new',
      cap: 400,
      items: [
        { id: 'brand', points: 300, cap: 300 },
        { id: 'method', points: 300, cap: 300 },
      ],
    },
    { id: 'commended', cap: null, items: [{ id: 'commended', points: 300, cap: null }] },
  ],
  ...over,
});

const tables = (source = extra(), groups = ['new', 'commended']): PhaseTables =>
  tablesOf([{ id: 'more', absent: 'unranked', op: 'take-bonus', source: 'extra', groups }], {}, [source]);

/** `item honour points`, of the entry `a`. */
const granted = (...told: readonly string[]): readonly GivenBonus[] =>
  told.map((line, at) => {
    const [itemId = '', honour = '', points = ''] = line.split(' ');
    return { sourceId: 'extra', entryId: 'a', itemId, claimId: `c${at}`, honour, points: Number(points) };
  });
const inputs = (bonuses: readonly GivenBonus[]): PhaseInputs => inputsOf({}, { entries: [{ entryId: 'a' }], bonuses });
const outcomeOf = (made: PhaseTables, bonuses: readonly GivenBonus[]) => {
  expect(validatePhases(JSON.parse(JSON.stringify(made)))).toEqual({ kind: 'valid', value: made });
  return computePhase(made, 'main', inputs(bonuses));
};
const rowOf = (bonuses: readonly GivenBonus[], made = tables()) => {
  const outcome = outcomeOf(made, bonuses);
  if (outcome.kind !== 'computed') throw new Error(JSON.stringify(outcome));
  return outcome.result.entries[0]?.rows[0];
};
const pointsOf = (bonuses: readonly GivenBonus[], made = tables()) => Number(rowOf(bonuses, made)?.numerator);

describe('bonus points', () => {
  it('of nobody who was granted anything are zero, not absent', () =>
    expect(rowOf([])).toEqual({
      row: 'more',
      numerator: '0',
      denominator: '1',
      absent: null,
      panel: null,
      bonus: {
        before: 0,
        groups: [
          { group: 'new', before: 0, points: 0, items: [] },
          { group: 'commended', before: 0, points: 0, items: [] },
        ],
      },
    }));

  it('add up, within each item, each group, and the source', () => {
    expect(pointsOf(granted('brand a 200', 'method b 150'))).toBe(350);
    expect(pointsOf(granted('brand a 200', 'brand b 200'))).toBe(300);
    expect(pointsOf(granted('brand a 300', 'method b 300'))).toBe(400);
    const many = ['a', 'b', 'c', 'd'].map((honour) => `commended ${honour} 300`);
    expect(pointsOf(granted(...many))).toBe(1_000);
  });

  it('of one honour count once, at its highest level', () => {
    expect(pointsOf(granted('commended youth 100', 'commended youth 300', 'commended youth 200'))).toBe(300);
    expect(pointsOf(granted('commended youth 100', 'commended other 300'))).toBe(400);
    const often = tables(extra({ once: false }));
    expect(pointsOf(granted('commended youth 100', 'commended youth 300'), often)).toBe(400);
  });

  it('tell what was granted, what counts, and what each cap holds down', () =>
    expect(rowOf(granted('brand a 300', 'brand a 100', 'method b 200'))?.bonus).toEqual({
      before: 400,
      groups: [
        {
          group: 'new',
          before: 500,
          points: 400,
          items: [
            { item: 'brand', granted: 2, counted: 1, before: 300, points: 300 },
            { item: 'method', granted: 1, counted: 1, before: 200, points: 200 },
          ],
        },
        { group: 'commended', before: 0, points: 0, items: [] },
      ],
    }));

  it('are those of the groups taken alone', () =>
    expect(pointsOf(granted('brand a 300', 'commended b 100'), tables(extra(), ['commended']))).toBe(100));

  it.each<[string, readonly GivenBonus[], string, string]>([
    ['an item that there is not', granted('colour a 1'), 'UNKNOWN_ITEM', 'extra/c0/colour'],
    ['more than one claim gives', granted('brand a 301'), 'POINTS_OUT_OF_RANGE', 'extra/c0'],
    ['no points', granted('brand a 0'), 'POINTS_OUT_OF_RANGE', 'extra/c0'],
    ['half a hundredth', granted('brand a 0.5'), 'POINTS_OUT_OF_RANGE', 'extra/c0'],
    ['an honour in two items', granted('brand a 1', 'method a 1'), 'HONOUR_IN_TWO_ITEMS', 'extra/a/a'],
    ['a claim twice', [...granted('brand a 1'), ...granted('brand b 1')], 'CLAIM_TWICE', 'extra/c0'],
    ['nobody’s claim', [{ ...granted('brand a 1')[0]!, entryId: 'b' }], 'UNKNOWN_ENTRY', 'extra/c0/b'],
    ['another source', [{ ...granted('brand a 1')[0]!, sourceId: 'more' }], 'UNKNOWN_SOURCE', 'more'],
    ['a claim without a name', [{ ...granted('brand a 1')[0]!, claimId: '' }], 'ID_INVALID', ''],
  ])('are not computed with %s', (_, given, reason, path) =>
    expect(outcomeOf(tables(), given)).toEqual({ kind: 'impossible', problems: [{ reason, path }] }),
  );

  it.each<[string, (source: BonusSource) => unknown, string, string]>([
    [
      'an item in two groups',
      (one) => ({ ...one, groups: [...one.groups, { ...one.groups[0]!, id: 'x' }] }),
      '$.sources[0].groups',
      'must not name anything twice',
    ],
    [
      'no points',
      (one) => ({ ...one, groups: [{ ...one.groups[0]!, items: [{ id: 'i', points: 0, cap: null }] }] }),
      '$.sources[0].groups[0].items[0].points',
      'must be an integer from 1 to 1000000',
    ],
    ['a cap of nothing', (one) => ({ ...one, cap: 0 }), '$.sources[0].cap', 'must be an integer from 1 to 1000000'],
    ['a half-said once', (one) => ({ ...one, once: 'family' }), '$.sources[0].once', 'must be true or false'],
  ])('are no tables with %s', (_, change, path, message) => {
    const made = { ...tables(), sources: [change(extra())] };
    expect(validatePhases(made)).toEqual({
      kind: 'invalid',
      problems: expect.arrayContaining([{ path, problem: message }]),
    });
  });

  it('are taken from a bonus, and from groups that it has', () => {
    const made = tables(extra(), ['colour']);
    expect(validatePhases(made)).toMatchObject({ problems: [{ problem: 'is no group of this source' }] });
    const panel = { ...made, sources: [{ id: 'extra', kind: 'measure', better: 'higher' }] };
    expect(validatePhases(panel)).toMatchObject({ problems: [{ problem: 'is no bonus of these sources' }] });
  });

  it('once computed are computed again', () => {
    const made = tables();
    expect({
      inputs: phaseInputsHash(inputs(granted('brand a 300', 'brand a 100', 'method b 200'))),
      algorithm: phaseAlgorithmHash(made.phases[0]),
    }).toEqual({
      inputs: '23e500180b451a6a445c5b00d16b99541fa949cde6227003576a8c2d83bb5687',
      algorithm: '645caad31bdcecfcdae1b29e816e4203c314c750328a6fd558816c05d3c64b2a',
    });
  });
});
