import { describe, it } from '@jest/globals';
import type { ActProposed, ExitCorrected, PersonFact } from '../../src/domain/facts.ts';
import { exit, exited, full, given, now, personId, registered, today } from './exit-sample.ts';

describe('putting right', () => {
  const by = { personId: 'o1', role: 'committee-officer' };
  const second = { personId: 'l1', role: 'committee-leader' };
  const gone = [registered, full, exited('expelled', { ends: [] })];
  const proposed = (act: 'CorrectExit' | 'CorrectStage', terms: ActProposed['data']['terms']): ActProposed => ({
    type: 'ActProposed.v1',
    data: {
      ...{ personId, proposalId: 'a1', act, terms, proposedBy: 'o1', role: 'committee-officer', proposedAt: now },
      prose: { why: '录入错误' },
    },
  });
  const propose = { type: 'ProposeCorrection', proposalId: 'a1', act: 'CorrectExit', to: null, by } as const;
  const carryOut = { type: 'CarryOutCorrection', proposalId: 'a1', by: second, now } as const;
  const asked = { ...propose, reason: '录入错误', now };
  const undone = proposed('CorrectExit', { stageNumber: 2, to: null });
  const corrected: ExitCorrected = {
    type: 'ExitCorrected.v1',
    data: {
      ...{ personId, kind: 'expelled', stage: 'full', since: '2010-07-01', probationEndsOn: null },
      ...{ proposalId: 'a1', proposedBy: 'o1', correctedBy: 'l1' },
    },
  };

  it('an exit is undone by two persons of two roles, and the person is what he was', () => {
    given(...gone)
      .when(asked)
      .then(undone);
    given(...gone, undone)
      .when(carryOut)
      .then(corrected);
    given(...gone, undone)
      .when({ ...carryOut, by })
      .thenRefused({ reason: 'SECOND_PERSON_NEEDED' });
    given(...gone, undone)
      .when({ ...carryOut, by: { personId: 'o2', role: 'committee-officer' } })
      .thenRefused({ reason: 'SECOND_ROLE_NEEDED' });
    given(...gone, undone, corrected)
      .when({ ...exit, keeps: [], ends: [], effectiveOn: today })
      .then(exited('resigned', { ends: [] }));
  });
  it('nobody puts his own record right', () => {
    given(...gone)
      .when({ ...asked, by: { ...by, personId } })
      .thenRefused({ reason: 'OWN_CORRECTION', field: 'personId' });
    given(...gone, undone)
      .when({ ...carryOut, by: { ...second, personId } })
      .thenRefused({ reason: 'OWN_CORRECTION', field: 'personId' });
  });
  it('a stage is corrected by two persons', () => {
    const to = { stage: 'probationary', since: '2023-09-01', probationEndsOn: '2024-09-01', extended: false } as const;
    const waiting = proposed('CorrectStage', { stageNumber: 1, to });
    given(registered, full)
      .when({ ...asked, act: 'CorrectStage', to: { ...to, probationEndsOn: null } })
      .then(waiting);
    given(registered, full, waiting)
      .when(carryOut)
      .then({
        type: 'StageCorrected.v1',
        data: { personId, formerStage: 'full', ...to, proposalId: 'a1', proposedBy: 'o1', correctedBy: 'l1' },
      });
  });
  it.each([
    ['CorrectStage', { stage: 'expelled', since: '2023-09-01' }, 'STAGE_UNKNOWN', 'stage'],
    ['CorrectStage', { stage: 'full', since: '2024-03-02' }, 'DAY_INVALID', 'since'],
    [
      'CorrectStage',
      { stage: 'probationary', since: '2023-09-01', probationEndsOn: '2024-08-31' },
      'PROBATION_NOT_OVER',
      'probationEndsOn',
    ],
    ['CorrectExit', null, 'NOT_EXITED', 'act'],
    ['Promote', null, 'CORRECTION_UNKNOWN', 'act'],
  ] as const)('%s to %j is refused', (act, to, reason, field) =>
    given(registered, full)
      .when({ ...asked, act, to: to && { probationEndsOn: null, extended: false, ...to } })
      .thenRefused({ reason, field }),
  );
  it('a proposal lapses once another stage was recorded', () => {
    const applied: PersonFact = {
      type: 'StageCorrected.v1',
      data: {
        ...{ personId, formerStage: 'full', stage: 'none', since: '', probationEndsOn: null, extended: false },
        ...{ proposalId: 'a2', proposedBy: 'o1', correctedBy: 'l1' },
      },
    };
    const to = { stage: 'none', since: '', probationEndsOn: null, extended: false } as const;
    given(registered, full, proposed('CorrectStage', { stageNumber: 1, to }), applied)
      .when(carryOut)
      .thenRefused({ reason: 'PROPOSAL_LAPSED', field: 'proposalId' });
  });
  it('a proposal is turned down by who could carry it out, or taken back by who made it', () => {
    const reject = { type: 'RejectProposal', proposalId: 'a1', by: second, reason: '记录无误', now } as const;
    const rejected = (rejectedBy: string): PersonFact => ({
      type: 'ProposalRejected.v1',
      data: { personId, proposalId: 'a1', rejectedBy, prose: { why: '记录无误' } },
    });
    given(...gone, undone)
      .when(reject)
      .then(rejected('l1'));
    given(...gone, undone)
      .when({ ...reject, by })
      .then(rejected('o1'));
    given(...gone, undone, rejected('l1'))
      .when(carryOut)
      .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
  });
});
