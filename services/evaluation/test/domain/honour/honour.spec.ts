import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { honourDecider } from '../../../src/domain/honour/decider.ts';
import type { HonourFact, HonourGranted } from '../../../src/domain/honour/facts.ts';
import { granted, INSPECTOR, OFFICER, place, proposed, propose } from './example-honour.ts';

const NOW = '2022-03-01T02:00:00.000Z';
const { given } = deciderSpec(honourDecider);
const carry = (type: 'WithdrawHonour' | 'RestoreHonour', over: object = {}) =>
  ({ type, now: NOW, proposalId: 'p', by: INSPECTOR, why: '已核实', ...over }) as const;
const carried = {
  honourId: 'honour-1',
  ...place,
  effectiveOn: '2022-02-28',
  at: NOW,
  by: INSPECTOR.personId,
  role: INSPECTOR.role,
  proposalId: 'p',
  proposedBy: OFFICER.personId,
};
const withdrawn: HonourFact = {
  type: 'HonourWithdrawn.v1',
  data: { ...carried, reason: 'sanctioned', decisionId: null, prose: { why: '已核实' } },
};
const restoring = { act: 'RestoreHonour', reason: 'withdrawn-in-error', effectiveOn: '2022-02-28' } as const;
const restored: HonourFact = {
  type: 'HonourRestored.v1',
  data: { ...carried, reason: 'withdrawn-in-error', prose: { why: '已核实' } },
};
const withDecision = {
  type: 'WithdrawWithDecision',
  now: NOW,
  decisionId: granted.data.basis.decisionId,
  annulledAt: NOW,
  by: INSPECTOR,
  proposalId: 'annulment',
  proposedBy: OFFICER.personId,
} as const;
const withdrawnWithDecision: HonourFact = {
  type: 'HonourWithdrawn.v1',
  data: {
    ...carried,
    effectiveOn: '2022-03-01',
    proposalId: 'annulment',
    reason: 'decision-annulled',
    decisionId: withDecision.decisionId,
    prose: null,
  },
};

describe('an honour', () => {
  it('is granted once, as the circular lists it', () => {
    const order = { type: 'GrantHonour', now: NOW, granted: granted.data } as const;
    given().when(order).then(granted);
    given(granted).when(order).then();
  });
  it('is not there before it is granted', () =>
    given().when(propose()).thenRefused({ reason: 'HONOUR_NOT_GRANTED', field: 'honourId' }));
});

