import { describe, expect, it } from '@jest/globals';
import { type OutcomeRule, type PhaseTables, type Row, validateOutcome, validatePhases } from '@jiangong/scoring';
import { rule } from './outcome-tables.ts';
import { clock, experts, measure, tablesOf, take, trimmed } from './tables.ts';

type Json = Record<string, unknown>;

/** A deep copy with one value replaced. */
const changed = (source: unknown, path: string, value: unknown): unknown => {
  const copy = structuredClone(source) as Json;
  const keys = path.split('.');
  const last = keys.pop() as string;
  const place = keys.reduce<Json>((node, key) => node[key] as Json, copy);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
};

const rows: readonly Row[] = [
  { ...take({ reduce: trimmed(), least: 3 }) },
  measure('time'),
  {
    id: 'speed',
    absent: 'zero',
    op: 'bands',
    of: 'time',
    when: 'at-most',
    bands: [
      { limit: 36_000, points: 10_000 },
      { limit: 48_000, points: 8_000 },
    ],
    else: 0,
  },
  { id: 'kept', absent: 'unranked', op: 'clamp', of: 'speed', floor: 0, cap: 10_000 },
  { id: 'extra', absent: 'leave-out', op: 'sum', of: ['kept'], minus: ['speed'] },
  {
    id: 'total',
    absent: 'unranked',
    op: 'weigh',
    weights: [
      { row: 'mean', weight: 6_000 },
      { row: 'kept', weight: 4_000 },
    ],
  },
];
const heats = { ...tablesOf([measure('time')], { score: 'time' }).phases[0], id: 'heats' };
const good = {
  ...tablesOf(rows),
  phases: [
    heats,
    {
      ...tablesOf(rows).phases[0],
      admits: { kind: 'from', phase: 'heats', first: 16, edge: 'in' },
      rank: {
        on: 'exact',
        better: 'higher',
        ties: [
          { by: 'row', row: 'mean', better: 'higher' },
          { by: 'mark', criterion: 'effect', of: [{ row: 'mean', weight: 10_000 }], better: 'higher' },
        ],
        then: 'draw',
      },
    },
  ],
} as PhaseTables;

