import { Form } from 'antd';
import { useTranslation } from 'react-i18next';

export type Selectable = Readonly<{ value: string; label: string }>;

/** One of several in a form, by the browser's own list; nothing is chosen before somebody chooses. */
export const SelectField = ({
  name,
  label,
  hint,
  options,
}: Readonly<{ name: string; label: string; hint?: string; options: readonly Selectable[] }>) => {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      initialValue=""
      rules={[{ required: true, message: t('required') }]}
    >
      <select className="wide">
        <option value="" disabled>
          {t('choose')}
        </option>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Form.Item>
  );
};
