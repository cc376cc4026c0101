import { describe, expect, it } from '@jest/globals';
import { type ChecklistArea, explainChecklist, type PhaseTables, stepsOf } from '@jiangong/scoring';
import {
  area,
  deducting,
  happened,
  inputs,
  item,
  marked,
  outcomeOf,
  resultOf,
  scoreOf,
  source,
  tables,
} from './checklist-example.ts';

describe('an item', () => {
  const meetings = source([area('life', 400, [deducting('meetings', 400, 20)])]);

  it('loses what each occurrence takes, all of them together', () => {
    expect(scoreOf(tables(meetings), inputs())).toBe('400/1');
    expect(scoreOf(tables(meetings), inputs({ occurrences: happened('meetings', 'meetings 1 3') }))).toBe('320/1');
  });

  it('never lies below its floor', () => {
    expect(scoreOf(tables(meetings), inputs({ occurrences: happened('meetings 1 25') }))).toBe('0/1');
    const lower = source([area('life', 400, [deducting('meetings', 400, 20, { floor: -100 })])]);
    expect(scoreOf(tables(lower), inputs({ occurrences: happened('meetings 1 99') }))).toBe('-100/1');
  });

  it('that is earned from zero is capped', () => {
    const press = source([area('extra', 100, [item('press', 100, { per: 20 })])]);
    expect(scoreOf(tables(press), inputs({ occurrences: happened('press 1 3') }))).toBe('60/1');
    expect(scoreOf(tables(press), inputs({ occurrences: happened('press 1 9') }))).toBe('100/1');
  });

  it('that was marked has the mark, whatever occurred', () =>
    expect(
      scoreOf(
        tables(meetings),
        inputs({ occurrences: happened('meetings 1 9'), marks: marked('meetings 1 office 350') }),
      ),
    ).toBe('350/1'));

  it('with measures has what these add up to', () => {
    const measured = item('p1', 700, { measures: [300, 200, 200].map((points, at) => ({ id: `m${at}`, points })) });
    const list = source([area('politics', 700, [measured])]);
    expect(scoreOf(tables(list), inputs({ marks: marked('p1 1 office 250 200 100') }))).toBe('550/1');
    expect(outcomeOf(tables(list), inputs({ marks: marked('p1 1 office 250 200') }))).toEqual({
      kind: 'impossible',
      problems: [{ reason: 'MARKS_MISCOUNTED', path: 'list/a/p1/1/office' }],
    });
  });
});

describe('whose marks', () => {
  const list = source([area('all', 1_000, [item('x', 1_000)])], { reviews: ['unit', 'office'] });
  const given = inputs({ marks: marked('x 1 self 1000', 'x 1 unit 900', 'x 1 office 700') });

  it('self score and reviews stand side by side, and the last review counts', () => {
    expect(scoreOf(tables(list), given)).toBe('700/1');
    expect(scoreOf(tables(list, { view: 'self' }), given)).toBe('1000/1');
    expect(scoreOf(tables(list, { view: 'unit' }), given)).toBe('900/1');
  });

  it('a self score never stands in for a review', () =>
    expect(scoreOf(tables(list), inputs({ marks: marked('x 1 self 1000') }))).toBe('PERIODS_BELOW_MINIMUM'));

  it('an earlier review counts where the last one is not there', () =>
    expect(scoreOf(tables(list), inputs({ marks: marked('x 1 unit 900') }))).toBe('900/1'));

  it('of the owner’s own entry the other offices’ mean, exactly, and not the owner’s', () => {
    const others = { ...list, own: { by: 'others-mean' as const } };
    const own = [{ sourceId: 'list', entryId: 'a', itemId: 'x' }];
    const marks = marked('x 1 office 1000', 'x 1 others:o1 800', 'x 1 others:o2 700', 'x 1 others:o3 500');
    expect(scoreOf(tables(others), inputs({ marks, own }))).toBe('2000/3');
    expect(scoreOf(tables(others), inputs({ marks }))).toBe('1000/1');
  });

  it('of the owner’s own entry the party’s that the template names', () => {
    const named = { ...list, own: { by: 'party' as const, party: 'inspector' } };
    const own = [{ sourceId: 'list', entryId: 'a', itemId: 'x' }];
    const marks = marked('x 1 office 1000', 'x 1 inspector 300');
    expect(scoreOf(tables(named), inputs({ marks, own }))).toBe('300/1');
    expect(scoreOf(tables(list), inputs({ marks: marked('x 1 office 1000'), own }))).toBe('1000/1');
  });
});

describe('an item of which nothing was said', () => {
  const list = source([area('all', 1_000, [item('x', 600, { cap: 500 }), item('y', 400)])]);
  const given = inputs({ marks: marked('y 1 office 200') });

  it.each([
    ['full', '700/1'],
    ['zero', '200/1'],
    // 200 of 400, scaled to the area's 1,000.
    ['leave-out', '500/1'],
  ] as const)('%s', (unscored, score) => expect(scoreOf(tables(list, { unscored }), given)).toBe(score));

  it('refuse: says which, and computes nothing', () =>
    expect(outcomeOf(tables(list, { unscored: 'refuse' }), given)).toEqual({
      kind: 'lacking',
      lacks: [{ row: 'checked', reason: 'ITEM_UNSCORED', entryId: 'a', seatIds: [], items: ['x/1'] }],
    }));

  it('never means an item that counts occurrences: none of them is an answer', () => {
    const counted = source([area('all', 400, [deducting('x', 400, 20)])]);
    expect(scoreOf(tables(counted, { unscored: 'refuse' }), inputs())).toBe('400/1');
  });
});

