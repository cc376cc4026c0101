import { describe, expect, it } from '@jest/globals';
import { shippedHolidays } from '@jiangong/calendar';
import { deciderSpec } from '@jiangong/event-store/testing';
import { editionDecider } from '../../src/domain/edition/decider.ts';
import type { EditionFact } from '../../src/domain/edition/facts.ts';
import type { RescheduleStage } from '../../src/domain/edition/orders.ts';
import { entersAt, isActOpen } from '../../src/domain/edition/terms.ts';
import type { Act } from '../../src/domain/programme.ts';
import { BY, DAY, EDITION, editionFacts, openEdition, STAGE_DAYS, tables, terms, termsOf } from './edition-sample.ts';

const { given } = deciderSpec(editionDecider);
const withStages = (changes: Readonly<Record<string, Readonly<{ opensOn?: string; closesOn?: string }>>>) =>
  STAGE_DAYS.map((window) => ({ ...window, ...changes[window.stageId] }));
const refusedAtOpening = (changes: Parameters<typeof withStages>[0], reason: string, field: string) =>
  given()
    .when({ ...openEdition, stages: withStages(changes) })
    .thenRefused({ reason: reason as 'STAGES_OUT_OF_ORDER', field });

const opened = (stageId: string, act: Act, dueAt: string, entered: number | null = null): EditionFact => ({
  type: 'StageOpened.v1',
  data: { editionId: EDITION, stageId, act, phase: act === 'score' ? 'main' : null, dueAt, entered },
});
const PLAN = { opensAt: '2021-01-03T16:00:00.000Z', closesAt: '2021-02-28T16:00:00.000Z' };
const planOpened = opened('plan', 'plan', PLAN.opensAt);
const planClosed: EditionFact = {
  type: 'StageClosed.v1',
  data: { editionId: EDITION, stageId: 'plan', act: 'plan', phase: null, dueAt: PLAN.closesAt, closing: 1 },
};
const reschedule = (stageId: string, opensOn: string, closesOn: string): RescheduleStage => ({
  type: 'RescheduleStage',
  ...{ now: DAY.declaration, by: BY.officer, stageId, opensOn, closesOn, why: '暴雪', holidays: shippedHolidays },
});

describe('opening an edition', () => {
  it('an edition opens with the stages of its template, as days and as instants of Asia/Shanghai', () =>
    given()
      .when(openEdition)
      .then(...editionFacts));

  it('an edition opens once', () =>
    given(...editionFacts)
      .when(openEdition)
      .thenRefused({ reason: 'EDITION_ALREADY_OPEN', field: 'year', details: { year: 2021, ordinal: 1 } }));

  it("each of the template's stages is scheduled exactly once, and no other", () => {
    given()
      .when({ ...openEdition, stages: STAGE_DAYS.slice(1) })
      .thenRefused({ reason: 'STAGES_INCOMPLETE', field: 'stages', details: { stage: 'plan' } });
    given()
      .when({ ...openEdition, stages: [...STAGE_DAYS, STAGE_DAYS[1]] })
      .thenRefused({ reason: 'STAGES_INCOMPLETE', field: 'stages', details: { stage: 'deliver' } });
    given()
      .when({ ...openEdition, stages: [...STAGE_DAYS, { ...STAGE_DAYS[1], stageId: 'vote' }] })
      .thenRefused({ reason: 'STAGE_UNKNOWN', field: 'stages', details: { stage: 'vote' } });
  });

  it('year, ordinal, titles and days are checked', () => {
    given()
      .when({ ...openEdition, year: 1900 })
      .thenRefused({ reason: 'YEAR_OUT_OF_RANGE', field: 'year' });
    given()
      .when({ ...openEdition, ordinal: 0 })
      .thenRefused({ reason: 'YEAR_OUT_OF_RANGE', field: 'ordinal' });
    given()
      .when({ ...openEdition, titleZh: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'titleZh' });
    refusedAtOpening({ plan: { opensOn: '2021-02-30' } }, 'DATE_INVALID', 'stages.plan.opensOn');
    refusedAtOpening({ plan: { closesOn: '2021-01-03' } }, 'STAGE_CLOSES_BEFORE_IT_OPENS', 'stages.plan.closesOn');
  });
});

