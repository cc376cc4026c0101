import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { editionDecider } from '../../src/domain/edition/decider.ts';
import type { EditionFact } from '../../src/domain/edition/facts.ts';
import type { AllowLateEntry, RescheduleStage } from '../../src/domain/edition/orders.ts';
import { isStageOpen, openStages, termsFor } from '../../src/domain/edition/terms.ts';
import { DAY, EDITION, editionFacts, openEdition, STAGE_DAYS, terms, UNIT } from './edition-sample.ts';

const { given } = deciderSpec(editionDecider);
const withStage = (stage: string, days: { opensOn?: string; closesOn?: string }) =>
  STAGE_DAYS.map((window) => (window.stage === stage ? { ...window, ...days } : window));

const opened = (stage: 'planning' | 'delivery' | 'declaration', dueAt: string): EditionFact => ({
  type: 'StageOpened.v1',
  data: { editionId: EDITION, stage, dueAt },
});
const closed = (stage: 'planning' | 'delivery' | 'declaration', dueAt: string): EditionFact => ({
  type: 'StageClosed.v1',
  data: { editionId: EDITION, stage, dueAt },
});
const PLANNING = { opensAt: '2021-01-03T16:00:00.000Z', closesAt: '2021-02-28T16:00:00.000Z' };

describe('opening an edition', () => {
  it('an edition opens with all its stages, as days and as instants of Asia/Shanghai', () =>
    given()
      .when(openEdition)
      .then(...editionFacts));

  it('an edition opens once', () =>
    given(...editionFacts)
      .when(openEdition)
      .thenRefused({ reason: 'EDITION_ALREADY_OPEN', field: 'year', details: { year: 2021 } }));

  it('each stage is scheduled exactly once', () => {
    given()
      .when({ ...openEdition, stages: STAGE_DAYS.slice(1) })
      .thenRefused({ reason: 'STAGES_INCOMPLETE', field: 'stages' });
    given()
      .when({ ...openEdition, stages: [...STAGE_DAYS.slice(1), STAGE_DAYS[1]] })
      .thenRefused({ reason: 'STAGES_INCOMPLETE', field: 'stages' });
  });

  it('a stage does not open before the one before it', () =>
    given()
      .when({ ...openEdition, stages: withStage('delivery', { opensOn: '2021-01-01' }) })
      .thenRefused({ reason: 'STAGES_OUT_OF_ORDER', field: 'stages.delivery.opensOn' }));

  it('a calendar on which no notice could end, with objections answered, before scoring is refused', () => {
    const late = withStage('notice', { opensOn: '2021-11-23' });
    given()
      .when({ ...openEdition, stages: late })
      .thenRefused({
        reason: 'NOTICE_CANNOT_END_BEFORE_SCORING',
        field: 'stages.notice.opensOn',
        details: { answeredAt: '2021-12-01T16:00:00.000Z', scoringOpensAt: '2021-11-30T16:00:00.000Z' },
      });
    given(...editionFacts)
      .when({
        type: 'RescheduleStage',
        now: DAY.declaration,
        stage: 'scoring',
        opensOn: '2021-11-22',
        closesOn: '2021-12-10',
        why: '提前。',
      })
      .thenRefused({ reason: 'NOTICE_CANNOT_END_BEFORE_SCORING', field: 'opensOn' });
  });

  it('a stage does not close before it opens', () =>
    given()
      .when({ ...openEdition, stages: withStage('review', { closesOn: '2021-11-07' }) })
      .thenRefused({ reason: 'STAGE_CLOSES_BEFORE_IT_OPENS', field: 'stages.review.closesOn' }));

  it('a day that does not exist is refused', () =>
    given()
      .when({ ...openEdition, stages: withStage('notice', { closesOn: '2021-11-31' }) })
      .thenRefused({ reason: 'DATE_INVALID', field: 'stages.notice.closesOn' }));

  it('a year whose working days nobody knows is refused', () =>
    given()
      .when({ ...openEdition, stages: withStage('decision', { closesOn: '2027-01-10' }) })
      .thenRefused({ reason: 'YEAR_NOT_KNOWN', field: 'stages.decision.closesOn', details: { year: 2027 } }));

  it('quota, notice and objection periods have bounds', () => {
    for (const quota of [0, -1, 1.5, 51])
      given()
        .when({ ...openEdition, quota })
        .thenRefused({ reason: 'QUOTA_OUT_OF_RANGE', field: 'quota' });
    given()
      .when({ ...openEdition, noticeWorkingDays: 0 })
      .thenRefused({ reason: 'WORKING_DAYS_OUT_OF_RANGE', field: 'noticeWorkingDays' });
    given()
      .when({ ...openEdition, objectionWorkingDays: 61 })
      .thenRefused({ reason: 'WORKING_DAYS_OUT_OF_RANGE', field: 'objectionWorkingDays' });
    given()
      .when({ ...openEdition, year: 20211 })
      .thenRefused({ reason: 'YEAR_OUT_OF_RANGE', field: 'year' });
  });

  it('titles are one line, not empty, not endless, without control characters', () => {
    given()
      .when({ ...openEdition, titleZh: ' ' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'titleZh' });
    given()
      .when({ ...openEdition, titleZh: '建'.repeat(100_000) })
      .thenRefused({ reason: 'TEXT_TOO_LONG', field: 'titleZh', details: { charactersMax: 200 } });
    for (const titleEn of ['a\u0000b', 'a\nb', 'a\ud800b'])
      given()
        .when({ ...openEdition, titleEn })
        .thenRefused({ reason: 'TEXT_MALFORMED', field: 'titleEn' });
  });
});