describe('withdrawing an honour', () => {
  it('is proposed by one', () => given(granted).when(propose()).then(proposed()));
  it('is carried out by another of another role', () => {
    given(granted, proposed()).when(carry('WithdrawHonour')).then(withdrawn);
    given(granted, proposed())
      .when(carry('WithdrawHonour', { by: { ...INSPECTOR, personId: OFFICER.personId } }))
      .thenRefused({ reason: 'SECOND_PERSON_NEEDED' });
    given(granted, proposed())
      .when(carry('WithdrawHonour', { by: { personId: 'officer-2', role: OFFICER.role } }))
      .thenRefused({ reason: 'SECOND_ROLE_NEEDED' });
    given(granted).when(carry('WithdrawHonour')).thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
  });
  it('has a reason of the list, and one in words', () => {
    given(granted)
      .when(propose({ reason: 'mood' }))
      .thenRefused({ reason: 'HONOUR_REASON_UNKNOWN', field: 'reason' });
    given(granted, proposed())
      .when(carry('WithdrawHonour', { why: '' }))
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
  });
  it('is effective from a day that has come and is not before the grant', () => {
    given(granted)
      .when(propose({ effectiveOn: '2022-03-02' }))
      .thenRefused({ reason: 'DAY_IN_FUTURE', field: 'effectiveOn' });
    given(granted)
      .when(propose({ effectiveOn: '2021-12-01' }))
      .thenRefused({ reason: 'DAY_BEFORE_GRANT', field: 'effectiveOn' });
    given(granted)
      .when(propose({ effectiveOn: '2022-02-30' }))
      .thenRefused({ reason: 'DAY_INVALID', field: 'effectiveOn' });
  });
  it('happens once', () =>
    given(granted, proposed(), withdrawn)
      .when(propose())
      .thenRefused({ reason: 'HONOUR_WITHDRAWN', field: 'honourId' }));
  it('follows from the annulment of the decision that had granted it', () => {
    given(granted).when(withDecision).then(withdrawnWithDecision);
    given(granted, withdrawnWithDecision).when(withDecision).then();
    given(granted)
      .when({ ...withDecision, decisionId: 'other' })
      .thenRefused({ reason: 'HONOUR_OF_ANOTHER_DECISION', field: 'decisionId' });
  });
  it('lapses as a proposal once the honour went another way', () =>
    given(granted, proposed(), withdrawnWithDecision)
      .when(carry('WithdrawHonour'))
      .thenRefused({ reason: 'PROPOSAL_LAPSED', field: 'proposalId' }));
  it('can be turned down by another, or taken back by who proposed it', () => {
    const reject = (by: typeof OFFICER) =>
      ({ type: 'RejectHonourProposal', now: NOW, proposalId: 'p', by, why: '证据不足' }) as const;
    const rejected = (by: typeof OFFICER): HonourFact => ({
      type: 'ProposalRejected.v1',
      data: {
        honourId: 'honour-1',
        proposalId: 'p',
        act: 'WithdrawHonour',
        rejectedBy: by.personId,
        role: by.role,
        prose: { why: '证据不足' },
      },
    });
    given(granted, proposed()).when(reject(INSPECTOR)).then(rejected(INSPECTOR));
    given(granted, proposed()).when(reject(OFFICER)).then(rejected(OFFICER));
    given(granted, proposed())
      .when(reject({ personId: 'officer-2', role: OFFICER.role }))
      .thenRefused({ reason: 'SECOND_ROLE_NEEDED' });
    given(granted, proposed(), rejected(OFFICER))
      .when(carry('WithdrawHonour'))
      .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
  });
});

describe('restoring an honour that was withdrawn wrongly', () => {
  const gone = [granted, proposed(), withdrawn];
  it('takes two persons as well', () => {
    given(...gone)
      .when(propose(restoring))
      .then(proposed(restoring));
    given(...gone, proposed(restoring))
      .when(carry('RestoreHonour'))
      .then(restored);
    given(...gone, proposed(restoring), restored)
      .when(propose(restoring))
      .thenRefused({ reason: 'HONOUR_STANDS', field: 'honourId' });
  });
  it('needs a withdrawn one', () =>
    given(granted).when(propose(restoring)).thenRefused({ reason: 'HONOUR_STANDS', field: 'honourId' }));
  it('is not done one by one where its decision was annulled: a new decision grants anew', () => {
    given(granted, withdrawnWithDecision)
      .when(propose(restoring))
      .thenRefused({ reason: 'RESTORED_BY_DECISION_ONLY', field: 'honourId' });
    given(...gone)
      .when(withDecision)
      .then(withdrawnWithDecision);
  });
});

