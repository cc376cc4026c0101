import { type KeyboardEvent, useEffect, useRef } from 'react';
import { today } from './dates.ts';
import { sayDayInFull, weekdays, weeksOf } from './months.ts';

/** The days of one month as a grid that keys lead through; `at` is the one that keys stand on, and has the focus where they brought it there. */
export const MonthGrid = ({
  monthId,
  at,
  byKeys,
  chosen,
  isWithin,
  onKey,
  onPick,
}: Readonly<{
  monthId: string;
  at: string;
  byKeys: boolean;
  /** The day that stands in the field. */
  chosen: string;
  isWithin: (day: string) => boolean;
  onKey: (event: KeyboardEvent) => void;
  onPick: (day: string) => void;
}>) => {
  const grid = useRef<HTMLTableElement>(null);
  const heads = weekdays();
  useEffect(() => {
    if (byKeys) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [at, byKeys]);
  return (
    <table ref={grid} className="day-grid" role="grid" aria-labelledby={monthId} onKeyDown={onKey}>
      <thead>
        <tr>
          {heads.map(({ short, long }) => (
            <th key={long} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(at).map((week) => (
          <tr key={week.find((day) => day !== undefined)}>
            {week.map((day, place) =>
              day === undefined ? (
                <td key={`none ${heads[place]?.long}`} />
              ) : (
                <td key={day} role="gridcell" aria-selected={day === chosen}>
                  <button
                    type="button"
                    tabIndex={day === at ? 0 : -1}
                    aria-label={sayDayInFull(day)}
                    aria-current={day === today() ? 'date' : undefined}
                    disabled={!isWithin(day)}
                    onClick={() => onPick(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