describe('calendars that can not work are refused', () => {
  it('a stage before the one before it', () =>
    refusedAtOpening({ deliver: { opensOn: '2021-01-01' } }, 'STAGES_OUT_OF_ORDER', 'stages.deliver.opensOn'));

  it('declaring that closes after scoring opens', () =>
    refusedAtOpening(
      { declare: { closesOn: '2021-12-02' } },
      'INTAKE_ENDS_AFTER_SCORING_OPENS',
      'stages.declare.closesOn',
    ));

  it('a decision that comes before scoring has ended', () =>
    refusedAtOpening(
      { decide: { opensOn: '2021-12-05', closesOn: '2021-12-09' } },
      'DECISION_ENDS_BEFORE_SCORING',
      'stages.decide.opensOn',
    ));

  it('everything on one day', () => {
    const day = { opensOn: '2021-11-20', closesOn: '2021-11-20' };
    const all = Object.fromEntries(STAGE_DAYS.map(({ stageId }) => [stageId, day]));
    refusedAtOpening({ ...all, commend: {} }, 'INTAKE_ENDS_AFTER_SCORING_OPENS', 'stages.plan.closesOn');
  });

  it("days outside the edition's year, unless the template has its own later", () => {
    refusedAtOpening({ score: { closesOn: '2022-01-10' } }, 'STAGE_OUTSIDE_YEAR', 'stages.score.closesOn');
    refusedAtOpening(
      { commend: { opensOn: '2023-01-04', closesOn: '2023-01-31' } },
      'STAGE_OUTSIDE_YEAR',
      'stages.commend.opensOn',
    );
    given()
      .when({ ...openEdition, year: 2025 })
      .thenRefused({ reason: 'STAGE_OUTSIDE_YEAR', field: 'stages.plan.opensOn' });
  });

  it('days that are all past', () =>
    given()
      .when({ ...openEdition, now: '2021-11-10T16:00:00.000Z' })
      .thenRefused({ reason: 'STAGE_CLOSES_IN_THE_PAST', field: 'stages.declare.closesOn' }));

  it('no room for a notice, with an objection of its last minute answered, before scoring: at opening and at rescheduling', () => {
    const details = { answeredAt: '2021-12-01T16:00:00.000Z', scoringOpensAt: '2021-11-30T16:00:00.000Z' };
    given()
      .when({ ...openEdition, stages: withStages({ notice: { opensOn: '2021-11-23' } }) })
      .thenRefused({ reason: 'NOTICE_CANNOT_END_IN_TIME', field: 'stages.notice.opensOn', details });
    given(...editionFacts)
      .when(reschedule('notice', '2021-11-23', '2021-11-30'))
      .thenRefused({ reason: 'NOTICE_CANNOT_END_IN_TIME', field: 'opensOn', details });
  });

  it('no room for the second notice before the commendation', () =>
    refusedAtOpening(
      { commend: { opensOn: '2021-12-21', closesOn: '2021-12-25' } },
      'NOTICE_CANNOT_END_IN_TIME',
      'stages.second-notice.opensOn',
    ));

  it('a year whose working days nobody entered, where a notice is counted in it', () => {
    const later = STAGE_DAYS.map(({ stageId, opensOn, closesOn }) => ({
      stageId,
      opensOn: opensOn.replace('2022', '2028').replace('2021', '2027'),
      closesOn: closesOn.replace('2022', '2028').replace('2021', '2027'),
    }));
    given()
      .when({ ...openEdition, year: 2027, stages: later })
      .thenRefused({ reason: 'YEAR_NOT_KNOWN', field: 'stages.notice.opensOn', details: { year: 2027 } });
  });
});

