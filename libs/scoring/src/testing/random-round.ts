import fc from 'fast-check';
import type { EvaluatorGroup, Scheme } from './first-edition/scheme.ts';
import type { TallyInputs } from './first-edition/tally-inputs.ts';

/** A round as a stranger gets it. */
export type Round = Readonly<{ scheme: Scheme; inputs: TallyInputs }>;

const aggregation = fc.oneof(
  fc.constant({ kind: 'mean' } as const),
  fc.record({
    kind: fc.constant('trimmed-mean' as const),
    dropHighest: fc.integer({ min: 0, max: 2 }),
    dropLowest: fc.integer({ min: 0, max: 2 }),
  }),
);

const groups = fc.integer({ min: 1, max: 3 }).chain((count) =>
  fc
    .tuple(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: count, maxLength: count }),
      fc.array(aggregation, { minLength: count, maxLength: count }),
      fc.array(
        fc.record({
          trimming: fc.constantFrom('after-recusal' as const, 'before-recusal' as const),
          missingSheet: fc.constantFrom('leave-out' as const, 'zero' as const),
          spare: fc.integer({ min: 1, max: 2 }),
        }),
        { minLength: count, maxLength: count },
      ),
    )
    .map(([parts, aggregations, rules]): EvaluatorGroup[] => {
      const whole = parts.reduce((sum, part) => sum + part, 0);
      const weights = parts.map((part) => Math.floor((part * 10_000) / whole));
      weights[0] = (weights[0] as number) + 10_000 - weights.reduce((sum, weight) => sum + weight, 0);
      return aggregations.map((kind, at) => ({
        id: `group-${at}`,
        nameZh: `组${at}`,
        nameEn: `Group ${at}`,
        weight: weights[at] as number,
        aggregation: kind,
        trimming: rules[at]?.trimming ?? 'after-recusal',
        missingSheet: rules[at]?.missingSheet ?? 'leave-out',
        panelMin: (kind.kind === 'mean' ? 0 : kind.dropHighest + kind.dropLowest) + (rules[at]?.spare ?? 1),
        belowPanelMin: 'unranked',
      }));
    }),
);

const scheme: fc.Arbitrary<Scheme> = fc
  .record({
    groups,
    criteriaCount: fc.integer({ min: 1, max: 3 }),
    step: fc.constantFrom(1, 10, 100),
    ranking: fc.constantFrom('exact' as const, 'rounded' as const),
    decimals: fc.integer({ min: 0, max: 3 }),
    then: fc.constantFrom('shared-rank' as const, 'entry-id' as const),
    breakers: fc.subarray(['group', 'criterion', 'criterion-of-group'] as const),
  })
  .map(({ groups, criteriaCount, step, ranking, decimals, then, breakers }) => ({
    schemeVersion: 1,
    nameZh: '随机办法',
    nameEn: 'Random scheme',
    // Few points apart, so that ties are common.
    criteria: Array.from({ length: criteriaCount }, (_, at) => ({
      id: `c${at}`,
      nameZh: `项${at}`,
      nameEn: `Item ${at}`,
      pointsMax: step * 4,
      step,
    })),
    groups,
    ranking,
    decimals,
    ties: {
      breakers: breakers.map((by) =>
        by === 'group'
          ? { by, groupId: 'group-0' }
          : { by: 'criterion' as const, criterionId: 'c0', ...(by === 'criterion' ? {} : { groupId: 'group-0' }) },
      ),
      then,
    },
  }));

const cell = (criteria: Scheme['criteria']) =>
  fc.tuple(...criteria.map(({ step }) => fc.integer({ min: 0, max: 4 }).map((units) => units * step)));

/** Small rounds with ties, recusals before and after the scoring, and missing sheets. */
export const randomRound: fc.Arbitrary<Round> = scheme.chain((one) =>
  fc
    .record({
      entryCount: fc.integer({ min: 1, max: 6 }),
      panels: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: one.groups.length, maxLength: one.groups.length }),
    })
    .chain(({ entryCount, panels }) => {
      const entries = Array.from({ length: entryCount }, (_, at) => `entry-${at}`);
      const evaluators = one.groups.flatMap(({ id }, at) =>
        Array.from({ length: panels[at] ?? 1 }, (_, n) => ({ evaluatorId: `person-${at}-${n}`, groupId: id })),
      );
      const perEvaluator = fc.record({
        submitted: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
        cells: fc.tuple(
          ...entries.map(() =>
            fc.record({
              points: cell(one.criteria),
              fate: fc.constantFrom('scored', 'scored', 'scored', 'recused', 'recused-late'),
            }),
          ),
        ),
      });
      return fc.tuple(...evaluators.map(() => perEvaluator)).map((made) => ({
        scheme: one,
        inputs: {
          entries,
          evaluators,
          sheets: evaluators.flatMap(({ evaluatorId }, at) =>
            made[at]?.submitted
              ? [
                  {
                    evaluatorId,
                    scores: entries.flatMap((entryId, n) =>
                      made[at]?.cells[n]?.fate === 'recused'
                        ? []
                        : [{ entryId, points: made[at]?.cells[n]?.points ?? [] }],
                    ),
                  },
                ]
              : [],
          ),
          recusals: evaluators.flatMap(({ evaluatorId }, at) =>
            entries.flatMap((entryId, n) => (made[at]?.cells[n]?.fate === 'scored' ? [] : [{ evaluatorId, entryId }])),
          ),
        },
      }));
    }),
);
