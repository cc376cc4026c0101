import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { checklistDecider } from '../../../src/domain/checklist/decider.ts';
import { BLANK } from '../../../src/domain/checklist/state.ts';
import {
  answerOf,
  by,
  closePeriod,
  ids,
  listAfter,
  openRound,
  review,
  scoreSelf,
  tables,
} from './example-checklist.ts';

const { given } = deciderSpec(checklistDecider);
const team = { sourceId: 'list', itemId: 'team', period: 1 };

describe('a self score', () => {
  it('is whoever’s is judged', () =>
    given()
      .when(by('secretary', scoreSelf([250, 100])))
      .then({ type: 'SelfScored.v1', data: { ...ids, ...team, marks: [250, 100], scoredBy: 'secretary-a' } }));

  it('is nobody else’s, and only where the template asks for it', () => {
    expect(answerOf(BLANK, by('organizer', scoreSelf([250, 100])))).toBe('NOT_THE_SUBJECT entryId');
    const unasked = openRound(tables({}, { self: false }));
    expect(answerOf(BLANK, by('secretary', scoreSelf([250, 100]), { round: unasked }))).toBe(
      'SELF_SCORE_NOT_ASKED itemId',
    );
  });

  it('said again is no new fact, changed it replaces the one before, and an empty one takes it back', () => {
    const scored = listAfter(by('secretary', scoreSelf([250, 100])));
    expect(answerOf(scored, by('deputy', scoreSelf([250, 100])))).toBe('');
    expect(answerOf(scored, by('deputy', scoreSelf([200, 100])))).toBe('SelfScored');
    const back = listAfter(by('secretary', scoreSelf([250, 100])), by('secretary', scoreSelf([])));
    expect(back.marks).toMatchObject([{ by: 'self', marks: [] }]);
    expect(answerOf(BLANK, by('secretary', scoreSelf([])))).toBe('');
  });
});

describe('a review', () => {
  it('stands beside the self score, with the party that gave it', () => {
    given()
      .when(by('acceptor', review([200, 150], { remark: '台账齐全。' })))
      .then({
        type: 'ItemReviewed.v1',
        data: {
          ...{ ...ids, ...team, party: 'acceptance', grantId: 'grant-expert', marks: [200, 150] },
          ...{ reviewedBy: 'acceptor', prose: { remark: '台账齐全。' } },
        },
      });
    const both = listAfter(by('secretary', scoreSelf([250, 150])), by('organizer', review([200, 100])));
    expect(both.marks.map(({ by: who, marks }) => [who, marks])).toEqual([
      ['self', [250, 150]],
      ['organizers', [200, 100]],
    ]);
  });

  it('is of one’s own items alone, for whoever owns some, and of all for whoever owns none', () => {
    const press = { itemId: 'press' };
    expect(answerOf(BLANK, by('organizer', review([50], press)))).toBe('ITEM_NOT_YOURS itemId');
    expect(answerOf(BLANK, by('acceptor', review([50], press)))).toBe('ItemReviewed');
    expect(answerOf(BLANK, by('publicist', review([50], press)))).toBe('NOT_A_REVIEWER itemId');
    expect(answerOf(BLANK, by('secretary', review([200, 100])))).toBe('NOT_A_REVIEWER itemId');
    expect(answerOf(BLANK, by('insider', review([200, 100])))).toBe('OWN_ORGANIZATION entryId');
  });

  it.each([
    ['one mark for two measures', [200], {}, 'MARKS_MISCOUNTED marks'],
    ['more than a measure has', [300, 100], {}, 'SCORE_OUT_OF_RANGE marks'],
    ['below nothing', [-50, 100], {}, 'SCORE_OUT_OF_RANGE marks'],
    ['finer than the step', [210, 100], {}, 'SCORE_TOO_FINE marks'],
    ['of a period that there is not', [200, 100], { period: 2 }, 'PERIOD_UNKNOWN period'],
    ['of a period before the first', [200, 100], { period: 0 }, 'PERIOD_UNKNOWN period'],
    ['of an item that there is not', [200, 100], { itemId: 'nothing' }, 'ITEM_UNKNOWN itemId'],
    ['with a remark that is too long', [200, 100], { remark: '长'.repeat(2_001) }, 'TEXT_TOO_LONG remark'],
  ])('%s is refused', (_, marks, over, reason) =>
    expect(answerOf(BLANK, by('acceptor', review(marks, over)))).toBe(reason),
  );

  it('is not given before its period begins, nor after it was closed', () => {
    const of = (period: number) => review([350], { itemId: 'meetings', period });
    const may = '2021-05-05T02:00:00.000Z';
    expect(answerOf(BLANK, by('organizer', of(2), { now: may }))).toBe('ItemReviewed');
    expect(answerOf(BLANK, by('organizer', of(3), { now: may }))).toBe('PERIOD_NOT_OPEN period');
    expect(answerOf(listAfter(by('organizer', closePeriod())), by('organizer', of(3)))).toBe('PERIOD_NOT_OPEN period');
  });

  it('is not changed without end', () => {
    const orders = Array.from({ length: 50 }, (_, at) => by('acceptor', review([at % 2 === 0 ? 200 : 150, 100])));
    expect(answerOf(listAfter(...orders), by('acceptor', review([100, 100])))).toBe('MARKED_TOO_OFTEN itemId');
  });
});
