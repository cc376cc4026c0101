import { describe, expect, it } from '@jest/globals';
import type { ComputeNaming } from '../../../src/domain/naming/orders.ts';
import { computeNaming, edition } from './example-naming.ts';
import { computed, given, namedIn, result, stateOf, subjects } from './naming-list.ts';

const refused = (over: Partial<ComputeNaming>) => given().when(computeNaming(over));

describe('the list of a naming', () => {
  const made = computed();
  it('names every subject looked at, in or out under each reading, with the reasons', () =>
    expect(subjects(made)).toEqual([
      {
        organizationId: 'u1',
        lineage: [],
        mergedInto: null,
        declared: [2021, 2022],
        firstPrizes: [
          { year: 2021, honourIds: ['h2021-0'] },
          { year: 2022, honourIds: ['h2022-0'] },
        ],
        readings: [
          { reading: 'first-prize-once', in: true, reasons: [] },
          { reading: 'first-prize-every-year', in: true, reasons: [] },
        ],
      },
      {
        organizationId: 'u2',
        lineage: [],
        mergedInto: null,
        declared: [2021, 2022],
        firstPrizes: [{ year: 2021, honourIds: ['h2021-1'] }],
        readings: [
          { reading: 'first-prize-once', in: true, reasons: [] },
          { reading: 'first-prize-every-year', in: false, reasons: [{ reason: 'no-first-prize', years: [2022] }] },
        ],
      },
      {
        organizationId: 'u3',
        lineage: [],
        mergedInto: null,
        declared: [2021],
        firstPrizes: [],
        readings: ['first-prize-once', 'first-prize-every-year'].map((reading) => ({
          reading,
          in: false,
          reasons: [
            { reason: 'not-declared', years: [2022] },
            { reason: 'no-first-prize', years: [2021, 2022] },
          ],
        })),
      },
    ]));
  it('records each edition with its template, decision and circular', () =>
    expect(result(made).editions[0]).toEqual({
      editionId: 'e2021',
      year: 2021,
      state: 'commended',
      templateHash: 't2021',
      roundId: 'r2021',
      decisionId: 'd2021',
      documentNumber: '〔2021〕30号',
    }));
  it('comes in parts: a province does not fit one fact', () => {
    const many = Array.from({ length: 1_001 }, (_, at) => `unit-${String(at).padStart(4, '0')}`);
    const parts = computed({ editions: [edition(2021, many, ['unit-0000']), edition(2022, many, [])] });
    expect(parts.map((fact) => (fact.type === 'SubjectsLookedAt.v1' ? fact.data.subjects.length : 'result'))).toEqual([
      500,
      500,
      1,
      'result',
    ]);
    expect(stateOf(parts).subjects).toHaveLength(1_001);
  });
  it('computed again from the same changes nothing', () =>
    given(...made)
      .when(computeNaming({ now: '2022-12-11T02:00:00.000Z' }))
      .then());
  it('of a merged unit has what those it came from declared and won, each year once', () => {
    const merged = computed({
      editions: [edition(2021, ['u2', 'u3'], ['u2', 'u3']), edition(2022, ['u4'], [])],
      successors: { u2: 'u4', u3: 'u4' },
    });
    expect(subjects(merged).find(({ organizationId }) => organizationId === 'u4')).toMatchObject({
      lineage: ['u2', 'u3'],
      declared: [2021, 2022],
      firstPrizes: [{ year: 2021, honourIds: ['h2021-0', 'h2021-1'] }],
    });
    expect(subjects(merged).find(({ organizationId }) => organizationId === 'u2')?.mergedInto).toBe('u4');
    expect(namedIn(merged, 'first-prize-once')).toEqual(['u4']);
  });
  it('carries the adopted template it follows, and what was set of it', () =>
    expect(result(made)).toMatchObject({ templateHash: 'pacesetters', parameters: {}, series: 'jiangong' }));
  it('is of the series that its template is about', () =>
    refused({
      editions: [edition(2021, [], []), edition(2022, [], [], { series: 'another' })],
    }).thenRefused({ reason: 'SERIES_OF_ANOTHER_PROGRAMME', field: 'templateHash', details: { year: 2022 } }));
  it('is over as many years as its template asks for', () =>
    refused({ years: 5 }).thenRefused({
      reason: 'YEARS_INVALID',
      field: 'lastYear',
      details: { yearsMax: 20, years: 5 },
    }));
  it('needs a commended edition in every year, and one only', () => {
    refused({ lastYear: 2023, years: 3 }).thenRefused({
      reason: 'YEAR_WITHOUT_EDITION',
      field: 'firstYear',
      details: { year: 2023 },
    });
    const twice = [edition(2021, [], []), edition(2021, [], []), edition(2022, [], [])];
    refused({ editions: twice }).thenRefused({ reason: 'YEAR_WITH_TWO_EDITIONS', field: 'firstYear' });
    refused({ editions: [edition(2021, [], []), edition(2022, [], [], { state: 'under-way' })] }).thenRefused({
      reason: 'YEAR_NOT_COMMENDED',
      field: 'lastYear',
    });
    refused({ firstYear: 2023 }).thenRefused({ reason: 'YEARS_INVALID', field: 'lastYear' });
  });
  it('is computed on its day or later, over what was decided by then', () => {
    const asOf = (day: string) => ({ tables: { ...computeNaming().tables, asOf: day } });
    expect(result(computed(asOf('2022-12-10'))).asOf).toBe('2022-12-10');
    refused(asOf('2022-12-11')).thenRefused({
      reason: 'NAMING_BEFORE_ITS_DAY',
      field: 'lastYear',
      details: { day: '2022-12-11' },
    });
    const late = edition(2022, ['u1', 'u2'], ['u1'], { decidedOn: '2022-12-10' });
    refused({ ...asOf('2022-12-09'), editions: [late, edition(2021, ['u1'], ['u1'])] }).thenRefused({
      reason: 'YEAR_DECIDED_AFTER_DAY',
      field: 'lastYear',
      details: { year: 2022, day: '2022-12-09' },
    });
  });
  it('is spoiled by an abandoned year, or skips it, as the template says', () => {
    const editions = [edition(2021, ['u1'], ['u1']), edition(2022, [], [], { state: 'abandoned' })];
    refused({ editions }).thenRefused({ reason: 'YEAR_ABANDONED', field: 'firstYear' });
    const skipping = computed({ editions, tables: { ...computeNaming().tables, abandoned: 'skip' } });
    expect(namedIn(skipping, 'first-prize-every-year')).toEqual(['u1']);
    expect(result(skipping).editions.map(({ year, state }) => `${year} ${state}`)).toEqual([
      '2021 commended',
      '2022 abandoned',
    ]);
  });
});
