import '../../look/rounds.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { unitsToRemind } from '../../api/questions/late-units.ts';
import { Answered } from '../../components/answered.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { nameIn } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import type { LateAct } from '../../searches/late-units.ts';

/** Whom the reminder reaches, and why it reaches others not, before anybody is written to. */
export const RemindUnits = ({
  editionId,
  act,
  onClose,
}: Readonly<{ editionId: string; act: LateAct; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const asked = useQuery(unitsToRemind(editionId, act));
  const order = useOrder({
    send: async (_given: object, key) =>
      answerOf(
        api.POST('/v1/editions/{editionId}/reminders', {
          params: { path: { editionId }, header: under(key) },
          body: { act, dryRun: false },
        }),
      ),
    touches: [['editions', 'late-units', editionId]],
    onDone: ({ reached }) => {
      tell(t('lateUnits.reminded', { count: reached }));
      onClose();
    },
  });
  return (
    <Dialog title={t(`lateUnits.remind.${act}`)} onClose={onClose}>
      {order.isError && <ProblemNotice error={order.error} again={() => order.mutate({})} />}
      <Answered query={asked}>
        {({ items, reached }) => (
          <>
            <p>{reached === 0 ? t('lateUnits.nobody') : t('lateUnits.reaches', { count: reached })}</p>
            <ul className="names">
              {items.map(({ nominatorId, nominatorName, outcome }) => (
                <li key={nominatorId}>
                  {nameIn(nominatorName) ?? t('none')}
                  {outcome !== 'would-be-reminded' && (
                    <span className="quiet"> {t(`lateUnits.outcome.${outcome}`)}</span>
                  )}
                </li>
              ))}
            </ul>
            <p className="row">
              <Button
                type="primary"
                disabled={reached === 0}
                loading={order.isPending}
                onClick={() => order.mutate({})}
              >
                {t('lateUnits.send', { count: reached })}
              </Button>
              <Button onClick={onClose}>{t('cancel')}</Button>
            </p>
          </>
        )}
      </Answered>
    </Dialog>
  );
};
