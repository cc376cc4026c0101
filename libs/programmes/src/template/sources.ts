import { programmeLimits as limits } from '../limits.ts';
import {
  byDefault,
  choice,
  decimal,
  distinctList,
  either,
  flag,
  list,
  map,
  optional,
  percent,
  record,
  tagged,
  type ValueOf,
  whole,
} from '../shape/shape.ts';
import { count, ID, ids, NAME, POINTS_RANGE, WHOLE_SHARE } from './names.ts';
import { FACT } from './tests.ts';

const POINTS = decimal(POINTS_RANGE);
const POINTS_OR_NONE = decimal({ ...POINTS_RANGE, min: 0 });
const SIGNED = decimal({ min: -POINTS_RANGE.max, max: POINTS_RANGE.max });
const SHARE = percent(WHOLE_SHARE);

const CONTROLS = record({
  full: optional(record({ atMost: SHARE, of: choice('paper') })),
  spread: optional(map('level', SHARE, { min: 1, max: limits.levelsMax })),
  distinct: optional(flag),
});

export const CRITERION = record({
  id: ID,
  name: optional(NAME),
  points: POINTS,
  step: optional(POINTS),
  bands: optional(list(POINTS_OR_NONE, { min: 1, max: limits.bandsMax })),
  ranges: optional(list(list(POINTS_OR_NONE, { min: 2, max: 2 }), { min: 1, max: limits.bandsMax })),
  levels: optional(map('level', SHARE, { min: 2, max: limits.levelsMax })),
  /** Of its levels, by id. */
  names: optional(map('level', NAME, { min: 1, max: limits.levelsMax })),
});
export type CriterionRule = ValueOf<typeof CRITERION>;

export const PANEL = record({
  kind: choice('panel'),
  by: ID,
  vote: byDefault(choice('person', 'organization'), 'person'),
  own: byDefault(choice('skip', 'allow'), 'skip'),
  marks: byDefault(choice('points', 'coefficient'), 'points'),
  assign: byDefault(
    either({
      text: choice('all'),
      map: record({
        each: whole({ min: 1, max: limits.panelMax }),
        former: optional(whole({ min: 1, max: limits.formerYearsMax })),
      }),
    }),
    'all',
  ),
  shown: byDefault(choice('after-close', 'at-once'), 'after-close'),
  /** All entries on one paper that is opened at once, or entry by entry (`one`). */
  part: byDefault(choice('all', 'one'), 'all'),
  order: byDefault(choice('given', 'drawn'), 'given'),
  total: POINTS,
  criteria: distinctList(CRITERION, { min: 1, max: limits.criteriaMax }),
  controls: optional(CONTROLS),
});
export type PanelRule = ValueOf<typeof PANEL>;

const ITEM = record({
  id: ID,
  name: optional(NAME),
  points: POINTS,
  by: optional(ID),
  starts: byDefault(choice('full', 'zero'), 'zero'),
  per: optional(SIGNED),
  floor: byDefault(SIGNED, '0'),
  cap: optional(POINTS_OR_NONE),
  step: optional(POINTS),
  measures: optional(map('id', POINTS, { min: 1, max: limits.measuresMax })),
  group: optional(ID),
  veto: byDefault(flag, false),
});
export type ItemRule = ValueOf<typeof ITEM>;

const AREA = record({
  id: ID,
  name: optional(NAME),
  points: POINTS,
  period: optional(choice('month', 'quarter', 'half')),
  across: byDefault(choice('mean', 'sum', 'best', 'last'), 'mean'),
  least: optional(whole({ min: 1, max: 12 })),
  by: ID,
  deductMax: optional(POINTS),
  items: either({
    map: map('id', POINTS, { min: 1, max: limits.itemsMax }),
    list: distinctList(ITEM, { min: 1, max: limits.itemsMax }),
  }),
});
export type AreaRule = ValueOf<typeof AREA>;

export const CHECKLIST = record({
  kind: choice('checklist'),
  total: POINTS,
  areas: distinctList(AREA, { min: 1, max: limits.areasMax }),
  self: byDefault(flag, false),
  reviews: byDefault(ids(10), []),
  /** Who marks the owner office's own entry: the mean of the others, a party, or nobody else (`allow`). */
  own: byDefault(ID, 'allow'),
  unscored: byDefault(choice('full', 'zero', 'leave-out', 'refuse'), 'leave-out'),
  answer: byDefault(flag, false),
  redrawn: byDefault(choice('edition', 'period'), 'edition'),
});
export type ChecklistRule = ValueOf<typeof CHECKLIST>;

export const BONUS = record({
  kind: choice('bonus'),
  claim: ID,
  decide: ID,
  cap: optional(POINTS),
  document: byDefault(choice('required', 'welcome'), 'required'),
  once: optional(choice('family')),
  groups: distinctList(
    record({
      id: ID,
      name: optional(NAME),
      cap: optional(POINTS),
      items: optional(
        either({
          map: map('id', POINTS, { min: 1, max: limits.itemsMax }),
          list: ids(limits.itemsMax, 1),
        }),
      ),
      levels: optional(map('level', POINTS, { min: 1, max: limits.levelsMax })),
      /** Of its items and levels, by id. */
      names: optional(map('id', NAME, { min: 1, max: limits.itemsMax })),
    }),
    { min: 1, max: limits.areasMax },
  ),
});
export type BonusRule = ValueOf<typeof BONUS>;

export const BALLOT = record({
  kind: choice('ballot'),
  levels: optional(map('level', POINTS_OR_NONE, { min: 2, max: limits.levelsMax })),
  pick: optional(
    record({
      exactly: optional(count(1, limits.placesMax)),
      atMost: optional(count(1, limits.placesMax)),
    }),
  ),
  /** What voters read for each level, and for each question where there are several. */
  names: optional(map('level', NAME, { min: 2, max: limits.levelsMax + limits.questionsMax })),
  questions: optional(ids(limits.questionsMax, 1)),
  electorates: distinctList(
    /** `name`: what voters read of the group that their vote is counted in. */
    record({ id: ID, who: ID, scope: choice('entry', 'round'), merge: optional(ID), name: optional(NAME) }),
    { min: 1, max: limits.electoratesMax },
  ),
  own: byDefault(choice('allow', 'split-by-home'), 'allow'),
  turnout: byDefault(SHARE, '0%'),
  /** The share of the stage's time in which tokens are issued; the box opens when it is over. */
  tokens: byDefault(percent({ min: 1_000, max: 9_000 }), '50%'),
  least: byDefault(whole({ min: 5, max: limits.voterGroupMax }), 5),
  below: byDefault(choice('leave-out', 'refuse', 'unranked'), 'unranked'),
  box: byDefault(flag, false),
  controls: optional(CONTROLS),
});
export type BallotRule = ValueOf<typeof BALLOT>;

export const MEASURE = record({
  kind: choice('measure'),
  /** What those who record it, and those who are measured, read. */
  name: optional(NAME),
  unit: ID,
  decimals: whole({ min: 0, max: limits.decimalsMax }),
  better: choice('higher', 'lower'),
  from: choice('import', 'compute'),
  by: optional(ID),
  compute: optional(FACT),
  document: byDefault(choice('required', 'welcome'), 'welcome'),
});
export type MeasureRule = ValueOf<typeof MEASURE>;

export const SOURCES = map(
  'id',
  tagged('kind', { panel: PANEL, checklist: CHECKLIST, bonus: BONUS, ballot: BALLOT, measure: MEASURE }),
  { max: limits.sourcesMax },
);
export type SourceRule = ValueOf<typeof SOURCES>[string];
