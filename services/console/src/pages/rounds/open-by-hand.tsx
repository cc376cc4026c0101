import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import type { RoundTold } from './round-frame.tsx';

/** Rounds open by themselves; one that was not ready then is opened by hand. */
export const OpenByHand = ({ told: { roundId, filledBy } }: Readonly<{ told: RoundTold }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [asks, setAsks] = useState(false);
  const order = useOrder({
    send: async (_given: object, key) =>
      answerOf(api.POST('/v1/rounds/{roundId}/open', { params: { path: { roundId }, header: under(key) } })),
    touches: [['rounds'], ['work']],
    onDone: () => {
      setAsks(false);
      tell(t(`rounds.by.${filledBy}.opened`));
    },
  });
  return (
    <>
      <p className="quiet">{t(`rounds.by.${filledBy}.opensItself`)}</p>
      <Button onClick={() => setAsks(true)}>{t(`rounds.by.${filledBy}.openByHand`)}</Button>
      {asks && (
        <OrderDialog
          title={t(`rounds.by.${filledBy}.openByHand`)}
          lead={t('rounds.openByHandLead')}
          action={t(`rounds.by.${filledBy}.openNow`)}
          order={order}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
};
