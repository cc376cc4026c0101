import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { checklistDecider } from '../../../src/domain/checklist/decider.ts';
import { daysOf, periodCount, periodOn } from '../../../src/domain/checklist/judged-time.ts';
import { BLANK } from '../../../src/domain/checklist/state.ts';
import {
  answerOf,
  by,
  carryOut,
  closedRound,
  closePeriod,
  ids,
  listAfter,
  OFFICE,
  openRound,
  proposeAct,
  record,
  reject,
  SECOND,
  tables,
  withdraw,
} from './example-checklist.ts';

const { given } = deciderSpec(checklistDecider);
const september = record({ effectiveOn: '2021-09-10' });
const closedList = listAfter(by('organizer', september), by('organizer', closePeriod()));
const withdrawal = { act: 'WithdrawOccurrence', occurrenceId: 'o1', reason: 'not-established' } as const;
const reopening = { act: 'ReopenPeriod', part: 'quarter', period: 3, reason: 'finding-missing' } as const;

describe('the time that is judged', () => {
  const year = { from: '2021-01-01', months: 12 };
  const half = { from: '2021-07-01', months: 6 };

  it('is parted into months, quarters and halves from its first day on', () => {
    expect(['month', 'quarter', 'half', 'round'].map((part) => periodCount(year, part as 'month'))).toEqual([
      12, 4, 2, 1,
    ]);
    expect(periodOn(year, 'quarter', '2021-03-31')).toBe(1);
    expect(periodOn(year, 'quarter', '2021-04-01')).toBe(2);
    expect(periodOn(half, 'month', '2021-07-01')).toBe(1);
    expect(periodOn(half, 'month', '2022-01-01')).toBeUndefined();
    expect(periodOn({ from: '2021-01-01', months: 0 }, 'round', '1999-01-01')).toBe(1);
  });

  it('has a first and a last day in each of its periods, that of February too', () => {
    expect(daysOf({ from: '2024-01-01', months: 12 }, 'month', 2)).toEqual({ first: '2024-02-01', last: '2024-02-29' });
    expect(daysOf(year, 'quarter', 4)).toEqual({ first: '2021-10-01', last: '2021-12-31' });
    expect(daysOf(half, 'round', 1)).toEqual({ first: '2021-07-01', last: '2021-12-31' });
    expect(daysOf({ from: '2021-01-01', months: 0 }, 'round', 1)).toBeNull();
  });
});

describe('a period', () => {
  it('is closed after its last day, once', () => {
    given()
      .when(by('organizer', closePeriod()))
      .then({ type: 'PeriodClosed.v1', data: { ...ids, part: 'quarter', period: 3, closedBy: 'organizer' } });
    expect(answerOf(closedList, by('organizer', closePeriod()))).toBe('');
    expect(answerOf(BLANK, by('organizer', closePeriod({ period: 4 })))).toBe('PERIOD_NOT_OVER period');
  });

  it.each([
    [{ part: 'month' }, 'PERIOD_UNKNOWN part'],
    [{ part: 'decade' }, 'PERIOD_UNKNOWN part'],
    [{ period: 5 }, 'PERIOD_UNKNOWN period'],
    [{ period: 0 }, 'PERIOD_UNKNOWN period'],
    [{ part: 'round', period: 1 }, 'PERIOD_NOT_OVER period'],
  ])('%j is refused', (over, reason) => expect(answerOf(BLANK, by('organizer', closePeriod(over)))).toBe(reason));

  it('that has no days, in a round that is held once, closes when the office says so', () => {
    const once = openRound(
      tables({ parts: { life: 'round', work: 'round' }, time: { from: '2021-01-01', months: 0 } }),
    );
    expect(answerOf(BLANK, by('organizer', closePeriod({ part: 'round', period: 1 }), { round: once }))).toBe(
      'PeriodClosed',
    );
  });

  it('is opened again by two persons, and takes findings again', () => {
    const proposed = listAfter(by('organizer', closePeriod()), by('organizer', proposeAct(reopening)));
    expect(answerOf(proposed, by('nobody', carryOut()))).toBe('PeriodReopened');
    const reopened = listAfter(
      by('organizer', closePeriod()),
      by('organizer', proposeAct(reopening)),
      by('nobody', carryOut()),
    );
    expect(reopened).toMatchObject({
      proposals: [],
      periods: [{ part: 'quarter', period: 3, closed: false, reopened: 1 }],
    });
    expect(answerOf(reopened, by('organizer', september))).toBe('OccurrenceRecorded');
  });

  it('is not opened again where it stands open, nor without end, nor when the round is closed', () => {
    expect(answerOf(BLANK, by('organizer', proposeAct(reopening)))).toBe('PERIOD_NOT_CLOSED period');
    const again = [by('organizer', closePeriod()), by('organizer', proposeAct(reopening)), by('nobody', carryOut())];
    const often = [...again, ...again, ...again, ...again, ...again, by('organizer', closePeriod())];
    expect(answerOf(listAfter(...often), by('organizer', proposeAct(reopening)))).toBe('TOO_MANY_REOPENINGS');
    const over = { round: closedRound() };
    expect(answerOf(closedList, by('organizer', proposeAct(reopening), over))).toBe('ROUND_CLOSED entryId');
    const waiting = listAfter(by('organizer', closePeriod()), by('organizer', proposeAct(reopening)));
    expect(answerOf(waiting, by('nobody', carryOut(), over))).toBe('PROPOSAL_LAPSED proposalId');
    expect(answerOf(waiting, by('nobody', reject(), over))).toBe('ProposalRejected');
  });
});

