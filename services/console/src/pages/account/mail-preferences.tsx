import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { given } from '../../api/questions/asked.ts';
import { under, useOrder } from '../../api/order.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { TimeInput } from '../../components/time-input.tsx';
import { useTell } from '../../components/told.tsx';

type MailBox = Schemas['MailBox'];
type Given = Readonly<{
  progress: boolean;
  news: boolean;
  quietFrom: string;
  quietUntil: string;
  digestAt: string;
}>;
type Times = { quietFrom?: string; quietUntil?: string; digestAt?: string };

const KINDS = ['progress', 'news'] as const;
const TIMES = ['quietFrom', 'quietUntil', 'digestAt'] as const;

/** A tick with its words beside it. */
const Tick = ({
  label,
  id,
  checked = false,
  onChange,
}: Readonly<{ label: string; id?: string; checked?: boolean; onChange?: (isOn: boolean) => void }>) => (
  <label className="tick-field">
    <input id={id} type="checkbox" checked={checked} onChange={({ target }) => onChange?.(target.checked)} /> {label}
  </label>
);

/** Which kinds come by mail, when none but urgent ones do, and whether they come once a day. */
export const MailPreferences = ({ box }: Readonly<{ box: MailBox }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [form] = Form.useForm<Given>();
  const order = useOrder({
    send: async ({ progress, news, ...times }: Given, key) =>
      answerOf(
        api.POST('/v1/me/mail/preferences', {
          params: { header: under(key) },
          body: {
            off: KINDS.filter((kind) => !{ progress, news }[kind]),
            ...given<Times>(times),
          },
        }),
      ),
    touches: [['account', 'mail']],
    onDone: () => tell(t('account.saved')),
  });
  return (
    <>
      <h3>{t('account.preferences')}</h3>
      {order.isError && <ProblemNotice error={order.error} again={() => order.mutate(form.getFieldsValue(true))} />}
      <Form<Given>
        form={form}
        layout="vertical"
        initialValues={{
          progress: !box.off.includes('progress'),
          news: !box.off.includes('news'),
          quietFrom: box.quietFrom ?? '',
          quietUntil: box.quietUntil ?? '',
          digestAt: box.digestAt ?? '',
        }}
        onFinish={(typed) => order.mutate(typed)}
      >
        <p className="quiet">{t('account.always')}</p>
        {KINDS.map((kind) => (
          <Form.Item key={kind} name={kind} valuePropName="checked">
            <Tick label={t(`account.kind.${kind}`)} />
          </Form.Item>
        ))}
        {TIMES.map((time) => (
          <Form.Item key={time} name={time} label={t(`account.${time}`)} extra={t(`account.hint.${time}`)}>
            <TimeInput />
          </Form.Item>
        ))}
        <Button type="primary" htmlType="submit" loading={order.isPending}>
          {t('account.save')}
        </Button>
      </Form>
    </>
  );
};
