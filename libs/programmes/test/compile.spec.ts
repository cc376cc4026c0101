import { describe, expect, it } from '@jest/globals';
import { compile, readCanonical, canonicalText } from '../src/index.ts';
import { compiledOf, templateOf, textOf } from './template-files.ts';

const template = templateOf(textOf('jiangong-edition'));

describe('an edition sets parameters within their limits', () => {
  it.each([
    ['one that is not there', { quotas: '2' }, 'PARAMETER_UNKNOWN', '$.quotas'],
    ['above the limit', { quota: '11' }, 'PARAMETER_OUT_OF_LIMITS', '$.quota'],
    ['below the limit', { quota: '0' }, 'PARAMETER_OUT_OF_LIMITS', '$.quota'],
    ['a share for a count', { quota: '5%' }, 'PARAMETER_KIND', '$.quota'],
    ['a piece of a count', { quota: '2.5' }, 'PARAMETER_KIND', '$.quota'],
    ['a word', { quota: 'two' }, 'CONSTANT_MALFORMED', '$.quota'],
    ['a number written otherwise', { quota: '02' }, 'CONSTANT_MALFORMED', '$.quota'],
    ["an object's own name", { constructor: '2' }, 'PARAMETER_UNKNOWN', '$.constructor'],
  ])('%s is refused', (_, values, reason, path) =>
    expect(compile(template, values as unknown as Record<string, string>)).toMatchObject({
      kind: 'refused',
      problems: [{ reason, path }],
    }),
  );

  it('only of those offered, where values are offered', () => {
    const pacesetters = templateOf(textOf('pacesetters'));
    expect(compile(pacesetters, { firstPrizes: '3' })).toMatchObject({
      problems: [{ reason: 'PARAMETER_OUT_OF_LIMITS' }],
    });
    const both = ['1', '5'].map((firstPrizes) => compiledOf(pacesetters, { firstPrizes }).outcome[0]?.ranking.needs[1]);
    const query = {
      fact: 'count.honours',
      code: 'jiangong.first',
      holder: 'home',
      over: 'series',
      distinct: 'edition',
    };
    expect(both).toEqual([
      { query, atLeast: 1 },
      { query, atLeast: 5 },
    ]);
  });

  it('and nothing that would not work with them', () =>
    expect(
      compile(templateOf(textOf('jiangong-edition').replace('drop: [1, 1]', 'drop: [2, 2]')), { expertsLeast: '4' }),
    ).toMatchObject({
      kind: 'refused',
      problems: [{ reason: 'LEAST_BELOW_DROPS', path: '$.result[0].steps[1].least' }],
    }));

  it('the tables say every value that they were compiled with', () =>
    expect(compiledOf(template, { quota: '2' }).parameters).toEqual({
      quota: '2',
      unitsLeast: '5',
      expertsLeast: '5',
      firstCount: '10',
      secondCount: '20',
      thirdCount: '30',
      organizerPlaces: '10',
      noticeDays: '5',
    }));
});

describe('tables are the same whoever compiles', () => {
  it('from the YAML or from the canonical text that was told', () => {
    const told = readCanonical(canonicalText(template));
    expect(told.kind === 'template' && compile(told.template, { quota: '2' })).toEqual(
      compile(template, { quota: '2' }),
    );
  });

  it('no text is left to read: shares in basis points, points in hundredths, levels from the best', () => {
    const { sources, phases, outcome } = compiledOf(templateOf(textOf('s2-peer-abcd')));
    expect(sources[0]).toMatchObject({
      table: {
        criteria: [
          {
            id: 'q1',
            points: 100,
            scale: {
              levels: [
                { id: 'A', share: 10_000 },
                { id: 'B', share: 8_000 },
                { id: 'C', share: 6_000 },
                { id: 'D', share: 4_000 },
              ],
            },
          },
          {},
          {},
          {},
          {},
          {},
          {},
          {},
        ],
      },
      filling: { by: 'units', seat: 'organization', controls: { spread: { A: 3_000 } } },
    });
    expect(phases[0]?.rows).toMatchObject([{ reduce: { how: 'pooled' }, least: 3 }]);
    expect(outcome[0]?.ranking.pick).toEqual({ by: 'each' });
  });

  it('a quota by members is counted, not named', () =>
    expect(compiledOf(templateOf(textOf('p09-two-excellences')), { memberQuota: '50' }).subjects[0]?.quota).toEqual({
      of: 'unit',
      rule: { kind: 'per', one: 50, counted: 'members', round: 'half-up' },
      least: 1,
    }));

  it('seconds that rank from below, bands from the best', () => {
    const { phases } = compiledOf(templateOf(textOf('p12c-skills')));
    expect(phases[0]?.rank).toEqual({ on: 'exact', better: 'lower', ties: [], then: 'shared' });
    expect(phases[1]).toMatchObject({ admits: { kind: 'from', phase: 'heats', first: 16, edge: 'in' } });
    expect(phases[1]?.rows[3]).toEqual({
      id: 'speed',
      absent: 'unranked',
      op: 'bands',
      of: 't',
      when: 'at-most',
      bands: [
        { limit: 36_000, points: 10_000 },
        { limit: 48_000, points: 8_000 },
        { limit: 60_000, points: 6_000 },
      ],
      else: 0,
    });
  });

  it('thresholds stand on one ladder', () =>
    expect(compiledOf(templateOf(textOf('p08c-stars'))).outcome.map(({ ranking }) => ranking.pick)).toEqual([
      { by: 'at-least', score: 9_000 },
      { by: 'at-least', score: 8_000, after: 'five' },
      { by: 'at-least', score: 7_000, after: 'four' },
      { by: 'at-least', score: 6_000, after: 'three' },
    ]));
});

