import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { OrganizationField } from '../../components/pick-fields.tsx';
import { useTell } from '../../components/told.tsx';

export type HandedOut = Schemas['CodesHandedOut'];
export type Batch = Schemas['CodeBatch'];

const CODES_PER_ORDER_MAX = 200;
const NUMBERS_CHARS_MAX = 800;
/** Numbers with anything of a comma's kind between them. */
const NUMBERS = /^\s*(?:\d+[\s,，、]*)*$/u;

const touchesOf = (editionId: string) => [['editions', 'codes', editionId]];

/** Codes for the people of one unit. */
export const HandOutDialog = ({
  editionId,
  onDone,
  onClose,
}: Readonly<{ editionId: string; onDone: (handedOut: HandedOut) => void; onClose: () => void }>) => {
  const { t } = useTranslation();
  const order = useOrder({
    send: async (body: Readonly<{ organizationId: string; count: number }>, key: string) =>
      answerOf(
        api.POST('/v1/editions/{editionId}/codes', { params: { path: { editionId }, header: under(key) }, body }),
      ),
    touches: touchesOf(editionId),
    onDone,
  });
  return (
    <OrderDialog
      title={t('codes.handOut')}
      lead={t('codes.handOutLead')}
      action={t('codes.handOut')}
      first={{ count: 10 }}
      order={order}
      onClose={onClose}
    >
      <OrganizationField name="organizationId" label={t('codes.unit')} />
      <Form.Item name="count" label={t('codes.count')} rules={[{ required: true, message: t('required') }]}>
        <InputNumber min={1} max={CODES_PER_ORDER_MAX} precision={0} />
      </Form.Item>
    </OrderDialog>
  );
};

type Recalled = Readonly<{ numbers?: string; reason: string }>;

/** Codes of a batch that were lost, or all of it. */
export const RecallDialog = ({
  editionId,
  batch,
  onClose,
}: Readonly<{ editionId: string; batch: Batch; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { batchId } = batch;
  const order = useOrder({
    send: async ({ numbers = '', reason: why }: Recalled, key: string) =>
      answerOf(
        api.POST('/v1/editions/{editionId}/codes/{batchId}/recall', {
          params: { path: { editionId, batchId }, header: under(key) },
          body: { numbers: [...new Set((numbers.match(/\d+/gu) ?? []).map(Number))], why },
        }),
      ),
    touches: touchesOf(editionId),
    onDone: () => {
      tell(t('campaigns.done'));
      onClose();
    },
  });
  return (
    <OrderDialog
      title={t('codes.recall')}
      lead={t('codes.recallLead')}
      action={t('codes.recall')}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <Form.Item
        name="numbers"
        label={t('codes.numbers')}
        extra={t('codes.numbersHint')}
        rules={[{ pattern: NUMBERS, message: t('codes.numbersWrong') }]}
      >
        <Input maxLength={NUMBERS_CHARS_MAX} inputMode="numeric" />
      </Form.Item>
      <ReasonField />
    </OrderDialog>
  );
};
