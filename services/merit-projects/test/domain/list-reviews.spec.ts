import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { editionDecider } from '../../src/domain/edition/decider.ts';
import type { OpenEdition } from '../../src/domain/edition/orders.ts';
import { entranceOf } from '../../src/domain/edition/state.ts';
import { type EditionTables, hasAct, type StageRule } from '../../src/domain/programme.ts';
import { BY, DAY, EDITION, openedBy, openEdition } from './edition-sample.ts';

const { given } = deciderSpec(editionDecider);

const stage = (stageId: string, act: StageRule['act'], by: string, phase: string | null): StageRule => ({
  ...{ stageId, act, by: [by], phase, beside: false, gapWorkingDays: 0, yearsAfter: { opens: 1, closes: 1 } },
});

/** Branches stand on a roll, rate themselves, are accepted by their unit and confirmed by the committee. */
const tables: EditionTables = {
  ...openEdition.tables,
  intake: 'whole-roll',
  nominator: null,
  quota: null,
  stages: [
    stage('self-rating', 'check', 'proposer', 'main'),
    stage('acceptance', 'review', 'nominator', 'main'),
    stage('confirm', 'recheck', 'office', 'main'),
    stage('decide', 'decide', 'body', null),
  ],
  notices: [],
};

const opened: OpenEdition = {
  ...openEdition,
  tables,
  stages: [
    { stageId: 'self-rating', opensOn: '2021-11-01', closesOn: '2021-11-15' },
    { stageId: 'acceptance', opensOn: '2021-11-16', closesOn: '2021-11-30' },
    { stageId: 'confirm', opensOn: '2021-12-01', closesOn: '2021-12-20' },
    { stageId: 'decide', opensOn: '2021-12-21', closesOn: '2021-12-31' },
  ],
};

describe('a review or re-check that has a phase is one of check-lists', () => {
  it('and no review of what was put forward', () => {
    expect(hasAct(tables, 'review')).toBe(false);
    expect(hasAct({ ...tables, stages: [stage('review', 'review', 'office', null)] }, 'review')).toBe(true);
  });

  it('in which points are given, so that entries enter before it', () => {
    expect(entranceOf(tables.stages)?.stageId).toBe('self-rating');
    expect(entranceOf(tables.stages.slice(2))?.stageId).toBe('confirm');
    expect(
      entranceOf([stage('visit', 'recheck', 'office', null), stage('decide', 'decide', 'body', null)])?.stageId,
    ).toBe('decide');
  });

  it('which is over before the body decides', () =>
    given()
      .when({
        ...opened,
        stages: opened.stages.map((one) => (one.stageId === 'confirm' ? { ...one, closesOn: '2021-12-22' } : one)),
      })
      .thenRefused({
        reason: 'DECISION_ENDS_BEFORE_SCORING',
        field: 'stages.decide.opensOn',
        details: { stage: 'decide', scoringClosesAt: '2021-12-22T16:00:00.000Z' },
      }));

  it('and opened again by two persons alone', () => {
    const over = openedBy(opened).concat(
      ...['self-rating', 'acceptance']
        .map((stageId) => {
          const { act, phase } = tables.stages.find((one) => one.stageId === stageId) as StageRule;
          return [
            {
              type: 'StageOpened.v1' as const,
              data: { editionId: EDITION, stageId, act, phase, dueAt: '', entered: null },
            },
            {
              type: 'StageClosed.v1' as const,
              data: { editionId: EDITION, stageId, act, phase, dueAt: '', closing: 1 },
            },
          ];
        })
        .flat(),
    );
    given(...over)
      .when({
        type: 'ReopenStage',
        ...{ now: DAY.scoring, by: BY.officer, stageId: 'acceptance', closesOn: '2021-12-10', why: '漏验收。' },
        proposalId: 'none',
      })
      .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
  });
});
