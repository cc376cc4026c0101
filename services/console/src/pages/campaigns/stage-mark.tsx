import { useTranslation } from 'react-i18next';
import { daysUntil } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import type { Stage } from './stages.ts';

/** Whether a stage is over, how long it is still open, or when it begins. */
export const StageMark = ({
  stage,
  today,
}: Readonly<{ stage: Pick<Stage, 'progress' | 'opensOn' | 'closesOn'>; today: string }>) => {
  const { t } = useTranslation();
  const { progress, opensOn, closesOn } = stage;
  if (progress === 'closed') return <Mark tone="good">{t('campaigns.closed')}</Mark>;
  if (opensOn > today) return <Mark tone="plain">{t('campaigns.ahead', { count: daysUntil(opensOn) })}</Mark>;
  const left = daysUntil(closesOn);
  return (
    <Mark tone="waiting">
      {left < 0 ? t('campaigns.closing') : left === 0 ? t('campaigns.lastDay') : t('campaigns.open', { count: left })}
    </Mark>
  );
};
