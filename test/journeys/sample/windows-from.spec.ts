import { describe, expect, it } from '@jest/globals';
import { instantsOf, periodEndsAt, shippedHolidays } from '@jiangong/calendar';
import fc from 'fast-check';
import { PARAMETERS } from '../demo/world/edition-calendar.ts';
import { windowsFrom } from './windows-from.ts';

describe("the sample's edition", () => {
  it('is open today, in Shanghai', () => {
    const { year, stages } = windowsFrom(new Date('2026-03-31T20:00:00Z'));
    expect(year).toBe(2026);
    expect(stages[0]).toEqual({ stageId: 'plan', opensOn: '2026-04-01', closesOn: '2026-04-09' });
    expect(stages.at(-1)).toEqual({ stageId: 'commend', opensOn: '2026-05-28', closesOn: '2026-05-31' });
  });

  it('never leaves its year, its stages stay in order, and a notice fits in', () =>
    fc.assert(
      fc.property(
        fc
          .date({ min: new Date('2021-01-01T00:00:00Z'), max: new Date('2026-12-31T15:00:00Z'), noInvalidDate: true })
          // In the last days of a year its stages no longer fit.
          .filter((now) => now.getUTCMonth() < 11 || now.getUTCDate() < 18),
        (now) => {
          const { year, stages } = windowsFrom(now);
          let before = '';
          for (const { opensOn, closesOn } of stages) {
            expect(opensOn >= before && closesOn >= opensOn && closesOn <= `${year}-12-31`).toBe(true);
            before = opensOn;
          }
          const opensAt = (name: string): string =>
            stages.filter(({ stageId }) => stageId === name).map((window) => instantsOf(window).opensAt)[0] ?? '';
          // A notice, and a working day to answer the last objection, fit in before scoring.
          expect(
            periodEndsAt(shippedHolidays, opensAt('notice'), Number(PARAMETERS['noticeDays']) + 1) <= opensAt('score'),
          ).toBe(true);
        },
      ),
    ));
});
