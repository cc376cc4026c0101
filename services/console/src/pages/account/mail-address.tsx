import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { sayMoment } from '../../components/dates.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';

type MailBox = Schemas['MailBox'];
type Act = 'propose' | 'confirm' | 'remove';
type Given = Readonly<{ address: string; code: string }>;

const ADDRESS_CHARS_MAX = 254;
const CODE_CHARS = 8;

const send = async (act: Act, { address, code }: Given, key: string): Promise<unknown> => {
  const params = { header: under(key) };
  switch (act) {
    case 'propose':
      return answerOf(api.POST('/v1/me/mail/address', { body: { address: address.trim() } }));
    case 'confirm':
      return answerOf(api.POST('/v1/me/mail/address/confirm', { params, body: { code: code.trim() } }));
    case 'remove':
      return answerOf(api.DELETE('/v1/me/mail/address', { params }));
  }
};

const AddressDialog = ({ act, onClose }: Readonly<{ act: Act; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (given: Given, key) => send(act, given, key),
    touches: [['account']],
    onDone: () => {
      onClose();
      tell(t(`account.addressDone.${act}`));
    },
  });
  return (
    <OrderDialog<Given>
      title={t(`account.address.${act}`)}
      lead={t(`account.addressLead.${act}`)}
      action={t(`account.address.${act}`)}
      isDangerous={act === 'remove'}
      order={order}
      onClose={onClose}
    >
      {act === 'propose' && (
        <Form.Item
          name="address"
          label={t('account.mailAddress')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input type="email" autoComplete="email" maxLength={ADDRESS_CHARS_MAX} />
        </Form.Item>
      )}
      {act === 'confirm' && (
        <Form.Item
          name="code"
          label={t('account.code')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={CODE_CHARS} />
        </Form.Item>
      )}
    </OrderDialog>
  );
};

/** Where mail goes: it counts once the code that was sent there came back. */
export const MailAddress = ({ box }: Readonly<{ box: MailBox }>) => {
  const { t } = useTranslation();
  const [act, setAct] = useState<Act>();
  return (
    <>
      <dl className="facts">
        <dt>{t('account.mailAddress')}</dt>
        <dd>{box.address ?? t('account.noAddress')}</dd>
        {box.pendingAddress !== null && (
          <>
            <dt>{t('account.pending')}</dt>
            <dd>
              {box.pendingAddress}
              {box.pendingUntil !== null && (
                <div className="quiet">{t('account.pendingUntil', { at: sayMoment(box.pendingUntil) })}</div>
              )}
            </dd>
          </>
        )}
      </dl>
      <div className="row">
        {box.pendingAddress !== null && (
          <Button type="primary" onClick={() => setAct('confirm')}>
            {t('account.address.confirm')}
          </Button>
        )}
        <Button onClick={() => setAct('propose')}>
          {t(box.address === null ? 'account.address.propose' : 'account.changeAddress')}
        </Button>
        {box.address !== null && <Button onClick={() => setAct('remove')}>{t('account.address.remove')}</Button>}
      </div>
      {act !== undefined && <AddressDialog act={act} onClose={() => setAct(undefined)} />}
    </>
  );
};
