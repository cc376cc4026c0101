import { describe, expect, it } from '@jest/globals';
import { instantsOf, shippedHolidays } from '@jiangong/calendar';
import { deciderSpec } from '@jiangong/event-store/testing';
import type { By } from '../../src/domain/by.ts';
import { editionDecider } from '../../src/domain/edition/decider.ts';
import type { EditionFact, EditionProposalAct } from '../../src/domain/edition/facts.ts';
import type { ReopenStage } from '../../src/domain/edition/orders.ts';
import { BY, DAY, EDITION, editionFacts, openEdition, SERIES, STAGE_DAYS, tables } from './edition-sample.ts';
import { PROPOSAL } from './entry-sample.ts';

const { given } = deciderSpec(editionDecider);

const turned = (stageId: string): readonly EditionFact[] => {
  const rule = tables.stages.find((stage) => stage.stageId === stageId);
  const days = STAGE_DAYS.find((stage) => stage.stageId === stageId);
  if (!rule || !days) throw new Error(stageId);
  const { act, phase } = rule;
  const { opensAt, closesAt } = instantsOf(days);
  return [
    { type: 'StageOpened.v1', data: { editionId: EDITION, stageId, act, phase, dueAt: opensAt, entered: null } },
    { type: 'StageClosed.v1', data: { editionId: EDITION, stageId, act, phase, dueAt: closesAt, closing: 1 } },
  ];
};
const through = (last: string): readonly EditionFact[] => {
  const ids = tables.stages.map(({ stageId }) => stageId);
  return [...editionFacts, ...ids.slice(0, ids.indexOf(last) + 1).flatMap(turned)];
};

const proposed = (act: EditionProposalAct, stageId: string, closesOn: string, by: By = BY.officer): EditionFact => ({
  type: 'ActProposed.v1',
  data: {
    ...{ editionId: EDITION, proposalId: PROPOSAL, act, terms: { stageId, closesOn, closing: stageId === '' ? 0 : 1 } },
    ...{ proposedBy: by.personId, role: by.role, proposedAt: DAY.afterAll, prose: { why: '漏开会议。' } },
  },
});

const reopen = (stageId: string, closesOn: string, more: Partial<ReopenStage> = {}): ReopenStage => ({
  type: 'ReopenStage',
  ...{ now: DAY.afterAll, by: BY.inspector, stageId, closesOn, why: '漏开会议。', proposalId: PROPOSAL },
  ...more,
});

