import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayAfter, today } from './dates.ts';
import { MonthGrid } from './month-grid.tsx';
import { monthsAfter, sayMonth, weekBegins } from './months.ts';

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

/** The first and the last day that may be chosen. */
export type Limits = Readonly<{ min?: string | undefined; max?: string | undefined }>;

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

/** The month that is shown, and the ways to those around it. */
const Months = ({ id, at, onTurn }: Readonly<{ id: string; at: string; onTurn: (months: number) => void }>) => {
  const { t } = useTranslation();
  return (
    <div className="day-months">
      <Turn months={-12} label={t('day.yearBefore')} onTurn={() => onTurn(-12)} />
      <Turn months={-1} label={t('day.monthBefore')} onTurn={() => onTurn(-1)} />
      <p id={id} aria-live="polite">
        {sayMonth(at)}
      </p>
      <Turn months={1} label={t('day.monthAfter')} onTurn={() => onTurn(1)} />
      <Turn months={12} label={t('day.yearAfter')} onTurn={() => onTurn(12)} />
    </div>
  );
};

/** One month: a day is chosen by a pointer or by keys, in the page's language. */
export const DayCalendar = ({
  day,
  onPick,
  onClose,
  ...limits
}: Limits & Readonly<{ day: string; onPick: (day: string) => void; onClose: () => void }>) => {
  const { t } = useTranslation();
  const [titleId, monthId] = [useId(), useId()];
  const element = useRef<HTMLDialogElement>(null);
  const [{ at, byKeys }, setAt] = useState({ at: kept(day === '' ? today() : day, limits), byKeys: true });
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog?.open === false) dialog.showModal();
    return () => dialog?.close();
  }, []);
  const move = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const next = led(at, event);
    if (next === undefined) return;
    event.preventDefault();
    setAt({ at: kept(next, limits), byKeys: true });
  };
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
        <h2 id={titleId}>{t('day.choose')}</h2>
        <Months
          id={monthId}
          at={at}
          onTurn={(months) => setAt({ at: kept(monthsAfter(at, months), limits), byKeys: false })}
        />
        <MonthGrid
          {...{ monthId, at, byKeys, onPick }}
          chosen={day}
          isWithin={(one) => isWithin(one, limits)}
          onKey={move}
        />
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
