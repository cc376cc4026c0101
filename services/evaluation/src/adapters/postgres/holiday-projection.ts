import type { DateSpan, HolidayTable, LocalDate } from '@jiangong/calendar';
import { shippedHolidays, withHolidays } from '@jiangong/calendar';
import type { Projection, Rows } from '@jiangong/read-models';

type Entered = Readonly<{
  year: number;
  noticeNumber: string;
  daysOff?: readonly Readonly<{ from: LocalDate; to: LocalDate }>[];
  makeUpDays?: readonly LocalDate[];
}>;

/** Years whose working days an officer entered, as they stand. */
export const holidayProjection: Projection = {
  name: 'holidays-heard',
  version: 1,
  tables: `
    create table if not exists holiday_year (
      year integer primary key,
      notice_number text not null,
      days_off text not null,
      make_up_days text not null
    );
  `,
  tableNames: ['holiday_year'],
  source: { kind: 'public-facts', contexts: ['merit_projects'] },
  apply: async (rows, { type, data }) => {
    if (type !== 'merit_projects.HolidaysEntered.v1') return;
    const { year, noticeNumber, daysOff = [], makeUpDays = [] } = data as Entered;
    rows.write(
      `insert into holiday_year (year, notice_number, days_off, make_up_days) values ($1, $2, $3, $4)
       on conflict (year) do update set notice_number = excluded.notice_number, days_off = excluded.days_off,
         make_up_days = excluded.make_up_days`,
      [year, noticeNumber, JSON.stringify(daysOff.map(({ from, to }) => [from, to])), JSON.stringify(makeUpDays)],
    );
  },
};

type Row = Readonly<{ year: number; source: string; daysOff: string; makeUpDays: string }>;

/** The shipped years, and those that were entered. */
export const knownHolidays = async (rows: Rows): Promise<HolidayTable> => {
  const entered = await rows.query<Row>(
    'select year, notice_number as source, days_off as "daysOff", make_up_days as "makeUpDays" from holiday_year order by year',
  );
  return entered.reduce<HolidayTable>(
    (table, { year, source, daysOff, makeUpDays }) =>
      // Entered once and shipped since: the shipped year stands.
      table.has(year)
        ? table
        : withHolidays(table, year, {
            source,
            daysOff: JSON.parse(daysOff) as readonly DateSpan[],
            makeUpDays: JSON.parse(makeUpDays) as readonly LocalDate[],
          }),
    shippedHolidays,
  );
};
