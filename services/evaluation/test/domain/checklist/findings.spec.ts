import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { checklistDecider } from '../../../src/domain/checklist/decider.ts';
import type { ChecklistFact } from '../../../src/domain/checklist/facts.ts';
import { BLANK } from '../../../src/domain/checklist/state.ts';
import { after, prepare } from '../round/example-round.ts';
import {
  answer,
  answerOf,
  by,
  closedRound,
  closePeriod,
  HASH,
  ids,
  listAfter,
  openRound,
  record,
  tables,
  type Who,
  withdraw,
} from './example-checklist.ts';

const { given } = deciderSpec(checklistDecider);
const recorded: ChecklistFact = {
  type: 'OccurrenceRecorded.v1',
  data: {
    ...ids,
    ...{ sourceId: 'list', itemId: 'meetings', period: 4, occurrenceId: 'o1' },
    ...{ effectiveOn: '2021-11-10', count: 1, evidence: [HASH] },
    ...{ recordedBy: 'organizer', party: 'organizers', grantId: 'grant-committee-officer' },
    prose: { finding: '十月未召开支部党员大会。' },
  },
};
const refused = (who: Who, over: object, at: Parameters<typeof by>[2] = {}) =>
  answerOf(BLANK, by(who, record(over), at));

describe('a finding', () => {
  it('belongs to the period of its day, and says by what right it was recorded', () =>
    given().when(by('organizer', record())).then(recorded));

  it('is recorded once, however often it is sent', () => given(recorded).when(by('organizer', record())).then());

  it.each([
    ['publicist', 'the office of another item'],
    ['acceptor', 'who reviews, and owns no item'],
    ['secretary', 'who is judged'],
    ['elsewhere', 'the same role under another committee'],
    ['nobody', 'who has no role'],
  ] as const)('is not recorded by %s: %s', (...[who]) => expect(refused(who, {})).toBe('ITEM_NOT_YOURS itemId'));

  it('is not recorded about the organization that one acts for', () =>
    expect(refused('insider', {})).toBe('OWN_ORGANIZATION entryId'));

  it('is not recorded about an entry that one answers for', () => {
    const round = openRound();
    const order = by('organizer', record(), { round });
    const own = { ...order, ground: { ...order.ground, answerable: ['organizer'] } };
    expect(answerOf(BLANK, own)).toBe('OWN_ENTRY entryId');
  });

  it.each([
    ['of an item that is not there', { itemId: 'nothing' }, 'ITEM_UNKNOWN itemId'],
    ['in another list', { sourceId: 'lists' }, 'ITEM_UNKNOWN itemId'],
    ['on a day that is none', { effectiveOn: '2021-02-30' }, 'EFFECTIVE_ON_INVALID effectiveOn'],
    ['on a day to come', { effectiveOn: '2021-12-06' }, 'EFFECTIVE_ON_INVALID effectiveOn'],
    ['before the time that is judged', { effectiveOn: '2020-12-31' }, 'PERIOD_NOT_OPEN effectiveOn'],
    ['of an item that waits for a mark', { itemId: 'team' }, 'ITEM_NOT_COUNTED itemId'],
    ['never', { count: 0 }, 'COUNT_INVALID count'],
    ['a hundred and one times at once', { count: 101 }, 'COUNT_INVALID count'],
    ['with a document that is none', { evidence: ['x'] }, 'EVIDENCE_INVALID evidence[0]'],
    ['with one document twice', { evidence: [HASH, HASH] }, 'EVIDENCE_INVALID evidence[1]'],
    ['without a word', { finding: '' }, 'TEXT_EMPTY finding'],
  ])('%s is refused', (_, over, reason) => expect(refused('organizer', over)).toBe(reason));

  it('is recorded from the round’s opening to its closing', () => {
    const prepared = after(prepare(tables()));
    expect(refused('organizer', {}, { round: prepared })).toBe('ENTRY_NOT_IN_ROUND entryId');
    expect(refused('organizer', {}, { now: '2021-12-10T16:00:00.000Z' })).toBe('ROUND_CLOSED entryId');
  });

  it('is not recorded where the round has no check-list', () => {
    const { checklists: _none, ...bare } = tables();
    expect(refused('organizer', {}, { round: openRound(bare) })).toBe('NO_CHECKLIST entryId');
  });

  it('is recorded also where it takes no more points, but what earns none any more is not', () => {
    const lost = listAfter(by('organizer', record({ count: 100 })));
    expect(answerOf(lost, by('organizer', record({ occurrenceId: 'o2' })))).toBe('OccurrenceRecorded');
    const press = { itemId: 'press', count: 2 };
    const earned = listAfter(by('publicist', record(press)));
    expect(answerOf(earned, by('publicist', record({ ...press, occurrenceId: 'o2' })))).toBe('CAP_REACHED itemId');
  });

  it('is not recorded in a period that was closed', () => {
    const closed = listAfter(by('organizer', closePeriod()));
    expect(answerOf(closed, by('organizer', record({ effectiveOn: '2021-09-30' })))).toBe(
      'PERIOD_NOT_OPEN effectiveOn',
    );
    expect(answerOf(closed, by('organizer', record({ effectiveOn: '2021-10-01' })))).toBe('OccurrenceRecorded');
  });
});

