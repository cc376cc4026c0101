import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { languageNow } from '../../words/speak.ts';
import { daysOfMonths } from './months.ts';

type Day = Schemas['CalendarYear']['days'][number];

const weekdays = (): readonly string[] => {
  const format = new Intl.DateTimeFormat(languageNow() === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: languageNow() === 'zh' ? 'narrow' : 'short',
    timeZone: 'UTC',
  });
  // The fifth of January 2026 is a Monday.
  return Array.from({ length: 7 }, (_, at) => format.format(Date.UTC(2026, 0, 5 + at)));
};

const monthName = (month: string): string =>
  new Intl.DateTimeFormat(languageNow() === 'zh' ? 'zh-CN' : 'en-GB', { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00Z`),
  );

const Cell = ({ day }: Readonly<{ day: Day | null }>) => {
  const { t } = useTranslation();
  if (day === null) return <td />;
  const { date, kind } = day;
  return (
    <td className={`day-${kind}`}>
      <time dateTime={date}>{Number(date.slice(-2))}</time>
      {(kind === 'holiday' || kind === 'make-up') && <span className="day-mark">{t(`campaigns.dayMark.${kind}`)}</span>}
    </td>
  );
};

/** A year as its working days, weekends, holidays and make-up days, each marked by a word, too. */
export const YearCalendar = ({ days }: Readonly<{ days: readonly Day[] }>) => {
  const names = weekdays();
  return (
    <div className="months">
      {daysOfMonths(days).map(({ month, weeks }) => (
        <table key={month} className="month">
          <caption>{monthName(month)}</caption>
          <thead>
            <tr>
              {names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.find((day) => day !== null)?.date}>
                {week.map((day, at) => (
                  <Cell key={day?.date ?? `${month} ${at}`} day={day} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
};
