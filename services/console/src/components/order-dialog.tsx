import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import { ProblemNotice } from './problem-notice.tsx';

const REASON_CHARS_MAX = 500;

/** Why it is done: what every act that undoes another one asks for. */
export const ReasonField = ({ name = 'reason' }: Readonly<{ name?: string }>) => {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={t('reason')}
      extra={t('reasonHint')}
      rules={[{ required: true, whitespace: true, message: t('required') }]}
    >
      <Input.TextArea rows={3} maxLength={REASON_CHARS_MAX} showCount />
    </Form.Item>
  );
};

/** An order on its way, as `useOrder` tells it. */
export type Sending<Given> = Readonly<{
  isPending: boolean;
  isError: boolean;
  error: unknown;
  mutate: (given: Given) => void;
}>;

/** One order: what it does, what it needs, and what the platform says to it. Stays open with all that was typed until it is done. */
export const OrderDialog = <Given extends object>({
  title,
  lead,
  action,
  isDangerous = false,
  first,
  order,
  onClose,
  onTyped,
  children,
}: Readonly<{
  title: string;
  lead?: ReactNode;
  action: string;
  isDangerous?: boolean;
  first?: Partial<Given>;
  order: Sending<Given>;
  onClose: () => void;
  /** For a draft: told of all that stands in the form whenever something is typed. */
  onTyped?: (given: Given) => void;
  children?: ReactNode;
}>) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  return (
    <Dialog title={title} onClose={onClose}>
      {lead !== undefined && <div className="dialog-lead">{lead}</div>}
      {order.isError && <ProblemNotice error={order.error} again={() => order.mutate(form.getFieldsValue(true))} />}
      <Form<Given>
        form={form}
        layout="vertical"
        initialValues={first as Given}
        onFinish={(given) => order.mutate(given)}
        onValuesChange={(_changed, given: Given) => onTyped?.(given)}
        scrollToFirstError={{ focus: true }}
      >
        {children}
        <p className="row">
          <Button type="primary" danger={isDangerous} htmlType="submit" loading={order.isPending}>
            {action}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </p>
      </Form>
    </Dialog>
  );
};
