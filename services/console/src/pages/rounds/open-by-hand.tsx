import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';

/** Rounds open by themselves; one that was not ready then is opened by hand. */
export const OpenByHand = ({ roundId }: Readonly<{ roundId: string }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [asks, setAsks] = useState(false);
  const order = useOrder({
    send: async (_given: object, key) =>
      answerOf(api.POST('/v1/rounds/{roundId}/open', { params: { path: { roundId }, header: under(key) } })),
    touches: [['rounds'], ['work']],
    onDone: () => {
      setAsks(false);
      tell(t('rounds.opened'));
    },
  });
  return (
    <>
      <p className="quiet">{t('rounds.opensItself')}</p>
      <Button onClick={() => setAsks(true)}>{t('rounds.openByHand')}</Button>
      {asks && (
        <OrderDialog
          title={t('rounds.openByHand')}
          lead={t('rounds.openByHandLead')}
          action={t('rounds.openNow')}
          order={order}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
};