describe('a finding is withdrawn', () => {
  const found = listAfter(by('organizer', record({ effectiveOn: '2021-09-10' })));

  it('with a reason, by the office that owns the item', () =>
    given(recorded)
      .when(by('organizer', withdraw()))
      .then({
        type: 'OccurrenceWithdrawn.v1',
        data: {
          ...ids,
          occurrenceId: 'o1',
          reason: 'recorded-in-error',
          withdrawnBy: 'organizer',
          proposalId: null,
          proposedBy: null,
          prose: { why: '会议已补开。' },
        },
      }));

  it.each([
    ['publicist', {}, 'ITEM_NOT_YOURS occurrenceId'],
    ['secretary', {}, 'ITEM_NOT_YOURS occurrenceId'],
    ['insider', {}, 'OWN_ORGANIZATION entryId'],
    ['organizer', { occurrenceId: 'o2' }, 'OCCURRENCE_UNKNOWN occurrenceId'],
    ['organizer', { reason: 'because' }, 'WITHDRAWING_REASON_UNKNOWN reason'],
    ['organizer', { why: ' ' }, 'TEXT_EMPTY why'],
  ] as const)('not by %s with %j', (who, over, reason) =>
    expect(answerOf(found, by(who, withdraw(over)))).toBe(reason),
  );

  it('once', () =>
    expect(
      answerOf(listAfter(by('organizer', record()), by('organizer', withdraw())), by('organizer', withdraw())),
    ).toBe('OCCURRENCE_WITHDRAWN occurrenceId'));

  it('by two persons once its period was closed', () =>
    expect(
      answerOf(
        listAfter(by('organizer', record({ effectiveOn: '2021-09-10' })), by('organizer', closePeriod())),
        by('organizer', withdraw()),
      ),
    ).toBe('PROPOSAL_NEEDED occurrenceId'));
});

describe('whoever is judged', () => {
  it('answers a finding, whoever of them it is', () => {
    for (const [who, answeredBy] of [
      ['secretary', 'secretary-a'],
      ['deputy', 'deputy-a'],
    ] as const)
      given(recorded)
        .when(by(who, answer()))
        .then({
          type: 'FindingAnswered.v1',
          data: { ...ids, occurrenceId: 'o1', answeredBy, prose: { answer: '会议于十一日召开，记录附后。' } },
        });
  });

  it('also when the period and the round are closed, until the decision', () => {
    const closed = closedRound();
    expect(answerOf(listAfter(by('organizer', record())), by('secretary', answer(), { round: closed }))).toBe(
      'FindingAnswered',
    );
  });

  it('and nobody else', () => {
    const found = listAfter(by('organizer', record()));
    for (const who of ['organizer', 'publicist', 'nobody'] as const)
      expect(answerOf(found, by(who, answer()))).toBe('NOT_THE_SUBJECT entryId');
  });

  it('not where the template does not ask, nor what was withdrawn, nor again and again', () => {
    const silent = openRound(tables({ answer: false }));
    const found = listAfter(by('organizer', record()));
    expect(answerOf(found, by('secretary', answer(), { round: silent }))).toBe('ANSWER_NOT_ASKED occurrenceId');
    const gone = listAfter(by('organizer', record()), by('organizer', withdraw()));
    expect(answerOf(gone, by('secretary', answer()))).toBe('OCCURRENCE_WITHDRAWN occurrenceId');
    const told = Array.from({ length: 5 }, () => by('secretary', answer()));
    expect(answerOf(listAfter(by('organizer', record()), ...told), by('secretary', answer()))).toBe(
      'ANSWERED_TOO_OFTEN',
    );
    expect(answerOf(found, by('secretary', answer({ answer: '' })))).toBe('TEXT_EMPTY answer');
  });
});