describe('a stage that closed can be opened again', () => {
  it('a missed decision: proposed by the office, carried out by discipline inspection, with an end and a reason', () => {
    given(...through('commend'))
      .when({
        type: 'ProposeAct',
        ...{ now: DAY.afterAll, by: BY.officer, proposalId: PROPOSAL, act: 'ReopenStage' },
        ...{ stageId: 'decide', closesOn: '2022-02-20', why: '漏开会议。' },
      })
      .then(proposed('ReopenStage', 'decide', '2022-02-20'));
    given(...through('commend'), proposed('ReopenStage', 'decide', '2022-02-20'))
      .when(reopen('decide', '2022-02-20'))
      .then({
        type: 'StageReopened.v1',
        data: {
          ...{ editionId: EDITION, stageId: 'decide', act: 'decide', phase: null, closing: 1 },
          ...{ closesOn: '2022-02-20', closesAt: '2022-02-20T16:00:00.000Z' },
          ...{ proposalId: PROPOSAL, proposedBy: BY.officer.personId, prose: { why: '漏开会议。' } },
        },
      });
  });

  const reopened: EditionFact = {
    type: 'StageReopened.v1',
    data: {
      ...{ editionId: EDITION, stageId: 'decide', act: 'decide', phase: null, closing: 1 },
      ...{ closesOn: '2022-02-20', closesAt: '2022-02-20T16:00:00.000Z' },
      ...{ proposalId: PROPOSAL, proposedBy: BY.officer.personId, prose: { why: '漏开会议。' } },
    },
  };
  const move = (stageId: string, opensOn: string, closesOn: string) =>
    ({
      type: 'RescheduleStage',
      ...{ now: DAY.afterAll, by: BY.officer, stageId, opensOn, closesOn, why: '改期。', holidays: shippedHolidays },
    }) as const;
  const decideOn = STAGE_DAYS.find(({ stageId }) => stageId === 'decide')?.opensOn ?? '';

  it('what two persons opened again, one of them does not keep open for longer', () =>
    given(...through('decide'), reopened)
      .when(move('decide', decideOn, '2022-02-21'))
      .thenRefused({ reason: 'REOPENED_BY_TWO', field: 'closesOn' }));

  it('a stage reopened beyond the year keeps no other stage from being moved within its own', () => {
    const other = STAGE_DAYS.find(({ stageId }) => stageId === 'commend');
    const facts = given(...through('decide'), reopened)
      .when(move('commend', other?.opensOn ?? '', '2022-03-05'))
      .decision();
    expect('reason' in facts ? facts.reason : facts.map(({ type }) => type)).toEqual(['StageRescheduled.v1']);
  });

  it('nobody reopens what touches scores or honours alone, and two persons of one role are not two offices', () => {
    given(...through('commend'))
      .when(reopen('decide', '2022-02-20', { proposalId: null }))
      .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
    const facts = [...through('commend'), proposed('ReopenStage', 'decide', '2022-02-20')];
    given(...facts)
      .when(reopen('decide', '2022-02-20', { by: BY.officer }))
      .thenRefused({ reason: 'SECOND_PERSON_NEEDED' });
    given(...facts)
      .when(reopen('decide', '2022-02-20', { by: BY.officer2 }))
      .thenRefused({ reason: 'SECOND_ROLE_NEEDED' });
    given(...facts)
      .when(reopen('decide', '2022-02-21'))
      .thenRefused({ reason: 'PROPOSAL_LAPSED', field: 'proposalId' });
  });

  it('review is opened again by the office alone, while entries have not entered', () => {
    const review = { now: '2021-11-22T02:00:00.000Z', by: BY.officer, proposalId: null, why: '延误' };
    given(...through('clear'))
      .when(reopen('review', '2021-11-24', review))
      .then({
        type: 'StageReopened.v1',
        data: {
          ...{ editionId: EDITION, stageId: 'review', act: 'review', phase: null, closing: 1 },
          ...{ closesOn: '2021-11-24', closesAt: '2021-11-24T16:00:00.000Z' },
          ...{ proposalId: null, proposedBy: null, prose: { why: '延误' } },
        },
      });
    given(...through('clear'))
      .when(reopen('review', '2021-12-02', review))
      .thenRefused({ reason: 'REOPENING_TOO_LATE', field: 'closesOn' });
  });

  it('it has an end that lies ahead and not too far, and the stage is over', () => {
    given(...through('commend'))
      .when(reopen('decide', '2022-02-09'))
      .thenRefused({ reason: 'STAGE_CLOSES_IN_THE_PAST', field: 'closesOn' });
    given(...through('commend'))
      .when(reopen('decide', '2022-12-01'))
      .thenRefused({ reason: 'REOPENED_TOO_LONG', field: 'closesOn' });
    given(...editionFacts)
      .when(reopen('decide', '2022-02-20'))
      .thenRefused({ reason: 'STAGE_NOT_CLOSED', field: 'stageId' });
  });

  it('is not even proposed where nobody could carry it out', () => {
    const propose = (stageId: string, closesOn: string) =>
      ({
        type: 'ProposeAct',
        act: 'ReopenStage',
        ...{ proposalId: PROPOSAL, now: DAY.afterAll, by: BY.officer, stageId, closesOn, why: '漏开会议。' },
      }) as const;
    given(...editionFacts)
      .when(propose('decide', '2022-02-20'))
      .thenRefused({ reason: 'STAGE_NOT_CLOSED', field: 'stageId' });
    given(...through('commend'))
      .when(propose('decide', '2022-02-09'))
      .thenRefused({ reason: 'STAGE_CLOSES_IN_THE_PAST', field: 'closesOn' });
    given(...through('commend'))
      .when(propose('decide', '二月'))
      .thenRefused({ reason: 'DATE_INVALID', field: 'closesOn' });
    given(...through('commend'))
      .when(propose('decide', '2022-12-01'))
      .thenRefused({ reason: 'REOPENED_TOO_LONG', field: 'closesOn' });
  });

  it('a reopened stage closes again, counted', () =>
    given(...through('commend'), proposed('ReopenStage', 'decide', '2022-02-20'), {
      type: 'StageReopened.v1',
      data: {
        ...{ editionId: EDITION, stageId: 'decide', act: 'decide', phase: null, closing: 1 },
        ...{ closesOn: '2022-02-20', closesAt: '2022-02-20T16:00:00.000Z' },
        ...{ proposalId: PROPOSAL, proposedBy: BY.officer.personId, prose: { why: '漏开会议。' } },
      },
    })
      .when({ type: 'CloseStage', now: '2022-02-20T16:00:00.000Z', by: BY.nobody, stageId: 'decide' })
      .then({
        type: 'StageClosed.v1',
        data: {
          ...{ editionId: EDITION, stageId: 'decide', act: 'decide', phase: null },
          ...{ dueAt: '2022-02-20T16:00:00.000Z', closing: 2 },
        },
      }));
});

