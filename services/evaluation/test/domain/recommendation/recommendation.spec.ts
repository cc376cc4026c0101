import { describe, expect, it } from '@jest/globals';
import { decideTaken } from '../../../src/domain/decision/decide-taken.ts';
import { CORRECTIONS_MAX } from '../../../src/domain/recommendation/limits.ts';
import { entryOf, issueCircular } from '../decision/example-decidable.ts';
import {
  after,
  answer,
  answered,
  chosen,
  correct,
  factsAfter,
  INSPECTOR,
  NOW,
  OFFICER,
  propose,
  putForward,
  recordOutside,
  withDecision,
} from './example-recommendation.ts';

const nobody = after();
const forward = after(putForward());
const decidedAbove = after(putForward(), recordOutside());
const TAKE_BACK = 'TakeBackPutForward';
const UNRECORD = 'WithdrawOutsideDecision';
const notice = { noticeId: 'proposed', publishedAt: '2021-12-10T03:00:00.000Z', endsAt: '2021-12-17T16:00:00.000Z' };
const asked = { noticeId: 'proposed', days: 5, clock: 'working' } as const;

describe('an entry that a body chose is put forward', () => {
  it('with the decision it rests on, what was declared, and the paper with its hash', () =>
    expect(factsAfter(putForward())).toMatchObject([
      {
        type: 'EntryPutForward.v1',
        data: {
          ...{ entryId: 'entry-a', rule: 'named', code: 'mass.person', version: 2, minutesNumber: '〔2021〕12号' },
          ...{
            to: { level: 'province', outside: '省总工会', shown: 'internal' },
            documentNumber: '示直工〔2021〕31号',
          },
        },
      },
    ]));

  it.each([
    ['a rule that there is not', { rule: 'third' }, 'RULE_UNKNOWN rule'],
    ['what is honoured here', { rule: 'honoured' }, 'RULE_NOT_UPWARD rule'],
    ['whom nobody chose', { entryId: 'entry-b' }, 'NOT_RECOMMENDED entryId'],
    ['before a decision', { decidable: chosen({ taken: { kind: 'undecided' } }) }, 'DECISION_NOT_TAKEN roundId'],
    ['who has left since', { decidable: chosen({ entries: ['b', 'c'].map(entryOf) }) }, 'ENTRY_LEFT entryId'],
    ['before its notice', { decidable: chosen({ notice: asked }) }, 'NOTICE_NOT_PUBLISHED roundId'],
    [
      'while the notice runs',
      { decidable: chosen({ notice: asked }, { notice: { ...notice, endsAt: '2021-12-24T16:00:00.000Z' } }) },
      'NOTICE_RUNNING roundId',
    ],
    [
      'over an objection that nobody answered',
      { openObjections: [{ objectionId: 'objection-1', entryId: 'entry-a' }] },
      'OBJECTION_OPEN roundId',
    ],
    ['with half a hash', { file: 'abc' }, 'FILE_INVALID file'],
    ['without a number', { documentNumber: '' }, 'TEXT_EMPTY documentNumber'],
    ['on no day', { effectiveOn: '2021-02-30' }, 'DAY_INVALID effectiveOn'],
    ['tomorrow', { effectiveOn: '2021-12-21' }, 'DAY_IN_FUTURE effectiveOn'],
    ['before the meeting', { effectiveOn: '2021-12-08' }, 'DAY_BEFORE_DECISION effectiveOn'],
  ])('not %s', (_, over, refusal) => expect(answered(nobody, putForward(over))).toBe(refusal));

  it('after its notice, and once', () => {
    expect(answered(nobody, putForward({ decidable: chosen({ notice: asked }, { notice }) }))).toBe('EntryPutForward');
    expect(answered(forward, putForward())).toBe('PUT_FORWARD_ALREADY entryId');
  });

  it('has its paper corrected with a reason, until something was decided above', () => {
    expect(answered(forward, correct())).toBe('PutForwardCorrected');
    expect(answered(forward, correct({ why: '' }))).toBe('TEXT_EMPTY why');
    expect(answered(after(putForward(), correct()), correct())).toBe('NO_CORRECTION file');
    expect(answered(decidedAbove, correct())).toBe('OUTSIDE_DECIDED recommendationId');
    const often = Array.from({ length: CORRECTIONS_MAX }, (_, at) => correct({ documentNumber: `${at}` }));
    expect(answered(after(putForward(), ...often), correct())).toBe('TOO_MANY_CORRECTIONS recommendationId');
  });

  it('is taken back by two persons of two roles, and can go again', () => {
    const proposed = after(putForward(), propose(TAKE_BACK, 'own-wish'));
    expect(answered(proposed, propose(TAKE_BACK, 'other'))).toBe('PROPOSED_ALREADY recommendationId');
    expect(answered(proposed, answer('CarryOutRecommendationProposal', TAKE_BACK, OFFICER))).toMatch(/^SECOND_/u);
    expect(answered(proposed, answer('CarryOutRecommendationProposal', TAKE_BACK))).toBe('PutForwardTakenBack');
    expect(answered(proposed, answer('RejectRecommendationProposal', TAKE_BACK, OFFICER))).toBe('ProposalRejected');
    expect(answered(forward, propose(TAKE_BACK, 'changed-above'))).toBe('RECOMMENDATION_REASON_UNKNOWN reason');
    const back = after(
      putForward(),
      propose(TAKE_BACK, 'own-wish'),
      answer('CarryOutRecommendationProposal', TAKE_BACK),
    );
    expect(answered(back, recordOutside())).toBe('NOT_PUT_FORWARD recommendationId');
    expect(answered(back, putForward())).toBe('EntryPutForward');
  });

  it('goes with the decision that it rests on, whatever was decided above', () => {
    expect(answered(forward, withDecision)).toBe('PutForwardTakenBack');
    expect(answered(decidedAbove, withDecision)).toBe('PutForwardTakenBack');
    expect(answered(nobody, withDecision)).toBe('');
  });

  it('is honoured by no circular of ours', () => {
    const order = issueCircular(0, { now: NOW });
    expect(decideTaken(chosen(), order)).toMatchObject({ reason: 'NOTHING_TO_COMMEND' });
  });
});

