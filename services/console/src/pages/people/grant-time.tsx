import { useTranslation } from 'react-i18next';
import { lastDayOf, sayDay } from '../../components/dates.ts';
import { Mark, type Tone } from '../../components/mark.tsx';

const TONES: Readonly<Record<'ahead' | 'in-force' | 'ended', Tone>> = {
  ahead: 'waiting',
  'in-force': 'good',
  ended: 'plain',
};

/** From when until when a role counts, and why it ended before its time. */
export const GrantTime = ({
  from,
  until,
  state,
  endedBecause,
}: Readonly<{
  from: string;
  until: string | null;
  state: 'ahead' | 'in-force' | 'ended';
  endedBecause: 'resignation' | 'transfer' | 'term-end' | 'removal' | 'mistake' | 'other' | 'exit' | null;
}>) => {
  const { t } = useTranslation();
  return (
    <>
      <Mark tone={TONES[state]}>{t(`people.state.${state}`)}</Mark>
      {endedBecause !== null && <> {t(`people.endedBecause.${endedBecause}`)}</>}
      <div className="quiet">
        {until === null
          ? t('people.since', { day: sayDay(from) })
          : t('people.between', { from: sayDay(from), until: sayDay(lastDayOf(until)) })}
      </div>
    </>
  );
};