describe('stages', () => {
  it('the scheduler opens and closes a stage, once', () => {
    given(...editionFacts)
      .when({ type: 'OpenStage', now: DAY.planning, stage: 'planning' })
      .then(opened('planning', PLANNING.opensAt));
    given(...editionFacts, opened('planning', PLANNING.opensAt))
      .when({ type: 'OpenStage', now: DAY.planning, stage: 'planning' })
      .then();
    given(...editionFacts, opened('planning', PLANNING.opensAt))
      .when({ type: 'CloseStage', now: DAY.delivery, stage: 'planning' })
      .then(closed('planning', PLANNING.closesAt));
    given(...editionFacts, opened('planning', PLANNING.opensAt), closed('planning', PLANNING.closesAt))
      .when({ type: 'CloseStage', now: DAY.delivery, stage: 'planning' })
      .then();
  });

  it('no stage opens or closes before its moment', () => {
    given(...editionFacts)
      .when({ type: 'OpenStage', now: DAY.planning, stage: 'delivery' })
      .thenRefused({ reason: 'STAGE_NOT_DUE', field: 'stage' });
    given(...editionFacts, opened('planning', PLANNING.opensAt))
      .when({ type: 'CloseStage', now: DAY.planning, stage: 'planning' })
      .thenRefused({ reason: 'STAGE_NOT_DUE', field: 'stage' });
    given(...editionFacts)
      .when({ type: 'CloseStage', now: DAY.delivery, stage: 'planning' })
      .thenRefused({ reason: 'STAGE_NOT_DUE', field: 'stage' });
  });

  it('an edition that is not there has no stages', () =>
    given()
      .when({ type: 'OpenStage', now: DAY.planning, stage: 'planning' })
      .thenRefused({ reason: 'EDITION_NOT_FOUND', field: 'editionId' }));
});

