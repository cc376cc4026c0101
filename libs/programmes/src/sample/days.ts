import { shippedHolidays, withHolidays } from '@jiangong/calendar';
import type { CompiledTemplate } from '../compile/compiled.ts';
import { stageWindows } from '../stage-windows.ts';
import type { SampleStage } from './told.ts';

/** How far beyond its year an edition's stages can reach. */
const YEARS_AHEAD = 4;

/** Years whose notice is not known yet have weekends alone: a sample shows about when, and no deadline. */
const holidaysFrom = (year: number) =>
  Array.from({ length: YEARS_AHEAD }, (_, at) => year + at)
    .filter((one) => !shippedHolidays.has(one))
    .reduce((table, one) => withHolidays(table, one, { source: '', daysOff: [], makeUpDays: [] }), shippedHolidays);

/** The template's own days of a year, stage by stage in the order of their opening. */
export const sampleDays = ({ calendar }: CompiledTemplate, year: number): readonly SampleStage[] => {
  const windows = stageWindows(calendar, { year, holidays: holidaysFrom(year) });
  if ('reason' in windows) return [];
  return windows.flatMap(({ stageId, opensOn, closesOn }) => {
    const stage = calendar.find(({ id }) => id === stageId);
    return stage === undefined ? [] : [{ stageId, act: stage.act, phase: stage.phase, opensOn, closesOn }];
  });
};
