import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';

type OfMeeting = Readonly<{ roundId: string; stageId: string; onClose: () => void }>;
type OfRecord = OfMeeting & Readonly<{ recordId: string }>;
type Nothing = Readonly<Record<string, never>>;
type Why = Readonly<{ reason: string }>;

const touchesOf = (roundId: string) => [['rounds', roundId], ['paper-boxes'], ['work']] as const;

/** A leader who was there says that it is so. */
export const AttestDialog = ({ roundId, stageId, recordId, onClose }: OfRecord) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (_given: Nothing, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/meetings/{stageId}/records/{recordId}/attestation', {
          params: { path: { roundId, stageId, recordId }, header: under(key) },
        }),
      ),
    touches: touchesOf(roundId),
    onDone: () => {
      onClose();
      tell(t('meetings.attested'));
    },
  });
  return (
    <OrderDialog<Nothing>
      title={t('meetings.attest')}
      lead={<p>{t('meetings.attestLead')}</p>}
      action={t('meetings.attest')}
      order={order}
      onClose={onClose}
    />
  );
};

/** What waits is not so, or whoever wrote it down takes it back. */
export const RefuteDialog = ({ roundId, stageId, recordId, onClose }: OfRecord) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ reason }: Why, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/meetings/{stageId}/records/{recordId}/refutation', {
          params: { path: { roundId, stageId, recordId }, header: under(key) },
          body: { why: reason },
        }),
      ),
    touches: touchesOf(roundId),
    onDone: () => {
      onClose();
      tell(t('meetings.refuted'));
    },
  });
  return (
    <OrderDialog<Why>
      title={t('meetings.refute')}
      lead={<p>{t('meetings.refuteLead')}</p>}
      action={t('meetings.refute')}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};

/** What stands on record was no meeting. */
export const WithdrawDialog = ({ roundId, stageId, onClose }: OfMeeting) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ reason }: Why, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/meetings/{stageId}/withdrawal', {
          params: { path: { roundId, stageId }, header: under(key) },
          body: { why: reason },
        }),
      ),
    touches: touchesOf(roundId),
    onDone: () => {
      onClose();
      tell(t('meetings.withdrawn'));
    },
  });
  return (
    <OrderDialog<Why>
      title={t('meetings.withdraw')}
      lead={<p>{t('meetings.withdrawLead')}</p>}
      action={t('meetings.withdraw')}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};
