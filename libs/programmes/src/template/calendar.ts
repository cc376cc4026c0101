import { programmeLimits as limits } from '../limits.ts';
import {
  byDefault,
  choice,
  distinctList,
  either,
  flag,
  list,
  optional,
  record,
  type ValueOf,
  whole,
  word,
} from '../shape/shape.ts';
import { count, ID, ids, oneOrMany } from './names.ts';

export const ACTS = [
  'plan',
  'propose',
  'deliver',
  'declare',
  'meet',
  'review',
  'clear',
  'notice',
  'score',
  'check',
  'vote',
  'decide',
  'commend',
  'appeal',
  'recheck',
  'put-forward',
  'talk',
] as const;
export type Act = (typeof ACTS)[number];

const PARTS = choice('month', 'quarter', 'half', 'year');

export const STAGE = record({
  id: ID,
  act: choice(...ACTS),
  by: oneOrMany(ID, limits.partiesMax),
  phase: optional(ID),
  opens: word('moment'),
  closes: word('moment'),
  every: optional(PARTS),
  with: optional(ID),
  gap: optional(count(1, limits.gapWorkingDaysMax)),
  ours: optional(flag),
});
export type StageRule = ValueOf<typeof STAGE>;

export const CALENDAR = distinctList(STAGE, { min: 1, max: limits.stagesMax });

export const PERIOD = record({
  length: choice('year', 'half', '3-years', 'once'),
  parts: byDefault(distinctList(choice('month', 'quarter', 'half'), { max: 3 }), []),
  lag: byDefault(whole({ min: 0, max: 1 }), 0),
});

export const NOTICE = record({
  id: ID,
  after: ID,
  what: either({
    text: choice('entries', 'proposed', 'results'),
    list: ids(limits.rulesMax, 1),
  }),
  days: count(1, limits.noticeDaysMax),
  clock: choice('working', 'calendar'),
  audience: choice('public', 'internal', 'subject'),
  channels: byDefault(ids(10), []),
  objections: optional(
    record({
      form: choice('written', 'real-name'),
      evidence: choice('required', 'welcome'),
      notFrom: byDefault(ids(10), []),
    }),
  ),
  again: byDefault(choice('remaining', 'whole'), 'remaining'),
  answerIn: optional(whole({ min: 1, max: limits.answerDaysMax })),
});
export type NoticeRule = ValueOf<typeof NOTICE>;

export const DUTY = record({
  id: ID,
  act: ID,
  by: ID,
  each: ID,
  every: optional(PARTS),
  within: optional(whole({ min: 1, max: limits.dutyDaysMax })),
  counts: optional(choice('covered', 'missed', 'done')),
});
export type DutyRule = ValueOf<typeof DUTY>;

export const DOCUMENT = record({
  kind: choice('circular', 'certificate', 'plaque', 'trophy', 'medal', 'letter', 'opinion'),
  for: ids(limits.rulesMax, 1),
});

export const NOTICES = distinctList(NOTICE, { max: limits.noticesMax });
export const DUTIES = distinctList(DUTY, { max: limits.dutiesMax });
export const DOCUMENTS = list(DOCUMENT, { max: limits.documentsMax });