describe('an area', () => {
  const items = [deducting('x', 300, 100), deducting('y', 200, 200)];

  it('loses no more than the most that may be deducted', () => {
    const list = source([area('life', 500, items, { deductMax: 300 })]);
    expect(scoreOf(tables(list), inputs({ occurrences: happened('x 1 1') }))).toBe('400/1');
    expect(scoreOf(tables(list), inputs({ occurrences: happened('x 1 3', 'y') }))).toBe('200/1');
  });

  it('of a group only the highest counts, and its points are counted once', () => {
    const model = [item('city', 50, { per: 50, group: 'model' }), item('province', 100, { per: 100, group: 'model' })];
    const list = source([area('extra', 200, [...model, item('press', 100, { per: 20 })])]);
    expect(scoreOf(tables(list), inputs({ occurrences: happened('city', 'province', 'press') }))).toBe('120/1');
    expect(scoreOf(tables(list), inputs({ occurrences: happened('city') }))).toBe('50/1');
  });

  const quarterly = (across: ChecklistArea['across']) => source([area('life', 500, items, { across })]);
  const year = inputs({ occurrences: happened('x 1 1', 'x 2 2', 'y 4') });

  it.each([
    ['mean', '375/1'],
    ['sum', '1500/1'],
    ['best', '500/1'],
    ['last', '300/1'],
  ] as const)('%s of its periods, each beginning anew', (across, score) =>
    expect(scoreOf(tables(quarterly(across), { periods: 4 }), year)).toBe(score),
  );

  it('averages the periods that the entry was there for, and asks for enough of them', () => {
    const outside = [1, 2].map((period) => ({ sourceId: 'list', entryId: 'a', areaId: 'life', period }));
    const late = inputs({ occurrences: happened('y 4'), outside });
    expect(scoreOf(tables(quarterly('mean'), { periods: 4, least: 2 }), late)).toBe('400/1');
    expect(scoreOf(tables(quarterly('mean'), { periods: 4, least: 3 }), late)).toBe('PERIODS_BELOW_MINIMUM');
  });

  it('adjusted within the year: each period by the list that held in it', () => {
    const lists = [
      { fromPeriod: 1, items },
      { fromPeriod: 3, items: [deducting('x', 100, 100), item('z', 400)] },
    ];
    const list = source([area('life', 500, [], { lists })]);
    const given = inputs({
      occurrences: happened('y 1', 'x 3 1'),
      marks: marked('z 3 office 400', 'z 4 office 0'),
    });
    // 300 and 500 by the first list, 0 + 400 and 100 + 0 by the second.
    expect(scoreOf(tables(list, { periods: 4 }), given)).toBe('325/1');
    expect(outcomeOf(tables(list, { periods: 4 }), inputs({ occurrences: happened('y 3') }))).toEqual({
      kind: 'impossible',
      problems: [{ reason: 'UNKNOWN_ITEM', path: 'list/a/y/3' }],
    });
  });

  it('has no period beyond the round’s', () =>
    expect(outcomeOf(tables(quarterly('mean'), { periods: 4 }), inputs({ occurrences: happened('x 5') }))).toEqual({
      kind: 'impossible',
      problems: [{ reason: 'UNKNOWN_PERIOD', path: 'list/a/x/5' }],
    }));
});

describe('a check-list as printed', () => {
  // domain.md §7: a missed meeting -0.2, no plan -1, no election on time -3, a bonus capped at 1, and only the highest title.
  const list = source([
    area('life', 500, [deducting('three-meetings', 400, 20), deducting('study-plan', 100, 100)], { deductMax: 300 }),
    area('organization', 500, [deducting('election', 500, 300)]),
    area('extra', 200, [
      item('press', 100, { per: 20 }),
      item('model-city', 50, { per: 50, group: 'model' }),
      item('model-province', 100, { per: 100, group: 'model' }),
    ]),
  ]);

  it('gives what a person computes with a pencil', () => {
    const given = inputs({
      occurrences: happened(
        'three-meetings 1 4',
        'study-plan',
        'election',
        'press 1 7',
        'model-city',
        'model-province',
      ),
    });
    // 5 - 0.8 - 1, and 5 - 3, and 1 (capped) + 1
    expect(scoreOf(tables(list), given)).toBe('720/1');
  });

  it('explains itself: areas add up to the value, and items to their area', () => {
    const given = inputs({ occurrences: happened('three-meetings 1 4', 'model-city', 'model-province') });
    const made = tables(list);
    const [entry] = resultOf(made, given).entries;
    const [step] = stepsOf(made.phases[0] as PhaseTables['phases'][number], entry?.rows ?? []);
    expect(step?.checklist?.areas.map(({ area: id, numerator }) => [id, numerator])).toEqual([
      ['life', '420'],
      ['organization', '500'],
      ['extra', '100'],
    ]);
    expect(
      explainChecklist(made, 'main', given, { row: 'checked', entryId: 'a' })
        .filter(({ area: id }) => id !== 'organization')
        .map(({ item: id, from, count, value, counts }) => [id, from, count, Number(value?.numerator), counts]),
    ).toEqual([
      ['three-meetings', 'occurrences', 4, 320, true],
      ['study-plan', 'occurrences', 0, 100, true],
      ['press', 'occurrences', 0, 0, true],
      ['model-city', 'occurrences', 1, 50, false],
      ['model-province', 'occurrences', 1, 100, true],
    ]);
  });
});