describe('rescheduling a stage', () => {
  const extend: RescheduleStage = {
    type: 'RescheduleStage',
    now: DAY.declaration,
    stage: 'declaration',
    opensOn: '2021-11-01',
    closesOn: '2021-11-12',
    why: '暴雪',
  };
  const openDeclaration = opened('declaration', '2021-10-31T16:00:00.000Z');

  it('an open stage is extended with a reason', () =>
    given(...editionFacts, openDeclaration)
      .when(extend)
      .then({
        type: 'StageRescheduled.v1',
        data: {
          editionId: EDITION,
          stage: 'declaration',
          opensOn: '2021-11-01',
          closesOn: '2021-11-12',
          opensAt: '2021-10-31T16:00:00.000Z',
          closesAt: '2021-11-12T16:00:00.000Z',
          why: '暴雪',
        },
      }));

  it('no rescheduling without a reason, into the past, of what has opened or closed, or out of order', () => {
    given(...editionFacts)
      .when({ ...extend, why: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
    given(...editionFacts)
      .when({ ...extend, closesOn: '2021-11-02' })
      .thenRefused({ reason: 'STAGE_CLOSES_IN_THE_PAST', field: 'closesOn' });
    given(...editionFacts, openDeclaration)
      .when({ ...extend, opensOn: '2021-11-02' })
      .thenRefused({ reason: 'STAGE_ALREADY_OPEN', field: 'opensOn' });
    given(...editionFacts, openDeclaration, closed('declaration', '2021-11-10T16:00:00.000Z'))
      .when(extend)
      .thenRefused({ reason: 'STAGE_ALREADY_CLOSED', field: 'stage' });
    given(...editionFacts)
      .when({ ...extend, opensOn: '2021-11-20', closesOn: '2021-11-22' })
      .thenRefused({ reason: 'STAGES_OUT_OF_ORDER', field: 'opensOn' });
  });
});

describe('late entry', () => {
  const allow: AllowLateEntry = {
    type: 'AllowLateEntry',
    now: '2021-11-11T02:00:00.000Z',
    unitId: UNIT,
    stage: 'declaration',
    until: '2021-11-12',
    why: '网络故障',
  };
  const allowed: EditionFact = {
    type: 'LateEntryAllowed.v1',
    data: {
      editionId: EDITION,
      unitId: UNIT,
      stage: 'declaration',
      from: allow.now,
      until: '2021-11-12',
      untilAt: '2021-11-12T16:00:00.000Z',
      why: '网络故障',
    },
  };

  it('an officer allows it with a reason, until a day', () =>
    given(...editionFacts)
      .when(allow)
      .then(allowed));

  it('only for what a unit does, after the stage, before scoring, with a reason', () => {
    given(...editionFacts)
      .when({ ...allow, stage: 'scoring' })
      .thenRefused({ reason: 'LATE_ENTRY_NOT_FOR_STAGE', field: 'stage' });
    given(...editionFacts)
      .when({ ...allow, until: '2021-11-10', now: DAY.declaration })
      .thenRefused({ reason: 'LATE_ENTRY_NOT_NEEDED', field: 'until' });
    given(...editionFacts)
      .when({ ...allow, until: '2021-12-01' })
      .thenRefused({ reason: 'LATE_ENTRY_PAST_SCORING', field: 'until' });
    given(...editionFacts)
      .when({ ...allow, until: '2021-11-10' })
      .thenRefused({ reason: 'STAGE_CLOSES_IN_THE_PAST', field: 'until' });
    given(...editionFacts)
      .when({ ...allow, why: '\t' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
  });

  it('opens the stage for that unit alone, from then until then', () => {
    const edition = [...editionFacts, allowed].reduce(editionDecider.evolve, editionDecider.initial);
    const mine = termsFor(edition, UNIT)!;
    const others = termsFor(edition, EDITION)!;
    expect(isStageOpen(mine, 'declaration', '2021-11-11T01:59:59.999Z')).toBe(false);
    expect(isStageOpen(mine, 'declaration', allow.now)).toBe(true);
    expect(isStageOpen(mine, 'declaration', '2021-11-12T15:59:59.999Z')).toBe(true);
    expect(isStageOpen(mine, 'declaration', '2021-11-12T16:00:00.000Z')).toBe(false);
    expect(isStageOpen(others, 'declaration', allow.now)).toBe(false);
    expect(openStages(mine, allow.now)).toEqual(['declaration', 'review']);
  });
});

it('the terms of an edition are its numbers and windows', () => {
  expect(termsFor(editionFacts.reduce(editionDecider.evolve, editionDecider.initial), UNIT)).toEqual(terms);
  expect(termsFor(editionDecider.initial, UNIT)).toBeUndefined();
});
