import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

const TEXT_CHARS_MAX = 2_000;

/** What somebody writes at length. */
export const TextField = ({
  name,
  label,
  isOptional = false,
}: Readonly<{ name: string; label: string; isOptional?: boolean }>) => {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      rules={isOptional ? [] : [{ required: true, whitespace: true, message: t('required') }]}
    >
      <Input.TextArea rows={4} maxLength={TEXT_CHARS_MAX} showCount />
    </Form.Item>
  );
};
