import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { daysUntil, sayDay } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';

type Notice = Pick<Schemas['PublicNotice'], 'state' | 'lastDay'>;

/** How long a notice still runs, by the committee's days. */
export const NoticeClock = ({ notice: { state, lastDay } }: Readonly<{ notice: Notice }>) => {
  const { t } = useTranslation();
  const days = daysUntil(lastDay);
  const left = days <= 0 ? t('notices.lastDay') : t('notices.left', { count: days });
  return (
    <>
      {state === 'running' ? (
        <Mark tone="waiting">{left}</Mark>
      ) : (
        <Mark tone={state === 'over' ? 'plain' : 'bad'}>{t(`notices.state.${state}`)}</Mark>
      )}
      <br />
      <span className="quiet day">{sayDay(lastDay)}</span>
    </>
  );
};