describe('rescheduling', () => {
  it('another window is a fact with its reason, kept apart as prose', () =>
    given(...editionFacts)
      .when(reschedule('declare', '2021-11-01', '2021-11-12'))
      .then({
        type: 'StageRescheduled.v1',
        data: {
          ...{ editionId: EDITION, stageId: 'declare', act: 'declare', phase: null },
          ...{ opensOn: '2021-11-01', closesOn: '2021-11-12' },
          ...{ opensAt: '2021-10-31T16:00:00.000Z', closesAt: '2021-11-12T16:00:00.000Z' },
          holidaysHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown as string,
          prose: { why: '暴雪' },
        },
      }));

  it('what has opened keeps its first day, what is over its window, and nothing ends in the past', () => {
    given(...editionFacts, planOpened)
      .when({ ...reschedule('plan', '2021-01-05', '2021-02-27'), now: DAY.planning })
      .thenRefused({ reason: 'STAGE_ALREADY_OPEN', field: 'opensOn' });
    given(...editionFacts, planOpened, planClosed)
      .when(reschedule('plan', '2021-01-04', '2021-12-01'))
      .thenRefused({ reason: 'STAGE_ALREADY_CLOSED', field: 'stageId' });
    given(...editionFacts)
      .when(reschedule('declare', '2021-10-31', '2021-11-02'))
      .thenRefused({ reason: 'STAGE_CLOSES_IN_THE_PAST', field: 'closesOn' });
  });

  it('scoring is not moved before notices that have begun can have ended', () => {
    const earlier = (now: string) => ({ ...reschedule('score', '2021-11-25', '2021-11-28'), now });
    const room = termsOf(editionFacts);
    expect(entersAt(room)).toBe('2021-11-30T16:00:00.000Z');
    given(...editionFacts, {
      type: 'StageRescheduled.v1',
      data: {
        ...{ editionId: EDITION, stageId: 'notice', act: 'notice', phase: null },
        ...{ opensOn: '2021-11-15', closesOn: '2021-11-24', holidaysHash: '' },
        ...{ opensAt: '2021-11-14T16:00:00.000Z', closesAt: '2021-11-24T16:00:00.000Z', prose: { why: '提前' } },
      },
    })
      .when(earlier('2021-11-20T02:00:00.000Z'))
      .thenRefused({ reason: 'SCORING_BEFORE_NOTICES_END', field: 'opensOn' });
  });
});

describe('stages turn by the calendar', () => {
  it('the scheduler opens and closes a stage once its moment has come; again it changes nothing', () => {
    given(...editionFacts)
      .when({ type: 'OpenStage', now: PLAN.opensAt, by: BY.nobody, stageId: 'plan', entered: null })
      .then(planOpened);
    given(...editionFacts, planOpened)
      .when({ type: 'OpenStage', now: DAY.planning, by: BY.nobody, stageId: 'plan', entered: null })
      .then();
    given(...editionFacts, planOpened)
      .when({ type: 'CloseStage', now: PLAN.closesAt, by: BY.nobody, stageId: 'plan' })
      .then(planClosed);
    given(...editionFacts, planOpened, planClosed)
      .when({ type: 'CloseStage', now: DAY.delivery, by: BY.nobody, stageId: 'plan' })
      .then();
  });

  it('before its moment a stage neither opens nor closes', () => {
    given(...editionFacts)
      .when({ type: 'OpenStage', now: '2021-01-03T15:59:59.999Z', by: BY.nobody, stageId: 'plan', entered: null })
      .thenRefused({ reason: 'STAGE_NOT_DUE', field: 'stageId' });
    given(...editionFacts, planOpened)
      .when({ type: 'CloseStage', now: DAY.planning, by: BY.nobody, stageId: 'plan' })
      .thenRefused({ reason: 'STAGE_NOT_DUE', field: 'stageId' });
  });

  it('the stage in which entries are scored says how many entered', () =>
    given(...editionFacts)
      .when({ type: 'OpenStage', now: DAY.scoring, by: BY.nobody, stageId: 'score', entered: 7 })
      .then(opened('score', 'score', '2021-11-30T16:00:00.000Z', 7)));

  it('a stage is open by the calendar, whatever the scheduler recorded', () => {
    expect(isActOpen(terms, 'plan', PLAN.opensAt)).toBe(true);
    expect(isActOpen(terms, 'plan', PLAN.closesAt)).toBe(false);
    expect(isActOpen(terms, 'vote', DAY.planning)).toBe(false);
  });
});

it('an edition that is not there takes no order', () =>
  given()
    .when(reschedule('plan', '2021-01-04', '2021-02-01'))
    .thenRefused({ reason: 'EDITION_NOT_FOUND', field: 'editionId' }));

it('every stage of the sample has its rule', () =>
  expect(STAGE_DAYS.map(({ stageId }) => stageId)).toEqual(tables.stages.map(({ stageId }) => stageId)));
