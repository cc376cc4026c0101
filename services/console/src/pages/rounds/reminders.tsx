import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { wouldBeReminded } from '../../api/questions/rounds.ts';
import { Answered } from '../../components/answered.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { nameIn } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';

const Reached = ({ roundId, onClose }: Readonly<{ roundId: string; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const asked = useQuery(wouldBeReminded(roundId));
  const order = useOrder({
    send: async (_given: object, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/reminders', {
          params: { path: { roundId }, header: under(key) },
          body: { dryRun: false },
        }),
      ),
    touches: [['rounds', roundId]],
    onDone: ({ reached }) => {
      tell(t('rounds.remind.done', { count: reached }));
      onClose();
    },
  });
  return (
    <Dialog title={t('rounds.remind.title')} onClose={onClose}>
      {order.isError && <ProblemNotice error={order.error} again={() => order.mutate({})} />}
      <Answered query={asked}>
        {({ items, reached }) => {
          const late = items.filter(({ outcome }) => outcome === 'would-be-reminded');
          const others = items.filter(({ outcome }) => outcome !== 'would-be-reminded');
          return (
            <>
              <p>{t(reached === 0 ? 'rounds.remind.nobody' : 'rounds.remind.lead', { count: reached })}</p>
              <ul className="names" aria-label={t('rounds.remind.reached')}>
                {late.map(({ seatId, personName }) => (
                  <li key={seatId}>{nameIn(personName) ?? t('none')}</li>
                ))}
              </ul>
              {others.length > 0 && (
                <details>
                  <summary>{t('rounds.remind.others', { count: others.length })}</summary>
                  <ul className="plain">
                    {others.map(({ seatId, personName, outcome }) => (
                      <li key={seatId}>
                        {nameIn(personName) ?? t('none')}{' '}
                        <span className="quiet">{t(`rounds.remind.outcome.${outcome}`)}</span>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
              <p className="row">
                <Button
                  type="primary"
                  disabled={reached === 0}
                  loading={order.isPending}
                  onClick={() => order.mutate({})}
                >
                  {t('rounds.remind.send', { count: reached })}
                </Button>
                <Button onClick={onClose}>{t('cancel')}</Button>
              </p>
            </>
          );
        }}
      </Answered>
    </Dialog>
  );
};

/** One button for all who are late; whom it reaches is shown before anybody is written to. */
export const RemindButton = ({ roundId }: Readonly<{ roundId: string }>) => {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setAsks(true)}>
        {t('rounds.remind.button')}
      </Button>
      {asks && <Reached roundId={roundId} onClose={() => setAsks(false)} />}
    </>
  );
};
