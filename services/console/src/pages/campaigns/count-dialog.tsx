import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';

const COUNT_MAX = 20_000;

export type Counted = Readonly<{ track: string; name: string; count: number | null }>;
type Given = Readonly<{ count: number; reason: string }>;
type Of = Readonly<{ editionId: string; of: Counted; onClose: () => void }>;

/** How many there are of a category whom no tree holds, with what the office goes by; said again, it is put right. */
export const CountDialog = ({ editionId, of: { track, name, count }, onClose }: Of) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ count: counted, reason: why }: Given, key: string) =>
      answerOf(
        api.POST('/v1/editions/{editionId}/roll/counted', {
          params: { path: { editionId }, header: under(key) },
          body: { track, count: counted, why },
        }),
      ),
    touches: [['editions', 'roll', editionId], ['editions']],
    onDone: () => {
      tell(t('campaigns.done'));
      onClose();
    },
  });
  return (
    <OrderDialog<Given>
      title={t('roll.count', { name })}
      lead={<p>{t('roll.countLead')}</p>}
      action={t('roll.sayCount')}
      first={count === null ? {} : { count }}
      order={order}
      onClose={onClose}
    >
      <Form.Item name="count" label={t('roll.howMany')} rules={[{ required: true, message: t('required') }]}>
        <InputNumber min={1} max={COUNT_MAX} precision={0} />
      </Form.Item>
      <ReasonField />
    </OrderDialog>
  );
};
