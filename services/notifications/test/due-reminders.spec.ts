import { describe, expect, it } from '@jest/globals';
import { lastDayOf, remindAt } from '../src/domain/deadline.ts';
import { dueReminders, type StageWindow } from '../src/domain/due-reminders.ts';
import { reminderKey } from '../src/domain/reminders.ts';

const window: StageWindow = {
  editionId: 'e',
  stage: 'declaration',
  opensAt: '2021-10-31T16:00:00.000Z',
  closesAt: '2021-11-30T16:00:00.000Z',
};
const due = (now: string, ...given: number[]): readonly (readonly [number, string])[] =>
  dueReminders(
    [window],
    new Map([['e', new Set(given.map((daysLeft) => reminderKey({ ...window, daysLeft })))]]),
    now,
  ).map(({ daysLeft, at }) => [daysLeft, at] as const);

describe('deadlines', () => {
  it('the last day is the one before the closing instant, in Shanghai', () => {
    expect(lastDayOf('2021-11-30T16:00:00.000Z')).toBe('2021-11-30');
    expect(lastDayOf('2021-11-30T10:00:00.000Z')).toBe('2021-11-30');
  });
  it('a reminder falls on the beginning of its day', () => {
    expect(remindAt('2021-11-30T16:00:00.000Z', 1)).toBe('2021-11-28T16:00:00.000Z');
  });
});

describe('which reminders are due', () => {
  it('none while the deadline is far', () => expect(due('2021-11-10T00:00:00.000Z')).toStrictEqual([]));
  it('the first seven days before', () =>
    expect(due('2021-11-22T16:00:00.000Z')).toStrictEqual([[7, '2021-11-22T16:00:00.000Z']]));
  it('not again once given', () => expect(due('2021-11-25T00:00:00.000Z', 7)).toStrictEqual([]));
  it('the second one day before', () =>
    expect(due('2021-11-29T00:00:00.000Z', 7)).toStrictEqual([[1, '2021-11-28T16:00:00.000Z']]));
  it('only the nearest, when the first was missed', () =>
    expect(due('2021-11-29T00:00:00.000Z')).toStrictEqual([[1, '2021-11-28T16:00:00.000Z']]));
  it('none once the stage is over, none before it opens', () => {
    expect(due('2021-11-30T16:00:00.000Z')).toStrictEqual([]);
    expect(due('2021-10-31T15:59:59.999Z')).toStrictEqual([]);
  });
  it('in a stage shorter than the distance, from its opening on', () => {
    const short = { ...window, opensAt: '2021-11-26T16:00:00.000Z' };
    expect(dueReminders([short], new Map(), '2021-11-27T00:00:00.000Z')).toMatchObject([
      { daysLeft: 7, at: short.opensAt },
    ]);
  });
  it('come oldest first', () => {
    const later = { ...window, stage: 'review', closesAt: '2021-12-01T16:00:00.000Z' };
    expect(
      dueReminders([later, window], new Map(), '2021-11-30T00:00:00.000Z').map(({ stage }) => stage),
    ).toStrictEqual(['declaration', 'review']);
  });
});
