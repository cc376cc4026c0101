import { describe, expect, it } from '@jest/globals';
import { instantsOf, periodEndsAt, shippedHolidays } from '@jiangong/calendar';
import fc from 'fast-check';
import { NOTICE_WORKING_DAYS } from '../demo/world/edition-calendar.ts';
import { windowsFrom } from './windows-from.ts';

describe("the sample's edition", () => {
  it('is open today, in Shanghai', () => {
    const { year, stages } = windowsFrom(new Date('2026-03-31T20:00:00Z'));
    expect(year).toBe(2026);
    expect(stages[0]).toEqual({ stage: 'planning', opensOn: '2026-04-01', closesOn: '2026-04-09' });
    expect(stages.at(-1)).toEqual({ stage: 'decision', opensOn: '2026-05-01', closesOn: '2026-05-08' });
  });

  it('never leaves its year, its stages stay in order, and a notice fits in', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2021-01-01T00:00:00Z'), max: new Date('2026-12-31T15:00:00Z'), noInvalidDate: true }),
        (now) => {
          const { year, stages } = windowsFrom(now);
          let before = '';
          for (const { opensOn, closesOn } of stages) {
            expect(opensOn >= before && closesOn >= opensOn && closesOn <= `${year}-12-31`).toBe(true);
            before = opensOn;
          }
          const opensAt = (name: string): string =>
            stages.filter(({ stage }) => stage === name).map((window) => instantsOf(window).opensAt)[0] ?? '';
          // A notice, and a working day to answer the last objection, fit in before scoring.
          expect(periodEndsAt(shippedHolidays, opensAt('notice'), NOTICE_WORKING_DAYS + 1) <= opensAt('scoring')).toBe(
            true,
          );
        },
      ),
    ));
});
