import { describe, expect, it } from '@jest/globals';
import { addCalendarDays, shippedHolidays, withHolidays } from '@jiangong/calendar';
import { isRefusal } from '@jiangong/event-store';
import fc from 'fast-check';
import { editionDecider } from '../../src/domain/edition/decider.ts';
import type { OpenEdition } from '../../src/domain/edition/orders.ts';
import { planOf } from '../../src/domain/edition/plan.ts';
import { noEdition } from '../../src/domain/edition/state.ts';
import { editionAfter, editionFacts, openEdition, STAGE_DAYS } from './edition-sample.ts';

/** The sample's calendar with each day moved a little, so that some can be opened and others can not. */
const shaken = fc
  .array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })), {
    minLength: STAGE_DAYS.length,
    maxLength: STAGE_DAYS.length,
  })
  .map((shifts): OpenEdition => ({
    ...openEdition,
    stages: STAGE_DAYS.map(({ stageId, opensOn, closesOn }, at) => {
      const [opens, closes] = shifts[at] ?? [0, 0];
      return { stageId, opensOn: addCalendarDays(opensOn, opens), closesOn: addCalendarDays(closesOn, closes) };
    }),
  }));

const with2022 = (order: OpenEdition) => planOf(noEdition, order);

describe('a preview', () => {
  it('shows what opening then stores, and refuses what opening refuses: no calendar tells them apart', () => {
    const seen = { opened: 0, refused: 0 };
    fc.assert(
      fc.property(fc.oneof(fc.constant(openEdition), shaken), (order) => {
        const plan = planOf(noEdition, order);
        const decided = editionDecider.decide(noEdition, order);
        if (isRefusal(decided)) {
          seen.refused += 1;
          expect(plan.refusal).toEqual(decided);
          return;
        }
        seen.opened += 1;
        expect(plan.refusal).toBeNull();
        const stored = decided.flatMap((fact) => (fact.type === 'StageScheduled.v1' ? [fact.data] : []));
        expect(plan.stages).toMatchObject(stored);
        expect(plan.stages).toHaveLength(stored.length);
      }),
      { numRuns: 300, seed: 20_261_128 },
    );
    expect(seen.opened).toBeGreaterThan(20);
    expect(seen.refused).toBeGreaterThan(20);
  });

  it('of an edition that is open already says so, with the calendar that was asked for', () => {
    const plan = planOf(editionAfter(editionFacts), openEdition);
    expect(plan.refusal).toMatchObject({ reason: 'EDITION_ALREADY_OPEN' });
    expect(plan.stages).toHaveLength(STAGE_DAYS.length);
  });

  it('says which days are worked, and how many', () => {
    const [plan] = with2022(openEdition).stages;
    // From Monday 4 January to Sunday 28 February 2021: eight weeks, the spring festival of a week, and two make-up days.
    expect(plan).toMatchObject({
      stageId: 'plan',
      opensOnWorkingDay: 'yes',
      closesOnWorkingDay: 'no',
      workingDays: 37,
    });
  });

  it('names the years whose holidays nobody has entered, and guesses none of their days', () => {
    const later = STAGE_DAYS.map(({ stageId, opensOn, closesOn }) => ({
      stageId,
      opensOn: opensOn.replace('2022', '2028').replace('2021', '2027'),
      closesOn: closesOn.replace('2022', '2028').replace('2021', '2027'),
    }));
    const unknown = planOf(noEdition, { ...openEdition, year: 2027, stages: later });
    expect(unknown.refusal).toMatchObject({ reason: 'YEAR_NOT_KNOWN', details: { year: 2027 } });
    expect(unknown.yearsMissing).toEqual([2027, 2028]);
    expect(unknown.stages[0]).toMatchObject({ opensOnWorkingDay: 'unknown', workingDays: null, holidaysHash: '' });
    const notice = { source: '国办发明电〔2026〕1号', daysOff: [], makeUpDays: [] };
    const entered = planOf(noEdition, {
      ...{ ...openEdition, year: 2027, stages: later },
      holidays: withHolidays(shippedHolidays, 2027, notice),
    });
    expect(entered).toMatchObject({ refusal: null, yearsMissing: [2028] });
    expect(entered.stages[0]).toMatchObject({ opensOnWorkingDay: 'yes', workingDays: 40 });
  });

  it('tells when a notice would be over, and the last day on which one can begin', () => {
    const [entries, proposed] = with2022(openEdition).notices;
    expect(entries).toMatchObject({ stageId: 'notice', about: 'entries', lastDayToBegin: expect.any(String) });
    // A notice of the last day that is told is in time for scoring, and one of the day after is not.
    const from = (opensOn: string) =>
      planOf(noEdition, {
        ...openEdition,
        stages: STAGE_DAYS.map((days) => (days.stageId === 'notice' ? { ...days, opensOn } : days)),
      }).refusal;
    const last = entries?.lastDayToBegin ?? '';
    expect(from(last)).toBeNull();
    expect(from(addCalendarDays(last, 1))).toMatchObject({ reason: 'NOTICE_CANNOT_END_IN_TIME' });
    expect(proposed).toMatchObject({ stageId: 'second-notice', about: 'proposed' });
  });

  it('of a calendar that is none shows the refusal alone', () => {
    const plan = planOf(noEdition, { ...openEdition, stages: [] });
    expect(plan).toEqual({
      ...{ stages: [], notices: [], yearsMissing: [] },
      refusal: { reason: 'STAGES_INCOMPLETE', field: 'stages', details: { stage: 'plan' } },
    });
  });
});
