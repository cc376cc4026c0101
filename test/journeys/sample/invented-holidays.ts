import type { HolidayNotice } from '@jiangong/calendar';

/** Working days of a year whose notice is not in the product yet, as the sample's officer enters them: invented like all the sample. */
export const inventedHolidays = (year: number): HolidayNotice => ({
  source: `示例〔${year}〕1号（虚构）`,
  daysOff: [[`${year}-01-01`, `${year}-01-03`]],
  makeUpDays: [],
});
