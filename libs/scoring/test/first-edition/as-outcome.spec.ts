import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computeOutcome, type FactQuery, type GivenFact, type OutcomeRule, validateOutcome } from '@jiangong/scoring';
import {
  type AwardsPlan,
  defaultAwardsPlan,
  excellentOrganizations,
  gradesByRank,
  pacesetterReadings,
  pacesetterRecords,
} from '@jiangong/scoring/testing';
import { inputsOf, rule } from '../outcome-tables.ts';

const RUNS = { numRuns: 400 } as const;

const rulesOf = ({ grades, organizations }: AwardsPlan): readonly OutcomeRule[] => {
  const ids = grades.map(({ id }) => id);
  const awards = (kind: readonly string[]): FactQuery => ({ fact: 'count.awards', kind });
  return [
    ...grades.map(({ id, count }, at) =>
      rule(id, at === 0 ? { by: 'first', count } : { by: 'next', after: ids[at - 1] ?? '', count }),
    ),
    rule('leader', { by: 'each' }, { to: 'leader', among: ids.slice(0, 1) }),
    rule(
      'organizer',
      { by: 'first', count: organizations.countMax },
      {
        to: 'home',
        order: [
          { query: awards(ids), better: 'higher' },
          ...ids.map((id) => ({ query: awards([id]), better: 'higher' as const })),
          { query: { fact: 'best.rank', kind: ids }, better: 'lower' },
        ],
        needs: [
          { query: awards(ids), atLeast: organizations.awardedMin },
          { query: { fact: 'count.entries' }, atLeast: organizations.declaredMin },
        ],
      },
    ),
  ];
};

const plans: fc.Arbitrary<AwardsPlan> = fc
  .record({
    counts: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
    countMax: fc.integer({ min: 1, max: 4 }),
    declaredMin: fc.integer({ min: 1, max: 2 }),
    // Not 0: the first edition orders units without an award by Infinity - Infinity, so that equals get different places.
    awardedMin: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ counts, ...organizations }) => ({
    ...defaultAwardsPlan,
    grades: counts.map((count, at) => ({ id: `grade-${at}`, nameZh: '奖', nameEn: 'Prize', count })),
    organizations,
  }));

const entries = fc.array(
  fc.record({
    points: fc.integer({ min: 0, max: 8 }),
    home: fc.integer({ min: 0, max: 4 }),
    leader: fc.integer({ min: 0, max: 5 }),
  }),
  { minLength: 1, maxLength: 14 },
);

describe('the first edition’s awards follow from rules', () => {
  it('grades by rank, their leaders, and the excellent organizations: equal in random rankings', () => {
    fc.assert(
      fc.property(plans, entries, (plan, made) => {
        const id = (at: number) => `e${String(at).padStart(2, '0')}`;
        const inputs = inputsOf(
          Object.fromEntries(made.map(({ points }, at) => [id(at), points])),
          Object.fromEntries(
            made.map(({ home, leader }, at) => [id(at), { home: `u${home}`, leaders: [`p${leader}`] }]),
          ),
        );
        const rules = rulesOf(plan);
        expect(validateOutcome(JSON.parse(JSON.stringify(rules)))).toEqual({ kind: 'valid', value: rules });
        const { rules: read, problems } = computeOutcome(rules, inputs);
        expect(problems).toEqual([]);
        const ranking = inputs.ranking?.result.entries.map(({ entryId, rank }) => ({ entryId, rank })) ?? [];
        const graded = gradesByRank(plan, ranking);
        const grades = read.filter((one) => one.rule.startsWith('grade-'));
        expect(
          grades.flatMap(({ rule: grade, given }) =>
            given.map(({ holder, rank }) => ({ entryId: holder, rank, grade })),
          ),
        ).toEqual(graded);
        const leaders = graded
          .filter(({ grade }) => grade === 'grade-0')
          .map(({ entryId }) => {
            const { leader } = made[Number(entryId.slice(1))] ?? { leader: -1 };
            return `p${leader}`;
          });
        expect(read.find((one) => one.rule === 'leader')?.given.map(({ holder }) => holder)).toEqual([
          ...new Set(leaders),
        ]);
        const units = made.map(({ home }, at) => ({ entryId: id(at), organizationId: `u${home}` }));
        expect(
          read
            .find((one) => one.rule === 'organizer')
            ?.given.map(({ holder, place }) => ({ organizationId: holder, place })),
        ).toEqual(
          excellentOrganizations(plan, units, graded).map(({ organizationId, place }) => ({ organizationId, place })),
        );
      }),
      RUNS,
    );
  });

  it('pacesetters under both readings: equal in random series', () => {
    const declared: FactQuery = { fact: 'count.declared', over: 'series', distinct: 'edition' };
    const won: FactQuery = {
      fact: 'count.honours',
      code: 'jiangong.first',
      holder: 'home',
      over: 'series',
      distinct: 'edition',
    };
    const unit = fc.subarray(['u1', 'u2', 'u3', 'u4']);
    const series = fc
      .array(fc.record({ declared: unit, firstPrizes: unit }), { minLength: 1, maxLength: 5 })
      .map((years) => years.map((year, at) => ({ ...year, year: 2021 + at })));
    fc.assert(
      fc.property(series, (years) => {
        const records = pacesetterRecords(years);
        const facts = records.flatMap(({ organizationId, yearsDeclared, yearsFirstPrize }): GivenFact[] => [
          { subject: organizationId, query: declared, value: yearsDeclared.length },
          { subject: organizationId, query: won, value: yearsFirstPrize.length },
        ]);
        for (const reading of pacesetterReadings) {
          const atLeast = reading === 'first-prize-once' ? 1 : years.length;
          const pacesetter = rule(
            'pacesetter',
            { by: 'each' },
            {
              needs: [
                { query: declared, atLeast: years.length },
                { query: won, atLeast },
              ],
            },
          );
          const { rules } = computeOutcome([pacesetter], {
            ...inputsOf({}, Object.fromEntries(records.map(({ organizationId }) => [organizationId, {}]))),
            ranking: null,
            facts,
          });
          expect(rules[0]?.given.map(({ holder }) => holder)).toEqual(
            records.filter(({ qualifies }) => qualifies.includes(reading)).map(({ organizationId }) => organizationId),
          );
        }
      }),
      RUNS,
    );
  });
});
