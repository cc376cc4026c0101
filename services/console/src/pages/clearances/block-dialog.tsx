import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Blocked, sendBlock, sendLifting } from '../../api/questions/review.ts';
import { useOrder } from '../../api/order.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { sendByKeys } from '../../components/sent-by-keys.ts';
import { useTell } from '../../components/told.tsx';
import { useWhat } from '../../components/what-it-is.tsx';

const NUMBER_CHARS_MAX = 100;
const WHY_CHARS_MAX = 1_000;

/** A block that nobody asked for, and its lifting: both with their number and reason. */
export const BlockDialog = ({
  act,
  entryId,
  title,
  onClose,
}: Readonly<{ act: 'block' | 'lift'; entryId: string; title: string; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const required = [{ required: true, whitespace: true, message: t('required') }];
  const order = useOrder({
    send: async (given: Blocked, key) => (act === 'block' ? sendBlock : sendLifting)(entryId, given, key),
    touches: [['entries'], ['entry', entryId], ['clearance', entryId], ['work']],
    onDone: () => {
      tell(t(`clearances.${act}Done`, { title }));
      onClose();
    },
  });
  return (
    <OrderDialog<Blocked>
      title={t(`clearances.${act}`)}
      lead={<p>{t(`clearances.${act}Lead`, { what: useWhat() })}</p>}
      action={t(`clearances.${act}`)}
      isDangerous={act === 'block'}
      order={order}
      onClose={onClose}
    >
      <Form.Item name="opinionNumber" label={t('clearances.number')} rules={required}>
        <Input autoComplete="off" maxLength={NUMBER_CHARS_MAX} />
      </Form.Item>
      <Form.Item name="why" label={t(`clearances.${act}Why`)} extra={t('clearances.whyHint')} rules={required}>
        <Input.TextArea rows={4} maxLength={WHY_CHARS_MAX} showCount onKeyDown={sendByKeys} />
      </Form.Item>
    </OrderDialog>
  );
};
