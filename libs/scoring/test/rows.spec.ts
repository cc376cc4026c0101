import { describe, expect, it } from '@jest/globals';
import { admittedEntries, drawOf, type Operation, type Phase, type Row } from '@jiangong/scoring';
import { clock, compute, inputsOf, measure, ranks, resultOf, tablesOf, take, valuesOf } from './tables.ts';

const sources = ['x', 'y', 'z'].map((id) => ({ ...clock, id }));
const row = (operation: Operation, absent: Row['absent'] = 'unranked'): Row => ({ id: 'total', absent, ...operation });

/** The value of a last row over measures x, y, z of one entry, in hundredths; a reason and its row where it is absent. */
const value = (
  last: Row,
  values: Readonly<Record<string, number>>,
  absent: Readonly<Record<string, Row['absent']>> = {},
  over: Partial<Phase> = {},
) => {
  const rows = [...['x', 'y', 'z'].map((id) => measure(id, absent[id], id)), last];
  const given = Object.fromEntries(Object.entries(values).map(([id, one]) => [id, { a: one }]));
  const { entries, unranked } = resultOf(tablesOf(rows, over, sources), {
    ...inputsOf({}),
    entries: [{ entryId: 'a' }],
    values: valuesOf(given),
  });
  const [one] = entries;
  if (one === undefined) return `${unranked[0]?.reason} ${unranked[0]?.row}`;
  return one.denominator === '1' ? Number(one.numerator) : `${one.numerator}/${one.denominator}`;
};
const all = { x: 5_000, y: 8_000, z: 1_000 };
const weigh = row({
  op: 'weigh',
  weights: [
    { row: 'x', weight: 5_000 },
    { row: 'y', weight: 3_000 },
    { row: 'z', weight: 2_000 },
  ],
});
const mean = row({ op: 'mean', of: ['x', 'y', 'z'] });

describe('an operation', () => {
  it.each<[string, Row, number | string]>([
    ['sum adds and takes away', row({ op: 'sum', of: ['x', 'y'], minus: ['z'] }), 12_000],
    ['weigh weighs', weigh, 5_100],
    ['mean means', mean, '14000/3'],
    ['best takes the highest', row({ op: 'best', of: ['x', 'y', 'z'] }), 8_000],
    ['scale scales', row({ op: 'scale', of: 'x', from: 9_000, to: 10_000 }), '50000/9'],
    ['times takes a percentage', row({ op: 'times', of: 'x', by: 'y' }), 4_000],
    ['clamp raises to the floor', row({ op: 'clamp', of: 'z', floor: 2_000, cap: 9_000 }), 2_000],
    ['clamp holds at the cap', row({ op: 'clamp', of: 'y', cap: 7_000 }), 7_000],
    [
      'bands give the points of the first that holds',
      row({
        op: 'bands',
        of: 'x',
        when: 'at-least',
        bands: [
          { limit: 6_000, points: 100 },
          { limit: 5_000, points: 60 },
        ],
        else: 10,
      }),
      60,
    ],
    [
      'bands may look from below',
      row({
        op: 'bands',
        of: 'x',
        when: 'at-most',
        bands: [
          { limit: 4_999, points: 100 },
          { limit: 5_000, points: 60 },
        ],
        else: 10,
      }),
      60,
    ],
    [
      'bands give what is left to the rest',
      row({ op: 'bands', of: 'z', when: 'at-least', bands: [{ limit: 5_000, points: 60 }], else: 10 }),
      10,
    ],
  ])('%s', (_, last, expected) => {
    expect(value(last, all)).toBe(expected);
  });

  it.each<[string, 'half-even' | 'half-up' | 'down', number, number]>([
    ['halves to the even', 'half-even', 250, 200],
    ['halves up', 'half-up', 250, 300],
    ['down', 'down', 299, 200],
  ])('round rounds %s, also below zero', (_, how, x, expected) => {
    const rounded: Row = { id: 'rounded', absent: 'unranked', op: 'round', of: 'total', decimals: 0, how };
    const rows = [
      measure('x', 'unranked', 'x'),
      measure('y', 'unranked', 'y'),
      row({ op: 'sum', of: ['x'], minus: ['y'] }),
      rounded,
    ];
    const of = (given: Readonly<Record<string, number>>) =>
      ranks(tablesOf(rows, {}, sources), {
        ...inputsOf({}),
        entries: [{ entryId: 'a' }],
        values: valuesOf(Object.fromEntries(Object.entries(given).map(([id, one]) => [id, { a: one }]))),
      });
    expect(of({ x, y: 0 })).toEqual([`1 a ${expected}/1`]);
    expect(of({ x: 0, y: x })).toEqual([`1 a ${-expected}/1`]);
  });

  it('take-measure takes the best, the last or the sum of attempts', () => {
    const attempts = [300, 100, 200].map((one, at) => ({
      sourceId: 'clock',
      entryId: 'a',
      attempt: at,
      numerator: String(one),
      denominator: '1',
    }));
    const of = (how: 'best' | 'last' | 'sum', better: 'higher' | 'lower') =>
      ranks(tablesOf([{ ...measure('m'), attempts: how } as Row], {}, [{ ...clock, better } as typeof clock]), {
        ...inputsOf({}),
        entries: [{ entryId: 'a' }],
        values: attempts,
      })[0];
    expect([of('best', 'higher'), of('best', 'lower'), of('last', 'lower'), of('sum', 'lower')]).toEqual([
      '1 a 300/1',
      '1 a 100/1',
      '1 a 200/1',
      '1 a 600/1',
    ]);
  });

  it('carry takes closed rounds of an earlier phase, if there are enough', () => {
    const [heats] = tablesOf([measure('t')]).phases;
    const of = (across: 'mean' | 'sum' | 'best' | 'last', least = 1) => {
      const final = tablesOf([row({ op: 'carry', phase: 'heats', across, least })]);
      const carried = [9_000, 8_000].map((one, period) => ({
        phase: 'heats',
        period,
        entryId: 'a',
        numerator: String(one),
        denominator: '1',
      }));
      return resultOf(
        { ...final, phases: [{ ...(heats as Phase), id: 'heats' }, ...final.phases] },
        { ...inputsOf({}), entries: [{ entryId: 'a' }], carried },
      );
    };
    expect((['mean', 'sum', 'best', 'last'] as const).map((across) => of(across).entries[0]?.numerator)).toEqual([
      '8500',
      '17000',
      '9000',
      '8000',
    ]);
    expect(of('mean', 3).unranked).toMatchObject([{ reason: 'NOT_CARRIED', row: 'total' }]);
  });
});