describe('tables of rows', () => {
  it('pass when they are whole, unchanged', () => {
    expect(validatePhases(JSON.parse(JSON.stringify(good)))).toEqual({ kind: 'valid', value: good });
  });

  const scale = 'sources.0.criteria.0.scale';
  const at = (row: number, key: string) => [`phases.1.rows.${row}.${key}`, `$.phases[1].rows[${row}].${key}`] as const;
  it.each<[string, unknown, string, string]>([
    ['tablesVersion', 1, '$.tablesVersion', 'must be 2'],
    ['colour', 1, '$.colour', 'is not known'],
    ['sources.0.kind', 'dice', '$.sources[0].kind', 'must be one of panel, measure, checklist, bonus, ballot'],
    ['sources.1', experts, '$.sources', 'must not name anything twice'],
    ['sources.0.pointsTotal', 9_000, '$.sources[0].pointsTotal', 'must be what the criteria add up to, 10000'],
    ['sources.0.criteria.1.id', 'innovation', '$.sources[0].criteria', 'must not name anything twice'],
    ['sources.0.criteria.0.points', 100_001, '$.sources[0].criteria[0].points', 'must be an integer from 1 to 100000'],
    [scale, { kind: 'step', step: 60 }, '$.sources[0].criteria[0].scale.step', 'must divide the highest mark'],
    [scale, { kind: 'step', step: 50, bands: [] }, '$.sources[0].criteria[0].scale.bands', 'is not for step'],
    [
      scale,
      { kind: 'bands', bands: [5, 5] },
      '$.sources[0].criteria[0].scale.bands[1]',
      'must be lower than the one before it',
    ],
    [
      scale,
      {
        kind: 'levels',
        levels: [
          { id: 'A', share: 10_000 },
          { id: 'B', share: 3_333 },
        ],
      },
      '$.sources[0].criteria[0].scale.levels[1].share',
      'must give whole hundredths of a point',
    ],
    [
      scale,
      {
        kind: 'ranges',
        step: 50,
        ranges: [
          [0, 100],
          [50, 200],
        ],
      },
      '$.sources[0].criteria[0].scale.ranges[1]',
      'must lie below the range before it',
    ],
    [
      scale,
      { kind: 'ranges', step: 50, ranges: [[100, 0]] },
      '$.sources[0].criteria[0].scale.ranges[0]',
      'must go from the lowest to the highest',
    ],
    ['phases.1.id', 'heats', '$.phases', 'must not name anything twice'],
    ['phases.1.score', 'sum', '$.phases[1].score', 'is no row of this phase'],
    ['phases.1.decimals', 7, '$.phases[1].decimals', 'must be an integer from 0 to 6'],
    ['phases.1.within', 'city', '$.phases[1].within', 'must be one of all, category, home'],
    ['phases.1.admits.phase', 'main', '$.phases[1].admits.phase', 'is no phase above'],
    ['phases.0.admits', { kind: 'all', first: 3 }, '$.phases[0].admits.first', 'is not for all'],
    [
      'phases.1.admits',
      { kind: 'from', phase: 'heats', first: 3, edge: 'out', edgeMax: 1 },
      '$.phases[1].admits.edgeMax',
      'is not for an edge that is out',
    ],
    ['phases.1.rank.then', 'entry-id', '$.phases[1].rank.then', 'must be one of shared, draw, body'],
    ['phases.1.rank.ties.0.row', 'sum', '$.phases[1].rank.ties[0].row', 'is no row of this phase'],
    [
      'phases.1.rank.ties.1.criterion',
      'colour',
      '$.phases[1].rank.ties[1].of[0].row',
      'is no row that takes this criterion from a panel',
    ],
    [
      'phases.1.rank.ties.1.of.0.row',
      'time',
      '$.phases[1].rank.ties[1].of[0].row',
      'is no row that takes this criterion from a panel',
    ],
    ['phases.1.rows', [], '$.phases[1].score', 'is no row of this phase'],
    ['phases.1.rows.1.id', 'mean', '$.phases[1].rows', 'must not name anything twice'],
    [at(0, 'source')[0], 'clock', at(0, 'source')[1], 'is no panel of these sources'],
    [at(0, 'criteria')[0], ['colour'], '$.phases[1].rows[0].criteria[0]', 'is no criterion of this source'],
    [at(0, 'least')[0], 2, at(0, 'least')[1], 'must be more than what is dropped, or nothing would be left to average'],
    [at(0, 'missing')[0], 'maybe', at(0, 'missing')[1], 'must be one of leave-out, zero, refuse'],
    [at(0, 'reduce')[0], { how: 'pooled', high: 1 }, '$.phases[1].rows[0].reduce.high', 'is only for a trimmed mean'],
    [at(0, 'absent')[0], 'skip', at(0, 'absent')[1], 'must be one of refuse, unranked, zero, leave-out'],
    [at(1, 'source')[0], 'experts', at(1, 'source')[1], 'is no measure of these sources'],
    [at(2, 'of')[0], 'total', at(2, 'of')[1], 'is no row above'],
    [
      'phases.1.rows.2.bands.1.limit',
      36_000,
      '$.phases[1].rows[2].bands[1].limit',
      'must be further from the best than the one before it',
    ],
    [at(4, 'minus')[0], ['kept'], at(4, 'minus')[1], 'must not be added, too'],
    ['phases.1.rows.5.weights.0.weight', 6_001, '$.phases[1].rows[5].weights', 'must add up to 10000'],
    ['phases.1.rows.5.weights.1.row', 'mean', '$.phases[1].rows[5].weights', 'must not name anything twice'],
    ['phases.1.rows.5.weights.1.row', 'total', '$.phases[1].rows[5].weights[1].row', 'is no row above'],
  ])('are refused when %s is %j', (path, value, where, problem) => {
    const outcome = validatePhases(changed(good, path, value));
    expect(outcome.kind === 'invalid' ? outcome.problems : []).toContainEqual({ path: where, problem });
  });

  it('are refused when a coefficient could give less than a hundredth of a point, or stands in bands', () => {
    const source = (points: number, scale: object) => ({
      ...good,
      sources: [
        { ...experts, marks: 'coefficient', criteria: [{ id: 'c', points, scale }], pointsTotal: points },
        clock,
      ],
    });
    const problems = (json: unknown) => {
      const outcome = validatePhases(json);
      return outcome.kind === 'invalid' ? outcome.problems.map(({ path, problem }) => `${path} ${problem}`) : [];
    };
    expect(problems(source(50, { kind: 'step', step: 1 }))).toContain(
      '$.sources[0].criteria[0].scale.step must give whole hundredths of a point',
    );
    expect(problems(source(100, { kind: 'bands', bands: [100, 50] }))).toContain(
      '$.sources[0].criteria[0].scale.kind must be step or ranges where marks are coefficients',
    );
  });

  it('hold no more than four rows of times, since each may double the digits of a fraction', () => {
    const times = Array.from({ length: 5 }, (_, at): Row => ({
      id: `t${at}`,
      absent: 'unranked',
      op: 'times',
      of: 'time',
      by: 'time',
    }));
    const outcome = validatePhases(tablesOf([measure('time'), ...times]));
    expect(outcome).toEqual({
      kind: 'invalid',
      problems: [{ path: '$.phases[0].rows', problem: 'must not have more than 4 rows of times' }],
    });
  });
});

