import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';

type Of = Readonly<{ entryId: string; sha256: string; caption: string; onClose: () => void }>;

/** Proposes that a file be destroyed; another person, of another role, carries it out. */
export const DestroyDialog = ({ entryId, sha256, caption, onClose }: Of) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ reason: why }: Readonly<{ reason: string }>, key: string) =>
      answerOf(
        api.POST('/v1/entries/{entryId}/files/{sha256}/destruction', {
          params: { path: { entryId, sha256 }, header: under(key) },
          body: { why },
        }),
      ),
    touches: [
      ['entry', entryId, 'files'],
      ['editions', 'proposals'],
    ],
    onDone: () => {
      tell(t('destroying.done'));
      onClose();
    },
  });
  return (
    <OrderDialog
      title={`${t('destroying.title')}：${caption}`}
      lead={t('destroying.lead')}
      action={t('destroying.propose')}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};
