import { describe, expect, it } from '@jest/globals';
import { hearTime, now, nowMs } from '../src/api/platform-clock.ts';
import { daysUntil, today } from '../src/components/dates.ts';

const answered = (told?: string): Pick<Response, 'headers'> => ({
  headers: new Headers(told === undefined ? {} : { 'x-platform-time': told }),
});

/** A test's own steps take their time. */
const PATIENCE_MS = 60_000;

describe('the clock of the console', () => {
  it('is the platform’s once it has answered, however wrong this computer’s is', () => {
    hearTime(answered('2021-06-30T04:00:00.000Z'));
    expect(nowMs() - Date.parse('2021-06-30T04:00:00.000Z')).toBeLessThan(PATIENCE_MS);
    expect([now().slice(0, 10), today(), daysUntil('2021-07-02')]).toEqual(['2021-06-30', '2021-06-30', 2]);
  });

  it('follows the last answer, and what tells no time changes nothing', () => {
    hearTime(answered('2021-06-30T15:59:00.000Z'));
    expect(today()).toBe('2021-06-30');
    hearTime(answered('2021-06-30T16:00:00.000Z'));
    hearTime(answered());
    hearTime(answered('soon'));
    // Midnight in Shanghai.
    expect(today()).toBe('2021-07-01');
  });
});
