import { instantsOf } from '@jiangong/calendar';
import type { EditionFact } from '../../src/domain/edition/facts.ts';
import type { OpenEdition } from '../../src/domain/edition/orders.ts';
import type { EditionTerms } from '../../src/domain/edition/terms.ts';
import { STAGES, type StageWindows } from '../../src/domain/stage.ts';

export const EDITION = '11111111-1111-4111-8111-111111111111';
export const UNIT = '22222222-2222-4222-8222-222222222222';
export const COMMITTEE = '33333333-3333-4333-8333-333333333333';
export const SERIES = '44444444-4444-4444-8444-444444444444';

/** The edition of 2021 as the source tells it: plans in January, delivery from March, everything else in November and December. */
export const STAGE_DAYS = [
  { stage: 'planning', opensOn: '2021-01-04', closesOn: '2021-02-28' },
  { stage: 'delivery', opensOn: '2021-03-01', closesOn: '2021-10-31' },
  { stage: 'declaration', opensOn: '2021-11-01', closesOn: '2021-11-10' },
  { stage: 'review', opensOn: '2021-11-08', closesOn: '2021-11-20' },
  { stage: 'notice', opensOn: '2021-11-15', closesOn: '2021-11-30' },
  { stage: 'scoring', opensOn: '2021-12-01', closesOn: '2021-12-10' },
  { stage: 'decision', opensOn: '2021-12-11', closesOn: '2021-12-31' },
] as const;

export const DAY = {
  planning: '2021-01-20T02:00:00.000Z',
  delivery: '2021-05-10T02:00:00.000Z',
  declaration: '2021-11-03T02:00:00.000Z',
  /** Review and notice are both open, declaration is not. */
  review: '2021-11-16T02:00:00.000Z',
  /** The notice of an entry published on DAY.review, five working days, runs until the end of 23 November. */
  notice: '2021-11-19T02:00:00.000Z',
  noticeOver: '2021-11-24T02:00:00.000Z',
  scoring: '2021-12-02T02:00:00.000Z',
} as const;

export const openEdition: OpenEdition = {
  type: 'OpenEdition',
  now: '2021-01-04T01:00:00.000Z',
  editionId: EDITION,
  seriesId: SERIES,
  year: 2021,
  committeeId: COMMITTEE,
  titleZh: '2021年建功“十四五”主题实践活动',
  titleEn: 'Merit campaign 2021',
  quota: 2,
  noticeWorkingDays: 5,
  objectionWorkingDays: 10,
  stages: STAGE_DAYS,
};

export const editionFacts: readonly EditionFact[] = [
  {
    type: 'EditionOpened.v1',
    data: {
      editionId: EDITION,
      seriesId: SERIES,
      year: 2021,
      committeeId: COMMITTEE,
      titleZh: openEdition.titleZh,
      titleEn: openEdition.titleEn,
      quota: 2,
      noticeWorkingDays: 5,
      objectionWorkingDays: 10,
    },
  },
  ...STAGE_DAYS.map(({ stage, opensOn, closesOn }): EditionFact => ({
    type: 'StageScheduled.v1',
    data: { editionId: EDITION, stage, opensOn, closesOn, ...instantsOf({ opensOn, closesOn }) },
  })),
];

export const terms: EditionTerms = {
  editionId: EDITION,
  unitId: UNIT,
  quota: 2,
  noticeWorkingDays: 5,
  objectionWorkingDays: 10,
  windows: Object.fromEntries(
    STAGES.map((stage) => [stage, instantsOf(STAGE_DAYS.find((days) => days.stage === stage)!)]),
  ) as StageWindows,
  lateEntries: [],
};
