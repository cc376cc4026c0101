import { expect, it } from '@jest/globals';
import { shippedHolidays } from '@jiangong/calendar';
import { workingYears } from '../src/application/working-years.ts';

const entered = (year: number) => ({ year, source: `国办发明电〔${year}〕1号`, daysOff: [], makeUpDays: [] });

it('a year that was entered is known beside the shipped ones; one that is shipped by now stands as shipped', async () => {
  const table = await workingYears({ holidays: async () => [entered(2026), entered(2027)] }).table();
  expect(table.get(2027)?.source).toBe('国办发明电〔2027〕1号');
  expect(table.get(2026)).toBe(shippedHolidays.get(2026));
});
