import { useTranslation } from 'react-i18next';
import { sendProposal } from '../../api/questions/review.ts';
import { useOrder } from '../../api/order.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { useWhat } from '../../components/what-it-is.tsx';

/** A review that was typed in error: one proposes, another office carries it out. */
export const UndoDialog = ({ entryId, onClose }: Readonly<{ entryId: string; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ reason }: Readonly<{ reason: string }>, key) =>
      sendProposal(entryId, { act: 'UndoAct', why: reason }, key),
    touches: [['entry', entryId], ['work']],
    onDone: () => {
      tell(t('review.proposed'));
      onClose();
    },
  });
  return (
    <OrderDialog<Readonly<{ reason: string }>>
      title={t('review.undo')}
      lead={<p>{t('review.undoLead', { what: useWhat() })}</p>}
      action={t('review.undoSend')}
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};
