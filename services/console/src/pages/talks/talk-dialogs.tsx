import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { today } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';

export type Talk = Schemas['Talk'];
type Of = Readonly<{ roundId: string; talk: Talk; onClose: () => void }>;
type OfRecord = Of & Readonly<{ recordId: string }>;
type Typed = Readonly<{ heldOn: string; why?: string }>;
type Nothing = Readonly<Record<string, never>>;
type Why = Readonly<{ reason: string }>;

const WHY_CHARS_MAX = 1_000;
const touchesOf = (roundId: string) => [['rounds', roundId], ['work']] as const;

/** A talk is written down by whoever held it; written down again it is corrected, with why. */
export const RecordDialog = ({ roundId, talk: { entryId, rule, title, stands }, onClose }: Of) => {
  const { t } = useTranslation();
  const tell = useTell();
  const required = { required: true, message: t('required') };
  const order = useOrder({
    send: async ({ heldOn, why = '' }: Typed, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/entries/{entryId}/talks/{rule}/records', {
          params: { path: { roundId, entryId, rule }, header: under(key) },
          body: { heldOn, why },
        }),
      ),
    touches: touchesOf(roundId),
    onDone: () => {
      onClose();
      tell(t('talks.recorded'));
    },
  });
  const action = t(stands === null ? 'talks.record' : 'talks.correct');
  return (
    <OrderDialog<Typed>
      title={`${action} · ${title}`}
      lead={<p>{t('talks.recordLead')}</p>}
      action={action}
      first={stands === null ? {} : { heldOn: stands.heldOn }}
      order={order}
      onClose={onClose}
    >
      <Form.Item name="heldOn" label={t('talks.heldOn')} rules={[required]}>
        <DayInput max={today()} />
      </Form.Item>
      {stands !== null && (
        <Form.Item name="why" label={t('reason')} rules={[{ ...required, whitespace: true }]}>
          <Input.TextArea rows={3} maxLength={WHY_CHARS_MAX} showCount />
        </Form.Item>
      )}
    </OrderDialog>
  );
};

/** Whoever was talked with, or the secretary of his branch, says that it was so. */
export const ConfirmDialog = ({ roundId, talk: { entryId, rule }, recordId, onClose }: OfRecord) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (_given: Nothing, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/entries/{entryId}/talks/{rule}/records/{recordId}/confirmation', {
          params: { path: { roundId, entryId, rule, recordId }, header: under(key) },
        }),
      ),
    touches: touchesOf(roundId),
    onDone: () => {
      onClose();
      tell(t('talks.confirmed'));
    },
  });
  return (
    <OrderDialog<Nothing>
      title={t('talks.confirm')}
      lead={<p>{t('talks.confirmLead')}</p>}
      action={t('talks.confirm')}
      order={order}
      onClose={onClose}
    />
  );
};

/** There was no such talk: said by whoever is said to have been talked with, or by whoever wrote it down. */
export const EndDialog = ({
  roundId,
  talk: { entryId, rule },
  recordId,
  how,
  onClose,
}: OfRecord & Readonly<{ how: 'refute' | 'withdraw' }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ reason }: Why, key) => {
      const given = {
        params: { path: { roundId, entryId, rule, recordId }, header: under(key) },
        body: { why: reason },
      };
      const path = '/v1/rounds/{roundId}/entries/{entryId}/talks/{rule}/records/{recordId}' as const;
      return answerOf(how === 'refute' ? api.POST(`${path}/refutation`, given) : api.POST(`${path}/withdrawal`, given));
    },
    touches: touchesOf(roundId),
    onDone: () => {
      onClose();
      tell(t('talks.ended'));
    },
  });
  return (
    <OrderDialog<Why>
      title={t(`talks.${how}`)}
      lead={<p>{t('talks.endLead')}</p>}
      action={t(`talks.${how}`)}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};
