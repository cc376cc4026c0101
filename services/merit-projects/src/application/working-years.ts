import { type HolidayTable, shippedHolidays, withHolidays } from '@jiangong/calendar';
import type { CampaignKnowledge } from './ports.ts';

/** The shipped years and those that officers have entered. */
export const workingYears = (knowledge: Pick<CampaignKnowledge, 'holidays'>) => ({
  table: async (): Promise<HolidayTable> => {
    const entered = await knowledge.holidays();
    return entered.reduce(
      // Entered once and shipped since: the shipped year stands.
      (table, { year, ...notice }) => (table.has(year) ? table : withHolidays(table, year, notice)),
      shippedHolidays,
    );
  },
});

export type WorkingYears = ReturnType<typeof workingYears>;