describe('a correction by two persons', () => {
  const proposed = listAfter(
    by('organizer', september),
    by('organizer', closePeriod()),
    by('organizer', proposeAct(withdrawal)),
  );

  it('withdraws a finding of a closed period, and says who stood behind it', () => {
    given(
      ...[by('organizer', september), by('organizer', closePeriod()), by('organizer', proposeAct(withdrawal))].flatMap(
        (order, at, all) => {
          const before = listAfter(...all.slice(0, at));
          const decision = checklistDecider.decide(before, order);
          return 'reason' in decision ? [] : decision;
        },
      ),
    )
      .when(by('nobody', carryOut()))
      .then({
        type: 'OccurrenceWithdrawn.v1',
        data: {
          ...ids,
          ...{ proposalId: 'p1', proposedBy: OFFICE.personId, prose: { why: '同意。' } },
          ...{ occurrenceId: 'o1', reason: 'not-established', withdrawnBy: SECOND.personId },
        },
      });
  });

  it('is possible until the decision, also when the round is closed', () =>
    expect(answerOf(proposed, by('nobody', carryOut(), { round: closedRound() }))).toBe('OccurrenceWithdrawn'));

  it.each([
    ['who proposed it', { by: OFFICE }, 'SECOND_PERSON_NEEDED'],
    ['another of the same role', { by: { personId: 'x', role: 'committee-officer' } }, 'SECOND_ROLE_NEEDED'],
    ['somebody of a role that carries nothing out', { by: { personId: 'x', role: 'expert' } }, 'SECOND_ROLE_NEEDED'],
    ['who answers for the entry', { by: { personId: 'secretary-a', role: 'committee-leader' } }, 'OWN_ENTRY entryId'],
    ['without a proposal', { proposalId: 'p2' }, 'PROPOSAL_NOT_FOUND proposalId'],
    ['without a word', { why: '' }, 'TEXT_EMPTY why'],
  ])('is not carried out by %s', (_, over, reason) =>
    expect(answerOf(proposed, by('nobody', carryOut(over)))).toBe(reason),
  );

  it('is proposed once, of what stands, in words of the list', () => {
    expect(answerOf(proposed, by('organizer', proposeAct(withdrawal, { proposalId: 'p2' })))).toBe(
      'PROPOSED_ALREADY entryId',
    );
    expect(answerOf(closedList, by('organizer', proposeAct({ ...withdrawal, occurrenceId: 'o2' })))).toBe(
      'OCCURRENCE_UNKNOWN occurrenceId',
    );
    expect(answerOf(closedList, by('organizer', proposeAct({ ...withdrawal, reason: 'because' })))).toBe(
      'WITHDRAWING_REASON_UNKNOWN reason',
    );
    expect(answerOf(closedList, by('organizer', proposeAct({ ...reopening, reason: 'because' })))).toBe(
      'REOPENING_REASON_UNKNOWN reason',
    );
    expect(answerOf(closedList, by('organizer', proposeAct({ ...reopening, part: 'week' })))).toBe(
      'PERIOD_UNKNOWN part',
    );
    expect(answerOf(closedList, by('organizer', proposeAct(withdrawal, { why: '' })))).toBe('TEXT_EMPTY why');
  });

  it('lapses where what it was about is gone meanwhile', () => {
    const gone = listAfter(
      by('organizer', september),
      by('organizer', proposeAct(withdrawal)),
      by('organizer', withdraw()),
    );
    expect(answerOf(gone, by('nobody', carryOut()))).toBe('PROPOSAL_LAPSED proposalId');
  });

  it('is turned down by another, or taken back by who proposed it', () => {
    expect(answerOf(proposed, by('nobody', reject()))).toBe('ProposalRejected');
    expect(answerOf(proposed, by('organizer', reject({ by: OFFICE })))).toBe('ProposalRejected');
    expect(answerOf(proposed, by('nobody', reject({ by: { personId: 'x', role: 'committee-officer' } })))).toBe(
      'SECOND_ROLE_NEEDED',
    );
    expect(answerOf(proposed, by('nobody', reject({ proposalId: 'p2' })))).toBe('PROPOSAL_NOT_FOUND proposalId');
  });

  it('does not wait by the hundred', () => {
    const many = Array.from({ length: 20 }, (_, at) => [
      by('organizer', record({ occurrenceId: `x${at}` })),
      by('organizer', proposeAct({ ...withdrawal, occurrenceId: `x${at}` }, { proposalId: `q${at}` })),
    ]).flat();
    expect(answerOf(listAfter(by('organizer', september), ...many), by('organizer', proposeAct(withdrawal)))).toBe(
      'TOO_MANY_PROPOSALS',
    );
  });
});
