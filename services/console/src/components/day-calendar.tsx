import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayAfter, today } from './dates.ts';
import { monthsAfter, sayDayInFull, sayMonth, weekBegins, weekdays, weeksOf } from './months.ts';

/** Where a key leads from a day, as the pattern of the WAI for calendars has it. */
const led = (day: string, { key, shiftKey }: Readonly<{ key: string; shiftKey: boolean }>): string | undefined => {
  const months = shiftKey ? 12 : 1;
  const ways: Readonly<Record<string, () => string>> = {
    ArrowLeft: () => dayAfter(day, -1),
    ArrowRight: () => dayAfter(day, 1),
    ArrowUp: () => dayAfter(day, -7),
    ArrowDown: () => dayAfter(day, 7),
    Home: () => weekBegins(day),
    End: () => dayAfter(weekBegins(day), 6),
    PageUp: () => monthsAfter(day, -months),
    PageDown: () => monthsAfter(day, months),
  };
  return ways[key]?.();
};

type Limits = Readonly<{ min?: string | undefined; max?: string | undefined }>;

const isWithin = (day: string, { min, max }: Limits): boolean =>
  (min === undefined || day >= min) && (max === undefined || day <= max);
const kept = (day: string, { min, max }: Limits): string =>
  min !== undefined && day < min ? min : max !== undefined && day > max ? max : day;

const ONE_MONTH = 'm10.5 3-5 5 5 5';
const ONE_YEAR = 'm8 3-5 5 5 5M13 3 8 8l5 5';

const Turn = ({ months, label, onTurn }: Readonly<{ months: number; label: string; onTurn: () => void }>) => (
  <button type="button" className="day-turn" aria-label={label} title={label} onClick={onTurn}>
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={Math.abs(months) === 1 ? ONE_MONTH : ONE_YEAR}
        {...(months > 0 ? { transform: 'rotate(180 8 8)' } : {})}
      />
    </svg>
  </button>
);

/** One month: a day is chosen by a pointer or by keys, in the page's language. */
export const DayCalendar = ({
  title,
  day,
  onPick,
  onClose,
  ...limits
}: Limits & Readonly<{ title: string; day: string; onPick: (day: string) => void; onClose: () => void }>) => {
  const { t } = useTranslation();
  const [titleId, monthId] = [useId(), useId()];
  const element = useRef<HTMLDialogElement>(null);
  const [{ at, byKeys }, setAt] = useState({ at: kept(day === '' ? today() : day, limits), byKeys: true });
  useEffect(() => {
    const dialog = element.current;
    if (dialog?.open === false) dialog.showModal();
    return () => dialog?.close();
  }, []);
  useEffect(() => {
    if (byKeys) element.current?.querySelector<HTMLElement>('.day-grid [tabindex="0"]')?.focus();
  }, [at, byKeys]);
  const move = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const next = led(at, event);
    if (next === undefined) return;
    event.preventDefault();
    setAt({ at: kept(next, limits), byKeys: true });
  };
  const turn = (months: number, label: string) => (
    <Turn
      months={months}
      label={label}
      onTurn={() => setAt({ at: kept(monthsAfter(at, months), limits), byKeys: false })}
    />
  );
  return (
    <dialog
      ref={element}
      className="day-calendar"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onClick={({ target }) => {
        // Beside it.
        if (target === element.current) onClose();
      }}
    >
      <div className="day-calendar-within">
        <h2 id={titleId}>{title}</h2>
        <div className="day-months">
          {turn(-12, t('day.yearBefore'))}
          {turn(-1, t('day.monthBefore'))}
          <p id={monthId} aria-live="polite">
            {sayMonth(at)}
          </p>
          {turn(1, t('day.monthAfter'))}
          {turn(12, t('day.yearAfter'))}
        </div>
        <table className="day-grid" role="grid" aria-labelledby={monthId} onKeyDown={move}>
          <thead>
            <tr>
              {weekdays().map(({ short, long }) => (
                <th key={long} scope="col" abbr={long}>
                  {short}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(at).map((week) => (
              <tr key={week.find((one) => one !== undefined)}>
                {week.map((one, place) =>
                  one === undefined ? (
                    <td key={`none ${weekdays()[place]?.long}`} />
                  ) : (
                    <td key={one} role="gridcell" aria-selected={one === day}>
                      <button
                        type="button"
                        tabIndex={one === at ? 0 : -1}
                        aria-label={sayDayInFull(one)}
                        aria-current={one === today() ? 'date' : undefined}
                        disabled={!isWithin(one, limits)}
                        onClick={() => onPick(one)}
                      >
                        {Number(one.slice(8))}
                      </button>
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="row">
          {isWithin(today(), limits) && (
            <button type="button" className="linklike" onClick={() => onPick(today())}>
              {t('day.today')}
            </button>
          )}
          <button type="button" className="linklike" onClick={onClose}>
            {t('close')}
          </button>
        </p>
      </div>
    </dialog>
  );
};
