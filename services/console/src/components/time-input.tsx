import '../look/days.css';
import { type InputHTMLAttributes, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeTyped } from './typed-day.ts';

type Given = Readonly<{
  /** `09:30`, of twenty-four hours; empty: none. */
  value?: string | undefined;
  onChange?: ((time: string) => void) | undefined;
}> &
  Pick<InputHTMLAttributes<HTMLInputElement>, 'id' | 'aria-describedby' | 'aria-label'>;

/** A time of day, by twenty-four hours in every browser. */
export const TimeInput = ({ id, value = '', onChange, ...described }: Given) => {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const [hasLeft, setLeft] = useState(false);
  const time = timeTyped(typed);
  if (value !== known) {
    setKnown(value);
    if ((time ?? '') !== value) setTyped(value);
  }
  const wrong = typed !== '' && time === undefined ? t('day.timeUnreadable') : '';
  useEffect(() => input.current?.setCustomValidity(wrong), [wrong]);
  return (
    <span className="day-input">
      <input
        {...described}
        ref={input}
        id={id}
        type="text"
        className="time"
        autoComplete="off"
        placeholder={t('day.timePattern')}
        aria-invalid={hasLeft && wrong !== '' ? true : undefined}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          const next = timeTyped(target.value) ?? '';
          if (next !== value) onChange?.(next);
        }}
        onBlur={() => {
          setLeft(true);
          if (time !== undefined) setTyped(time);
        }}
      />
      {hasLeft && wrong !== '' && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </span>
  );
};
