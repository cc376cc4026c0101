import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { FactField } from './fact-field.tsx';
import type { Secret } from './secret-dialog.tsx';

type Webhook = Schemas['Webhook'];
type Registering = Schemas['PostV1OperationsWebhooksBody'];
export type Act = 'rename' | 'rotate' | 'pause' | 'resume' | 'remove' | 'test';
type Given = Readonly<{ reason: string; name: string; atOnce?: boolean }>;

const NAME_CHARS_MAX = 100;
const ADDRESS_CHARS_MAX = 500;
const TOUCHES = [['operations']] as const;

const NameField = () => {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="name"
      label={t('webhooks.name')}
      rules={[{ required: true, whitespace: true, message: t('required') }]}
    >
      <Input maxLength={NAME_CHARS_MAX} />
    </Form.Item>
  );
};

/** Another system is told from now on; its secret is shown once. */
export const RegisterWebhook = ({
  onSecret,
  onClose,
}: Readonly<{ onSecret: (secret: Secret) => void; onClose: () => void }>) => {
  const { t } = useTranslation();
  const order = useOrder({
    send: async (body: Registering, key) =>
      answerOf(api.POST('/v1/operations/webhooks', { params: { header: under(key) }, body })),
    touches: TOUCHES,
    onDone: ({ secret }) => {
      onClose();
      onSecret({ secret });
    },
  });
  return (
    <OrderDialog<Registering>
      title={t('webhooks.register')}
      lead={t('webhooks.registerLead')}
      action={t('webhooks.registerDo')}
      order={order}
      onClose={onClose}
    >
      <NameField />
      <Form.Item
        name="address"
        label={t('webhooks.address')}
        extra={t('webhooks.addressHint')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input maxLength={ADDRESS_CHARS_MAX} type="url" placeholder="https://" />
      </Form.Item>
      <FactField />
    </OrderDialog>
  );
};

const send = async (
  act: Act,
  webhookId: string,
  { reason, name, atOnce }: Given,
  key: string,
): Promise<Secret | undefined> => {
  const params = { path: { webhookId }, header: under(key) };
  const body = { reason };
  switch (act) {
    case 'rename':
      await answerOf(api.POST('/v1/operations/webhooks/{webhookId}/name', { params, body: { name } }));
      return undefined;
    case 'rotate': {
      const { secret, formerUntil } = await answerOf(
        api.POST('/v1/operations/webhooks/{webhookId}/secret', { params, body: { reason, atOnce: atOnce === true } }),
      );
      return secret === null ? undefined : { secret, formerUntil };
    }
    case 'pause':
      await answerOf(api.POST('/v1/operations/webhooks/{webhookId}/pause', { params, body }));
      return undefined;
    case 'resume':
      await answerOf(api.POST('/v1/operations/webhooks/{webhookId}/resume', { params, body }));
      return undefined;
    case 'remove':
      await answerOf(api.POST('/v1/operations/webhooks/{webhookId}/removal', { params, body }));
      return undefined;
    case 'test':
      await answerOf(api.POST('/v1/operations/webhooks/{webhookId}/test', { params }));
      return undefined;
  }
};

/** One order about a webhook, with what follows from it said above. */
export const WebhookAct = ({
  webhook,
  act,
  onSecret,
  onRemoved,
  onClose,
}: Readonly<{
  webhook: Webhook;
  act: Act;
  onSecret: (secret: Secret) => void;
  onRemoved: () => void;
  onClose: () => void;
}>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (given: Given, key) => send(act, webhook.webhookId, given, key),
    touches: TOUCHES,
    onDone: (secret) => {
      onClose();
      tell(t(`webhooks.done.${act}`));
      if (secret !== undefined) onSecret(secret);
      if (act === 'remove') onRemoved();
    },
  });
  return (
    <OrderDialog<Given>
      title={t(`webhooks.act.${act}`)}
      lead={t(`webhooks.lead.${act}`)}
      action={t(`webhooks.act.${act}`)}
      isDangerous={act === 'remove'}
      first={{ name: webhook.name }}
      order={order}
      onClose={onClose}
    >
      {act === 'rename' && <NameField />}
      {act === 'rotate' && (
        <Form.Item name="atOnce" valuePropName="checked" label={t('webhooks.seen')} extra={t('webhooks.seenHint')}>
          <input type="checkbox" />
        </Form.Item>
      )}
      {act !== 'rename' && act !== 'test' && <ReasonField />}
    </OrderDialog>
  );
};