describe('what was decided above', () => {
  it('is recorded with their paper, given or not', () => {
    expect(answered(forward, recordOutside())).toBe('OutsideDecisionRecorded');
    expect(answered(forward, recordOutside({ outcome: 'not-given' }))).toBe('OutsideDecisionRecorded');
  });

  it.each([
    ['what was never put forward', nobody, {}, 'NOT_PUT_FORWARD recommendationId'],
    ['twice', decidedAbove, {}, 'OUTSIDE_DECIDED recommendationId'],
    ['an outcome that is none', forward, { outcome: 'perhaps' }, 'OUTSIDE_OUTCOME_UNKNOWN outcome'],
    ['nobody’s decision', forward, { level: '' }, 'TEXT_EMPTY level'],
    ['a paper of before', forward, { effectiveOn: '2021-12-17' }, 'DAY_BEFORE_PUT_FORWARD effectiveOn'],
    ['a paper to come', forward, { effectiveOn: '2021-12-21' }, 'DAY_IN_FUTURE effectiveOn'],
  ])('is not %s', (_, state, over, refusal) => expect(answered(state, recordOutside(over))).toBe(refusal));

  it('is withdrawn by two persons where it is wrong, and recorded anew', () => {
    const proposed = after(putForward(), recordOutside(), propose(UNRECORD, 'changed-above'));
    expect(answered(proposed, answer('CarryOutRecommendationProposal', UNRECORD, OFFICER))).toMatch(/^SECOND_/u);
    const withdrawn = after(
      putForward(),
      recordOutside(),
      propose(UNRECORD, 'changed-above'),
      answer('CarryOutRecommendationProposal', UNRECORD, INSPECTOR),
    );
    expect(withdrawn).toMatchObject({ kind: 'put-forward', outside: null });
    expect(answered(withdrawn, recordOutside({ outcome: 'not-given' }))).toBe('OutsideDecisionRecorded');
    expect(answered(forward, propose(UNRECORD, 'other'))).toBe('OUTSIDE_UNDECIDED recommendationId');
  });

  it('stands in the way of taking back what it is about', () =>
    expect(answered(decidedAbove, propose(TAKE_BACK, 'own-wish'))).toBe('OUTSIDE_DECIDED recommendationId'));
});
