import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from './day-input.tsx';
import { TimeInput } from './time-input.tsx';

type Given = Readonly<{
  id?: string;
  /** `2026-01-05T09:30` by the committee's clock; empty until both are there. */
  value?: string | undefined;
  onChange?: (moment: string) => void;
}>;

/** A day and a time of it. */
export const MomentInput = ({ id, value = '', onChange }: Given) => {
  const { t } = useTranslation();
  const [{ day, time }, setParts] = useState(() => {
    const [givenDay = '', givenTime = ''] = value.split('T');
    return { day: givenDay, time: givenTime };
  });
  const change = (next: Readonly<{ day: string; time: string }>): void => {
    setParts(next);
    onChange?.(next.day === '' || next.time === '' ? '' : `${next.day}T${next.time}`);
  };
  return (
    <span className="moment-input">
      <DayInput
        {...(id === undefined ? {} : { id })}
        value={day}
        onChange={(picked) => change({ day: picked, time })}
      />
      <TimeInput aria-label={t('day.time')} value={time} onChange={(typed) => change({ day, time: typed })} />
    </span>
  );
};
