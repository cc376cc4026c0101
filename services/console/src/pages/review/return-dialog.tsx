import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { sendReturn } from '../../api/questions/review.ts';
import { useOrder } from '../../api/order.ts';
import { dayAfter, today } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { sendByKeys } from '../../components/sent-by-keys.ts';
import { reasonsIn } from './check-list.ts';

const REASONS_CHARS_MAX = 4_000;
/** What a unit usually needs to mend a declaration. */
const DAYS_TO_MEND = 3;

export type Return = Readonly<{ reasons: string; redeclareBy: string }>;

/** Sends a declaration back: what is to be mended, and until when. */
export const ReturnDialog = ({
  entryId,
  first,
  onTyped,
  onDone,
  onClose,
}: Readonly<{
  entryId: string;
  first: Readonly<{ reasons: string; redeclareBy: string | null }>;
  onTyped: (given: Return) => void;
  onDone: () => void;
  onClose: () => void;
}>) => {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('required') }];
  const order = useOrder({
    send: async ({ reasons, redeclareBy }: Return, key) =>
      sendReturn(entryId, { reasons: reasonsIn(reasons), redeclareBy }, key),
    touches: [['entries'], ['entry', entryId], ['work']],
    onDone,
  });
  return (
    <OrderDialog<Return>
      title={t('review.returnTitle')}
      lead={<p>{t('review.returnLead')}</p>}
      action={t('review.return')}
      first={{ reasons: first.reasons, redeclareBy: first.redeclareBy ?? dayAfter(today(), DAYS_TO_MEND) }}
      order={order}
      onTyped={onTyped}
      onClose={onClose}
    >
      <Form.Item name="reasons" label={t('review.reasons')} extra={t('review.reasonsHint')} rules={required}>
        <Input.TextArea rows={5} maxLength={REASONS_CHARS_MAX} onKeyDown={sendByKeys} />
      </Form.Item>
      <Form.Item
        name="redeclareBy"
        label={t('review.redeclareBy')}
        extra={t('review.redeclareHint')}
        rules={[{ required: true, message: t('required') }]}
      >
        <DayInput min={dayAfter(today(), 1)} required />
      </Form.Item>
    </OrderDialog>
  );
};
