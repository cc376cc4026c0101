import { useTranslation } from 'react-i18next';
import { sayDay } from './dates.ts';

/** A day that does not break in the middle. */
export const Day = ({ day }: Readonly<{ day: string | null }>) => {
  const { t } = useTranslation();
  return <span className="day">{day === null ? t('none') : sayDay(day)}</span>;
};
