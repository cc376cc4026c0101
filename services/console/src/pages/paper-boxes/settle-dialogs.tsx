import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { BOX_TOUCHES } from './shared.ts';

type Of = Readonly<{ roundId: string; sourceId: string; onClose: () => void }>;
type OfCount = Of & Readonly<{ countId: string }>;
type Nothing = Readonly<Record<string, never>>;

/** Another person found the same. */
export const ConfirmDialog = ({ roundId, sourceId, countId, onClose }: OfCount) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (_given: Nothing, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/paper-boxes/{sourceId}/counts/{countId}/confirmation', {
          params: { path: { roundId, sourceId, countId }, header: under(key) },
        }),
      ),
    touches: BOX_TOUCHES,
    onDone: () => {
      onClose();
      tell(t('paperBoxes.confirmed'));
    },
  });
  return (
    <OrderDialog<Nothing>
      title={t('paperBoxes.confirm')}
      lead={<p>{t('paperBoxes.confirmLead')}</p>}
      action={t('paperBoxes.confirm')}
      order={order}
      onClose={onClose}
    />
  );
};

/** Another person found otherwise, or whoever counted takes it back. */
export const ContradictDialog = ({ roundId, sourceId, countId, onClose }: OfCount) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ reason }: Readonly<{ reason: string }>, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/paper-boxes/{sourceId}/counts/{countId}/contradiction', {
          params: { path: { roundId, sourceId, countId }, header: under(key) },
          body: { why: reason },
        }),
      ),
    touches: BOX_TOUCHES,
    onDone: () => {
      onClose();
      tell(t('paperBoxes.contradicted'));
    },
  });
  return (
    <OrderDialog<Readonly<{ reason: string }>>
      title={t('paperBoxes.contradict')}
      lead={<p>{t('paperBoxes.contradictLead')}</p>}
      action={t('paperBoxes.contradict')}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};

/** What was counted is opened, and stands. */
export const OpenDialog = ({ roundId, sourceId, onClose }: Of) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (_given: Nothing, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/paper-boxes/{sourceId}/opening', {
          params: { path: { roundId, sourceId }, header: under(key) },
        }),
      ),
    touches: BOX_TOUCHES,
    onDone: () => {
      onClose();
      tell(t('paperBoxes.opened'));
    },
  });
  return (
    <OrderDialog<Nothing>
      title={t('paperBoxes.open')}
      lead={<p>{t('paperBoxes.openLead')}</p>}
      action={t('paperBoxes.open')}
      order={order}
      onClose={onClose}
    />
  );
};