describe('an absent value', () => {
  const two = { x: 5_000, z: 1_000 };

  it('makes whatever reads it absent, with its reason', () => {
    expect(value(weigh, two)).toBe('NOT_RECORDED y');
    expect(value(row({ op: 'scale', of: 'y', from: 1, to: 1 }), two)).toBe('NOT_RECORDED y');
  });

  it('is zero where its row says so', () => {
    expect(value(weigh, two, { y: 'zero' })).toBe(2_700);
  });

  it('left out is passed over by sum, mean and best; weigh re-scales what is left to the whole', () => {
    expect(value(weigh, two, { y: 'leave-out' })).toBe('27000/7');
    expect(value(mean, two, { y: 'leave-out' })).toBe(3_000);
    expect(value(row({ op: 'sum', of: ['x', 'y'], minus: [] }), two, { y: 'leave-out' })).toBe(5_000);
    expect(value(row({ op: 'best', of: ['y', 'z'] }), two, { y: 'leave-out' })).toBe(1_000);
  });

  it('of everything leaves nothing, and a difference needs something to take from', () => {
    expect(value(mean, {}, { x: 'leave-out', y: 'leave-out', z: 'leave-out' })).toBe('NOTHING_LEFT total');
    expect(value(row({ op: 'sum', of: ['y'], minus: ['x'] }), two, { y: 'leave-out' })).toBe('NOTHING_LEFT total');
  });

  it('is refused where its row says so: nothing is computed before somebody acts', () => {
    const rows = [measure('x', 'refuse', 'x')];
    expect(compute(tablesOf(rows, {}, sources), { ...inputsOf({}), entries: [{ entryId: 'a' }] })).toEqual({
      kind: 'lacking',
      lacks: [{ row: 'x', reason: 'NOT_RECORDED', entryId: 'a', seatIds: [] }],
    });
  });
});

