import { programmeLimits as limits } from '../limits.ts';
import {
  byDefault,
  choice,
  decimal,
  distinctList,
  either,
  keyed,
  list,
  map,
  optional,
  percent,
  record,
  type Shape,
  type ValueOf,
  whole,
} from '../shape/shape.ts';
import { count, ID, ids, NAME, POINTS_RANGE, WHOLE_SHARE } from './names.ts';

const ABSENT = byDefault(choice('refuse', 'unranked', 'zero', 'leave-out'), 'unranked');
/** What goes on when a row refuses: those who are lacking are asked again, or the body ranks without it, with a reason. */
const WAY_ON = optional(choice('reopen', 'body'));
const AMOUNT = decimal({ min: -POINTS_RANGE.max, max: POINTS_RANGE.max });
const INPUTS = ids(limits.inputsMax, 1);

const row = <F extends Readonly<Record<string, Shape<unknown> | object>>>(fields: F) =>
  ({ id: ID, ...fields, absent: ABSENT, wayOn: WAY_ON }) as const;

/** Which of these fields go with which kind of source is checked apart, where the source is known. */
const TAKE = record(
  row({
    take: ID,
    reduce: optional(choice('mean', 'trimmed', 'pooled')),
    drop: optional(list(whole({ min: 0, max: limits.dropMax }), { min: 2, max: 2 })),
    trim: optional(choice('sheets', 'criteria')),
    recusal: optional(choice('first', 'last')),
    least: optional(count(1, limits.panelMax)),
    missing: optional(choice('leave-out', 'zero', 'refuse')),
    criteria: optional(ids(limits.criteriaMax, 1)),
    areas: optional(ids(limits.areasMax, 1)),
    view: optional(ID),
    groups: optional(ids(limits.areasMax, 1)),
    attempts: optional(choice('best', 'last', 'sum')),
    electorate: optional(ID),
    questions: optional(ids(limits.questionsMax, 1)),
  }),
);
export type TakeStep = ValueOf<typeof TAKE>;

const LIMIT_AND_POINTS = list(AMOUNT, { min: 2, max: 2 });

export const STEP = keyed({
  take: TAKE,
  carry: record(
    row({
      carry: ID,
      across: byDefault(choice('mean', 'sum', 'best', 'last'), 'mean'),
      least: optional(whole({ min: 1, max: 12 })),
    }),
  ),
  sum: record(row({ sum: INPUTS, minus: optional(INPUTS) })),
  weigh: record(
    row({ weigh: map('id', percent({ min: 1, max: WHOLE_SHARE.max }), { min: 1, max: limits.inputsMax }) }),
  ),
  mean: record(row({ mean: INPUTS })),
  best: record(row({ best: INPUTS })),
  scale: record(row({ scale: ID, from: decimal(POINTS_RANGE), to: decimal(POINTS_RANGE) })),
  times: record(row({ times: ID, by: ID })),
  clamp: record(row({ clamp: ID, floor: optional(AMOUNT), cap: optional(AMOUNT) })),
  bands: record(
    row({
      bands: ID,
      atLeast: optional(list(LIMIT_AND_POINTS, { min: 1, max: limits.bandsMax })),
      atMost: optional(list(LIMIT_AND_POINTS, { min: 1, max: limits.bandsMax })),
      else: byDefault(AMOUNT, '0'),
    }),
  ),
  round: record(
    row({
      round: ID,
      decimals: whole({ min: 0, max: limits.decimalsMax }),
      how: byDefault(choice('half-even', 'half-up', 'down'), 'half-even'),
    }),
  ),
});
export type Step = ValueOf<typeof STEP>;

/**
 * Equal scores are told apart by the values of steps, or by the marks of a criterion: its mean over the counted marks of
 * the step `of`, or of every panel of the phase, combined by the weights of the row that weighs them.
 */
const TIE = either({
  text: ID,
  map: record({ mark: ID, of: optional(ID) }),
});

export const PHASE = record({
  phase: ID,
  name: optional(NAME),
  every: byDefault(choice('edition', 'half', 'quarter', 'month', 'year'), 'edition'),
  admits: byDefault(
    either({
      text: choice('all'),
      map: record({
        from: ID,
        first: count(1, limits.placesMax),
        edge: choice('in', 'out', 'body'),
        edgeMax: optional(count(0, limits.placesMax)),
      }),
    }),
    'all',
  ),
  within: byDefault(choice('category', 'home', 'all'), 'all'),
  steps: distinctList(STEP, { min: 1, max: limits.stepsMax }),
  score: ID,
  decimals: whole({ min: 0, max: limits.decimalsMax }),
  rank: record({
    on: choice('rounded', 'exact'),
    better: byDefault(choice('higher', 'lower'), 'higher'),
    ties: byDefault(list(TIE, { max: limits.stepsMax }), []),
    then: choice('shared', 'draw', 'body'),
  }),
});
export type PhaseRule = ValueOf<typeof PHASE>;
export const RESULT = distinctList(PHASE, { max: limits.phasesMax });
