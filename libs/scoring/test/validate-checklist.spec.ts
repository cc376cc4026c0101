import { describe, expect, it } from '@jest/globals';
import { validatePhases } from '@jiangong/scoring';
import { area, deducting, item, source, tables } from './checklist-example.ts';

const measured = item('p1', 500, { measures: [300, 200].map((points, at) => ({ id: `m${at}`, points })) });
const list = source([
  area('life', 500, [deducting('meetings', 400, 20), item('plan', 100)]),
  area('politics', 500, [measured]),
]);

type Json = Record<string, unknown>;
const changed = (path: string, value: unknown): unknown => {
  const copy = structuredClone(tables(list, { periods: 4 })) as unknown as Json;
  const keys = path.split('.');
  const last = keys.pop() as string;
  keys.reduce<Json>((node, key) => node[key] as Json, copy)[last] = value;
  return copy;
};

const ITEMS = 'sources.0.areas.0.lists.0.items';
const AT = '$.sources[0]';

describe('a check-list that can not be counted is refused with its path', () => {
  it.each([
    ['sources.0.pointsTotal', 900, `${AT}.pointsTotal`, 'must be what the areas add up to, 1000'],
    ['sources.0.self', 'yes', `${AT}.self`, 'must be true or false'],
    ['sources.0.reviews', ['last'], `${AT}.reviews[0]`, 'is a word with a meaning of its own'],
    ['sources.0.reviews', ['office', 'office'], `${AT}.reviews`, 'must not name anything twice'],
    ['sources.0.own', { by: 'nobody' }, `${AT}.own.by`, 'must be one of allow, others-mean, party'],
    ['sources.0.own', { by: 'allow', party: 'x' }, `${AT}.own.party`, 'is only for a party'],
    ['sources.0.areas.1.id', 'life', `${AT}.areas`, 'must not name anything twice'],
    ['sources.0.areas.0.across', 'median', `${AT}.areas[0].across`, 'must be one of mean, sum, best, last'],
    ['sources.0.areas.0.deductMax', 0, `${AT}.areas[0].deductMax`, 'must be an integer from 1 to 1000000'],
    [
      'sources.0.areas.0.points',
      600,
      `${AT}.areas[0].lists[0].items`,
      'must add up to the points of the area, 600, not 500',
    ],
    ['sources.0.areas.0.lists.0.fromPeriod', 2, `${AT}.areas[0].lists[0].fromPeriod`, 'must begin with 1 and go up'],
    [`${ITEMS}.0.per`, 0, `${AT}.areas[0].lists[0].items[0].per`, 'must give or take something'],
    [`${ITEMS}.0.floor`, 500, `${AT}.areas[0].lists[0].items[0].floor`, 'must be an integer from -1000000 to 400'],
    [`${ITEMS}.0.cap`, 401, `${AT}.areas[0].lists[0].items[0].cap`, 'must be an integer from 0 to 400'],
    [`${ITEMS}.1.id`, 'meetings', `${AT}.areas[0].lists[0].items`, 'must not name anything twice'],
    [
      'sources.0.areas.1.lists.0.items.0.measures.0.points',
      400,
      `${AT}.areas[1].lists[0].items[0].points`,
      'must be what the measures add up to, 600',
    ],
    [
      'sources.0.areas.1.lists.0.items.0.id',
      'plan',
      `${AT}.areas[1].lists[0].items`,
      'must not have plan, which stands in another area',
    ],
    ['phases.0.rows.0.source', 'experts', '$.phases[0].rows[0].source', 'is no check-list of these sources'],
    ['phases.0.rows.0.view', 'union', '$.phases[0].rows[0].view', 'is nobody who marks this check-list'],
    [
      'phases.0.rows.0.unscored',
      'skip',
      '$.phases[0].rows[0].unscored',
      'must be one of full, zero, leave-out, refuse',
    ],
    ['phases.0.rows.0.areas.0.area', 'work', '$.phases[0].rows[0].areas[0].area', 'is no area of this source'],
    ['phases.0.rows.0.areas.1.area', 'life', '$.phases[0].rows[0].areas', 'must not name anything twice'],
    ['phases.0.rows.0.areas.0.least', 5, '$.phases[0].rows[0].areas[0].least', 'must be an integer from 1 to 4'],
  ])('%s: %j', (path, value, at, problem) => {
    const judged = validatePhases(changed(path, value));
    expect(judged.kind === 'invalid' && judged.problems).toContainEqual({ path: at, problem });
  });
});
