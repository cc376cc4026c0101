import { describe, expect, it } from '@jest/globals';
import { shippedHolidays } from '@jiangong/calendar';
import type { SecondNotice } from '../../../src/domain/decision/decidable.ts';
import { noticeDaysAgain } from '../../../src/domain/decision/notice-again.ts';
import type { StoppedNotice } from '../../../src/domain/decision/stopped-notice.ts';

const NOTICE: SecondNotice = { noticeId: 'proposed', days: 5, clock: 'working', again: 'remaining' };
/** Published on Friday 2021-12-10, it runs until the end of Friday 2021-12-17, in Beijing. */
const stopped = (stoppedAt: string): StoppedNotice => ({
  ...{ endsAt: '2021-12-17T16:00:00.000Z', stoppedAt },
  entryIds: ['entry-a', 'entry-b'],
});
const days = (of: Partial<SecondNotice>, at: string | undefined, ...entryIds: readonly string[]) => {
  const before = at === undefined ? undefined : stopped(at);
  return noticeDaysAgain({ ...NOTICE, ...of }, before, entryIds, shippedHolidays);
};

describe('a notice that is published again', () => {
  it('runs the days that were left, the day it was stopped on among them', () => {
    expect(days({}, '2021-12-15T02:00:00.000Z', 'entry-a')).toBe(3);
    expect(days({ clock: 'calendar', days: 7 }, '2021-12-12T02:00:00.000Z', 'entry-a')).toBe(6);
  });
  it('runs one day at least, and never more than the template says', () => {
    expect(days({}, '2021-12-30T02:00:00.000Z', 'entry-a')).toBe(1);
    expect(days({}, '2021-12-10T02:00:00.000Z', 'entry-a')).toBe(5);
  });
  it('runs all of them where somebody is shown for the first time', () =>
    expect(days({}, '2021-12-15T02:00:00.000Z', 'entry-a', 'entry-c')).toBe(5));
  it('runs all of them the first time, and where the template does not say otherwise', () => {
    expect(days({}, undefined, 'entry-a')).toBe(5);
    const { again: _again, ...whole } = NOTICE;
    expect(noticeDaysAgain(whole, stopped('2021-12-15T02:00:00.000Z'), ['entry-a'], shippedHolidays)).toBe(5);
  });
});
