import { Form, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';

type Line = Schemas['EntryLine'];

const OPINION_CHARS_MAX = 1_000;

/** Several plans, one after the other, each under its own key: what was done stays done when the network goes, and is not done twice. */
export const ConfirmPicked = ({
  picked,
  onClose,
  onDone,
}: Readonly<{ picked: readonly Line[]; onClose: () => void; onDone: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [done, setDone] = useState(0);
  // One key a plan and opinion, the same at every try.
  const keys = useRef(new Map<string, string>());
  const keyOf = (said: string): string => {
    const key = keys.current.get(said) ?? crypto.randomUUID();
    keys.current.set(said, key);
    return key;
  };
  const order = useOrder({
    send: async ({ opinion }: Readonly<{ opinion: string }>) => {
      for (const [at, { entryId }] of picked.entries()) {
        if (at >= done)
          await answerOf(
            api.POST('/v1/entries/{entryId}/confirm', {
              params: { path: { entryId }, header: under(keyOf(`${entryId} ${opinion}`)) },
              body: { opinion },
            }),
          );
        setDone(at + 1);
      }
      return picked.length;
    },
    touches: [['entries'], ['work']],
    onDone: (count) => {
      tell(t('planning.confirmed', { count }));
      onDone();
    },
  });
  return (
    <OrderDialog
      title={t('planning.confirmPicked', { count: picked.length })}
      lead={
        <>
          <p>{t('planning.confirmingLead')}</p>
          <ol>
            {picked.map(({ entryId, title }) => (
              <li key={entryId}>{title}</li>
            ))}
          </ol>
          {order.isPending && (
            <p role="status">
              <progress value={done} max={picked.length} aria-label={t('planning.confirmPicked', { count: done })} />{' '}
              {t('planning.confirming', { done, total: picked.length })}
            </p>
          )}
        </>
      }
      action={t('acts.confirm')}
      first={{ opinion: t('planning.opinionUsual') }}
      order={order}
      onClose={onClose}
    >
      <Form.Item
        name="opinion"
        label={t('planning.opinion')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input.TextArea rows={3} maxLength={OPINION_CHARS_MAX} />
      </Form.Item>
    </OrderDialog>
  );
};
