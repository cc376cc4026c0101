import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { daysUntil, lastDayOf } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';

const SOON_DAYS = 1;

/** How an objection stands, and how long there is for its answer. */
export const CaseClock = ({
  summary: { status, outcome, answerDueAt },
}: Readonly<{ summary: Pick<Schemas['ObjectionSummary'], 'status' | 'outcome' | 'answerDueAt'> }>) => {
  const { t } = useTranslation();
  if (status === 'settled')
    return (
      <Mark tone={outcome === 'rejected' ? 'plain' : 'bad'}>
        {outcome === null ? t('cases.status.settled') : t(`cases.outcome.${outcome}`)}
      </Mark>
    );
  const days = daysUntil(lastDayOf(answerDueAt));
  const left = days < 0 ? t('cases.overdue') : days === 0 ? t('cases.today') : t('cases.left', { count: days });
  return <Mark tone={days <= SOON_DAYS ? 'bad' : 'waiting'}>{left}</Mark>;
};
