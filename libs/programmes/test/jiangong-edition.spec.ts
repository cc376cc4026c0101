import { describe, expect, it } from '@jest/globals';
import { computePhase, type PhaseTables } from '@jiangong/scoring';
import { tally } from '@jiangong/scoring/testing';
import { phaseInputsOf, rowsOfScheme } from '@jiangong/scoring/testing';
import fc from 'fast-check';
import { type CompiledTemplate, phaseTablesOf } from '../src/index.ts';
import { compiledOf, templateOf, textOf } from './template-files.ts';
import { DEMO_PARAMETERS, TODAYS_SCHEME } from './todays-scheme.ts';

const edition: CompiledTemplate = compiledOf(templateOf(textOf('jiangong-edition')), DEMO_PARAMETERS);
const tables = phaseTablesOf(edition) as PhaseTables;

const sheet = ['guidance', 'effect', 'innovation', 'spread'];

describe('jiangong-edition, compiled with the parameters of the demonstration', () => {
  it('has three rows: the mean of units, the trimmed mean of experts, their weighing', () =>
    expect(tables.phases[0]).toEqual({
      id: 'main',
      admits: { kind: 'all' },
      within: 'all',
      rows: [
        {
          id: 'units-mean',
          op: 'take-panel',
          source: 'units',
          criteria: sheet,
          reduce: { how: 'mean' },
          least: 20,
          missing: 'leave-out',
          absent: 'refuse',
        },
        {
          id: 'experts-mean',
          op: 'take-panel',
          source: 'experts',
          criteria: sheet,
          reduce: { how: 'trimmed', high: 1, low: 1, trim: 'sheets', recusal: 'first' },
          least: 7,
          missing: 'leave-out',
          absent: 'refuse',
        },
        {
          id: 'total',
          op: 'weigh',
          weights: [
            { row: 'units-mean', weight: 4_000 },
            { row: 'experts-mean', weight: 6_000 },
          ],
          absent: 'unranked',
        },
      ],
      score: 'total',
      decimals: 2,
      rank: {
        on: 'exact',
        better: 'higher',
        ties: [
          { by: 'row', row: 'experts-mean', better: 'higher' },
          {
            by: 'mark',
            criterion: 'effect',
            of: [
              { row: 'units-mean', weight: 4_000 },
              { row: 'experts-mean', weight: 6_000 },
            ],
            better: 'higher',
          },
        ],
        then: 'shared',
      },
    }));

  it('a panel below its least number ends no campaign: the seats that are lacking are asked again (decision 56)', () =>
    expect(edition.phases[0]?.waysOn).toEqual({ 'units-mean': 'reopen', 'experts-mean': 'reopen' }));

  it('marks the same four criteria in hundredths, in steps of half a point', () =>
    expect(tables.sources.map((source) => [source.id, source])).toEqual(
      ['experts', 'units'].map((id) => [
        id,
        {
          id,
          kind: 'panel',
          marks: 'points',
          criteria: [2_000, 4_000, 2_000, 2_000].map((points, at) => ({
            id: sheet[at],
            points,
            scale: { kind: 'step', step: 50 },
          })),
          pointsTotal: 10_000,
        },
      ]),
    ));

  it('gives the prizes to the next ranks, equals at the edge all in, and a leader to each first prize', () =>
    expect(
      edition.outcome.map(({ code, to, ranking: { pick, edge, among } }) => ({ code, to, pick, edge, among })),
    ).toEqual([
      { code: 'jiangong.first', to: 'entry', pick: { by: 'first', count: 8 }, edge: 'in', among: [] },
      { code: 'jiangong.second', to: 'entry', pick: { by: 'next', after: 'first', count: 12 }, edge: 'in', among: [] },
      { code: 'jiangong.third', to: 'entry', pick: { by: 'next', after: 'second', count: 20 }, edge: 'in', among: [] },
      { code: 'jiangong.leader', to: 'leader', pick: { by: 'each' }, edge: 'body', among: ['first'] },
      { code: 'jiangong.organizer', to: 'home', pick: { by: 'first', count: 10 }, edge: 'in', among: [] },
    ]));

  it('orders organizations by awarded entries, then by entries of each grade, then by the best rank', () => {
    const organizer = edition.outcome.find(({ id }) => id === 'organizer')?.ranking;
    const awards = (...kind: readonly string[]) => ({ query: { fact: 'count.awards', kind }, better: 'higher' });
    expect(organizer?.order).toEqual([
      awards('first', 'second', 'third'),
      awards('first'),
      awards('second'),
      awards('third'),
      { query: { fact: 'best.rank', kind: ['first', 'second', 'third'] }, better: 'lower' },
    ]);
    expect(organizer?.needs).toEqual([
      { query: { fact: 'count.awards', kind: ['first', 'second', 'third'] }, atLeast: 1 },
    ]);
  });

  it('lets a unit declare two entries, and keeps a notice of five working days', () => {
    expect(edition.intake.quota).toEqual({ of: 'unit', rule: { kind: 'count', count: 2 }, least: 0 });
    expect(edition.notices.map(({ days, clock }) => [days, clock])).toEqual([
      [5, 'working'],
      [5, 'working'],
    ]);
  });
});

/** Row ids are the template's own; the order of sources is without meaning. */
const renamed = (text: string): string =>
  text.replaceAll('take-units', 'units-mean').replaceAll('take-experts', 'experts-mean');

describe('jiangong-edition is the scheme of the first edition', () => {
  const before = JSON.parse(renamed(JSON.stringify(rowsOfScheme(TODAYS_SCHEME)))) as PhaseTables;

  it('row by row', () => {
    expect(tables.phases).toEqual(before.phases);
    expect([...tables.sources].reverse()).toEqual(before.sources);
  });

  it('gives the ranks, scores and fractions of the first edition on random marks', () => {
    const mark = fc.tuple(
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
    );
    const round = fc.integer({ min: 2, max: 6 }).chain((entries) =>
      fc.record({
        units: fc.array(fc.array(mark, { minLength: entries, maxLength: entries }), { minLength: 20, maxLength: 22 }),
        experts: fc.array(fc.array(mark, { minLength: entries, maxLength: entries }), { minLength: 7, maxLength: 9 }),
      }),
    );
    fc.assert(
      fc.property(round, ({ units, experts }) => {
        const ids = units[0]?.map((_, at) => `entry-${at}`) ?? [];
        const seats = [
          ...units.map((marks, at) => ({ id: `u${at}`, group: 'units', marks })),
          ...experts.map((marks, at) => ({ id: `x${at}`, group: 'experts', marks })),
        ];
        const inputs = {
          entries: ids,
          evaluators: seats.map(({ id, group }) => ({ evaluatorId: id, groupId: group })),
          recusals: [],
          sheets: seats.map(({ id, marks }) => ({
            evaluatorId: id,
            scores: marks.map((points, at) => ({ entryId: ids[at] as string, points: points.map((one) => one * 500) })),
          })),
        };
        const old = tally(TODAYS_SCHEME, inputs);
        const now = computePhase(tables, 'main', phaseInputsOf(TODAYS_SCHEME, inputs));
        if (old.kind !== 'tallied' || now.kind !== 'computed') throw new Error(JSON.stringify([old, now]));
        expect(
          now.result.entries.map(({ entryId, rank, score, numerator, denominator }) => ({
            entryId,
            rank,
            score,
            numerator,
            denominator,
          })),
        ).toEqual(
          old.result.entries.map(({ entryId, rank, score, numerator, denominator }) => ({
            entryId,
            rank,
            score,
            numerator,
            denominator,
          })),
        );
      }),
      { numRuns: 200 },
    );
  });
});