describe('a check-list', () => {
  const rowOf = (name: string, edit: readonly [string, string] = ['', '']) => {
    const compiled = compiledOf(templateOf(textOf(name).replace(edit[0], () => edit[1])));
    return compiled.phases[0]?.rows.find(({ op }) => op === 'take-checklist');
  };

  it('has as many periods of each area as its round has, and asks for half of them', () =>
    expect(rowOf('p03-four-exams')).toEqual({
      id: 'ninety',
      absent: 'unranked',
      op: 'take-checklist',
      source: 'checks',
      view: 'last',
      unscored: 'leave-out',
      areas: [
        { area: 'politics', periods: 6, least: 3 },
        { area: 'overview', periods: 2, least: 1 },
        { area: 'duty', periods: 2, least: 1 },
        { area: 'standard', periods: 6, least: 3 },
        { area: 'centre', periods: 1, least: 1 },
        { area: 'style', periods: 1, least: 1 },
      ],
    }));

  it('levels are called as the template calls them, and a template without such names is what it was', () => {
    const bare = textOf('peer-abcd');
    const named = bare.replace('D: 40%}}', 'D: 40%}, names: {A: [优秀, Excellent], D: [较差, Poor]}}');
    const levelsOf = (text: string) =>
      compiledOf(templateOf(text)).sources.flatMap((source) => (source.kind === 'panel' ? [source.levelNames] : []));
    expect(levelsOf(bare)).toEqual([{}]);
    expect(levelsOf(named)).toEqual([{ politics: { A: ['优秀', 'Excellent'], D: ['较差', 'Poor'] } }]);
    expect(canonicalText(templateOf(bare))).not.toContain('names');
  });

  it('takes the areas that a step names, and no others', () =>
    expect(rowOf('s4-checklist', ['take: list,', 'take: list, areas: [life, extra],'])).toMatchObject({
      areas: [
        { area: 'life', periods: 4, least: 2 },
        { area: 'extra', periods: 1, least: 1 },
      ],
    }));

  it('says of each item its owner, what it starts with, and what an occurrence gives or takes', () => {
    const [list] = compiledOf(templateOf(textOf('s4-checklist'))).sources;
    expect(list).toMatchObject({
      kind: 'checklist',
      table: {
        pointsTotal: 1_200,
        self: true,
        own: { by: 'allow' },
        areas: [
          {
            id: 'life',
            deductMax: 300,
            lists: [
              {
                fromPeriod: 1,
                items: [
                  { id: 'three-meetings', points: 400, starts: 'full', per: -20, floor: 0, cap: 400, step: 1 },
                  { id: 'study-plan', points: 100, per: -100 },
                ],
              },
            ],
          },
          { id: 'organization' },
          {
            id: 'extra',
            lists: [{ items: [{ cap: 100 }, { points: 50, group: 'model' }, { points: 100, group: 'model' }] }],
          },
        ],
      },
      filling: {
        owners: { 'three-meetings': 'office', election: 'office' },
        periods: { life: 'quarter', organization: null },
        vetoes: ['election'],
        answer: true,
        redrawn: 'edition',
      },
    });
  });
});