const outcome: readonly OutcomeRule[] = [
  rule('first', { by: 'first', count: 1 }, { fall: 'second' }),
  rule('second', { by: 'next-share', after: 'first', share: 2_000, least: 1 }),
  rule('five', { by: 'at-least', score: 9_000 }, { cap: { share: 3_000 }, edge: 'body', edgeMax: 2 }),
  rule('four', { by: 'at-least', score: 8_000, below: 9_000, after: 'five' }, { notAlso: ['first'] }),
  rule(
    'organizer',
    { by: 'first', count: 3 },
    {
      to: 'home',
      order: [{ query: { fact: 'count.awards', kind: ['first', 'second'] }, better: 'higher' }],
      needs: [
        { query: { fact: 'count.awards', kind: ['first'] }, atLeast: 1 },
        {
          anyOf: [
            { query: { fact: 'org.kind' }, is: 'Branch' },
            { query: { fact: 'org.kind' }, oneOf: ['Unit', 'City'] },
          ],
        },
      ],
    },
  ),
];

describe('rules of an outcome', () => {
  it('pass when they are whole, unchanged', () => {
    expect(validateOutcome(JSON.parse(JSON.stringify(outcome)))).toEqual({ kind: 'valid', value: outcome });
  });

  it.each<[string, unknown, string, string]>([
    ['0.id', 'Ä', '$[0].id', 'must match ^[0-9a-z][0-9a-z-]{0,63}$'],
    ['0.colour', 1, '$[0].colour', 'is not known'],
    ['1.id', 'first', '$', 'must not name anything twice'],
    ['0.to', 'everybody', '$[0].to', 'must be one of entry, leader, author, home, secretary'],
    ['0.pick.count', 0, '$[0].pick.count', 'must be an integer from 1 to 20000'],
    [
      '0.pick.by',
      'best',
      '$[0].pick.by',
      'must be one of first, first-share, next, next-share, last, last-share, at-least, each, choice',
    ],
    ['0.pick.share', 1, '$[0].pick.share', 'is not known'],
    ['1.pick.after', 'third', '$[1].pick.after', 'is no rule above'],
    ['1.pick.after', 'five', '$[1].pick.after', 'is no rule above'],
    ['3.pick.after', 'first', '$[3].pick.after', 'is a rule of another kind'],
    ['1.within', 'home', '$[1].pick.after', 'is a rule within other classes'],
    ['0.fall', 'nowhere', '$[0].fall', 'is no rule below'],
    ['0.edge', 'maybe', '$[0].edge', 'must be one of in, out, body'],
    ['0.among', ['five'], '$[0].among[0]', 'is no rule above'],
    ['3.notAlso', ['first', 'first'], '$[3].notAlso', 'must not name anything twice'],
    ['2.cap', {}, '$[2].cap', 'must have a count or a share'],
    ['2.order', outcome[4]?.order, '$[2].order', 'is not for a threshold of scores'],
    ['4.giveWay', 'no', '$[4].giveWay', 'must be true or false'],
    ['4.needs.0.query.fact', 'Drop Table', '$[4].needs[0].query.fact', 'must match ^[a-z]+(?:\\.[a-z]+(?:-[a-z]+)*)?$'],
    ['4.needs.0.atMost', 1, '$[4].needs[0]', 'must compare once, by atLeast, atMost, is or oneOf'],
    ['4.needs.1.anyOf.0', { anyOf: [] }, '$[4].needs[1].anyOf[0]', 'must not have anyOf in anyOf'],
    ['4.needs.1.is', true, '$[4].needs[1]', 'must have nothing beside anyOf'],
    ['4.order.0.better', 'longer', '$[4].order[0].better', 'must be one of higher, lower'],
  ])('are refused when %s is %j', (path, value, where, problem) => {
    const read = validateOutcome(changed(outcome, path, value));
    expect(read.kind === 'invalid' ? read.problems : []).toContainEqual({ path: where, problem });
  });
});
