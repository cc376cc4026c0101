import { useTranslation } from 'react-i18next';
import { useOrder } from '../api/order.ts';
import { OrderDialog, ReasonField } from './order-dialog.tsx';
import { useTell } from './told.tsx';

/** A proposal is turned down with a reason; whoever made it takes it back. `touches`: the questions whose answers change. */
export const RejectProposal = ({
  isMine,
  send,
  touches,
  onClose,
}: Readonly<{
  isMine: boolean;
  send: (why: string, key: string) => Promise<unknown>;
  touches: readonly (readonly string[])[];
  onClose: () => void;
}>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const title = t(isMine ? 'proposals.takeBack' : 'proposals.reject');
  const order = useOrder<Readonly<{ reason: string }>, unknown>({
    send: async ({ reason }, key) => send(reason, key),
    touches,
    onDone: () => {
      onClose();
      tell(t('proposals.rejected'));
    },
  });
  return (
    <OrderDialog title={title} action={title} order={order} onClose={onClose}>
      <ReasonField />
    </OrderDialog>
  );
};
