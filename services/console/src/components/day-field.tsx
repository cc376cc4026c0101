import { useId } from 'react';
import { DayInput } from './day-input.tsx';

/** A day of the calendar with its label, outside a form. */
export const DayField = ({
  label,
  value,
  min,
  max,
  onChange,
}: Readonly<{
  label: string;
  value: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  onChange: (day: string | undefined) => void;
}>) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <DayInput id={id} value={value} {...{ min, max }} onChange={(day) => onChange(day === '' ? undefined : day)} />
    </div>
  );
};