describe('a recheck', () => {
  const recheck = (over: object = {}) =>
    ({
      type: 'RecheckHonour',
      now: NOW,
      by: OFFICER,
      effectiveOn: '2022-02-28',
      outcome: 'kept',
      rectifyBy: '',
      report: '复核合格',
      ...over,
    }) as const;
  it('is put down with its report as prose', () =>
    given(granted)
      .when(recheck())
      .then({
        type: 'HonourRechecked.v1',
        data: {
          honourId: 'honour-1',
          effectiveOn: '2022-02-28',
          outcome: 'kept',
          rectifyBy: null,
          checkedBy: OFFICER.personId,
          prose: { report: '复核合格' },
        },
      }));
  it('that finds something wrong says until when it has to be put right', () => {
    given(granted)
      .when(recheck({ outcome: 'to-rectify' }))
      .thenRefused({ reason: 'RECTIFY_DAY_NEEDED', field: 'rectifyBy' });
    given(granted)
      .when(recheck({ outcome: 'to-rectify', rectifyBy: '2022-03-01' }))
      .thenRefused({ reason: 'DAY_PAST', field: 'rectifyBy' });
    given(granted)
      .when(recheck({ outcome: 'to-rectify', rectifyBy: '2024-01-01' }))
      .thenRefused({ reason: 'DAY_TOO_FAR', field: 'rectifyBy' });
    const made = given(granted)
      .when(recheck({ outcome: 'to-rectify', rectifyBy: '2022-04-01' }))
      .decision();
    expect(made).toMatchObject([{ data: { rectifyBy: '2022-04-01' } }]);
  });
  it('is of an honour that stands, with an outcome of the list', () => {
    given(granted)
      .when(recheck({ outcome: 'fine' }))
      .thenRefused({ reason: 'RECHECK_OUTCOME_UNKNOWN', field: 'outcome' });
    given(granted, proposed(), withdrawn)
      .when(recheck())
      .thenRefused({ reason: 'HONOUR_WITHDRAWN', field: 'honourId' });
  });
});

describe('the plaque of a withdrawn honour', () => {
  const gone: readonly HonourFact[] = [granted, proposed(), withdrawn];
  const recall = { type: 'RecallPlaque', now: NOW, by: OFFICER, dueOn: '2022-03-31', why: '' } as const;
  const recalled: HonourFact = {
    type: 'PlaqueRecalled.v1',
    data: {
      honourId: 'honour-1',
      ...place,
      recalledOn: '2022-03-01',
      dueOn: '2022-03-31',
      recalledBy: OFFICER.personId,
      prose: null,
    },
  };
  const giveBack = { type: 'ReturnPlaque', now: NOW, by: OFFICER, effectiveOn: '2022-03-01' } as const;
  const back: HonourFact = {
    type: 'PlaqueReturned.v1',
    data: { honourId: 'honour-1', effectiveOn: '2022-03-01', notedBy: OFFICER.personId },
  };
  it('is asked back, until a day to come', () => {
    given(...gone)
      .when(recall)
      .then(recalled);
    given(...gone)
      .when({ ...recall, dueOn: '2022-02-01' })
      .thenRefused({ reason: 'DAY_PAST', field: 'dueOn' });
  });
  it('is not asked back of an honour that stands', () =>
    given(granted).when(recall).thenRefused({ reason: 'HONOUR_STANDS', field: 'honourId' }));
  it('whose return was put down in error is asked back once more, with a reason', () => {
    given(...gone, recalled, back)
      .when(recall)
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
    given(...gone, recalled, back)
      .when({ ...recall, why: '登记有误，奖牌未交回。' })
      .then({ ...recalled, data: { ...recalled.data, prose: { why: '登记有误，奖牌未交回。' } } } as HonourFact);
  });
  it('comes back once', () => {
    given(...gone, recalled)
      .when(giveBack)
      .then(back);
    given(...gone, recalled, back)
      .when(giveBack)
      .then();
    given(...gone)
      .when(giveBack)
      .thenRefused({ reason: 'PLAQUE_NOT_RECALLED', field: 'honourId' });
  });
});

describe('the stored honour', () => {
  it('holds everything that was known then', () =>
    expect(Object.keys((granted as HonourGranted).data).sort()).toEqual(
      [
        ...[
          'awardYear',
          'basis',
          'certificateNumber',
          'classifiedThen',
          'code',
          'documentNumber',
          'editionId',
          'entryId',
        ],
        ...[
          'grade',
          'grantedAt',
          'grantedBy',
          'holder',
          'homeId',
          'homeName',
          'honourId',
          'kind',
          'level',
          'period',
          'roundId',
        ],
        ...['seriesId', 'title', 'to', 'until'],
      ].sort(),
    ));
});
