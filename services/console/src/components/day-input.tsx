import '../look/days.css';
import { type InputHTMLAttributes, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayDay } from './dates.ts';
import { DayCalendar } from './day-calendar.tsx';
import { dayTyped } from './typed-day.ts';

type Given = Readonly<{
  /** `2026-01-05`; empty: none yet, or one that can not be read. */
  value?: string | undefined;
  onChange?: ((day: string) => void) | undefined;
  min?: string | undefined;
  max?: string | undefined;
  readOnly?: boolean;
}> &
  Pick<InputHTMLAttributes<HTMLInputElement>, 'id' | 'required' | 'aria-describedby' | 'aria-label'>;

/** What is typed in the field; what another hand writes into the form replaces it. */
const useTyped = (value: string): readonly [string, (text: string) => void] => {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    if ((dayTyped(typed) ?? '') !== value) setTyped(value);
  }
  return [typed, setTyped];
};

/**
 * A day of the calendar: typed as people write it, or chosen from a month. The same in every browser and in the page's language; the browser's
 * own field speaks that of the browser. What can not be read, or lies outside the limits, is said, and the form is not sent.
 */
export const DayInput = ({
  id,
  value = '',
  onChange,
  min,
  max,
  readOnly = false,
  required = false,
  ...described
}: Given) => {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useTyped(value);
  const [hasLeft, setLeft] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const day = dayTyped(typed);
  const wrong =
    typed === ''
      ? ''
      : day === undefined
        ? t('day.unreadable')
        : min !== undefined && day < min
          ? t('day.before', { day: sayDay(min) })
          : max !== undefined && day > max
            ? t('day.after', { day: sayDay(max) })
            : '';
  useEffect(() => input.current?.setCustomValidity(wrong), [wrong]);
  const write = (text: string): void => {
    setTyped(text);
    const next = dayTyped(text) ?? '';
    if (next !== value) onChange?.(next);
  };
  const close = (): void => setOpen(false);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) input.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <span className="day-input">
      <span className="day-line">
        <input
          {...described}
          ref={input}
          id={id}
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('day.pattern')}
          aria-invalid={hasLeft && wrong !== '' ? true : undefined}
          {...{ required, readOnly }}
          value={typed}
          onChange={({ target }) => write(target.value)}
          onBlur={() => {
            setLeft(true);
            setTyped(day ?? (typed === '' ? value : typed));
          }}
          onKeyDown={(event) => {
            if (readOnly || !(event.altKey && event.key === 'ArrowDown')) return;
            event.preventDefault();
            setOpen(true);
          }}
        />
        {!readOnly && (
          <button
            type="button"
            className="day-open"
            aria-label={day === undefined ? t('day.choose') : t('day.change', { day: sayDay(day) })}
            title={t('day.choose')}
            onClick={() => setOpen(true)}
          >
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="M3 5.5h14V17H3zM3 8.5h14M6.5 3v4M13.5 3v4" />
            </svg>
          </button>
        )}
      </span>
      {hasLeft && wrong !== '' && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
      {isOpen && (
        <DayCalendar
          title={t('day.choose')}
          day={day ?? ''}
          {...{ min, max }}
          onPick={(picked) => {
            write(picked);
            close();
          }}
          onClose={close}
        />
      )}
    </span>
  );
};
