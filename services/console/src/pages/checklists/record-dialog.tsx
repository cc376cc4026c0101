import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { DayInput } from '../../components/day-input.tsx';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { Papers, usePapers } from './papers.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type Asked, itemName, type Item, LIST_TOUCHES, ofEntry } from './shared.ts';

type Typed = Readonly<{ effectiveOn: string; count: string; finding: string }>;

/** What an office found, by one item: when it was so, how often, what, and which documents show it. */
export const RecordDialog = ({
  item,
  sourceId,
  onClose,
  ...of
}: Asked & Readonly<{ item: Item; sourceId: string }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const added = usePapers();
  const order = useOrder({
    send: async ({ effectiveOn, count, finding }: Typed, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/entries/{entryId}/occurrences', {
          params: { path: ofEntry(of), header: under(key) },
          body: {
            ...{ sourceId, itemId: item.itemId, effectiveOn, finding, count: Number(count) },
            evidence: [...added.hashes],
          },
        }),
      ),
    touches: LIST_TOUCHES,
    onDone: () => {
      onClose();
      tell(t('checklists.recorded'));
    },
  });
  const required = [{ required: true, message: t('required') }];
  return (
    <OrderDialog<Typed>
      title={t('checklists.recordTitle', { item: itemName(item) })}
      action={t('checklists.record')}
      first={{ count: '1' }}
      order={{ ...order, mutate: added.whole(order.mutate, false) }}
      onClose={onClose}
    >
      <Form.Item name="effectiveOn" label={t('checklists.on')} rules={required}>
        <DayInput />
      </Form.Item>
      <Form.Item name="count" label={t('checklists.count')} rules={required}>
        <Input type="number" min={1} max={100} inputMode="numeric" />
      </Form.Item>
      <TextField name="finding" label={t('checklists.finding')} />
      <Papers added={added} needs="" />
    </OrderDialog>
  );
};
