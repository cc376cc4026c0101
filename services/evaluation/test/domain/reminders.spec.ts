import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { REMIND_AGAIN_DAYS, REMINDED_PER_ORDER_MAX, REMINDERS_PER_EVALUATOR_MAX } from '../../src/domain/limits.ts';
import {
  type EvaluatorReminded,
  type RemindEvaluators,
  remindersDecider,
  remindingOf,
  type Sitting,
} from '../../src/domain/reminders/reminders.ts';

const { given } = deciderSpec(remindersDecider);
const NOW = '2021-12-05T02:00:00.000Z';
const later = (hours: number): string => new Date(Date.parse(NOW) + hours * 3_600_000).toISOString();
/** In Shanghai it is ten in the morning at `NOW`. */
const NEXT_DAY = later(24 * (REMIND_AGAIN_DAYS - 1) + 14);
const sits = (name: string, awaited = true): Sitting => ({ seatId: `seat-${name}`, personId: name, awaited });
const remind = (more: Partial<RemindEvaluators> = {}): RemindEvaluators => ({
  ...{ type: 'RemindEvaluators', roundId: 'round', editionId: 'edition', hindrance: null, seatIds: [], now: NOW },
  sitting: [sits('a'), sits('b'), sits('done', false)],
  ...more,
});
const reminded = (name: string, remindedAt = NOW): EvaluatorReminded => ({
  type: 'EvaluatorReminded.v1',
  data: { roundId: 'round', editionId: 'edition', seatId: `seat-${name}`, personId: name, remindedAt },
});

describe('a reminder by hand', () => {
  it('reaches everybody whose sheet is awaited, and nobody who has handed in', () => {
    given().when(remind()).then(reminded('a'), reminded('b'));
  });
  it('reaches chosen ones alone', () => {
    given()
      .when(remind({ seatIds: ['seat-b'] }))
      .then(reminded('b'));
    given()
      .when(remind({ seatIds: ['seat-done'] }))
      .then();
  });
  it('is about those who sit, each named once', () => {
    given()
      .when(remind({ seatIds: ['seat-a', 'seat-z'] }))
      .thenRefused({ reason: 'SEAT_UNKNOWN', field: 'seatIds[1]' });
    given()
      .when(remind({ seatIds: ['seat-a', 'seat-a'] }))
      .thenRefused({ reason: 'SEAT_TWICE', field: 'seatIds[1]' });
  });
  it('does not reach the same person twice on one day, and does on the next', () => {
    given(reminded('a'))
      .when(remind({ now: later(13) }))
      .then(reminded('b', later(13)));
    given(reminded('a'), reminded('b'))
      .when(remind({ now: NEXT_DAY }))
      .then(reminded('a', NEXT_DAY), reminded('b', NEXT_DAY));
  });
  it('does not reach anybody more often than a named number of times in one round', () => {
    const often = Array.from({ length: REMINDERS_PER_EVALUATOR_MAX }, (_, day) => reminded('a', later(day * 24)));
    given(...often)
      .when(remind({ now: later(9_999) }))
      .then(reminded('b', later(9_999)));
  });
  it('is bounded: who is beyond the bound is left for the next order', () => {
    const sitting = Array.from({ length: REMINDED_PER_ORDER_MAX + 1 }, (_, at) => sits(`p${at}`));
    const told = remindingOf({}, remind({ sitting }));
    expect(told.filter(({ skipped }) => skipped === null)).toHaveLength(REMINDED_PER_ORDER_MAX);
    expect(told.at(-1)?.skipped).toBe('left-for-next');
  });
  it('tells why each of the others is left out', () => {
    const sitting = [sits('a'), sits('b'), sits('done', false)];
    const before = { a: { at: NOW, times: 1 }, b: { at: NOW, times: REMINDERS_PER_EVALUATOR_MAX } };
    expect(remindingOf(before, remind({ sitting })).map(({ skipped }) => skipped)).toEqual([
      ...['reminded-lately', 'reminded-often', 'not-awaited'],
    ]);
  });
  it.each(['ROUND_NOT_OPEN', 'ROUND_CLOSED'] as const)(
    'is refused while no sheet can be handed in: %s',
    (hindrance) => {
      given().when(remind({ hindrance })).thenRefused({ reason: hindrance, field: 'roundId' });
    },
  );
});