describe('the ranking', () => {
  const byMeasure = (points: Readonly<Record<string, number>>, over: Partial<Phase> = {}, more: object = {}) =>
    resultOf(tablesOf([measure('clock')], over), {
      ...inputsOf({}),
      entries: Object.keys(points).map((entryId) => ({ entryId, category: entryId < 'c' ? 'c1' : 'c2' })),
      values: valuesOf({ clock: points }),
      ...more,
    }).entries.map(({ entryId, rank, tie }) => `${rank} ${entryId}${tie === null ? '' : ` ${tie.settledBy}`}`);
  const rank = (over: Partial<Phase['rank']>): Partial<Phase> => ({
    rank: { on: 'exact', better: 'higher', ties: [], then: 'shared', ...over },
  });

  it('puts the higher first, or the lower where that is better', () => {
    expect(byMeasure({ a: 1, b: 2 })).toEqual(['1 b', '2 a']);
    expect(byMeasure({ a: 1, b: 2 }, rank({ better: 'lower' }))).toEqual(['1 a', '2 b']);
  });

  it('reads the exact value, or the rounded score: half-even, once, at the end', () => {
    expect(byMeasure({ a: 50, b: 0 }, { decimals: 0, ...rank({}) })).toEqual(['1 a', '2 b']);
    expect(byMeasure({ a: 50, b: 0 }, { decimals: 0, ...rank({ on: 'rounded' }) })).toEqual([
      '1 a shared',
      '1 b shared',
    ]);
    expect(byMeasure({ a: 150, b: 200 }, { decimals: 0, ...rank({ on: 'rounded' }) })).toEqual([
      '1 a shared',
      '1 b shared',
    ]);
  });

  it('shares a rank where nothing tells two apart, and leaves the next one empty; the body’s to settle where it says so', () => {
    expect(byMeasure({ a: 1, b: 1, c: 0 })).toEqual(['1 a shared', '1 b shared', '3 c']);
    expect(byMeasure({ a: 1, b: 1, c: 0 }, rank({ then: 'body' }))).toEqual(['1 a body', '1 b body', '3 c']);
  });

  it('draws by SHA-256 of the round’s seed and the entry, and not by ids that somebody could choose', () => {
    const seeds = ['0', '1', '2', '3', '4', '5'].map((digit) => digit.repeat(64));
    const orders = seeds.map((seed) => byMeasure({ a: 1, b: 1, c: 1 }, rank({ then: 'draw' }), { seed }));
    orders.forEach((order, at) => {
      const drawn = ['a', 'b', 'c'].sort((one, other) =>
        drawOf(seeds[at] ?? '', one) < drawOf(seeds[at] ?? '', other) ? -1 : 1,
      );
      expect(order).toEqual(drawn.map((entryId, place) => `${place + 1} ${entryId} draw`));
    });
    expect(new Set(orders.map(String)).size).toBeGreaterThan(2);
    expect(
      compute(tablesOf([measure('clock')], rank({ then: 'draw' })), { ...inputsOf({}), entries: [{ entryId: 'a' }] }),
    ).toEqual({
      kind: 'impossible',
      problems: [{ reason: 'SEED_MISSING', path: '' }],
    });
  });

  it('ranks each category apart', () => {
    expect(byMeasure({ a: 1, b: 2, c: 3, d: 4 }, { within: 'category' })).toEqual(['1 b', '2 a', '1 d', '2 c']);
  });

  it('settles ties by rows and by a criterion’s counted marks, and says which one it was', () => {
    const marks = inputsOf({
      x1: { a: [2000, 3000], b: [3000, 2000], c: [3000, 2000] },
      x2: { a: [2000, 3000], b: [3000, 2000], c: [3000, 2000] },
    });
    const ties = [
      { by: 'mark' as const, criterion: 'effect', of: [{ row: 'mean', weight: 10_000 }], better: 'higher' as const },
    ];
    const { entries } = resultOf(tablesOf([take()], rank({ ties })), marks);
    expect(entries.map(({ entryId, rank: place, tie }) => [entryId, place, tie?.settledBy, tie?.values[0]])).toEqual([
      ['a', 1, 'mark:effect', { key: 'mark:effect', numerator: '3000', denominator: '1' }],
      ['b', 2, 'shared', { key: 'mark:effect', numerator: '2000', denominator: '1' }],
      ['c', 2, 'shared', { key: 'mark:effect', numerator: '2000', denominator: '1' }],
    ]);
  });

  it('lets an absent tie value lose', () => {
    const rows = [measure('y', 'leave-out', 'y'), measure('x', 'unranked', 'x')];
    const { entries } = resultOf(tablesOf(rows, rank({ ties: [{ by: 'row', row: 'y', better: 'lower' }] }), sources), {
      ...inputsOf({}),
      entries: [{ entryId: 'a' }, { entryId: 'b' }],
      values: valuesOf({ x: { a: 1, b: 1 }, y: { b: 9 } }),
    });
    expect(entries.map(({ entryId, tie }) => [entryId, tie?.settledBy])).toEqual([
      ['b', 'row:y'],
      ['a', 'row:y'],
    ]);
  });
});

describe('a phase', () => {
  const [heats] = tablesOf([measure('clock')]).phases as readonly [Phase];
  const result = resultOf(tablesOf([measure('clock')]), {
    ...inputsOf({}),
    entries: ['a', 'b', 'c'].map((entryId) => ({ entryId })),
    values: valuesOf({ clock: { a: 3, b: 2, c: 2 } }),
  });
  const from = { kind: 'from', phase: 'main', first: 2 } as const;

  it('admits the first of an earlier one, equals across the limit as it says', () => {
    const ids = (edge: 'in' | 'out' | 'body', chosen: readonly string[] = []) => {
      const { entries, open } = admittedEntries({ ...from, edge }, { phase: heats, result }, chosen);
      return [entries.map(({ entryId }) => entryId).join(' '), open.map(({ subjects, places }) => [subjects, places])];
    };
    expect(ids('in')).toEqual(['a b c', []]);
    expect(ids('out')).toEqual(['a', []]);
    expect(ids('body')).toEqual(['a', [[['b', 'c'], 1]]]);
    expect(ids('body', ['c'])).toEqual(['a c', []]);
  });
});
