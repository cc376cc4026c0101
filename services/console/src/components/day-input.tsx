import '../look/days.css';
import { type InputHTMLAttributes, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayDay } from './dates.ts';
import { DayCalendar, type Limits } from './day-calendar.tsx';
import { dayTyped } from './typed-day.ts';

type Given = Limits &
  Readonly<{
    /** `2026-01-05`; empty: none yet, or one that can not be read. */
    value?: string | undefined;
    onChange?: ((day: string) => void) | undefined;
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

/** Why a form can not be sent with what is typed; empty: it can. */
const useWrong = (typed: string, { min, max }: Limits): string => {
  const { t } = useTranslation();
  const day = dayTyped(typed);
  if (typed === '') return '';
  if (day === undefined) return t('day.unreadable');
  if (min !== undefined && day < min) return t('day.before', { day: sayDay(min) });
  if (max !== undefined && day > max) return t('day.after', { day: sayDay(max) });
  return '';
};

const OpenButton = ({ day, onOpen }: Readonly<{ day: string | undefined; onOpen: () => void }>) => {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="day-open"
      aria-label={day === undefined ? t('day.choose') : t('day.change', { day: sayDay(day) })}
      title={t('day.choose')}
      onClick={onOpen}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M3 5.5h14V17H3zM3 8.5h14M6.5 3v4M13.5 3v4" />
      </svg>
    </button>
  );
};

/** The field is there again once its calendar is gone: the focus with it. */
const useCalendar = (field: Readonly<{ current: HTMLInputElement | null }>) => {
  const [isOpen, setOpen] = useState(false);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) field.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, field]);
  return { isOpen, open: (): void => setOpen(true), close: (): void => setOpen(false) };
};

/**
 * A day of the calendar: typed as people write it, or chosen from a month. The same in every browser and in the page's language; the browser's
 * own field speaks that of the browser. What can not be read, or lies outside the limits, is said, and the form is not sent.
 */
export const DayInput = ({ value = '', onChange, min, max, readOnly = false, required = false, ...named }: Given) => {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useTyped(value);
  const [hasLeft, setLeft] = useState(false);
  const { isOpen, open, close } = useCalendar(input);
  const day = dayTyped(typed);
  const wrong = useWrong(typed, { min, max });
  useEffect(() => input.current?.setCustomValidity(wrong), [wrong]);
  const write = (text: string): void => {
    setTyped(text);
    const next = dayTyped(text) ?? '';
    if (next !== value) onChange?.(next);
  };
  const leave = (): void => {
    setLeft(true);
    setTyped(day ?? (typed === '' ? value : typed));
  };
  const pick = (picked: string): void => {
    write(picked);
    close();
  };
  const isWrong = hasLeft && wrong !== '';
  return (
    <span className="day-input">
      <span className="day-line">
        <input
          {...{ ...named, required, readOnly }}
          ref={input}
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('day.pattern')}
          aria-invalid={isWrong ? true : undefined}
          value={typed}
          onChange={({ target }) => write(target.value)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (readOnly || !(event.altKey && event.key === 'ArrowDown')) return;
            event.preventDefault();
            open();
          }}
        />
        {!readOnly && <OpenButton day={day} onOpen={open} />}
      </span>
      {isWrong && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
      {isOpen && <DayCalendar day={day ?? ''} {...{ min, max }} onPick={pick} onClose={close} />}
    </span>
  );
};
