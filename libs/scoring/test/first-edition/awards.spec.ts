import { describe, expect, it } from '@jest/globals';
import {
  type AwardsPlan,
  defaultAwardsPlan,
  excellentOrganizations,
  gradeOfRank,
  gradesByRank,
  pacesetterRecords,
} from '@jiangong/scoring/testing';

const plan: AwardsPlan = {
  ...defaultAwardsPlan,
  grades: [
    { id: 'first', nameZh: '一等奖', nameEn: 'First Prize', count: 1 },
    { id: 'second', nameZh: '二等奖', nameEn: 'Second Prize', count: 2 },
  ],
  organizations: { countMax: 1, declaredMin: 1, awardedMin: 1 },
};

describe('awards by rank', () => {
  it('gives each grade to the next ranks, and nothing beyond', () => {
    expect([1, 2, 3, 4].map((rank) => gradeOfRank(plan, rank))).toEqual(['first', 'second', 'second', undefined]);
  });

  it('gives entries that share a rank the same grade', () => {
    const ranking = [
      { entryId: 'b', rank: 1 },
      { entryId: 'a', rank: 1 },
      { entryId: 'c', rank: 3 },
    ];
    expect(gradesByRank(plan, ranking).map(({ entryId, grade }) => `${entryId} ${grade}`)).toEqual([
      'a first',
      'b first',
      'c second',
    ]);
  });
});

describe('Awards for Excellent Organization', () => {
  const entries = [
    { entryId: 'a', organizationId: 'u1' },
    { entryId: 'b', organizationId: 'u2' },
    { entryId: 'c', organizationId: 'u2' },
    { entryId: 'd', organizationId: 'u3' },
  ];
  const graded = (entryId: string, rank: number, grade: string) => ({ entryId, rank, grade });

  it('goes to the units with the most awarded entries', () => {
    const awarded = [graded('a', 1, 'first'), graded('b', 2, 'second'), graded('c', 3, 'second')];
    expect(excellentOrganizations(plan, entries, awarded)).toEqual([
      { organizationId: 'u2', place: 1, declared: 2, awarded: 2 },
    ]);
  });

  it('prefers the higher grade among equal counts, then the better rank', () => {
    const two = { ...plan, organizations: { ...plan.organizations, countMax: 3 } };
    const awarded = [graded('d', 2, 'second'), graded('a', 1, 'first'), graded('b', 3, 'second')];
    expect(excellentOrganizations(two, entries, awarded).map(({ organizationId }) => organizationId)).toEqual([
      'u1',
      'u3',
      'u2',
    ]);
  });

  it('lets equal units share the last place', () => {
    const awarded = [graded('a', 1, 'first'), graded('d', 1, 'first')];
    expect(
      excellentOrganizations(plan, entries, awarded).map(({ organizationId, place }) => `${place} ${organizationId}`),
    ).toEqual(['1 u1', '1 u3']);
  });
});

describe('pacesetter units', () => {
  const series = [
    { year: 2022, declared: ['u1', 'u2'], firstPrizes: ['u1', 'u3'] },
    { year: 2021, declared: ['u1', 'u2', 'u3'], firstPrizes: ['u1', 'u2'] },
  ];

  it('qualify by both readings, once or in every year; a year without a declaration disqualifies', () => {
    expect(pacesetterRecords(series)).toEqual([
      {
        organizationId: 'u1',
        yearsDeclared: [2021, 2022],
        yearsFirstPrize: [2021, 2022],
        qualifies: ['first-prize-once', 'first-prize-every-year'],
      },
      { organizationId: 'u2', yearsDeclared: [2021, 2022], yearsFirstPrize: [2021], qualifies: ['first-prize-once'] },
      { organizationId: 'u3', yearsDeclared: [2021], yearsFirstPrize: [2022], qualifies: [] },
    ]);
  });
});