describe('amending', () => {
  const amend = {
    type: 'AmendEdition',
    ...{ now: DAY.declaration, by: BY.officer, titleZh: '新题', titleEn: 'New title', parameters: { quota: '3' } },
    ...{
      tables: { ...tables, quota: 3 },
      needs: [],
      shares: [],
      effectiveOn: '2021-11-03',
      why: '名额调整。',
      holidays: shippedHolidays,
    },
  } as const;

  it('titles and parameters change until the rules are frozen', () => {
    const {
      type: _type,
      now: _now,
      by: _by,
      why,
      holidays: _holidays,
      needs: _needs,
      shares: _shares,
      ...data
    } = amend;
    given(...editionFacts)
      .when(amend)
      .then({ type: 'EditionAmended.v1', data: { editionId: EDITION, ...data, prose: { why } } });
    given(...through('notice'))
      .when({ ...amend, now: DAY.scoring })
      .thenRefused({ reason: 'RULES_FROZEN' });
  });

  it('a parameter under which the calendar could not work any more is refused: a notice that could not end in time', () =>
    given(...editionFacts)
      .when({
        ...amend,
        tables: { ...tables, notices: tables.notices.map((notice) => ({ ...notice, days: 60 })) },
      })
      .thenRefused({ reason: 'NOTICE_CANNOT_END_IN_TIME', field: 'parameters' }));

  it('stages stay what they are', () =>
    given(...editionFacts)
      .when({ ...amend, tables: { ...tables, stages: tables.stages.slice(1) } })
      .thenRefused({ reason: 'STAGES_CHANGED', field: 'parameters' }));
});

describe('an edition ends', () => {
  const closed: EditionFact = { type: 'EditionClosed.v1', data: { editionId: EDITION } };

  it('closed by the officer once its stages are over, once; reopening a stage opens it again', () => {
    const close = { type: 'CloseEdition', now: DAY.afterAll, by: BY.officer } as const;
    given(...through('commend'))
      .when(close)
      .then(closed);
    given(...through('commend'), closed)
      .when(close)
      .then();
    given(...through('decide'))
      .when(close)
      .thenRefused({
        reason: 'EDITION_STAGES_LEFT',
        details: { stage: 'second-notice', closesAt: '2021-12-31T16:00:00.000Z' },
      });
    given(...through('commend'), closed)
      .when({
        type: 'AmendEdition',
        ...{ now: DAY.afterAll, by: BY.officer, titleZh: '新题', titleEn: 'New', parameters: {}, tables },
        ...{ needs: [], shares: [] },
        ...{ effectiveOn: '2022-02-10', why: '更名。', holidays: shippedHolidays },
      })
      .thenRefused({ reason: 'EDITION_CLOSED' });
  });

  it('given up by two persons of two roles; afterwards it takes no order but the same again', () => {
    const abandon = {
      type: 'AbandonEdition',
      ...{ now: DAY.declaration, by: BY.leader, proposalId: PROPOSAL, why: '停办。', honoursStand: false },
    } as const;
    const abandoned: EditionFact = {
      type: 'EditionAbandoned.v1',
      data: {
        ...{ editionId: EDITION, seriesId: SERIES, year: 2021, ordinal: 1 },
        ...{ proposalId: PROPOSAL, proposedBy: BY.officer.personId, prose: { why: '停办。' } },
      },
    };
    const facts = [...editionFacts, proposed('AbandonEdition', '', '')];
    given(...facts)
      .when(abandon)
      .then(abandoned);
    given(...facts)
      .when({ ...abandon, by: BY.officer })
      .thenRefused({ reason: 'SECOND_PERSON_NEEDED' });
    // Honours that stand would be honours of an edition that never was.
    given(...facts)
      .when({ ...abandon, honoursStand: true })
      .thenRefused({ reason: 'EDITION_COMMENDED', field: 'editionId' });
    given(...facts, abandoned)
      .when(abandon)
      .then();
    given(...facts, abandoned)
      .when(openEdition)
      .thenRefused({ reason: 'EDITION_ALREADY_OPEN', field: 'year' });
    given(...facts, abandoned)
      .when({ type: 'CloseStage', now: DAY.afterAll, by: BY.nobody, stageId: 'plan' })
      .thenRefused({ reason: 'EDITION_ABANDONED' });
  });

  it('a proposal is turned down with a reason', () =>
    given(...editionFacts, proposed('AbandonEdition', '', ''))
      .when({ type: 'RejectProposal', now: DAY.declaration, by: BY.leader, proposalId: PROPOSAL, why: '不同意。' })
      .then({
        type: 'ProposalRejected.v1',
        data: { editionId: EDITION, proposalId: PROPOSAL, prose: { why: '不同意。' } },
      }));
});
