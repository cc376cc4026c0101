import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { hundredthsOf, sayHundredths } from '../../components/hundredths.ts';
import { TextField } from '../../components/text-field.tsx';
import { type Asked, type Item, itemName, LIST_TOUCHES, ofEntry } from './shared.ts';

type Typed = Readonly<Record<string, string>>;

/** One field for the item, or one for each of its measures. */
const fieldsOf = ({ measures, points }: Item): readonly Readonly<{ name: string; most: number }>[] =>
  measures.length === 0
    ? [{ name: 'points', most: points }]
    : measures.map(({ measureId, points: most }) => ({ name: measureId, most }));

/** A mark of an item in one period: by a party that reviews, or by those who are judged themselves. */
export const MarkDialog = ({
  item,
  sourceId,
  period,
  isSelf,
  given,
  onClose,
  ...of
}: Asked & Readonly<{ item: Item; sourceId: string; period: number; isSelf: boolean; given: readonly number[] }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const fields = fieldsOf(item);
  const order = useOrder({
    send: async ({ remark = '', ...typed }: Typed, key) => {
      const points = fields.map(({ name }) => hundredthsOf(typed[name] ?? '') ?? 0);
      const params = { path: ofEntry(of), header: under(key) };
      const body = { sourceId, itemId: item.itemId, period, points };
      return isSelf
        ? answerOf(api.POST('/v1/rounds/{roundId}/entries/{entryId}/self-scores', { params, body }))
        : answerOf(
            api.POST('/v1/rounds/{roundId}/entries/{entryId}/item-reviews', { params, body: { ...body, remark } }),
          );
    },
    touches: LIST_TOUCHES,
    onDone: () => {
      onClose();
      tell(t('checklists.marked'));
    },
  });
  const first = Object.fromEntries(fields.map(({ name }, at) => [name, sayHundredths(given[at] ?? 0)]));
  return (
    <OrderDialog<Typed>
      title={t(isSelf ? 'checklists.selfTitle' : 'checklists.markTitle', { item: itemName(item) })}
      action={t('checklists.save')}
      {...(given.length === 0 ? {} : { first })}
      order={order}
      onClose={onClose}
    >
      {fields.map(({ name, most }) => (
        <Form.Item
          key={name}
          name={name}
          label={`${name === 'points' ? t('checklists.points') : name} ${t('checklists.most', { points: sayHundredths(most) })}`}
          rules={[
            { required: true, message: t('required') },
            {
              validator: async (_rule, typed: unknown) => {
                const points = hundredthsOf(typeof typed === 'string' ? typed : '');
                if (points === undefined || points > most)
                  throw new Error(t('checklists.most', { points: sayHundredths(most) }));
              },
            },
          ]}
        >
          <Input inputMode="decimal" />
        </Form.Item>
      ))}
      {!isSelf && <TextField name="remark" label={t('checklists.remark')} isOptional />}
    </OrderDialog>
  );
};
