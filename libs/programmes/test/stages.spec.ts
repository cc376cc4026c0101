import { shippedHolidays } from '@jiangong/calendar';
import { describe, expect, it } from '@jest/globals';
import {
  daysOutsideEdition,
  stageOrderFaults,
  type StageWindow,
  stageWindows,
  validateProgramme,
} from '../src/index.ts';
import { readYaml } from '../src/yaml/index.ts';
import { compiledOf, templateOf, textOf } from './template-files.ts';

const { calendar } = compiledOf(templateOf(textOf('jiangong-edition')));

const windowsOf = (stages: Parameters<typeof stageWindows>[0], year: number): readonly StageWindow[] => {
  const windows = stageWindows(stages, { year, holidays: shippedHolidays });
  if ('reason' in windows) throw new Error(windows.reason);
  return windows;
};

const moved = (id: string, days: Partial<StageWindow>): readonly StageWindow[] =>
  windowsOf(calendar, 2021).map((window) => (window.stageId === id ? { ...window, ...days } : window));

const day = (month: number, dayOfMonth: number, years = 0) => ({ kind: 'day', years, month, day: dayOfMonth }) as const;

describe("the template's own days for a year", () => {
  it('are days of that year, or of a later one where it says so', () =>
    expect(windowsOf(calendar, 2021).slice(-3)).toEqual([
      { stageId: 'decide', part: 1, opensOn: '2021-12-11', closesOn: '2021-12-20' },
      { stageId: 'second-notice', part: 1, opensOn: '2021-12-21', closesOn: '2022-01-05' },
      { stageId: 'commend', part: 1, opensOn: '2022-01-06', closesOn: '2022-01-31' },
    ]));

  it('come again in every part of the period', () =>
    expect(windowsOf([{ id: 'vote', opens: day(6, 20), closes: day(6, 30), every: 'half' }], 2021)).toEqual([
      { stageId: 'vote', part: 1, opensOn: '2021-06-20', closesOn: '2021-06-30' },
      { stageId: 'vote', part: 2, opensOn: '2021-12-20', closesOn: '2021-12-31' },
    ]));

  it('of a stage that is longer than a part stand once', () =>
    expect(windowsOf([{ id: 'check', opens: day(1, 1), closes: day(12, 31), every: 'month' }], 2021)).toHaveLength(1));

  it('are counted in working days after a stage, by the holidays of the year', () =>
    expect(
      windowsOf(
        [
          { id: 'decide', opens: day(9, 20), closes: day(9, 30) },
          {
            id: 'notice',
            opens: { kind: 'after', stage: 'decide', workingDays: 1 },
            closes: { kind: 'after', stage: 'decide', workingDays: 3 },
          },
        ],
        2021,
      )[1],
    ).toEqual({ stageId: 'notice', part: 1, opensOn: '2021-10-08', closesOn: '2021-10-11' }));

  it('that need a year nobody has entered are not known', () =>
    expect(
      stageWindows(
        [
          { id: 'decide', opens: day(9, 20), closes: day(9, 30) },
          { id: 'notice', opens: { kind: 'after', stage: 'decide', workingDays: 1 }, closes: day(12, 1) },
        ],
        { year: 2050, holidays: shippedHolidays },
      ),
    ).toMatchObject({ reason: 'YEAR_NOT_KNOWN', details: { year: 2050 } }));
});

describe("an edition's days are refused where they can not work", () => {
  const faults = (windows: readonly StageWindow[]) =>
    stageOrderFaults(calendar, windows, shippedHolidays).map(({ reason, stageId, field }) => [reason, stageId, field]);

  it("the template's own work", () => expect(faults(windowsOf(calendar, 2021))).toEqual([]));

  it('a decision that ends before the scoring', () =>
    expect(faults(moved('decide', { opensOn: '2021-11-25', closesOn: '2021-11-26' }))).toContainEqual([
      'STAGE_OUT_OF_ORDER',
      'decide',
      'opens',
    ]));

  it('declaring that closes after the scoring opened', () =>
    expect(faults(moved('declare', { closesOn: '2021-12-05' }))).toEqual(
      ['review', 'clear', 'notice', 'score'].map((stage) => ['STAGES_OVERLAP', stage, 'opens']),
    ));

  it('all on one day', () => {
    const day1 = windowsOf(calendar, 2021).map((window) => ({
      ...window,
      opensOn: '2021-11-01',
      closesOn: '2021-11-01',
    }));
    expect(faults(day1).map(([reason]) => reason)).toContain('STAGES_OVERLAP');
    expect(faults(day1)).toContainEqual(['GAP_DOES_NOT_FIT', 'notice', 'gap']);
  });

  it('scoring moved before the notice has run its working days', () =>
    expect(
      stageOrderFaults(
        calendar,
        moved('score', { opensOn: '2021-11-26' }).map((window) =>
          window.stageId === 'notice' ? { ...window, closesOn: '2021-11-25' } : window,
        ),
        shippedHolidays,
      ),
    ).toEqual([
      // Opened on a Saturday: Monday to Thursday are left.
      { reason: 'GAP_DOES_NOT_FIT', stageId: 'notice', field: 'gap', details: { gap: 5, next: 'score', fits: 4 } },
    ]));

  it('a gap in a year that nobody has entered', () =>
    expect(stageOrderFaults(calendar, windowsOf(calendar, 2050), shippedHolidays)).toContainEqual({
      reason: 'YEAR_NOT_KNOWN',
      stageId: 'notice',
      field: 'gap',
      details: { year: 2050 },
    }));

  it('days of another year', () => {
    expect(daysOutsideEdition(calendar, windowsOf(calendar, 2021), 2021)).toEqual([]);
    expect(
      daysOutsideEdition(calendar, windowsOf(calendar, 2022), 2021).map(({ stageId, field }) => [stageId, field]),
    ).toEqual([
      ...['plan', 'deliver', 'declare', 'review', 'clear', 'notice', 'score', 'decide'].flatMap((stage) => [
        [stage, 'opens'],
        [stage, 'closes'],
      ]),
      ['second-notice', 'closes'],
      ['commend', 'opens'],
      ['commend', 'closes'],
    ]);
    expect(daysOutsideEdition(calendar, windowsOf(calendar, 2020), 2021)).toHaveLength(17);
  });
});

describe('a template is checked by a year whose holidays are known', () => {
  it('a notice in the week of the Dragon Boat festival fits in 2021, not in 2024', () => {
    const read = readYaml(
      textOf('p09-two-excellences').replace('opens: 06-20, closes: 07-01}', 'opens: 06-16, closes: 07-01}'),
    );
    if (read.kind !== 'read') throw new Error('unreadable');
    const reasons = (year: number): readonly string[] => {
      const validation = validateProgramme(read.tree, { year, holidays: shippedHolidays });
      return validation.kind === 'refused' ? validation.problems.map(({ reason, line }) => `${reason}:${line}`) : [];
    };
    expect(reasons(2021)).toEqual([]);
    expect(reasons(2024)).toEqual(['GAP_DOES_NOT_FIT:26']);
    expect(reasons(2050)).toEqual(['YEAR_NOT_KNOWN:26']);
  });
});
