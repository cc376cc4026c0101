import { programmeLimits as limits } from '../limits.ts';
import {
  byDefault,
  choice,
  decimal,
  distinctList,
  flag,
  list,
  optional,
  percent,
  record,
  text,
  type ValueOf,
  whole,
  word,
} from '../shape/shape.ts';
import { CODE, count, ID, ids, NAME, POINTS_RANGE } from './names.ts';
import { FACT, TESTS } from './tests.ts';

const SHARE = percent({ min: 1, max: 10_000 });
const PLACES = count(1, limits.placesMax);
const RULES = ids(limits.rulesMax, 1);

export const RULE = record({
  id: ID,
  name: NAME,
  code: CODE,
  gives: choice('honour', 'level', 'card', 'bar', 'recommendation', 'place', 'withdrawal'),
  to: choice('entry', 'leader', 'author', 'home', 'secretary'),
  among: optional(RULES),
  within: byDefault(choice('all', 'category', 'home'), 'all'),
  first: optional(PLACES),
  firstShare: optional(SHARE),
  next: optional(PLACES),
  nextShare: optional(SHARE),
  last: optional(PLACES),
  lastShare: optional(SHARE),
  atLeast: optional(decimal({ ...POINTS_RANGE, min: 0 })),
  below: optional(decimal({ ...POINTS_RANGE, min: 0 })),
  each: optional(flag),
  /** None is a choice as well: an edition may put nobody forward. */
  choice: optional(record({ atMost: count(0, limits.placesMax) })),
  atMost: optional(PLACES),
  atMostShare: optional(SHARE),
  of: optional(choice('ranked', 'admitted', 'roll')),
  least: optional(count(0, limits.placesMax)),
  order: optional(list(FACT, { min: 1, max: limits.testsMax })),
  edge: optional(choice('in', 'out', 'body')),
  edgeMax: optional(PLACES),
  fall: optional(ID),
  notAlso: byDefault(ids(limits.rulesMax), []),
  needs: byDefault(TESTS, []),
  never: byDefault(TESTS, []),
  giveWay: byDefault(flag, false),
  term: optional(word('term')),
  recheck: optional(choice('year', 'half')),
  decide: byDefault(choice('party', 'confirm', 'system'), 'party'),
  appeal: optional(record({ days: whole({ min: 1, max: limits.appealDaysMax }), to: ID })),
  until: optional(choice('next-result', 'date')),
  bars: optional(distinctList(CODE, { min: 1, max: limits.rulesMax })),
  upTo: optional(record({ level: ID, outside: optional(text(limits.nameCharactersMax)) })),
  feeds: byDefault(ids(10), []),
  duty: optional(ID),
  shown: byDefault(choice('public', 'internal', 'subject'), 'public'),
});
export type OutcomeRule = ValueOf<typeof RULE>;
export const OUTCOME = distinctList(RULE, { min: 1, max: limits.rulesMax });
